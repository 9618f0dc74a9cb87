import { assumeRolePolicy, readPolicy, trustPolicy } from '../../../../lib/policy-documents';
import type { en } from '../../../../words/sandbox-home/en';
import { permissionSetCommands } from '../../../handoff/administrator';
import { profileNames } from '../../../handoff/aws-config';
import { onLines, option, shellWord } from '../../../handoff/shell';
import type { PolicyKind } from '../../../iam/policy';
import { html, type Html } from '../../../pages/html';
import { chip, command } from '../../../pages/parts';
import { managedPolicyDocument } from '../../access/policies-in-force';
import { identityCenterOf } from '../../seed/made-up-identity-center';
import { administratorProfileOf } from '../../seed/seed-world';
import { LANGUAGES } from '../page';
import { bucketKeyOf, type Documents } from './documents';
import { firstKey, said, type Scene, type Side } from './scene';
import { parsedStatement, policyText, statementsOf } from './decided';

/** `Bucket`, of `stepBucket`. */
type StepName = keyof typeof en extends infer Id ? (Id extends `step${infer Name}` ? Name : never) : never;

export interface HandStep {
  readonly side: Side;
  readonly name: StepName;
  readonly isDone: boolean;
  /** Empty where nothing is to be typed. */
  readonly command: string;
}

/** The article’s commands, ticked when they were done, by whichever client. */
export function handSection(steps: readonly HandStep[]): Html {
  const done = steps.filter(({ isDone }) => isDone).length;
  return html`<section class="more" id="hand">
    <h2>${said('byHand')}</h2>
    <p class="lead">${said('byHandLead')}</p>
    <p class="progress" id="progress">${said('progress', { done, all: steps.length })}</p>
    <ol class="steps">${steps.map(handStep)}</ol>
  </section>`;
}

function handStep({ side, name, isDone, command: typed }: HandStep, index: number): Html {
  const after = said(name === 'Bucket' && typed === '' ? 'existingBucket' : `after${name}`);
  return html`<li id="step-${index + 1}" class="${isDone && 'done'}">
    <div><p>${chip(side, said(side))}</p><h3>${index + 1}. ${said(`step${name}`)}</h3></div>
    <div>
      ${typed !== '' && command(typed, LANGUAGES)}
      <p class="did">${isDone && chip('yes', said('done'))} ${after}</p>
    </div>
  </li>`;
}

/** The walkthrough up to the reading, with the share's names. What is done is seen in the world, whoever did it. */
export function handSteps(shown: Documents, scene: Scene): HandStep[] {
  return [...companySteps(shown, scene), ...vendorSteps(shown, scene), ...userSteps(scene)];
}

const step = (side: Side, name: StepName, isDone: boolean, ...commands: readonly string[]): HandStep => {
  return { side, name, isDone, command: commands.join('\n') };
};

/** A command of the AWS CLI. */
const awsAs =
  (profile: string) =>
  (command: string, ...options: readonly string[]): string =>
    `${onLines(`aws ${command}`, ...options)} ${option('--profile', profile)}`;

