import { sayPolicy as say } from '../../words/say';
import { parseArn } from './arn';
import { hasWildcard } from './glob';
import { isModelled } from './policy-variables';
import { parseConditions } from './parse-conditions';
import { parsePrincipals } from './parse-principals';
import type { PatternList, PolicyKind, Statement, Unmodelled } from './policy';
import { asList, isObject, shown, type Problems } from './problems';

/**
 * One element of `Statement`. What is wrong with it goes into `problems`; the result is of use only if nothing did.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html
 */
export function parseStatement(
  value: unknown,
  index: number,
  kind: PolicyKind,
  hasVariables: boolean,
  problems: Problems,
): Statement {
  const at = `Statement[${index}]`;
  if (!isObject(value)) {
    problems.add(at, say('jsonObject', { value: shown(value) }));
    return { index, effect: 'Deny', action: NOTHING, conditions: [] };
  }
  for (const element of Object.keys(value)) {
    if (!STATEMENT_ELEMENTS.has(element))
      problems.add(
        `${at}.${element}`,
        say('statementElement', { elements: [...STATEMENT_ELEMENTS].join(', ') }),
      );
  }
  const sid = parseSid(value, at, kind, problems);
  const principals = parsePrincipals(value, at, kind, problems);
  const action = parseAction(value, at, kind, problems);
  const resource =
    kind === 'trust' ? rejectResource(value, at, problems) : parseResource(value, at, problems);
  const conditions = parseConditions(value.Condition, at, problems);
  const unmodelled = [
    ...(principals?.unmodelled ?? []),
    ...action.unmodelled,
    ...conditions.unmodelled,
    ...(hasVariables ? [] : variablesAsText(value, at, problems)),
  ];
  return {
    index,
    ...(sid !== undefined && { sid }),
    effect: parseEffect(value, at, problems),
    ...(principals && { principals: principals.known }),
    action: action.list,
    ...(resource && { resource }),
    conditions: conditions.known,
    ...(unmodelled.length > 0 && { unmodelled }),
  };
}

type Json = Readonly<Record<string, unknown>>;

/** In the order in which AWS's own pages write them. */
export const STATEMENT_ELEMENTS: ReadonlySet<string> = new Set([
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]);

const NOTHING: PatternList = { negated: false, patterns: [] };

/** IAM takes letters and digits only; services with resource policies of their own take more. Empty is as good as none. */
function parseSid(statement: Json, at: string, kind: PolicyKind, problems: Problems): string | undefined {
  const sid = statement.Sid;
  if (sid === undefined || sid === '') return undefined;
  if (typeof sid !== 'string')
    return problems.reject(`${at}.Sid`, say('string', { value: shown(sid) }), undefined);
  if (kind !== 'resource' && !/^[A-Za-z0-9]+$/.test(sid)) {
    problems.add(`${at}.Sid`, say('sid', { value: shown(sid) }));
  }
  return sid;
}

function parseEffect(statement: Json, at: string, problems: Problems): Statement['effect'] {
  const effect = statement.Effect;
  if (effect === 'Allow' || effect === 'Deny') return effect;
  return problems.reject(`${at}.Effect`, say('effect', { value: shown(effect) }), 'Deny');
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html */
function parseAction(
  statement: Json,
  at: string,
  kind: PolicyKind,
  problems: Problems,
): { readonly list: PatternList; readonly unmodelled: readonly Unmodelled[] } {
  const list = parseEither(statement, 'Action', at, problems);
  for (const pattern of list.patterns) {
    const where = `${at}.${list.negated ? 'NotAction' : 'Action'}`;
    if (kind === 'trust') {
      if (!/^sts:[A-Za-z*?]+$/i.test(pattern)) {
        problems.add(where, say('trustAction', { value: shown(pattern) }));
      }
    } else if (pattern !== '*' && !/^[A-Za-z0-9-]+:[A-Za-z0-9_*?-]+$/.test(pattern)) {
      problems.add(where, say('action', { value: shown(pattern) }));
    }
  }
  const isOdd = kind === 'trust' && list.negated;
  return {
    list,
    unmodelled: isOdd ? [problems.unmodelled('action', `${at}.NotAction`, say('trustNotAction'))] : [],
  };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
function parseResource(statement: Json, at: string, problems: Problems): PatternList {
  const list = parseEither(statement, 'Resource', at, problems);
  for (const pattern of list.patterns) {
    const where = `${at}.${list.negated ? 'NotResource' : 'Resource'}`;
    const arn = parseArn(pattern);
    // Where it is not plain what a pattern covers, matching says so, and only for what it may cover.
    if (!isModelled(pattern))
      problems.unmodelled('resource', where, say('variable', { value: shown(pattern) }));
    else if (pattern !== '*' && (!pattern.startsWith('arn:') || arn?.service === ''))
      problems.add(where, say('resource', { value: shown(pattern) }));
    else if (pattern !== '*' && (!arn || hasWildcard(arn.service) || arn.resource === ''))
      problems.unmodelled('resource', where, say('resource', { value: shown(pattern) }));
  }
  return list;
}

function rejectResource(statement: Json, at: string, problems: Problems): undefined {
  for (const element of ['Resource', 'NotResource']) {
    if (statement[element] !== undefined) problems.add(`${at}.${element}`, say('notInTrust'));
  }
}

/** `Action` or `NotAction`, `Resource` or `NotResource`: exactly one, a string or a list of at least one. */
function parseEither(
  statement: Json,
  element: 'Action' | 'Resource',
  at: string,
  problems: Problems,
): PatternList {
  const [positive, negative] = [statement[element], statement[`Not${element}`]];
  if (positive !== undefined && negative !== undefined) {
    return problems.reject(at, say('both', { one: element, other: `Not${element}` }), NOTHING);
  }
  const negated = positive === undefined;
  const value = negated ? negative : positive;
  if (value === undefined)
    return problems.reject(at, say('either', { one: element, other: `Not${element}` }), NOTHING);

  const where = `${at}.${negated ? `Not${element}` : element}`;
  const patterns: string[] = [];
  for (const one of asList(value)) {
    if (typeof one === 'string') patterns.push(one);
    else problems.add(where, say('strings', { value: shown(one) }));
  }
  if (Array.isArray(value) && value.length === 0) problems.add(where, say('empty'));
  return { negated, patterns };
}

/** What would be a variable in the newer version: `${aws:username}` written into the older one is mostly a mistake. */
function variablesAsText(statement: Json, at: string, problems: Problems): Unmodelled[] {
  const { Resource, NotResource, Condition } = statement;
  if (!JSON.stringify([Resource, NotResource, Condition]).includes('${')) return [];
  return [problems.unmodelled('condition', at, say('variableAsText', { sign: '"${"' }))];
}
