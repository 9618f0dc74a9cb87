/**
 * What one statement is about: IAM's matching rules on raw JSON, one regular expression at a time. Slow, and obvious
 * enough to be checked by eye.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */
import { type Json, type JsonObject, isObject, listOf } from './json';

export type NaiveCaller =
  | { readonly kind: 'root'; readonly account: string }
  | { readonly kind: 'user'; readonly account: string; readonly arn: string }
  | {
      readonly kind: 'role-session';
      readonly account: string;
      readonly arn: string;
      readonly roleArn: string;
    }
  | { readonly kind: 'service'; readonly service: string }
  | { readonly kind: 'anonymous' };

/** Whom an identity provider sends. tools/iam does not model them. */
export interface FederatedCaller {
  readonly kind: 'federated';
  readonly provider: string;
}

export function statementsOf(document: unknown): JsonObject[] {
  return listOf(object(document)['Statement']).map(object);
}

function object(value: unknown): JsonObject {
  if (!isObject(value)) throw new Error(`not an object: ${String(value)}`);
  return value;
}

export function matchesAction(statement: JsonObject, action: string): boolean {
  const among = (patterns: Json | undefined) =>
    strings(patterns).some((pattern) => glob(pattern, 'any case').test(action));
  return statement['NotAction'] === undefined ? among(statement['Action']) : !among(statement['NotAction']);
}

/**
 * How to take what is open: to nobody's advantage (an Allow does not count and a Deny does), or to everybody's.
 */
export type NaiveReading = 'least' | 'most';

/** Trust policies have no Resource: they are about the role that they belong to. */
export function matchesResource(
  statement: JsonObject,
  resource: string,
  reading: NaiveReading = 'least',
): boolean {
  const counts = countsWhenOpen(statement, reading);
  const among = (patterns: Json, inDoubt: boolean) =>
    strings(patterns).some((pattern) => {
      const answer = reaches(pattern, resource);
      return answer === 'surely' || (answer === 'perhaps' && inDoubt);
    });
  if (statement['NotResource'] !== undefined) return !among(statement['NotResource'], !counts);
  return statement['Resource'] === undefined || among(statement['Resource'], counts);
}

export function countsWhenOpen(statement: JsonObject, reading: NaiveReading): boolean {
  return (statement['Effect'] === 'Deny') === (reading === 'least');
}

/** A star may or may not reach over a colon of an ARN: AWS does not say when. */
function reaches(pattern: string, resource: string): 'surely' | 'perhaps' | 'no' {
  if (pattern === '*') return 'surely';
  if (resource === '*' || !glob(pattern).test(resource)) return 'no';
  return arnLike(pattern, resource) ? 'surely' : 'perhaps';
}

/** How a statement may name a caller. It matters inside one account: whom it names needs nothing else. */
export type Naming = 'anyone' | 'its account' | 'its role' | 'itself';

export function namings(statement: JsonObject, caller: NaiveCaller | FederatedCaller): Naming[] {
  const others = statement['NotPrincipal'];
  if (others !== undefined) return namingsIn(others, caller).length === 0 ? ['itself'] : [];
  return namingsIn(statement['Principal'], caller);
}

function namingsIn(principal: Json | undefined, caller: NaiveCaller | FederatedCaller): Naming[] {
  if (principal === '*') return ['anyone'];
  if (!isObject(principal)) return [];
  const found = strings(principal['AWS']).flatMap((name): Naming[] => {
    if (name === '*') return ['anyone'];
    if ('account' in caller && isAccount(name, caller.account)) return ['its account'];
    if ('arn' in caller && name === caller.arn) return ['itself'];
    return caller.kind === 'role-session' && name === caller.roleArn ? ['its role'] : [];
  });
  const named =
    (caller.kind === 'service' && strings(principal['Service']).includes(caller.service)) ||
    (caller.kind === 'federated' && strings(principal['Federated']).includes(caller.provider));
  return named ? [...found, 'itself'] : found;
}

function isAccount(name: string, account: string): boolean {
  return name === account || new RegExp(`^arn:[a-z-]+:iam::${account}:root$`).test(name);
}

/** Numbers and truth values count as what they look like. */
export function strings(value: Json | undefined): string[] {
  return listOf(value).map(String);
}

/** `*` is any run of characters and `?` is one; everything else stands for itself. */
export function glob(pattern: string, letters: 'as written' | 'any case' = 'as written'): RegExp {
  const known = compiled[letters].get(pattern);
  if (known) return known;
  const letter = letters === 'any case' ? anyCase : literal;
  const source = pattern.split('').map((c) => (c === '*' ? '.*' : c === '?' ? '.' : letter(c)));
  const expression = new RegExp(`^${source.join('')}$`, 'su');
  compiled[letters].set(pattern, expression);
  return expression;
}

/** The same few patterns are asked about millions of times. */
const compiled = { 'as written': new Map<string, RegExp>(), 'any case': new Map<string, RegExp>() };

function literal(c: string): string {
  return c.replace(/[\\^$.|+*?()[\]{}/]/, '\\$&');
}

/** Not the `i` flag: with it, `k` would also match the Kelvin sign. */
export function anyCase(c: string): string {
  return /[A-Za-z]/.test(c) ? `[${c.toLowerCase()}${c.toUpperCase()}]` : literal(c);
}

/** Each of the six colon-separated parts on its own, the last with all that follows. */
export function arnLike(pattern: string, text: string): boolean {
  const parts = /^(arn):([^:]*):([^:]*):([^:]*):([^:]*):(.*)$/s;
  const [wanted, given] = [parts.exec(pattern), parts.exec(text)];
  if (!wanted || !given) return false;
  return [2, 3, 4, 5, 6].every((i) => glob(wanted[i] ?? '').test(given[i] ?? ''));
}
