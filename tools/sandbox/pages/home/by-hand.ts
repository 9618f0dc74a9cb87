import { assumeRolePolicy, readPolicy, trustPolicy } from '../../../../lib/policy-documents';
import type { en } from '../../../../words/sandbox-home/en';
import { profileNames } from '../../../handoff/aws-config';
import { onLines, option, shellWord } from '../../../handoff/shell';
import type { PolicyKind } from '../../../iam/policy';
import { html, type Html } from '../../../pages/html';
import { chip, command } from '../../../pages/parts';
import { managedPolicyDocument } from '../../access/policies-in-force';
import { identityCenterOf } from '../../seed/made-up-identity-center';
import { administratorProfileOf } from '../../seed/seed-world';
import { LANGUAGES } from '../page';
import { said } from './said';
import { bucketKeyOf, type Documents } from './documents';
import { firstKey, type Scene, type Side } from './scene';
import { parsedStatement, policyText, statementsOf } from './policy-text';

/** `Bucket`, of `stepBucket`. */
type StepName = keyof typeof en extends infer Id ? (Id extends `step${infer Name}` ? Name : never) : never;

export interface HandStep {
  /** As on the walkthrough's page. */
  readonly number: number;
  readonly side: Side;
  readonly name: StepName;
  readonly isDone: boolean;
  /** Empty where nothing is to be typed. */
  readonly command: string;
}

const step = (
  number: number,
  side: Side,
  name: StepName,
  isDone: boolean,
  ...lines: readonly string[]
): HandStep => {
  return { number, side, name, isDone, command: lines.join('\n') };
};

/** The article's commands, ticked when they were done, by whichever client. */
export function handSection(steps: readonly HandStep[]): Html {
  const done = steps.filter(({ isDone }) => isDone).length;
  return html`<section class="more" id="hand">
    <h2>${said('byHand')}</h2>
    <p class="lead">${said('byHandLead')}</p>
    <p class="progress" id="progress">${said('progress', { done, all: steps.length })}</p>
    <ol class="steps">
      ${steps.map(
        ({
          number,
          side,
          name,
          isDone,
          command: typed,
        }) => html`<li id="step-${number}" class="${isDone && 'done'}">
          <div><p>${chip(side, said(side))}</p><h3>${number}. ${said(`step${name}`)}</h3></div>
          <div>
            ${typed !== '' && command(typed, LANGUAGES)}
            <p class="did">${isDone && chip('yes', said('done'))} ${said(name === 'Bucket' && typed === '' ? 'existingBucket' : `after${name}`)}</p>
          </div>
        </li>`,
      )}
    </ol>
  </section>`;
}

/** Steps 1 to 9 of docs/walkthrough.md, with the share's names. What is done is seen in the world, whoever did it. */
export function handSteps(shown: Documents, scene: Scene): HandStep[] {
  return [...companySteps(shown, scene), ...vendorSteps(shown, scene), ...userSteps(scene)];
}

function companySteps({ documents }: Documents, scene: Scene): HandStep[] {
  const { grant, world, objects, share } = scene;
  const { companyAccount, bucketName, bucketIsThere, policyName, roleName, rolePath } = grant;
  const account = world.accounts.get(companyAccount);
  const trust = documents.find(({ decides }) => decides === 'decidesLent')?.document;
  const policyArn = `arn:aws:iam::${companyAccount}:policy/${policyName}`;
  const policy = account && managedPolicyDocument(policyArn, account);
  const key = firstKey(scene);
  const { permissionsBoundary: boundary, seedObjects } = share.company;
  const boundaryArn = typeof boundary === 'string' ? boundary : boundary?.arn;
  const isTrusted = isAlike(trust, trustPolicy(grant), 'trust');
  const isAttached = documents.some(({ decides, arn }) => decides === 'decidesMay' && arn === policyArn);
  const content = seedObjects.find((one) => one.key === key)?.content ?? 'confidential data\n';
  const file = shellWord(key.slice(key.lastIndexOf('/') + 1));
  const upload = [
    `aws s3 mb s3://${bucketName} ${option('--region', grant.region)} --profile company`,
    `${printed(content)} > ${file}`,
    `aws s3 cp ${file} ${shellWord(`s3://${bucketName}/${key}`)} --profile company`,
  ];
  const isReadable = objects.find(bucketName, key) !== undefined;
  const wanted = readPolicy(grant, grant.kmsKeyArn ?? bucketKeyOf(scene)?.arn);
  return [
    step(1, 'company', 'Bucket', isReadable, ...(bucketIsThere ? [] : upload)),
    step(2, 'company', 'Trust', isTrusted, written('trust-policy.json', trustPolicy(grant))),
    step(
      3,
      'company',
      'Permissions',
      isAlike(policy, wanted, 'identity'),
      written('permission-policy.json', readPolicy(grant)),
      onLines(
        `aws iam create-policy ${option('--policy-name', policyName)}`,
        '--policy-document file://permission-policy.json --profile company',
      ),
    ),
    step(
      4,
      'company',
      'Role',
      isAttached && isTrusted,
      onLines(
        `aws iam create-role ${option('--role-name', roleName)}${rolePath === '/' ? '' : ` ${option('--path', rolePath)}`}`,
        ...(boundaryArn === undefined ? [] : [option('--permissions-boundary', boundaryArn)]),
        '--assume-role-policy-document file://trust-policy.json --profile company',
      ),
      onLines(
        `aws iam attach-role-policy ${option('--role-name', roleName)}`,
        `${option('--policy-arn', policyArn)} --profile company`,
      ),
    ),
  ];
}

