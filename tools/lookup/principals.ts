import {
  type IdentitystoreClient,
  paginateListGroups,
  paginateListUsers,
} from '@aws-sdk/client-identitystore';
import { sayLookup } from '../../words/say';
import type { Assignee } from '../../lib/share/share';

export interface PrincipalSearch {
  readonly client: IdentitystoreClient;
  readonly identityStoreId: string;
  readonly options: () => { abortSignal: AbortSignal };
}

export interface PrincipalNames {
  /** Display names. */
  readonly groups: readonly string[];
  /** User names. */
  readonly users: readonly string[];
}

/**
 * Names to GUIDs, in the order asked for: groups, then users.
 *
 * @returns the problems instead, all at once, if a name has no match or several; each lists the candidates
 */
export async function findPrincipals(
  search: PrincipalSearch,
  { groups, users }: PrincipalNames,
): Promise<{ readonly found: Assignee[] } | { readonly problems: string[] }> {
  const found: Assignee[] = [];
  const problems: string[] = [];
  const ask = async (type: Assignee['type'], name: string) => {
    const matches = (await list(search, type, name)).filter((candidate) => candidate.name === name);
    const [only, another] = matches;
    if (only !== undefined && another === undefined) found.push({ type, ...only });
    else problems.push(await problem(search, type, name, matches));
  };
  for (const name of groups) await ask('GROUP', name);
  for (const name of users) await ask('USER', name);
  return problems.length > 0 ? { problems } : { found };
}

type Candidate = Pick<Assignee, 'id' | 'name'>;

/** Those that the identity store holds to match `name`; everyone if there is no name. At most a few pages. */
async function list(
  { client, identityStoreId, options }: PrincipalSearch,
  type: Assignee['type'],
  name?: string,
): Promise<Candidate[]> {
  const path = type === 'GROUP' ? 'DisplayName' : 'UserName';
  const Filters = name === undefined ? undefined : [{ AttributePath: path, AttributeValue: name }];
  const input = { IdentityStoreId: identityStoreId, ...(Filters === undefined ? {} : { Filters }) };
  const candidates: Candidate[] = [];
  if (type === 'GROUP') {
    for await (const { Groups } of paginateListGroups({ client }, input, options())) {
      for (const { GroupId, DisplayName } of Groups ?? [])
        candidates.push({ id: GroupId ?? '', name: DisplayName ?? '' });
      if (candidates.length >= MOST) break;
    }
  } else {
    for await (const { Users } of paginateListUsers({ client }, input, options())) {
      for (const { UserId, UserName } of Users ?? [])
        candidates.push({ id: UserId ?? '', name: UserName ?? '' });
      if (candidates.length >= MOST) break;
    }
  }
  return candidates;
}

const MOST = 2000;
const SHOWN = 12;

async function problem(
  search: PrincipalSearch,
  type: Assignee['type'],
  name: string,
  matches: Candidate[],
): Promise<string> {
  const option = `--${type.toLowerCase()} "${name}"`;
  if (matches.length > 1) {
    const ids = matches.map(({ id }) => id).join(', ');
    return sayLookup('several-match', { option, ids });
  }
  const isGroup = type === 'GROUP';
  const everyone = await list(search, type);
  if (everyone.length === 0)
    return isGroup ? sayLookup('no-groups', { option }) : sayLookup('no-users', { option });
  const close = everyone.filter((candidate) => resembles(candidate.name, name));
  if (close.length > 0) return sayLookup('close-names', { option, names: namesOf(close) });
  const slots = { option, names: namesOf(everyone) };
  return isGroup ? sayLookup('all-groups', slots) : sayLookup('all-users', slots);
}

function namesOf(candidates: readonly Candidate[]): string {
  const all = candidates.map(({ name }) => name).sort();
  const names = all.slice(0, SHOWN).join(', ');
  return all.length > SHOWN ? sayLookup('names.more', { names, count: all.length - SHOWN }) : names;
}

/** Without regard to case, one is part of the other. */
function resembles(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a !== '' && b !== '' && (a.includes(b) || b.includes(a));
}
