import { COMPANY_STACK_NAME } from '../../../../lib/share/grant';
import { saySandboxHome as say } from '../../../../words/say';
import { profileNames } from '../../../handoff/aws-config';
import { option } from '../../../handoff/shell';
import { isRecord } from '../../core/json';
import { administratorProfileOf } from '../../seed/seed-world';
import { bounded, type Change, rewritten, takenOff, unassigned } from './change';
import { type Documents, type ShownDocument, statementsOf } from './documents';
import type { Scene, Side } from './scene';

/** One thing that people break by hand. */
export interface Breakage {
  readonly id:
    | 'otherAccount'
    | 'mistyped'
    | 'detached'
    | 'tooMuch'
    | 'unassigned'
    | 'unlet'
    | 'bucketDenies'
    | 'externalId'
    | 'boundary';
  /** Whose administrator breaks it. */
  readonly side: Side;
  readonly title: () => string;
  readonly what: () => string;
  /** Undefined where what it would break is not there. */
  readonly change: Change | undefined;
  /** What is typed to repair it, after `npm run verify`. */
  readonly repair: string | undefined;
}

/** Eight of them, for this vendor, as everything is now. */
export function breakagesOf(shown: Documents, scene: Scene): Breakage[] {
  const { grant, share, world } = scene;
  const { documents } = shown;
  const trust = documents.find(({ place }) => place.kind === 'trust');
  const permissions = documents.find(
    ({ hop, place, document }) =>
      hop === 3 && (place.kind === 'managed' || place.kind === 'inline') && holds('"s3:GetObject"', document),
  );
  const borrows = documents.find(
    ({ hop, side, document }) => hop === 2 && side === 'vendor' && holds(`"${grant.roleArn}"`, document),
  );
  const bucket = trust && world.buckets.has(grant.bucketName) ? bucketPolicy(documents, scene) : undefined;
  const again = (stack: string, profile: string): string =>
    `npx cdk deploy ${stack} ${option('--profile', profile)} --revert-drift`;
  const company = again(COMPANY_STACK_NAME, 'company');
  const vendor = grant.identityCenter && again(grant.vendorStackName, administratorProfileOf(grant));
  const misspelt = withoutALetter(grant.roleName);
  const account =
    ['333333333333', '444444444444', '555555555555'].find((id) => !world.accounts.has(id)) ?? '';
  const policy = permissions?.name ?? grant.policyName;
  const stranger = { Principal: { AWS: `arn:aws:iam::${account}:root` } };
  const externalId = `another-${grant.vendor.externalId ?? 'share-7f3a'}`;
  const boundary = bounded('arn:aws:iam::aws:policy/IAMReadOnlyAccess', scene);
  const unbound = `aws iam delete-role-permissions-boundary ${option('--role-name', grant.roleName)} --profile company`;
  const row = (
    id: Breakage['id'],
    side: Side,
    what: () => string,
    change: Change | undefined,
    repair = side === 'company' ? company : vendor,
  ): Breakage => ({ id, side, title: () => say(id), what, change, repair });
  const edited = (
    document: ShownDocument | undefined,
    edit: (text: unknown) => unknown,
  ): Change | undefined => document && rewritten(document, edit(document.document), scene);
  return [
    row(
      'otherAccount',
      'company',
      () => say('otherAccountBody', { account }),
      edited(
        trust,
        onEach(() => stranger),
      ),
    ),
    row(
      'mistyped',
      'vendor',
      () => say('mistypedBody', { role: misspelt }),
      edited(borrows, replaced(`/${grant.roleName}"`, `/${misspelt}"`)),
    ),
    row('detached', 'company', () => say('detachedBody', { policy }), permissions && takenOff(permissions)),
    row(
      'tooMuch',
      'company',
      () => say('tooMuchBody'),
      edited(permissions, replaced('"s3:GetObject"', '"s3:GetObject*"')),
    ),
    scene.vendorUsers[grant.index] === undefined
      ? row('unlet', 'vendor', () => say('unletBody'), borrows && takenOff(borrows))
      : row('unassigned', 'vendor', () => say('unassignedBody'), unassigned(shown)),
    {
      ...row(
        'bucketDenies',
        'company',
        () => say('bucketDeniesBody'),
        edited(bucket, withDeny(grant.roleArn, grant.bucketArn)),
      ),
      repair: grant.bucketIsThere ? undefined : company,
    },
    row(
      'externalId',
      'company',
      () => say('externalIdBody'),
      edited(trust, onEach(demanding('sts:ExternalId', externalId))),
    ),
    row(
      'boundary',
      'company',
      () => say('boundaryBody'),
      boundary,
      share.company.permissionsBoundary === undefined ? unbound : company,
    ),
  ];
}

const holds = (text: string, document: unknown): boolean => (JSON.stringify(document) ?? '').includes(text);

/** Says which hop is broken and on whose side. */
export const verifyCommand = ({ grant }: Scene): string =>
  `npm run verify -- ${option('--profile', profileNames(grant).permissionSet)}`;

/** Where the bucket has no policy, the place of one. */
function bucketPolicy(documents: readonly ShownDocument[], { grant }: Scene): ShownDocument {
  return (
    documents.find(({ place }) => place.kind === 'bucket') ?? {
      id: 'bucket',
      hop: 3,
      side: 'company',
      account: grant.companyAccount,
      place: { kind: 'bucket', bucket: grant.bucketName },
      name: `bucket policy of ${grant.bucketName}`,
      kind: 'resource',
      holders: [],
      document: undefined,
    }
  );
}

/** One letter of a double one left out, as it happens when one types; or else the one in the middle. */
function withoutALetter(name: string): string {
  const double = /(.)\1/.exec(name)?.index;
  const at = double ?? Math.floor(name.length / 2);
  return name.slice(0, at) + name.slice(at + 1);
}

const replaced =
  (from: string, to: string) =>
  (document: unknown): unknown =>
    JSON.parse(JSON.stringify(document).replaceAll(from, to));

const withStatements = (document: unknown, statements: readonly unknown[]): unknown => ({
  Version: '2012-10-17',
  ...(isRecord(document) ? document : {}),
  Statement: statements,
});

const withDeny =
  (role: string, bucket: string) =>
  (document: unknown): unknown => {
    const deny = { Sid: 'DenyTheVendor', Effect: 'Deny', Principal: { AWS: role }, Action: 's3:GetObject' };
    return withStatements(document, [...statementsOf(document), { ...deny, Resource: `${bucket}/*` }]);
  };

const onEach =
  (change: (statement: Record<string, unknown>) => object) =>
  (document: unknown): unknown =>
    withStatements(
      document,
      statementsOf(document).map((one) => (isRecord(one) ? { ...one, ...change(one) } : one)),
    );

const demanding =
  (key: string, value: string) =>
  ({ Condition: condition }: Record<string, unknown>): object => {
    const block = isRecord(condition) ? condition : {};
    const equals = isRecord(block['StringEquals']) ? block['StringEquals'] : {};
    return { Condition: { ...block, StringEquals: { ...equals, [key]: value } } };
  };
