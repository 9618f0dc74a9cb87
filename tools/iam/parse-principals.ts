import { sayPolicy as say } from '../../words/say';
import { parseArn } from './arn';
import { hasWildcard } from './glob';
import type { PolicyKind, PrincipalPattern, Unmodelled } from './policy';
import { asList, isObject, shown, type Problems } from './problems';

/**
 * The Principal element: required in resource and trust policies, not allowed in identity policies.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function parsePrincipals(
  statement: Readonly<Record<string, unknown>>,
  at: string,
  kind: PolicyKind,
  problems: Problems,
): Principals | undefined {
  const { Principal: principal, NotPrincipal: not } = statement;
  const where = `${at}.Principal`;
  if (kind === 'identity') {
    for (const element of ['Principal', 'NotPrincipal']) {
      if (statement[element] !== undefined) problems.add(`${at}.${element}`, say('notInIdentity'));
    }
    return undefined;
  }
  if (not !== undefined && principal === undefined) {
    return {
      known: [],
      unmodelled: [problems.unmodelled('principal', `${at}.NotPrincipal`, say('notPrincipal'))],
    };
  }
  if (not !== undefined) problems.add(at, say('both', { one: 'Principal', other: 'NotPrincipal' }));
  if (principal === undefined)
    return problems.reject(where, say(kind === 'trust' ? 'principalOfTrust' : 'principalOfResource'), NOBODY);
  if (principal === '*') return { known: [{ type: 'everyone' }], unmodelled: [] };
  if (!isObject(principal)) {
    return problems.reject(where, say('principal', { value: shown(principal) }), NOBODY);
  }
  if (Object.keys(principal).length === 0) problems.add(where, say('empty'));
  const parsed = Object.entries(principal).map(([type, values]) => parseType(type, values, where, problems));
  return {
    known: parsed.flatMap(({ known }) => known),
    unmodelled: parsed.flatMap(({ unmodelled }) => unmodelled),
  };
}

export interface Principals {
  readonly known: readonly PrincipalPattern[];
  readonly unmodelled: readonly Unmodelled[];
}

const NOBODY: Principals = { known: [], unmodelled: [] };

function parseType(type: string, values: unknown, at: string, problems: Problems): Principals {
  const where = `${at}.${type}`;
  if (type === 'CanonicalUser') {
    return { known: [], unmodelled: [problems.unmodelled('principal', where, say('canonicalUser'))] };
  }
  const parse = Object.hasOwn(PARSERS, type) ? PARSERS[type] : undefined;
  if (parse === undefined) return problems.reject(where, say('principalKind'), NOBODY);
  const list = asList(values);
  if (list.length === 0) problems.add(where, say('empty'));
  const known = list.flatMap((value) =>
    typeof value === 'string'
      ? parse(value, where, problems)
      : problems.reject(where, say('strings', { value: shown(value) }), []),
  );
  return { known, unmodelled: [] };
}

const PARSERS: Readonly<
  Record<string, (value: string, where: string, problems: Problems) => readonly PrincipalPattern[]>
> = { AWS: parseAws, Service: parseService, Federated: parseFederated };

/** The ARN of a provider in IAM, or the host of a provider that needs none. */
function parseFederated(value: string, where: string, problems: Problems): readonly PrincipalPattern[] {
  const provider = /^arn:aws:iam::\d{12}:(saml|oidc)-provider\/\S+$/;
  if (provider.test(value) || /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(value))
    return [{ type: 'federated', provider: value }];
  return problems.reject(where, say('federated', { value: shown(value) }), []);
}

function parseAws(value: string, where: string, problems: Problems): readonly PrincipalPattern[] {
  if (value === '*') return [{ type: 'everyone' }];
  if (ACCOUNT.test(value)) return [{ type: 'account', account: value }];
  if (isUniqueId(value)) return [{ type: 'gone', id: value }];
  const arn = parseArn(value);
  if (value.includes('${')) {
    return problems.reject(where, say('variable', { value: shown(value) }), []);
  }
  if (hasWildcard(value)) {
    return problems.reject(where, say('wildcard', { value: shown(value) }), []);
  }
  if (arn && arn.partition === 'aws' && arn.region === '' && ACCOUNT.test(arn.account)) {
    const { service, account, resource } = arn;
    if (service === 'iam' && resource === 'root') return [{ type: 'account', account }];
    if ((service === 'iam' && USER_OR_ROLE.test(resource)) || (service === 'sts' && SESSION.test(resource))) {
      return [{ type: 'arn', arn: value, account }];
    }
  }
  return problems.reject(where, say('awsPrincipal', { value: shown(value) }), []);
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids */
export function isUniqueId(value: string): boolean {
  return /^(AROA|AIDA)[A-Z0-9]{12,}$/.test(value);
}

function parseService(value: string, where: string, problems: Problems): readonly PrincipalPattern[] {
  if (SERVICE.test(value)) return [{ type: 'service', service: value }];
  return problems.reject(where, say('service', { value: shown(value) }), []);
}

const ACCOUNT = /^\d{12}$/;
/** Paths are printable ASCII; names are `[\w+=,.@-]`. */
const USER_OR_ROLE = /^(user|role)\/([!-~]+\/)?[\w+=,.@-]+$/;
const SESSION = /^assumed-role\/[\w+=,.@-]+\/[\w+=,.@-]+$/;
const SERVICE = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com(\.cn)?$/;
