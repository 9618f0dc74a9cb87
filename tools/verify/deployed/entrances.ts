import { sayReading } from '../../../words/say';
import { readPolicy } from '../../iam/parse-policy';
import type { PrincipalPattern, Statement } from '../../iam/policy';
import { UnsupportedPolicyError } from '../../iam/unsupported-policy-error';
import { spelt } from '../../proof/classes/condition-keys';
import { relaysStrangers } from '../../proof/promise/services';

/** A role as IAM lists it. */
export interface ListedRole {
  readonly name: string;
  /** `/`, `/aws-service-role/…/` */
  readonly path: string;
  /** JSON as found. */
  readonly trust: unknown;
}

/** A role that somebody from outside the account may enter, as far as its trust policy says. */
export interface Entrance {
  readonly role: string;
  /** One phrase each: `account 333333333333`, `people who sign in through …`. */
  readonly who: readonly string[];
  /** Condition keys that stand beside them: `sts:ExternalId`. */
  readonly conditions: readonly string[];
}

/**
 * Other ways into the account: listed, for somebody to look at, and not judged. What a Deny takes away is not weighed. A
 * service-linked role is left out: only AWS's service enters it.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html
 */
export function entrancesOf(account: string, roles: readonly ListedRole[]): Entrance[] {
  return roles
    .filter(({ path }) => !path.startsWith('/aws-service-role/'))
    .flatMap(({ name, trust }) => {
      const { who, conditions } = enteringBy(trust, name, account);
      return who.length === 0 ? [] : [{ role: name, who, conditions }];
    });
}

/** Who a trust policy lets in from outside the account. */
function enteringBy(trust: unknown, name: string, account: string): Omit<Entrance, 'role'> {
  try {
    const { policy } = readPolicy(trust, 'trust', name);
    const open = policy.statements
      .filter(({ effect }) => effect === 'Allow')
      .map((statement) => ({ statement, who: outsidersIn(statement, account) }))
      .filter(({ who }) => who.length > 0);
    const keys = open.flatMap(({ statement }) => statement.conditions.map(({ key }) => spelt(key)));
    return { who: [...new Set(open.flatMap(({ who }) => who))], conditions: [...new Set(keys)] };
  } catch (error) {
    if (!(error instanceof UnsupportedPolicyError)) throw error;
    return {
      who: [sayReading('entrance.unreadable', { why: error.message })],
      conditions: [],
    };
  }
}

function outsidersIn({ principals = [], unmodelled = [] }: Statement, account: string): string[] {
  const strange = unmodelled
    .filter(({ part }) => part === 'principal')
    .map(({ what }) => sayReading('entrance.somebody', { what }));
  return [...principals.flatMap((one) => outsider(one, account)), ...strange];
}

function outsider(principal: PrincipalPattern, account: string): string[] {
  switch (principal.type) {
    case 'everyone':
      return [sayReading('everyone')];
    case 'account':
      return principal.account === account ? [] : [sayReading('account', { account: principal.account })];
    case 'arn':
      return principal.account === account ? [] : [principal.arn];
    case 'service': {
      return relaysStrangers(principal.service)
        ? [sayReading('entrance.relays', { service: principal.service })]
        : [];
    }
    case 'federated':
      return [sayReading('entrance.federated', { provider: principal.provider })];
    case 'gone':
      return [];
  }
}
