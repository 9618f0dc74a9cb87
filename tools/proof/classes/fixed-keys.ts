import { lowerAscii } from '../../iam/glob';
import type { AccessRequest, Caller } from '../../iam/request';

/** What is known about the company. */
export interface CompanyFacts {
  /** 12 digits. */
  readonly account: string;
  /** `o-…`; absent where the share does not say it. */
  readonly organizationId?: string;
}

/**
 * What a condition key can hold in a request of a caller, an action and an owner of the resource: one value, one value
 * that is not known (null), no value (`absent`), any value but never none (`present`), or anything (undefined).
 */
export type Fixed = { readonly value: string | null } | 'absent' | 'present' | undefined;

type Cell = Omit<AccessRequest, 'context'>;

/**
 * Keys that follow from who asks and what for, so that no counterexample is a request that cannot exist: guards that AWS
 * recommends (`aws:PrincipalIsAWSService`, `aws:ResourceAccount`) rely on it.
 *
 * - https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 * - https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
 * - https://docs.aws.amazon.com/general/latest/gr/sts.html
 */
export function fixedBy(key: string, cell: Cell, facts: CompanyFacts): Fixed {
  if (cell.caller.kind === 'federated' && OF_A_SIGNED_CALLER.has(key)) return undefined;
  if (key.startsWith('kms:') && !isOf('kms', cell.action)) return 'absent';
  return Object.hasOwn(FIXED, key) ? FIXED[key]?.(cell, facts) : undefined;
}

const FIXED: Readonly<Record<string, (cell: Cell, facts: CompanyFacts) => Fixed>> = {
  'aws:currenttime': () => 'present',
  'aws:epochtime': () => 'present',
  // STS takes no request without TLS; how a service of AWS calls it is not known.
  'aws:securetransport': ({ caller, action }) =>
    isOf('sts', action) && caller.kind !== 'service' ? { value: 'true' } : 'present',
  'aws:principalaccount': ({ caller }) =>
    caller.kind === 'anonymous'
      ? { value: 'anonymous' }
      : ofAccount(caller, (account) => ({ value: account })),
  'aws:principalarn': ({ caller }) => {
    if (caller.kind === 'user') return { value: caller.arn };
    if (caller.kind === 'root') return { value: `arn:aws:iam::${caller.account}:root` };
    return caller.kind === 'role-session' ? { value: caller.roleArn } : 'absent';
  },
  'aws:principaltype': ({ caller }) => {
    const type = caller.kind === 'service' ? undefined : PRINCIPAL_TYPES[caller.kind];
    if (type === undefined) return undefined;
    return { value: isFederatedUser(caller) ? 'FederatedUser' : type };
  },
  'aws:principalisawsservice': ({ caller }) =>
    caller.kind === 'anonymous' ? 'absent' : { value: String(caller.kind === 'service') },
  'aws:principalservicename': ({ caller }) =>
    caller.kind === 'service' ? { value: caller.service } : 'absent',
  'aws:principalservicenameslist': ({ caller }) => (caller.kind === 'service' ? { value: null } : 'absent'),
  'aws:principalorgid': ({ caller }, facts) => organization(caller, facts, facts.organizationId ?? null),
  'aws:principalorgpaths': ({ caller }, facts) => organization(caller, facts, null),
  'aws:resourceaccount': ({ resourceAccount }) => ({ value: resourceAccount }),
  'aws:resourceorgid': ({ resourceAccount }, facts) =>
    resourceAccount === facts.account ? { value: facts.organizationId ?? null } : undefined,
  'aws:resourceorgpaths': ({ resourceAccount }, facts) =>
    resourceAccount === facts.account ? { value: null } : undefined,
  // Sent when a service calls for somebody, and by nobody else.
  'aws:sourceaccount': ofServices,
  'aws:sourcearn': ofServices,
  'aws:sourceorgid': ofServices,
  'aws:sourceorgpaths': ofServices,
  // A user or root user sends it with a session of GetSessionToken, and not with an access key.
  'aws:tokenissuetime': ({ caller }) => {
    if (caller.kind === 'role-session' || isFederatedUser(caller)) return 'present';
    return caller.kind === 'user' || caller.kind === 'root' ? undefined : 'absent';
  },
  'aws:username': ({ caller }) => (caller.kind === 'user' && !isFederatedUser(caller) ? 'present' : 'absent'),
  's3:resourceaccount': ({ action, resourceAccount }) =>
    isOf('s3', action) ? { value: resourceAccount } : 'absent',
  'kms:calleraccount': ({ caller }) => ofAccount(caller, (account) => ({ value: account })),
  // Sent where a service uses a key for somebody, not for itself.
  'kms:viaservice': ({ caller }) => ('account' in caller ? undefined : 'absent'),
};

const PRINCIPAL_TYPES = {
  root: 'Account',
  user: 'User',
  'role-session': 'AssumedRole',
  federated: undefined,
  anonymous: 'Anonymous',
} as const;

/**
 * Who shows a token of a federation signs nothing, and AWS does not say what these are then. `aws:PrincipalArn` is not among
 * them: every signed request has it, and no other.
 */
const OF_A_SIGNED_CALLER = new Set([
  'aws:principalaccount',
  'aws:principalisawsservice',
  'aws:principalorgid',
  'aws:principalorgpaths',
]);

/** Of GetFederationToken: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html */
function isFederatedUser(caller: Caller): boolean {
  return 'arn' in caller && caller.arn.includes(':federated-user/');
}

function ofServices({ caller }: Cell): Fixed {
  return caller.kind === 'service' ? undefined : 'absent';
}

function ofAccount(caller: Caller, fixed: (account: string) => Fixed): Fixed {
  return 'account' in caller ? fixed(caller.account) : 'absent';
}

/** Of other accounts it is not known, and may be any. */
function organization(caller: Caller, { account }: CompanyFacts, value: string | null): Fixed {
  return ofAccount(caller, (of) => (of === account ? { value } : undefined));
}

function isOf(service: string, action: string): boolean {
  return lowerAscii(action).startsWith(`${service}:`);
}
