import { saySandboxHome as say } from '../../../../words/say';
import { parsePolicy } from '../../../iam/parse-policy';
import type { PolicyKind, Statement } from '../../../iam/policy';
import { closestMiss } from '../../../iam/denial-words';
import type { AccessRequest, Denial, DeterminingStatement } from '../../../iam/request';
import type { Authorization } from '../../access/authorize';
import { isRecord } from '../../core/json';
import type { RequestEntry } from '../../request-entry';
import type { Documents, ShownDocument } from './documents';
import { type Scene, type Side, accountOf, sideOf } from './scene';

/** What a statement said: yes; no, by a Deny; or no, because of the element that differs. */
export type Said = 'Allow' | 'Deny' | 'Principal' | 'Action' | 'Resource' | 'Condition';

/** By ids of statements: exactly those that the evaluator names for one request, where they still stand as they did. */
export type Lit = ReadonlyMap<string, Said>;

export function litBy(entry: RequestEntry, shown: Documents): Lit {
  const lit = new Map(assignedBy(entry, shown).map((id): [string, Said] => [id, 'Allow']));
  const light = (by: DeterminingStatement, request: AccessRequest, said: Said): void => {
    const id = placeOf(by, request, shown.documents);
    if (id !== undefined) lit.set(id, said);
  };
  for (const { request, decision } of entry.authorizations)
    if (decision.allowed) for (const by of decision.by) light(by, request, 'Allow');
  const { request, denial } = denialOf(entry) ?? {};
  if (request === undefined || denial === undefined) return lit;
  const closest = denial.kind === 'implicit' ? closestMiss(denial.nearMisses) : undefined;
  if (denial.kind === 'explicit') light(denial.by, request, 'Deny');
  else if (closest !== undefined) light(closest, request, differing(closest.because));
  return lit;
}

/** The question that a denied request ended with. */
export function denialOf({ error, authorizations }: RequestEntry): Denied | undefined {
  const last = authorizations.at(-1);
  if (error === undefined || last === undefined || last.decision.allowed) return undefined;
  return { ...last, denial: last.decision.denial };
}

export type Denied = Authorization & { readonly denial: Denial };

/** Whose policies did not allow it, or denied it; undefined for what no policy decided, and for others' policies. */
export function deniedOn(entry: RequestEntry, scene: Scene): Side | undefined {
  if (isSignIn(entry)) return entry.error === undefined ? undefined : 'vendor';
  const { request, denial } = denialOf(entry) ?? {};
  if (request === undefined || denial === undefined) return undefined;
  const type = denial.kind === 'explicit' ? denial.in : denial.missing;
  return sideOf(type === 'resource' ? request.resourceAccount : accountOf(request), scene);
}

export const isSignIn = ({ service, operation }: RequestEntry): boolean =>
  service === 'awsssoportal' && operation === 'GetRoleCredentials';

/** 1 sign in, 2 assume the role, 3 use S3; undefined for all else. */
export function hopOf({ service, operation }: RequestEntry): 1 | 2 | 3 | undefined {
  if (service === 'awsssoportal' || service === 'sso-oauth') return 1;
  if (service === 'sts' && operation === 'AssumeRole') return 2;
  return service === 's3' || service === 'kms' ? 3 : undefined;
}

/** Who asked, as short as a person says it: `member-of-analysts`, `VendorAccessRole`, `Administrator`. */
export function callerName({ who, caller }: Pick<RequestEntry, 'who' | 'caller'>): string {
  if (who !== undefined) return who;
  if (caller.kind === 'anonymous') return say('anonymous');
  if (caller.kind === 'service') return caller.service;
  if (caller.kind === 'federated') return caller.provider;
  if (caller.kind === 'root') return `${caller.account} root`;
  // Of a permission set, the session's name is the person's.
  const isPerson = caller.kind === 'user' || /\/AWSReservedSSO_/.test(caller.roleArn);
  const arn = isPerson ? caller.arn : caller.roleArn;
  return arn.slice(arn.lastIndexOf('/') + 1);
}

const ELEMENTS = { principal: 'Principal', action: 'Action', resource: 'Resource' } as const;

export const differing = (because: string): Exclude<Said, 'Allow' | 'Deny'> =>
  ELEMENTS[because as keyof typeof ELEMENTS] ?? 'Condition';

/** A statement that was changed since is not the one that decided. */
function placeOf(
  { policy, statement }: DeterminingStatement,
  { caller }: AccessRequest,
  documents: readonly ShownDocument[],
): string | undefined {
  const holder = caller.kind === 'role-session' ? caller.roleArn : caller.kind === 'user' ? caller.arn : '';
  const found = documents.find(
    ({ kind, name, holders, arn }) =>
      kind === policy.kind &&
      name === policy.name &&
      (holders === undefined || holders.includes(holder)) &&
      (policy.arn === undefined || arn === policy.arn),
  );
  if (found === undefined) return undefined;
  const wanted = JSON.stringify({ ...statement, index: 0 });
  const all = statementsOf(found.document).map((one) => JSON.stringify(parsedStatement(one, found.kind)));
  // The evaluator may have left out statements before it: its place does not tell.
  const index = all.indexOf(wanted);
  return index < 0 ? undefined : statementId(found, index);
}

export const statementId = ({ id }: ShownDocument, index: number): string => `${id}-${index + 1}`;

/** The portal looks at assignments, not at policies. */
function assignedBy(entry: RequestEntry, { assignments, instance }: Documents): string[] {
  if (!isSignIn(entry) || entry.error !== undefined || instance === undefined) return [];
  const user = [...instance.users.values()].find(({ name }) => name === entry.who);
  return assignments.flatMap(({ principalId }, index) =>
    user !== undefined &&
    (principalId === user.id || instance.groups.get(principalId)?.memberIds.has(user.id) === true)
      ? [assignmentId(index)]
      : [],
  );
}

export const assignmentId = (index: number): string => `assignment-${index + 1}`;

/** A policy's statements as they are written. */
export function statementsOf(document: unknown): readonly unknown[] {
  const statements = isRecord(document) ? document['Statement'] : undefined;
  if (Array.isArray(statements)) return statements;
  return statements === undefined ? [] : [statements];
}

/** One statement as the evaluator reads it, wherever it stands; undefined where that does not know it. */
export function parsedStatement(statement: unknown, kind: PolicyKind): Statement | undefined {
  try {
    return parsePolicy({ Version: '2012-10-17', Statement: [statement] }, kind, '').statements[0];
  } catch {
    return undefined;
  }
}

/** Lists and blocks that fit on a line stand on it. No string of JSON has a line break of its own. */
export const policyText = (policy: unknown): string =>
  JSON.stringify(policy, null, 2).replaceAll(/[[{]\n[^[\]{}]{1,70}[\]}]/g, (short) =>
    short.replaceAll(/\s*\n\s*/g, ' '),
  );
