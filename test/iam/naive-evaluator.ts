/**
 * A second opinion: IAM's rules written again, from AWS's pages alone, the slow and obvious way. It shares no code
 * and no types with tools/iam, works on policy documents as they are deployed, and uses regular expressions and bit
 * strings where the other walks and counts. It checks nothing: give it only documents that AWS would take.
 *
 * Where AWS does not say, it follows the reading that tools/iam documents: a request value that the operator cannot
 * read, or several values for one key, neither allow anything nor lift a Deny.
 */
export function naiveDecide(request: NaiveRequest, policies: NaivePolicies): boolean {
  const { caller } = request;
  const action = request.action.toLowerCase();
  if (action === 'sts:getcalleridentity' && caller.kind !== 'anonymous') return true;

  // Root users have no policies of their own, no boundary and no session.
  if (
    caller.kind === 'root' &&
    (policies.identity.length > 0 || policies.boundary !== undefined || policies.session)
  ) {
    return naiveDecide(request, { identity: [], ...(policies.resource && { resource: policies.resource }) });
  }
  const identity = policies.identity;
  const boundary = policies.boundary === undefined ? [] : [policies.boundary];
  const resource = policies.resource === undefined ? [] : [policies.resource.document];
  const everything = [...identity, ...boundary, ...(policies.session ?? []), ...resource];
  if (hits(everything, 'Deny', request).length > 0) return false;

  const identityAllows = caller.kind === 'root' || hits(identity, 'Allow', request).length > 0;
  const boundaryAllows = policies.boundary === undefined || hits(boundary, 'Allow', request).length > 0;
  const sessionAllows = policies.session === undefined || hits(policies.session, 'Allow', request).length > 0;
  const ways = hits(resource, 'Allow', request).flatMap((statement) => namings(statement, caller));
  const resourceAllows = ways.length > 0;
  const isTrust =
    policies.resource?.kind === 'trust' ||
    ['sts:assumerole', 'sts:tagsession', 'sts:setsourceidentity'].includes(action);

  if (caller.kind === 'service' || caller.kind === 'anonymous') return resourceAllows;
  if (caller.kind === 'root' && isTrust) return false;
  const ownSide = identityAllows && boundaryAllows && sessionAllows;
  if (caller.account !== request.resourceAccount) return ownSide && resourceAllows;
  if (ways.includes('itself') || ways.includes('anyone')) return true;
  if (ways.includes('its role') && boundaryAllows && sessionAllows) return true;
  const keyOrRole = isTrust || /^arn:[^:]*:kms:[^:]*:[^:]*:key\//.test(request.resource);
  return keyOrRole ? ownSide && resourceAllows : ownSide;
}

export interface NaiveRequest {
  readonly caller: NaiveCaller;
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount: string;
  /** Lower-case keys. */
  readonly context: Readonly<Record<string, string | readonly string[]>>;
}

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

/** Documents as JSON values. */
export interface NaivePolicies {
  readonly identity: readonly unknown[];
  readonly boundary?: unknown;
  readonly session?: readonly unknown[];
  readonly resource?: { readonly document: unknown; readonly kind: 'resource' | 'trust' };
}

type Json = Record<string, unknown>;

function hits(documents: readonly unknown[], effect: string, request: NaiveRequest): Json[] {
  return documents
    .flatMap((document) => list(object(document).Statement).map(object))
    .filter((statement) => statement.Effect === effect && covers(statement, request));
}

function covers(statement: Json, request: NaiveRequest): boolean {
  if ('Principal' in statement && namings(statement, request.caller).length === 0) return false;
  const inAction = (pattern: string): boolean =>
    pattern === '*' || glob(pattern, anyCase).test(request.action);
  // A star may or may not reach over a colon: a statement counts where that is to nobody's advantage.
  const surely = (pattern: string): boolean => pattern === '*' || arnLike(pattern, request.resource);
  const perhaps = (pattern: string): boolean =>
    surely(pattern) || (request.resource !== '*' && glob(pattern).test(request.resource));
  const [inResource, outOfReach] = statement.Effect === 'Allow' ? [surely, perhaps] : [perhaps, surely];
  if ('Action' in statement && !strings(statement.Action).some(inAction)) return false;
  if ('NotAction' in statement && strings(statement.NotAction).some(inAction)) return false;
  if ('Resource' in statement && !strings(statement.Resource).some(inResource)) return false;
  if ('NotResource' in statement && strings(statement.NotResource).some(outOfReach)) return false;
  for (const [operator, keys] of Object.entries(object(statement.Condition ?? {}))) {
    for (const [key, wanted] of Object.entries(object(keys))) {
      const truth = test(operator, strings(wanted), request.context[key.toLowerCase()]);
      if (truth === false || (truth === undefined && statement.Effect === 'Allow')) return false;
    }
  }
  return true;
}

function namings(statement: Json, caller: NaiveCaller): string[] {
  if (statement.Principal === '*') return ['anyone'];
  const principal = object(statement.Principal);
  const found = list(principal.AWS ?? []).flatMap((name) => {
    if (name === '*') return ['anyone'];
    if (
      'account' in caller &&
      (name === caller.account || new RegExp(`^arn:[a-z-]+:iam::${caller.account}:root$`).test(String(name)))
    ) {
      return ['its account'];
    }
    if ('arn' in caller && name === caller.arn) return ['itself'];
    return caller.kind === 'role-session' && name === caller.roleArn ? ['its role'] : [];
  });
  const services = list(principal.Service ?? []);
  return caller.kind === 'service' && services.includes(caller.service) ? [...found, 'itself'] : found;
}

