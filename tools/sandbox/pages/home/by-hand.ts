import { assumeRolePolicy, readPolicy, trustPolicy } from '../../../../lib/policy-documents';
import { profileNames } from '../../../handoff/aws-config';
import { onLines, option, shellWord } from '../../../handoff/shell';
import { type Json, sameJson } from '../../core/json';
import { managedPolicyDocument } from '../../access/policies-in-force';
import { shownPolicy } from '../../access/stored-policy';
import { identityCenterOf } from '../../seed/made-up-identity-center';
import { administratorProfileOf } from '../../seed/seed-world';
import { type Documents, parsedStatement, statementsOf } from './documents';
import { firstKey, type Scene, type Side } from './scene';
import { statementText } from './statement';

export interface HandStep {
  /** As on the walkthrough's page. */
  readonly number: number;
  readonly side: Side;
  readonly name: StepName;
  /** Empty where nothing is to be typed. */
  readonly command: string;
  readonly state: State;
}

type State = 'done' | 'differs' | 'toDo';

export type StepName =
  | 'Bucket'
  | 'Trust'
  | 'Permissions'
  | 'Role'
  | 'Set'
  | 'Assignment'
  | 'BorrowerPolicy'
  | 'Assume'
  | 'Answer'
  | 'Read';

const step = (
  number: number,
  side: Side,
  name: StepName,
  state: State,
  ...lines: readonly string[]
): HandStep => ({
  number,
  side,
  name,
  state,
  command: lines.join('\n'),
});

/** Steps 1 to 9 of docs/walkthrough.md, with the share's names. What is done is seen in the world, whoever did it. */
export function handSteps(shown: Documents, scene: Scene): HandStep[] {
  return [...companySteps(scene), ...vendorSteps(shown, scene), ...userSteps(scene)];
}

function companySteps(scene: Scene): HandStep[] {
  const { grant, world, objects, share } = scene;
  const { companyAccount, bucketName, policyName, roleName, rolePath } = grant;
  const account = world.accounts.get(companyAccount);
  const role = account?.roles.get(roleName);
  const policyArn = `arn:aws:iam::${companyAccount}:policy/${policyName}`;
  const policy = account && managedPolicyDocument(policyArn, account);
  const key = firstKey(scene);
  const boundary = share.company.permissionsBoundary;
  const boundaryArn = typeof boundary === 'string' ? boundary : boundary?.arn;
  const trusted = role && compared(shownPolicy(role.trustPolicy, world), trustPolicy(grant), 'trust');
  const isAttached = role?.attachedPolicies.has(policyArn) ?? false;
  const isReadable = objects.find(bucketName, key) !== undefined;
  const content = share.company.seedObjects.find((one) => one.key === key)?.content ?? 'confidential data\n';
  const file = key.slice(key.lastIndexOf('/') + 1);
  const upload = [
    `aws s3 mb s3://${bucketName} ${option('--region', grant.region)} --profile company`,
    `${printed(content)} > ${shellWord(file)}`,
    `aws s3 cp ${shellWord(file)} ${shellWord(`s3://${bucketName}/${key}`)} --profile company`,
  ];
  return [
    step(1, 'company', 'Bucket', isReadable ? 'done' : 'toDo', ...(grant.bucketIsThere ? [] : upload)),
    step(2, 'company', 'Trust', trusted ?? 'toDo', written('trust-policy.json', trustPolicy(grant))),
    step(
      3,
      'company',
      'Permissions',
      policy === undefined ? 'toDo' : compared(policy, readPolicy(grant, keyOf(scene)), 'identity'),
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
      role === undefined ? 'toDo' : isAttached && trusted === 'done' ? 'done' : 'differs',
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

/** The key that the bucket encrypts with now. */
function keyOf({ grant, world }: Scene): string | undefined {
  const keyId = world.buckets.get(grant.bucketName)?.encryption?.keyId;
  const key = [...world.keys.values()].find(({ id, arn }) => id === keyId || arn === keyId);
  return grant.kmsKeyArn ?? key?.arn;
}

function vendorSteps(shown: Documents, scene: Scene): HandStep[] {
  const { grant, vendorBorrowers, administrators } = scene;
  const center = identityCenterOf(grant);
  const wanted = assumeRolePolicy(grant);
  const policyFile = written('permission-set-policy.json', wanted);
  if (center === undefined) {
    const names = (vendorBorrowers[grant.index] ?? []).map(({ account, kind, name }) => {
      const [profile = 'vendor'] = [...administrators].find(([, one]) => one.account === account) ?? [];
      return onLines(
        `aws iam put-${kind}-policy ${option(`--${kind}-name`, name)}`,
        `--policy-name AllowAssumeCompanyRole --policy-document file://permission-set-policy.json ${option('--profile', profile)}`,
      );
    });
    const isLet = shown.documents.some(
      ({ hop, side, document }) =>
        hop === 2 && side === 'vendor' && compared(document, wanted, 'identity') === 'done',
    );
    return [step(5, 'vendor', 'BorrowerPolicy', isLet ? 'done' : 'toDo', policyFile, ...names)];
  }
  const admin = option('--profile', administratorProfileOf(grant));
  const instance = option('--instance-arn', center.instanceArn);
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
  const { set } = shown;
  const isAssigned = grant.accounts.every((account) =>
    shown.assignments.some(({ targetAccount }) => targetAccount === account),
  );
  return [
    step(
      5,
      'vendor',
      'Set',
      set === undefined ? 'toDo' : compared(set.inlinePolicy, wanted, 'identity'),
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
    step(6, 'vendor', 'Assignment', isAssigned ? 'done' : 'toDo', ...assigned),
  ];
}

function userSteps(scene: Scene): HandStep[] {
  const { grant, journal } = scene;
  const { permissionSet, borrowedRole } = profileNames(grant);
  const [user, data] = [option('--profile', permissionSet), option('--profile', borrowedRole)];
  const { externalId } = grant.vendor;
  const prefix = grant.vendor.prefixes?.[0] ?? '';
  const did = (...actions: string[]): 'done' | 'toDo' =>
    actions.every((action) => journal.wasDone(action, grant.roleArn)) ? 'done' : 'toDo';
  const place = `s3://${grant.bucketName}/`;
  return [
    step(
      7,
      'vendor',
      'Assume',
      journal.wasAssumed(grant.roleArn) ? 'done' : 'toDo',
      onLines(
        `aws sts assume-role ${option('--role-arn', grant.roleArn)}`,
        ...(externalId === undefined ? [] : [option('--external-id', externalId)]),
        `--role-session-name VendorTestSession ${user}`,
      ),
    ),
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
  `cat > ${name} <<'EOF'\n{ "Version": "2012-10-17",\n  "Statement": [\n${statementsOf(document).map(statementText).join(',\n')} ] }\nEOF`;

/** The same statements, whatever their Sids. */
function compared(there: unknown, wanted: object, kind: 'trust' | 'identity'): State {
  const [left, right] = [there, wanted].map((document) =>
    statementsOf(document).map((one) => ({ ...parsedStatement(one, kind, ''), sid: '' })),
  );
  return sameJson(JSON.parse(JSON.stringify(left)) as Json, JSON.parse(JSON.stringify(right)) as Json)
    ? 'done'
    : 'differs';
}
