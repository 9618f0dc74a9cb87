import { closestMiss } from '../../../iam/denial-words';
import type { AccessRequest, DeterminingStatement } from '../../../iam/request';
import type { Authorization } from '../../access/authorize';
import { type Json, sameJson } from '../../core/json';
import type { RequestEntry } from '../../request-entry';
import { type Documents, parsedStatement, type ShownDocument, statementId, statementsOf } from './documents';
import { type Scene, type Side, accountOf, sideOf } from './scene';

/** What is lit for one request: exactly the statements that the evaluator names, where they still stand as they did. */
export interface Lit {
  readonly yes: ReadonlySet<string>;
  /** Statements that deny, or came closest to allowing, and the element that differs; null for a Deny. */
  readonly no: ReadonlyMap<string, Differing | null>;
}

export type Differing = 'Principal' | 'Action' | 'Resource' | 'Condition';

export function litBy(entry: RequestEntry, shown: Documents): Lit {
  const denied = denialOf(entry);
  const yes = entry.authorizations.flatMap(({ request, decision }) =>
    decision.allowed ? decision.by.flatMap((by) => placeOf(by, request, shown.documents) ?? []) : [],
  );
  return {
    yes: new Set([...yes, ...assignedBy(entry, shown)]),
    no: new Map(denied === undefined ? [] : namedInDenial(denied, shown.documents)),
  };
}

/** The question that a denied request ended with. */
export function denialOf({ error, authorizations }: RequestEntry): Authorization | undefined {
  const last = authorizations.at(-1);
  return error !== undefined && last?.decision.allowed === false ? last : undefined;
}

/** Whose policies did not allow it, or denied it; undefined for what no policy decided, and for others' policies. */
export function deniedOn(entry: RequestEntry, scene: Scene): Side | undefined {
  if (isSignIn(entry)) return entry.error === undefined ? undefined : 'vendor';
  const authorization = denialOf(entry);
  if (authorization?.decision.allowed !== false) return undefined;
  const { denial } = authorization.decision;
  const type = denial.kind === 'explicit' ? denial.in : denial.missing;
  return sideOf(
    type === 'resource' ? authorization.request.resourceAccount : accountOf(authorization.request),
    scene,
  );
}

export const isSignIn = ({ service, operation }: RequestEntry): boolean =>
  service === 'awsssoportal' && operation === 'GetRoleCredentials';

/** 1 sign in, 2 assume the role, 3 use S3; undefined for all else. */
export function hopOf({ service, operation }: RequestEntry): 1 | 2 | 3 | undefined {
  if (service === 'awsssoportal' || service === 'sso-oauth') return 1;
  if (service === 'sts' && operation === 'AssumeRole') return 2;
  return service === 's3' || service === 'kms' ? 3 : undefined;
}

function namedInDenial(
  { decision, request }: Authorization,
  documents: readonly ShownDocument[],
): [string, Differing | null][] {
  if (decision.allowed) return [];
  const { denial } = decision;
  const closest = denial.kind === 'explicit' ? undefined : closestMiss(denial.nearMisses);
  const named = denial.kind === 'explicit' ? denial.by : closest;
  const id = named && placeOf(named, request, documents);
  return id === undefined ? [] : [[id, closest === undefined ? null : differing(closest.because)]];
}

export function differing(because: string): Differing {
  if (because === 'principal') return 'Principal';
  if (because === 'action') return 'Action';
  return because === 'resource' ? 'Resource' : 'Condition';
}

/** A statement that was changed since is not the one that decided. */
function placeOf(
  { policy, statement }: DeterminingStatement,
  { caller }: AccessRequest,
  documents: readonly ShownDocument[],
): string | undefined {
  const holder = caller.kind === 'role-session' ? caller.roleArn : caller.kind === 'user' ? caller.arn : '';
  const found = documents.find(
    ({ kind, name, holders, place }) =>
      kind === policy.kind &&
      name === policy.name &&
      (kind !== 'identity' || holders.includes(holder)) &&
      (policy.arn === undefined || !('arn' in place) || place.arn === policy.arn),
  );
  if (found === undefined) return undefined;
  const same = statementsOf(found.document).flatMap((raw, index) => {
    const parsed = parsedStatement(raw, found.kind, found.name);
    return parsed !== undefined &&
      sameJson(jsonOf({ ...parsed, index: 0 }), jsonOf({ ...statement, index: 0 }))
      ? [index]
      : [];
  });
  const index = same.includes(statement.index) ? statement.index : same[0];
  return index === undefined ? undefined : statementId(found, index);
}

const jsonOf = (value: object): Json => JSON.parse(JSON.stringify(value)) as Json;

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
