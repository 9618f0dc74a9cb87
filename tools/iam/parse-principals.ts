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
      if (statement[element] !== undefined)
        problems.add(`${at}.${element}`, 'is not allowed in an identity policy');
    }
    return undefined;
  }
  if (not !== undefined && principal === undefined) {
    const what = 'is not modelled; use Principal "*" and a condition on aws:PrincipalArn';
    return { known: [], unmodelled: [problems.unmodelled('principal', `${at}.NotPrincipal`, what)] };
  }
  if (not !== undefined) problems.add(at, 'must not have both Principal and NotPrincipal');
  if (principal === undefined)
    return problems.refuse(where, `is missing: a ${kind} policy must name one`, NOBODY);
  if (principal === '*') return { known: [{ type: 'everyone' }], unmodelled: [] };
  if (!isObject(principal)) {
    return problems.refuse(
      where,
      `must be "*" or an object with AWS, Service or Federated, got ${shown(principal)}`,
      NOBODY,
    );
  }
  if (Object.keys(principal).length === 0) problems.add(where, 'must not be empty');
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
    const what = 'is not modelled: which account has the canonical user id is not known';
    return { known: [], unmodelled: [problems.unmodelled('principal', where, what)] };
  }
  const parse = Object.hasOwn(PARSERS, type) ? PARSERS[type] : undefined;
  if (parse === undefined)
    return problems.refuse(where, 'is no kind of principal; AWS, Service and Federated are', NOBODY);
  const list = asList(values);
  if (list.length === 0) problems.add(where, 'must not be empty');
  const known = list.flatMap((value) =>
    typeof value === 'string'
      ? parse(value, where, problems)
      : problems.refuse(where, `must be a string or a list of strings, got ${shown(value)}`, []),
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
  const rule = 'must be the ARN of a SAML or OIDC provider, or a host such as "accounts.google.com"';
  return problems.refuse(where, `${rule}, got ${shown(value)}`, []);
}

function parseAws(value: string, where: string, problems: Problems): readonly PrincipalPattern[] {
  if (value === '*') return [{ type: 'everyone' }];
  if (ACCOUNT.test(value)) return [{ type: 'account', account: value }];
  if (isUniqueId(value)) return [{ type: 'gone', id: value }];
  const arn = parseArn(value);
  if (value.includes('${')) {
    return problems.refuse(where, `holds a policy variable, which is not modelled: ${shown(value)}`, []);
  }
  if (hasWildcard(value)) {
    return problems.refuse(where, `must be "*" or hold no wildcard at all, got ${shown(value)}`, []);
  }
  if (arn && arn.partition === 'aws' && arn.region === '' && ACCOUNT.test(arn.account)) {
    const { service, account, resource } = arn;
    if (service === 'iam' && resource === 'root') return [{ type: 'account', account }];
    if ((service === 'iam' && USER_OR_ROLE.test(resource)) || (service === 'sts' && SESSION.test(resource))) {
      return [{ type: 'arn', arn: value, account }];
    }
  }
  return problems.refuse(
    where,
    `must be an account or the ARN of a user, role or role session, got ${shown(value)}`,
    [],
  );
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids */
export function isUniqueId(value: string): boolean {
  return /^(AROA|AIDA)[A-Z0-9]{12,}$/.test(value);
}

function parseService(value: string, where: string, problems: Problems): readonly PrincipalPattern[] {
  if (SERVICE.test(value)) return [{ type: 'service', service: value }];
  return problems.refuse(where, `must be a service such as "lambda.amazonaws.com", got ${shown(value)}`, []);
}

const ACCOUNT = /^\d{12}$/;
/** Paths are printable ASCII; names are `[\w+=,.@-]`. */
const USER_OR_ROLE = /^(user|role)\/([!-~]+\/)?[\w+=,.@-]+$/;
const SESSION = /^assumed-role\/[\w+=,.@-]+\/[\w+=,.@-]+$/;
const SERVICE = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com(\.cn)?$/;