/** True, false, or undefined where the request's value makes no sense for the operator. */
function test(
  operator: string,
  wanted: string[],
  given: string | readonly string[] | undefined,
): boolean | undefined {
  const present = given === undefined ? [] : typeof given === 'string' ? [given] : [...given];
  if (operator === 'Null') return wanted.includes(String(present.length === 0));
  const optional = operator.endsWith('IfExists');
  const name = operator.replace(/IfExists$/, '');
  const negative = /Not/.test(name);
  if (present.length === 0) return optional || negative;
  if (present.length > 1) return undefined;
  const answers = wanted.map((one) => compare(name.replace('Not', ''), one, String(present[0])));
  if (answers.includes(undefined)) return undefined;
  return negative ? !answers.includes(true) : answers.includes(true);
}

function compare(operator: string, wanted: string, given: string): boolean | undefined {
  switch (operator) {
    case 'StringEquals':
      return wanted === given;
    case 'StringEqualsIgnoreCase':
      return new RegExp(`^${wanted.split('').map(anyCase).join('')}$`, 'su').test(given);
    case 'StringLike':
      return glob(wanted).test(given);
    case 'ArnEquals':
    case 'ArnLike':
      return arnLike(wanted, given);
    case 'Bool':
      return ['true', 'false'].includes(given) ? wanted === given : undefined;
    case 'IpAddress':
      return inRange(wanted, given);
  }
  const [, type, relation] = /^(Date|Numeric)(\w+)$/.exec(operator) ?? [];
  const read = type === 'Date' ? instant : decimal;
  const [left, right] = [read(given), read(wanted)];
  if (left === undefined || right === undefined) return undefined;
  switch (relation) {
    case 'Equals':
      return left === right;
    case 'LessThan':
      return left < right;
    case 'LessThanEquals':
      return left <= right;
    case 'GreaterThan':
      return left > right;
    case 'GreaterThanEquals':
      return left >= right;
    default:
      throw new Error(`unknown operator ${operator}`);
  }
}

function glob(pattern: string, letter: (c: string) => string = literal): RegExp {
  const source = pattern.split('').map((c) => (c === '*' ? '.*' : c === '?' ? '.' : letter(c)));
  return new RegExp(`^${source.join('')}$`, 'su');
}

function literal(c: string): string {
  return c.replace(/[\\^$.|+*?()[\]{}/]/, '\\$&');
}

/** Not the `i` flag: with it, `k` would also match the Kelvin sign. */
function anyCase(c: string): string {
  return /[A-Za-z]/.test(c) ? `[${c.toLowerCase()}${c.toUpperCase()}]` : literal(c);
}

function arnLike(pattern: string, text: string): boolean {
  const parts = /^(arn):([^:]*):([^:]*):([^:]*):([^:]*):(.*)$/s;
  const [wanted, given] = [parts.exec(pattern), parts.exec(text)];
  if (!wanted || !given) return false;
  return [2, 3, 4, 5, 6].every((i) => glob(wanted[i] ?? '').test(given[i] ?? ''));
}

function instant(text: string): number | undefined {
  if (/^\d{9,11}$/.test(text)) return Number(text) * 1000;
  if (!/^\d{4}-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?)?$/.test(text)) return undefined;
  const moment = new Date(text).getTime();
  return Number.isNaN(moment) ? undefined : moment;
}

function decimal(text: string): number | undefined {
  return /^-?[0-9]+([.][0-9]+)?$/.test(text) ? parseFloat(text) : undefined;
}

function inRange(range: string, address: string): boolean | undefined {
  const [network = '', prefix] = range.split('/');
  const [wanted, given] = [bits(network), bits(address)];
  if (wanted === undefined || given === undefined) return undefined;
  if (wanted.length !== given.length) return false;
  const length = prefix === undefined ? wanted.length : Number(prefix);
  return wanted.slice(0, length) === given.slice(0, length);
}

/** The address as 32 or 128 characters 0 and 1. IPv4-in-IPv6 notation is not understood. */
function bits(address: string): string | undefined {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) {
    return address
      .split('.')
      .map((octet) => Number(octet).toString(2).padStart(8, '0'))
      .join('');
  }
  if (!/^[0-9a-f:]*:[0-9a-f:]*$/i.test(address)) return undefined;
  const [left = '', right] = address.split('::');
  const head = left.split(':').filter((group) => group !== '');
  const tail = (right ?? '').split(':').filter((group) => group !== '');
  const groups = [...head, ...Array<string>(8 - head.length - tail.length).fill('0'), ...tail];
  return groups.map((group) => parseInt(group, 16).toString(2).padStart(16, '0')).join('');
}

function list(value: unknown): unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? Array.from<unknown>(value) : [value];
}

function strings(value: unknown): string[] {
  return list(value).map(String);
}

function object(value: unknown): Json {
  if (typeof value !== 'object' || value === null) throw new Error(`not an object: ${String(value)}`);
  return { ...value };
}
