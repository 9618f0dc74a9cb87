import {
  DescribeInstanceCommand,
  type InstanceMetadata,
  ListPermissionSetsCommand,
  paginateListInstances,
  type SSOAdminClient,
} from '@aws-sdk/client-sso-admin';
import { ExitCode, PlainError } from '../exit-code';
import { failureOf } from '../verify/outcome';

/** The Identity Center that the vendor's stack can be deployed to. */
export interface FoundInstance {
  readonly instanceArn: string;
  readonly identityStoreId: string;
  /** The organization's management account. */
  readonly ownerAccount: string;
}

export interface InstanceSearch {
  readonly client: SSOAdminClient;
  /** Each region is asked by itself: Identity Center answers in its home region. */
  readonly region: string;
  /** The account whose profile asks. */
  readonly account: string;
  /** Chosen among several, where it is one of them: what parameters.ts says already, if it does. */
  readonly known: string | undefined;
  readonly options: () => { abortSignal: AbortSignal };
}

/**
 * The one organization instance that this account administers in this region; never simply the first.
 *
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/identity-center-instances.html
 *
 * @throws PlainError that says what is there instead, and what to do
 */
export async function findInstance(search: InstanceSearch): Promise<FoundInstance> {
  const { client, region, account, known, options } = search;
  const instances: InstanceMetadata[] = [];
  for await (const page of paginateListInstances({ client }, {}, options()))
    instances.push(...(page.Instances ?? []));
  if (instances.length === 0) {
    throw new PlainError(
      `--region ${region}: account ${account} sees no Identity Center instance there. Each region answers for itself: ` +
        'the AWS access portal’s settings page shows the home region; try that one, or a profile of the account that runs it',
    );
  }
  const kinds = await Promise.all(instances.map((instance) => kindOf(instance, search)));
  const usable = instances.filter((_instance, place) => kinds[place] === 'usable');
  const chosen = usable.length === 1 ? usable[0] : usable.find(({ InstanceArn }) => InstanceArn === known);
  if (chosen !== undefined) return found(chosen);

  const list = instances.map(
    (instance, place) => `  - ${describe(instance)}: ${IN_WORDS[kinds[place] ?? 'usable']}`,
  );
  const advice =
    usable.length > 1
      ? 'several could be meant: write the right one into identityCenter.instanceArn in parameters.ts and run this again'
      : (ADVICE[kinds[0] ?? 'usable'] ?? '');
  throw new PlainError(`account ${account} sees in ${region}:\n${list.join('\n')}\n${advice}`);
}

type Kind = 'usable' | 'account instance' | 'of another account' | 'not active' | 'not allowed';

/**
 * An account instance has no permission sets; an organization instance shows itself to every member account but is
 * managed from the management account or a delegated administrator alone.
 */
async function kindOf(
  instance: InstanceMetadata,
  { client, account, options }: InstanceSearch,
): Promise<Kind> {
  if (instance.Status !== undefined && instance.Status !== 'ACTIVE') return 'not active';
  const { InstanceArn } = instance;
  const described = await client
    .send(new DescribeInstanceCommand({ InstanceArn }), options())
    .catch(() => undefined);
  if (described?.PermissionSetsEnabled === false) return 'account instance';
  try {
    await client.send(new ListPermissionSetsCommand({ InstanceArn, MaxResults: 1 }), options());
    return 'usable';
  } catch (error) {
    const { how, code } = failureOf(error);
    if (how !== 'answered') throw error;
    if (code !== 'AccessDeniedException' && code !== 'AccessDenied') return 'account instance';
    return instance.OwnerAccountId === account ? 'not allowed' : 'of another account';
  }
}

const IN_WORDS: Record<Kind, string> = {
  usable: 'an organization instance',
  'account instance': 'an account instance, which has no permission sets',
  'of another account': 'an organization instance that this account does not administer',
  'not active': 'not active',
  'not allowed': 'an instance whose permission sets this profile may not list',
};

const ADVICE: Partial<Record<Kind, string>> = {
  'account instance':
    'permission sets need an organization instance: use a profile of the organization’s management account, or of its delegated administrator',
  'of another account':
    'use a profile of the owner account, or of the account that it delegated Identity Center to, and set identityCenter.account to it',
  'not active': 'wait until it is active, or look at it in the console',
  'not allowed':
    'use a profile that may sso:ListPermissionSets; if it is an account instance, one of the organization’s management account',
};

function describe({ InstanceArn = '', OwnerAccountId = '', Name, Status }: InstanceMetadata): string {
  const name = Name === undefined ? '' : ` "${Name}"`;
  return `${InstanceArn}${name} of account ${OwnerAccountId}${Status === undefined || Status === 'ACTIVE' ? '' : `, ${Status}`}`;
}

function found({ InstanceArn, IdentityStoreId, OwnerAccountId }: InstanceMetadata): FoundInstance {
  if (InstanceArn === undefined || IdentityStoreId === undefined) {
    throw new PlainError(
      'Identity Center answered without the ARN or the identity store of its instance',
      ExitCode.CouldNotTell,
    );
  }
  return { instanceArn: InstanceArn, identityStoreId: IdentityStoreId, ownerAccount: OwnerAccountId ?? '' };
}