function vendorSteps({ assignments, documents, set }: Documents, scene: Scene): HandStep[] {
  const { grant, vendorBorrowers, administrators } = scene;
  const center = identityCenterOf(grant);
  const wanted = assumeRolePolicy(grant);
  const policyFile = written('permission-set-policy.json', wanted);
  if (center === undefined) {
    const put = (vendorBorrowers[grant.index] ?? []).map(({ account, kind, name }) => {
      const [profile = 'vendor'] = [...administrators].find(([, one]) => one.account === account) ?? [];
      return onLines(
        `aws iam put-${kind}-policy ${option(`--${kind}-name`, name)}`,
        `--policy-name AllowAssumeCompanyRole --policy-document file://permission-set-policy.json ${option('--profile', profile)}`,
      );
    });
    const isLet = documents.some(
      ({ decides, document }) => decides === 'decidesBorrow' && isAlike(document, wanted, 'identity'),
    );
    return [step(5, 'vendor', 'BorrowerPolicy', isLet, policyFile, ...put)];
  }
  const admin = option('--profile', administratorProfileOf(grant));
  const instance = option('--instance-arn', center.instanceArn);
  const isAssigned = grant.accounts.every((account) =>
    assignments.some(({ targetAccount }) => targetAccount === account),
  );
  const assigned = center.assignees.flatMap(({ type, id }) =>
    grant.accounts.map((account) =>
      onLines(
        `aws sso-admin create-account-assignment --permission-set-arn $SET`,
        instance,
        `--target-type AWS_ACCOUNT --target-id ${account}`,
        `--principal-type ${type} --principal-id ${id} ${admin}`,
      ),
    ),
  );
  return [
    step(
      5,
      'vendor',
      'Set',
      isAlike(set?.inlinePolicy, wanted, 'identity'),
      policyFile,
      `SET=$(${onLines(
        `aws sso-admin create-permission-set ${option('--name', grant.permissionSetName)}`,
        instance,
        `--session-duration ${grant.sessionDuration} --query PermissionSet.PermissionSetArn --output text ${admin}`,
      )})`,
      onLines(
        'aws sso-admin put-inline-policy-to-permission-set --permission-set-arn $SET',
        instance,
        `--inline-policy file://permission-set-policy.json ${admin}`,
      ),
    ),
    step(6, 'vendor', 'Assignment', isAssigned, ...assigned),
  ];
}

function userSteps(scene: Scene): HandStep[] {
  const { grant, journal } = scene;
  const { permissionSet, borrowedRole } = profileNames(grant);
  const [user, data] = [option('--profile', permissionSet), option('--profile', borrowedRole)];
  const { externalId, prefixes: [prefix = ''] = [] } = grant.vendor;
  const did = (...actions: readonly string[]): boolean =>
    actions.every((action) => journal.wasDone(action, grant.roleArn));
  const place = `s3://${grant.bucketName}/`;
  const assume = onLines(
    `aws sts assume-role ${option('--role-arn', grant.roleArn)}`,
    ...(externalId === undefined ? [] : [option('--external-id', externalId)]),
    `--role-session-name VendorTestSession ${user}`,
  );
  return [
    step(7, 'vendor', 'Assume', did('sts:AssumeRole'), assume),
    step(8, 'vendor', 'Answer', did('sts:GetCallerIdentity'), `aws sts get-caller-identity ${data}`),
    step(
      9,
      'vendor',
      'Read',
      did('s3:ListBucket', 's3:GetObject'),
      `aws s3 ls ${shellWord(place + prefix)} ${data}`,
      `aws s3 cp ${shellWord(place + firstKey(scene))} ./ ${data}`,
    ),
  ];
}

/** One line as people write it. */
const printed = (content: string): string =>
  /^[^\n]*\n$/.test(content) ? `echo ${shellWord(content.trimEnd())}` : `printf %s ${shellWord(content)}`;

/** A file that is written in the terminal; nothing in it is the shell's. */
const written = (name: string, document: object): string =>
  `cat > ${name} <<'EOF'\n${policyText(document)}\nEOF`;

/** Whether it is there, and has the same statements, whatever their Sids. */
function isAlike(there: unknown, wanted: object, kind: PolicyKind): boolean {
  const meaning = (document: unknown): string =>
    JSON.stringify(statementsOf(document).map((one) => ({ ...parsedStatement(one, kind), sid: undefined })));
  return meaning(there) === meaning(wanted);
}
