import { type Json, type JsonObject, isObject, listOf } from '../../naive/json';
import { type NaiveReading, countsWhenOpen, statementsOf } from '../../naive/statements';
import { withKey } from './mutant';
import type { World } from './world';

/**
 * A world as it is if all that nobody can know before it is deployed turns out in one way, statement by statement: with
 * `most`, each Allow that may apply does and each Deny that may not does not; with `least`, the reverse. What is known of a
 * statement stays as it is.
 *
 * Open are: other policy variables than the two that follow from the accounts, NotPrincipal, canonical users, and policies of
 * which only the name is known. (Wildcards in the region of a Resource, and keys with several values, are open to
 * test/naive itself.)
 */
export function worldUnder(reading: NaiveReading, world: World): World {
  const of = (document: JsonObject, own: string) => documentUnder(reading, document, own);
  const unknown: JsonObject = {
    Version: '2012-10-17',
    Statement: [{ Effect: reading === 'most' ? 'Allow' : 'Deny', Action: '*', Resource: '*' }],
  };
  return {
    ...world,
    roles: world.roles.map((role) => {
      const boundary = role.unknown.some((one) => one.startsWith('boundary ')) ? unknown : role.boundary;
      return {
        ...role,
        trust: of(role.trust, role.account),
        identity: [
          ...role.identity.map((one) => of(one, role.account)),
          ...role.unknown.filter((one) => !one.startsWith('boundary ')).map(() => unknown),
        ],
        ...(boundary && { boundary: of(boundary, role.account) }),
      };
    }),
    buckets: world.buckets.map((bucket) => ({
      ...bucket,
      policies: bucket.policies.map((one) => of(one, bucket.account)),
    })),
    guarded: world.guarded.map((one) => ({ ...one, policy: of(one.policy, one.account) })),
    assignments: world.assignments.map((one) => ({
      ...one,
      identity: one.identity.map((document) => of(document, one.targetAccount)),
    })),
  };
}

/**
 * @param account of the identity, or of the resource, that the policy is of: `aws:PrincipalAccount` in the policy of an
 * identity and `aws:ResourceAccount` in that of a resource are always this one
 */
function documentUnder(reading: NaiveReading, document: JsonObject, account: string): JsonObject {
  const text = JSON.stringify(document).replace(/\$\{aws:(Principal|Resource)Account\}/gi, account);
  const known: unknown = JSON.parse(text);
  const statements = statementsOf(known).flatMap((one) => statementUnder(reading, one) ?? []);
  return { ...(isObject(known) ? known : {}), Statement: statements };
}

/** Undefined where it does not count. */
function statementUnder(reading: NaiveReading, statement: JsonObject): JsonObject | undefined {
  const counts = countsWhenOpen(statement, reading);
  const named = withPrincipal(statement, counts);
  const about = named && withResource(named, counts);
  return about && withConditions(about, counts);
}

function withPrincipal(statement: JsonObject, counts: boolean): JsonObject | undefined {
  const { NotPrincipal: not, ...rest } = statement;
  if (not !== undefined) return counts ? { ...rest, Principal: '*' } : undefined;
  const principal = statement['Principal'];
  if (!isObject(principal) || principal['CanonicalUser'] === undefined) return statement;
  if (counts) return { ...statement, Principal: '*' };
  const others = withKey(principal, 'CanonicalUser', undefined);
  return Object.keys(others).length === 0 ? undefined : { ...statement, Principal: others };
}

function withResource(statement: JsonObject, counts: boolean): JsonObject | undefined {
  for (const [element, wide] of [
    ['Resource', counts],
    ['NotResource', !counts],
  ] as const) {
    if (statement[element] === undefined) continue;
    const patterns = listOf(statement[element]).flatMap((one) => textUnder(one, wide) ?? []);
    if (patterns.length > 0) return { ...statement, [element]: patterns };
    if (element === 'Resource') return undefined;
    return { ...withKey(statement, element, undefined), Resource: '*' };
  }
  return statement;
}

function withConditions(statement: JsonObject, counts: boolean): JsonObject | undefined {
  const condition = statement['Condition'];
  if (!isObject(condition) || !JSON.stringify(condition).includes('${')) return statement;
  const kept: Record<string, Record<string, Json>> = {};
  const keep = (operator: string, key: string, value: Json) => {
    kept[operator] = { ...kept[operator], [key]: value };
  };
  for (const [operator, block] of Object.entries(condition)) {
    for (const [key, value] of Object.entries(isObject(block) ? block : {})) {
      if (!JSON.stringify(value).includes('${')) keep(operator, key, value);
      else if (/^(Bool|Date|Numeric|Ip|NotIp)/.test(operator)) {
        if (!counts) return undefined;
      } else {
        const negated = operator.includes('Not');
        const values = listOf(value).flatMap((one) => textUnder(one, counts !== negated) ?? []);
        if (values.length > 0) keep(operator.replace('Equals', 'Like'), key, values);
        else if (!negated) return undefined;
      }
    }
  }
  return { ...statement, Condition: kept };
}

/** Any text for a variable, or no text at all. */
function textUnder(value: Json, wide: boolean): Json | undefined {
  if (typeof value !== 'string' || !value.includes('${')) return value;
  return wide ? value.replace(/\$\{[^}]*\}/g, '*') : undefined;
}
