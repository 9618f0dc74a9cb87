import {
  DescribeInstanceCommand,
  type InstanceMetadata,
  ListPermissionSetsCommand,
  paginateListInstances,
  type SSOAdminClient,
} from '@aws-sdk/client-sso-admin';
import { sayLookup } from '../../words/say';
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
  if (instances.length === 0) throw new PlainError(sayLookup('no-instance', { region, account }));
  const kinds = await Promise.all(instances.map((instance) => kindOf(instance, search)));
  const usable = instances.filter((_instance, place) => kinds[place] === 'usable');
  const chosen = usable.length === 1 ? usable[0] : usable.find(({ InstanceArn }) => InstanceArn === known);
  if (chosen !== undefined) return found(chosen);

  const list = instances.map((instance, place) => `  - ${described(instance, kinds[place] ?? 'usable')}`);
  const advice = usable.length > 1 ? sayLookup('several.todo') : adviceOn(kinds[0] ?? 'usable');
  throw new PlainError([sayLookup('instances', { account, region }), ...list, advice].join('\n'));
}

type Kind = 'usable' | 'account-instance' | 'of-another-account' | 'not-active' | 'not-allowed';

/**
 * An account instance has no permission sets; an organization instance shows itself to every member account but is
 * managed from the management account or a delegated administrator alone.
 */
async function kindOf(
  instance: InstanceMetadata,
  { client, account, options }: InstanceSearch,
): Promise<Kind> {
  if (instance.Status !== undefined && instance.Status !== 'ACTIVE') return 'not-active';
  const { InstanceArn } = instance;
  const described = await client
    .send(new DescribeInstanceCommand({ InstanceArn }), options())
    .catch(() => undefined);
  if (described?.PermissionSetsEnabled === false) return 'account-instance';
  try {
    await client.send(new ListPermissionSetsCommand({ InstanceArn, MaxResults: 1 }), options());
    return 'usable';
  } catch (error) {
    const { how, code } = failureOf(error);
    if (how !== 'answered') throw error;
    if (code !== 'AccessDeniedException' && code !== 'AccessDenied') return 'account-instance';
    return instance.OwnerAccountId === account ? 'not-allowed' : 'of-another-account';
  }
}

function described(
  { InstanceArn: arn = '', OwnerAccountId: owner = '', Name: name, Status: status }: InstanceMetadata,
  kind: Kind,
): string {
  const kinds: Record<Kind, string> = {
    usable: sayLookup('kind.usable'),
    'account-instance': sayLookup('kind.account-instance'),
    'of-another-account': sayLookup('kind.of-another-account'),
    'not-active': sayLookup('kind.not-active', { status: status ?? '' }),
    'not-allowed': sayLookup('kind.not-allowed'),
  };
  const slots = { arn, owner, kind: kinds[kind] };
  return name === undefined ? sayLookup('instance', slots) : sayLookup('instance.named', { ...slots, name });
}

/** One that is usable is taken, so that there is nothing to say of it. */
function adviceOn(kind: Kind): string {
  return kind === 'usable' ? '' : sayLookup(`${kind}.todo`);
}

function found({ InstanceArn, IdentityStoreId, OwnerAccountId }: InstanceMetadata): FoundInstance {
  if (InstanceArn === undefined || IdentityStoreId === undefined) {
    throw new PlainError(sayLookup('no-ids'), ExitCode.CouldNotTell);
  }
  return { instanceArn: InstanceArn, identityStoreId: IdentityStoreId, ownerAccount: OwnerAccountId ?? '' };
}