function companySteps({ documents }: Documents, scene: Scene): HandStep[] {
  const { grant, world, objects, share } = scene;
  const { companyAccount, bucketName, bucketIsThere, policyName, roleName, rolePath } = grant;
  const aws = awsAs('company');
  const trust = documents.find(({ decides }) => decides === 'decidesLent')?.document;
  const policyArn = `arn:aws:iam::${companyAccount}:policy/${policyName}`;
  const account = world.accounts.get(companyAccount);
  const policy = account && managedPolicyDocument(policyArn, account);
  const wanted = readPolicy(grant, grant.kmsKeyArn ?? bucketKeyOf(scene)?.arn);
  const isTrusted = isAlike(trust, trustPolicy(grant), 'trust');
  const isAttached = documents.some(({ decides, arn }) => decides === 'decidesMay' && arn === policyArn);
  const { permissionsBoundary: boundary } = share.company;
  const boundaryArn = typeof boundary === 'string' ? boundary : boundary?.arn;
  const key = firstKey(scene);
  const file = shellWord(key.slice(key.lastIndexOf('/') + 1));
  const upload = [
    aws(`s3 mb s3://${bucketName} ${option('--region', grant.region)}`),
    `echo 'confidential data' > ${file}`,
    aws(`s3 cp ${file} ${shellWord(`s3://${bucketName}/${key}`)}`),
  ];
  const create = aws(
    `iam create-role ${option('--role-name', roleName)}`,
    ...(rolePath === '/' ? [] : [option('--path', rolePath)]),
    ...(boundaryArn === undefined ? [] : [option('--permissions-boundary', boundaryArn)]),
    '--assume-role-policy-document file://trust-policy.json',
  );
  const attach = aws(
    `iam attach-role-policy ${option('--role-name', roleName)}`,
    option('--policy-arn', policyArn),
  );
  const createPolicy = aws(
    `iam create-policy ${option('--policy-name', policyName)}`,
    '--policy-document file://permission-policy.json',
  );
  const policyFile = written('permission-policy.json', readPolicy(grant));
  return [
    step('company', 'Bucket', objects.find(bucketName, key) !== undefined, ...(bucketIsThere ? [] : upload)),
    step('company', 'Trust', isTrusted, written('trust-policy.json', trustPolicy(grant))),
    step('company', 'Permissions', isAlike(policy, wanted, 'identity'), policyFile, createPolicy),
    step('company', 'Role', isAttached && isTrusted, create, attach),
  ];
}

function vendorSteps({ assignments, documents, set }: Documents, scene: Scene): HandStep[] {
  const { grant, vendorBorrowers, administrators } = scene;
  const { accounts, permissionSetName, sessionDuration } = grant;
  const center = identityCenterOf(grant);
  const wanted = assumeRolePolicy(grant);
  const policyFile = written('permission-set-policy.json', wanted);
  if (center === undefined) {
    const put = (vendorBorrowers[grant.index] ?? []).map(({ account, kind, name }) => {
      const [profile = 'vendor'] = [...administrators].find(([, one]) => one.account === account) ?? [];
      return awsAs(profile)(
        `iam put-${kind}-policy ${option(`--${kind}-name`, name)}`,
        '--policy-name AllowAssumeCompanyRole --policy-document file://permission-set-policy.json',
      );
    });
    const isLet = documents.some(
      ({ decides, document }) => decides === 'decidesBorrow' && isAlike(document, wanted, 'identity'),
    );
    return [step('vendor', 'BorrowerPolicy', isLet, policyFile, ...put)];
  }
  const [create = '', put = '', ...assigned] = permissionSetCommands({
    set: permissionSetName,
    sessionDuration,
    policy: 'file://permission-set-policy.json',
    variable: 'SET',
    where: [option('--instance-arn', center.instanceArn), option('--profile', administratorProfileOf(grant))],
    principals: center.assignees,
    accounts,
  });
  const isAssigned = accounts.every((id) => assignments.some(({ targetAccount }) => targetAccount === id));
  return [
    step('vendor', 'Set', isAlike(set?.inlinePolicy, wanted, 'identity'), policyFile, create, put),
    step('vendor', 'Assignment', isAssigned, ...assigned),
  ];
}

function userSteps(scene: Scene): HandStep[] {
  const { grant, journal } = scene;
  const { permissionSet, borrowedRole } = profileNames(grant);
  const aws = awsAs(borrowedRole);
  const { externalId, prefixes: [prefix = ''] = [] } = grant.vendor;
  const did = (...actions: readonly string[]): boolean =>
    actions.every((action) => journal.wasDone(action, grant.roleArn));
  const place = `s3://${grant.bucketName}/`;
  const assume = awsAs(permissionSet)(
    `sts assume-role ${option('--role-arn', grant.roleArn)}`,
    ...(externalId === undefined ? [] : [option('--external-id', externalId)]),
    '--role-session-name VendorTestSession',
  );
  const list = aws(`s3 ls ${shellWord(place + prefix)}`);
  const copy = aws(`s3 cp ${shellWord(place + firstKey(scene))} ./`);
  return [
    step('vendor', 'Assume', did('sts:AssumeRole'), assume),
    step('vendor', 'Answer', did('sts:GetCallerIdentity'), aws('sts get-caller-identity')),
    step('vendor', 'Read', did('s3:ListBucket', 's3:GetObject'), list, copy),
  ];
}

/** A file that is written in the terminal; nothing in it is the shell's. */
const written = (name: string, document: object): string =>
  `cat > ${name} <<'EOF'\n${policyText(document)}\nEOF`;

/** Whether it is there, and has the same statements, whatever their Sids. */
function isAlike(there: unknown, wanted: object, kind: PolicyKind): boolean {
  const meaning = (document: unknown): string =>
    JSON.stringify(statementsOf(document).map((one) => ({ ...parsedStatement(one, kind), sid: undefined })));
  return meaning(there) === meaning(wanted);
}
