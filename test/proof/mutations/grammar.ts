import { conditionsOf } from '../../naive/conditions';
import { type Json, type JsonObject, isList, isObject, listOf } from '../../naive/json';
import { statementsOf } from '../../naive/statements';
import { textsOf, textOf } from './cloudformation';

export type DocumentKind = 'identity' | 'resource' | 'trust';

/**
 * Why IAM or S3 would not take a document, or nothing. Such a template never gets deployed, so the proof must not call
 * it good: it says `broken`, or does not decide.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function whyAwsRefuses(document: Json, kind: DocumentKind): string | undefined {
  if (!isObject(document)) return 'a policy must be an object';
  const stray = Object.keys(document).find((key) => !['Version', 'Id', 'Statement'].includes(key));
  if (stray !== undefined) return `a policy has no ${stray}`;
  const version = document['Version'];
  if (version !== undefined && version !== '2012-10-17' && version !== '2008-10-17') return 'unknown Version';
  const statements = listOf(document['Statement']);
  if (statements.length === 0) return 'no statement';
  const sids = statements.flatMap((one) => (isObject(one) && one['Sid'] !== undefined ? [one['Sid']] : []));
  if (kind !== 'resource' && new Set(sids).size < sids.length) return 'two statements with one Sid';
  for (const statement of statements) {
    const why = isObject(statement) ? whyStatement(statement, kind) : 'a statement must be an object';
    if (why !== undefined) return why;
  }
  return undefined;
}

const ELEMENTS = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];

function whyStatement(statement: JsonObject, kind: DocumentKind): string | undefined {
  const has = (key: string) => statement[key] !== undefined;
  const stray = Object.keys(statement).find((key) => !ELEMENTS.includes(key));
  if (stray !== undefined) return `a statement has no ${stray}`;
  if (statement['Effect'] !== 'Allow' && statement['Effect'] !== 'Deny') return 'Effect is Allow or Deny';
  if (has('Action') === has('NotAction')) return 'one of Action and NotAction';
  if (kind === 'trust' && (has('Resource') || has('NotResource'))) return 'a trust policy has no Resource';
  if (kind !== 'trust' && has('Resource') === has('NotResource')) return 'one of Resource and NotResource';
  if (kind === 'identity' && (has('Principal') || has('NotPrincipal')))
    return 'an identity policy has no Principal';
  if (kind !== 'identity' && has('Principal') === has('NotPrincipal'))
    return 'one of Principal and NotPrincipal';
  const sid = statement['Sid'];
  if (sid !== undefined && kind !== 'resource' && !/^[A-Za-z0-9]*$/.test(textOf(sid))) return 'malformed Sid';
  return (
    whyLists(statement) ??
    whyPrincipal(statement['Principal'] ?? statement['NotPrincipal']) ??
    whyCondition(statement['Condition'])
  );
}

function whyLists(statement: JsonObject): string | undefined {
  for (const key of ['Action', 'NotAction']) {
    const value = statement[key];
    if (value === undefined) continue;
    const actions = textsOf(value);
    if (actions.length === 0) return `${key} is empty`;
    const bad = actions.find((action) => action !== '*' && !/^[A-Za-z0-9-]+:[\w*?]+$/.test(action));
    if (bad !== undefined) return `malformed action ${bad}`;
  }
  for (const key of ['Resource', 'NotResource']) {
    const value = statement[key];
    if (value === undefined) continue;
    const resources = textsOf(value);
    if (resources.length === 0) return `${key} is empty`;
    const bad = resources.find((resource) => resource !== '*' && resource.split(':').length < 6);
    if (bad !== undefined) return `malformed resource ${bad}`;
  }
  return undefined;
}

function whyPrincipal(principal: Json | undefined): string | undefined {
  if (principal === undefined || principal === '*') return undefined;
  if (!isObject(principal)) return 'malformed Principal';
  const stray = Object.keys(principal).find(
    (key) => !['AWS', 'Service', 'Federated', 'CanonicalUser'].includes(key),
  );
  if (stray !== undefined) return `a Principal has no ${stray}`;
  const bad = textsOf(principal['AWS']).find(
    (one) =>
      one !== '*' &&
      !/^\d{12}$/.test(one) &&
      !/^arn:aws:(iam::\d{12}:(root$|(user|role)\/[^*?]+$)|sts::\d{12}:assumed-role\/[^*?/]+\/[^*?/]+$)/.test(
        one,
      ),
  );
  return bad === undefined ? undefined : `malformed principal ${bad}`;
}

const OPERATOR =
  /^(ForAnyValue:|ForAllValues:)?((String|Arn)(Not)?(Equals|Like)|StringEqualsIgnoreCase|StringNotEqualsIgnoreCase|Bool|(Date|Numeric)((Not)?Equals|(Less|Greater)Than(Equals)?)|(Not)?IpAddress)(IfExists)?$|^Null$/;

function whyCondition(condition: Json | undefined): string | undefined {
  if (condition === undefined) return undefined;
  if (!isObject(condition)) return 'malformed Condition';
  for (const [operator, block] of Object.entries(condition)) {
    if (!OPERATOR.test(operator)) return `unknown operator ${operator}`;
    if (!isObject(block)) return `malformed ${operator}`;
    for (const [key, values] of Object.entries(block)) {
      if (listOf(values).some((value) => isObject(value) || isList(value) || value === null))
        return `malformed ${key}`;
      const bad = textsOf(values).find((value) => !fits(operator, value));
      if (bad !== undefined) return `malformed value ${bad} of ${key}`;
    }
  }
  return undefined;
}

/** https://www.w3.org/TR/NOTE-datetime, which IAM's date operators take: a time has its zone. */
const W3C_DATE = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$/;

function fits(operator: string, value: string): boolean {
  if (operator.includes('Date')) return W3C_DATE.test(value) || /^\d+$/.test(value);
  if (operator.includes('Numeric')) return /^-?\d+(\.\d+)?$/.test(value);
  if (operator === 'Null') return /^(true|false)$/i.test(value);
  return true;
}

/**
 * What a proof may decline to judge although AWS takes it: docs/proof.md asks it not to decide, by name, whatever it does not
 * model. If such a thing changes nothing, `not decided` is no false alarm.
 */
export function whyProofMayDecline(document: JsonObject): string | undefined {
  const text = JSON.stringify(document);
  const element = NOT_MODELLED.find(([pattern]) => pattern.test(text));
  if (element) return element[1];
  const values = statementsOf(document).flatMap(conditionsOf);
  if (
    values.some(
      (one) => one.operator.startsWith('Bool') && one.values.some((value) => !/^(true|false)$/.test(value)),
    )
  ) {
    return 'a Bool that is neither true nor false';
  }
  if (
    values.some(
      (one) => one.operator.startsWith('Arn') && one.values.some((value) => value.split(':').length < 6),
    )
  ) {
    return 'an ARN condition whose value is no ARN';
  }
  return undefined;
}

const NOT_MODELLED: readonly (readonly [RegExp, string])[] = [
  [/\$\{(?!aws:(Principal|Resource)Account\})/, 'a policy variable'],
  [/"NotPrincipal"/, 'NotPrincipal'],
  [/"CanonicalUser"/, 'a canonical user'],
  [/"arn:\*:/, 'a wildcard where an ARN names its partition'],
];
