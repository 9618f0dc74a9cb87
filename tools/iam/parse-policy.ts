import { sayPolicy as say } from '../../words/say';
import { parseStatement } from './parse-statement';
import type { Policy, PolicyKind, Statement } from './policy';
import { Problems, isObject, shown } from './problems';

/**
 * Reads a policy document (parsed JSON, not text).
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
 *
 * @throws UnsupportedPolicyError for anything malformed, misspelt or not modelled, by name
 */
export function parsePolicy(document: unknown, kind: PolicyKind, name: string): Policy {
  const problems = new Problems();
  const policy = parse(document, kind, name, problems);
  problems.throwIfAny(name);
  return policy;
}

/**
 * The same, for a reader who can do with what is not modelled: deciding then says `undecided` where it matters.
 *
 * @throws UnsupportedPolicyError for anything malformed or misspelt, by name
 */
export function readPolicy(document: unknown, kind: PolicyKind, name: string): ReadPolicy {
  const problems = new Problems();
  const policy = parse(document, kind, name, problems);
  problems.throwIfMalformed(name);
  return { policy, unmodelled: problems.unmodelledParts };
}

export interface ReadPolicy {
  readonly policy: Policy;
  /** One phrase each: `Statement[0].Condition.BinaryEquals is not modelled`. */
  readonly unmodelled: readonly string[];
}

/** A policy of which nothing is known but that it is in force: it may allow everything, and deny everything. */
export function unknownPolicy(name: string, why: string): Policy {
  const statement = (effect: Statement['effect'], index: number): Statement => ({
    index,
    effect,
    action: { negated: false, patterns: ['*'] },
    resource: { negated: false, patterns: ['*'] },
    conditions: [],
    unmodelled: [{ part: 'everything', what: why }],
  });
  return { kind: 'identity', name, statements: [statement('Allow', 0), statement('Deny', 1)] };
}

function parse(document: unknown, kind: PolicyKind, name: string, problems: Problems): Policy {
  const statements = isObject(document)
    ? parseDocument(document, kind, problems)
    : problems.reject('document', say('jsonObject', { value: shown(document) }), []);
  return { kind, name, statements };
}

function parseDocument(
  document: Readonly<Record<string, unknown>>,
  kind: PolicyKind,
  problems: Problems,
): readonly Statement[] {
  const { Version: version, Id: id, Statement: statement, ...others } = document;
  for (const element of Object.keys(others)) {
    problems.add(element, say('policyElement'));
  }
  if (version !== undefined && version !== '2012-10-17' && version !== '2008-10-17') {
    problems.add('Version', say('version', { value: shown(version) }));
  }
  if (id !== undefined && typeof id !== 'string') problems.add('Id', say('string', { value: shown(id) }));
  if (statement === undefined) return problems.reject('Statement', say('missing'), []);

  const list: readonly unknown[] = Array.isArray(statement) ? statement : [statement];
  if (list.length === 0) problems.add('Statement', say('empty'));
  // A missing Version means 2008-10-17, in which a policy variable is ordinary text.
  const hasVariables = version === '2012-10-17';
  const statements = list.map((one, index) => parseStatement(one, index, kind, hasVariables, problems));
  if (kind !== 'resource') rejectDuplicateSids(statements, problems); // S3 and others take them
  return statements;
}

function rejectDuplicateSids(statements: readonly Statement[], problems: Problems): void {
  const seen = new Set<string>();
  for (const { sid, index } of statements) {
    if (sid === undefined) continue;
    if (seen.has(sid)) problems.add(`Statement[${index}].Sid`, say('sidTwice', { value: shown(sid) }));
    seen.add(sid);
  }
}
