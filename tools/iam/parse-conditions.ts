import { sayPolicy as say } from '../../words/say';
import { parseArn } from './arn';
import { parseCidr } from './cidr';
import { CONDITION_OPERATORS, type ConditionOperator } from './condition-operators';
import { parseBoolean, parseDate, parseNumber } from './condition-values';
import { conditionKey } from './condition-key';
import type { Condition, Unmodelled } from './policy';
import { isModelled } from './policy-variables';
import { asList, isObject, shown, type Problems } from './problems';

/**
 * The Condition element: operators, each with keys, each with one value or a list.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
 */
export function parseConditions(
  value: unknown,
  at: string,
  problems: Problems,
): { readonly known: readonly Condition[]; readonly unmodelled: readonly Unmodelled[] } {
  const found: { known: Condition[]; unmodelled: Unmodelled[] } = { known: [], unmodelled: [] };
  if (value === undefined) return found;
  const where = `${at}.Condition`;
  if (!isObject(value)) return problems.reject(where, say('jsonObject', { value: shown(value) }), found);
  for (const [name, keys] of Object.entries(value)) {
    const parsed = parseOperator(name);
    if (parsed) {
      for (const condition of parseKeys(keys, parsed, `${where}.${name}`, problems)) {
        if ('what' in condition) found.unmodelled.push(condition);
        else found.known.push(condition);
      }
    } else if (/^(For(All|Any)Values:)?Binary/.test(name)) {
      found.unmodelled.push(problems.unmodelled('condition', `${where}.${name}`, say('notModelled')));
    } else problems.add(`${where}.${name}`, whyNot(name));
  }
  return found;
}

type Operator = Pick<Condition, 'operator' | 'ifExists' | 'set'>;

function parseOperator(name: string): Operator | undefined {
  const set = SETS.find((one) => name.startsWith(`${one}:`));
  const single = set === undefined ? name : name.slice(set.length + 1);
  const ifExists = single.endsWith('IfExists');
  const bare = ifExists ? single.slice(0, -'IfExists'.length) : single;
  const operator = CONDITION_OPERATORS.find((known) => known === bare);
  if (!operator || (operator === 'Null' && (ifExists || set !== undefined))) return undefined;
  return { operator, ifExists, ...(set !== undefined && { set }) };
}

const SETS = ['ForAllValues', 'ForAnyValue'] as const;

function whyNot(name: string): string {
  return say(name === 'NullIfExists' ? 'nullIfExists' : 'operator');
}

function parseKeys(
  keys: unknown,
  operator: Operator,
  at: string,
  problems: Problems,
): readonly (Condition | Unmodelled)[] {
  if (!isObject(keys)) return problems.reject(at, say('keys', { value: shown(keys) }), []);
  const names = Object.keys(keys);
  if (names.length === 0) problems.add(at, say('noKey'));
  const seen = new Set<string>();
  return names.map((name) => {
    const key = conditionKey(name);
    if (seen.has(key)) problems.add(`${at}.${name}`, say('keyTwice'));
    seen.add(key);
    if (!CONDITION_KEY.test(name)) problems.add(`${at}.${name}`, say('key'));
    return parseValues({ ...operator, key }, keys[name], `${at}.${name}`, problems);
  });
}

/**
 * `service:Name`, for tags `aws:PrincipalTag/any text`, for a sign-in `token.actions.githubusercontent.com:sub` or
 * `oidc.eks.REGION.amazonaws.com/id/ID:sub`; no wildcards, no variables.
 */
const CONDITION_KEY = /^[A-Za-z0-9-]+([./][A-Za-z0-9._-]+)*:[A-Za-z0-9_.:-]+(\/[^*?${}]+)?$/;

function parseValues(
  condition: Omit<Condition, 'values'>,
  value: unknown,
  at: string,
  problems: Problems,
): Condition | Unmodelled {
  const { operator } = condition;
  const list = asList(value);
  let strange: string | undefined;
  if (list.length === 0) problems.add(at, say('noValue'));
  const values = list.map((one) => {
    const text = stringified(one);
    if (text === undefined) return problems.reject(at, say('scalar', { value: shown(one) }), '');
    if (typeof one === 'number' && kindOf(operator) === 'String')
      problems.add(at, say('numberAsText', { value: shown(one) }));
    if (text.includes('${')) {
      if (!['String', 'Arn'].includes(kindOf(operator)))
        strange = say('variableThere', { value: shown(text) });
      else if (!isModelled(text))
        problems.unmodelled('condition', at, say('variable', { value: shown(text) }));
    } else if (kindOf(operator) === 'Arn' && parseArn(text) === undefined)
      strange = say('noArn', { value: shown(text) });
    else if (!isReadable(operator, text))
      problems.add(at, say(`expected.${kindOf(operator)}`, { value: shown(one) }));
    return text;
  });
  return strange === undefined ? { ...condition, values } : problems.unmodelled('condition', at, strange);
}

/** JSON numbers that a double cannot hold exactly are rejected: what was written is lost before it gets here. */
function stringified(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'number' && parseNumber(String(value)) !== undefined ? String(value) : undefined;
}

type ValueKind = 'String' | 'Arn' | 'Bool' | 'Date' | 'Numeric' | 'IpAddress';

function kindOf(operator: ConditionOperator): ValueKind {
  if (operator === 'Null') return 'Bool';
  if (operator === 'NotIpAddress') return 'IpAddress';
  return (
    (['Arn', 'Bool', 'Date', 'Numeric', 'IpAddress'] as const).find((kind) => operator.startsWith(kind)) ??
    'String'
  );
}

function isReadable(operator: ConditionOperator, text: string): boolean {
  switch (kindOf(operator)) {
    case 'Arn':
      return parseArn(text) !== undefined;
    case 'Bool':
      return parseBoolean(text) !== undefined;
    case 'Date':
      return parseDate(text) !== undefined;
    case 'Numeric':
      return parseNumber(text) !== undefined;
    case 'IpAddress':
      return parseCidr(text) !== undefined;
    case 'String':
      return !operator.endsWith('IgnoreCase') || /^[\0-\x7f]*$/.test(text);
  }
}
