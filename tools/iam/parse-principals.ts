import { parseArn } from './arn';
import { hasWildcard } from './glob';
import type { PolicyKind, PrincipalPattern } from './policy';
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
): readonly PrincipalPattern[] | undefined {
  const { Principal: principal } = statement;
  const where = `${at}.Principal`;
  if (kind === 'identity') {
    if (principal !== undefined) problems.add(where, 'is not allowed in an identity policy');
    return undefined;
  }
  if (principal === undefined)
    return problems.refuse(where, `is missing: a ${kind} policy must name one`, []);
  if (principal === '*') return [{ type: 'everyone' }];
  if (!isObject(principal)) {
    return problems.refuse(
      where,
      `must be "*" or an object with AWS or Service, got ${shown(principal)}`,
      [],
    );
  }
  if (Object.keys(principal).length === 0) problems.add(where, 'must not be empty');
  return Object.entries(principal).flatMap(([type, values]) => parseType(type, values, where, problems));
}

function parseType(
  type: string,
  values: unknown,
  at: string,
  problems: Problems,
): readonly PrincipalPattern[] {
  const where = `${at}.${type}`;
  if (type !== 'AWS' && type !== 'Service') {
    return problems.refuse(where, 'is not modelled; AWS and Service are', []);
  }
  const list = asList(values);
  if (list.length === 0) problems.add(where, 'must not be empty');
  return list.flatMap((value) => {
    if (typeof value !== 'string') {
      return problems.refuse(where, `must be a string or a list of strings, got ${shown(value)}`, []);
    }
    return type === 'AWS' ? parseAws(value, where, problems) : parseService(value, where, problems);
  });
}

function parseAws(value: string, where: string, problems: Problems): readonly PrincipalPattern[] {
  if (value === '*') return [{ type: 'everyone' }];
  if (ACCOUNT.test(value)) return [{ type: 'account', account: value }];
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

function parseService(value: string, where: string, problems: Problems): readonly PrincipalPattern[] {
  if (SERVICE.test(value)) return [{ type: 'service', service: value }];
  return problems.refuse(where, `must be a service such as "lambda.amazonaws.com", got ${shown(value)}`, []);
}

const ACCOUNT = /^\d{12}$/;
/** Paths are printable ASCII; names are `[\w+=,.@-]`. */
const USER_OR_ROLE = /^(user|role)\/([!-~]+\/)?[\w+=,.@-]+$/;
const SESSION = /^assumed-role\/[\w+=,.@-]+\/[\w+=,.@-]+$/;
const SERVICE = /^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com(\.cn)?$/;
