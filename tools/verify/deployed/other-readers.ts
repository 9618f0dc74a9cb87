import { listed } from '../../../words/speech';
import { sayReading } from '../../../words/say';
import type { Grant } from '../../../lib/share/grant';
import { statementLabel } from '../../iam/denial-words';
import { readPolicy } from '../../iam/parse-policy';
import type { Condition, PrincipalPattern, Statement } from '../../iam/policy';
import { UnsupportedPolicyError } from '../../iam/unsupported-policy-error';
import { spelt } from '../../proof/classes/condition-keys';
import { isObject } from '../../proof/templates/json';
import type { BucketEntry, FoundPolicy, ResourcePolicyEntry } from '../../proof/templates/inventory';

/** A bucket that serves others, too: what is to be judged for this vendor, and who else reads. */
export interface ServingOthers {
  readonly buckets: readonly BucketEntry[];
  readonly resourcePolicies: readonly ResourcePolicyEntry[];
  /** A phrase each: `account 333333333333 (bucket policy of data, Partner: s3:GetObject)`. Listed, and not judged. */
  readonly otherReaders: readonly string[];
}

/**
 * A bucket that was there before the share mostly serves others already, and that is the company's business. Judged is what
 * it gives to *this* vendor outside its role, and what it gives to everybody. So what names somebody else (another account,
 * an AWS service, those of an organization or a network) is listed, and taken out of what is proved; every Deny stays, since
 * it may hit the role.
 *
 * What S3 takes for public: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export function setOthersApart(
  buckets: readonly BucketEntry[],
  resourcePolicies: readonly ResourcePolicyEntry[],
  grant: Grant,
): ServingOthers {
  const otherReaders: string[] = [];
  const judged = (found: FoundPolicy): FoundPolicy | undefined => {
    const apart = policyApart(found, grant);
    otherReaders.push(...apart.otherReaders);
    return apart.judged;
  };
  return {
    buckets: buckets.map((bucket) => {
      const { policy, sends = [], accessGrants = [], ...rest } = bucket;
      const isOther = (account: string | undefined) =>
        account !== undefined && !grant.accounts.includes(account) && account !== grant.companyAccount;
      const givesAway = sends.filter(({ account }) => isOther(account));
      const granted = accessGrants.filter(({ account }) => isOther(account));
      const left = policy && judged(policy);
      otherReaders.push(
        ...givesAway.map(({ what, to, account }) =>
          sayReading('reader.sends', { who: accountInWords(account), what, to }),
        ),
        ...granted.map(({ grantee, permission, scope }) =>
          sayReading('reader.grant', { grantee, permission, scope }),
        ),
      );
      return {
        ...rest,
        ...(left && { policy: left }),
        // How long objects stay is the company's business as well: read-deployed.ts says it, and the proof does not judge it.
        hides: [],
        sends: sends.filter((one) => !givesAway.includes(one)),
        accessGrants: accessGrants.filter((one) => !granted.includes(one)),
      };
    }),
    resourcePolicies: resourcePolicies.flatMap((entry) => {
      const left = judged(entry.policy);
      if (left !== undefined) return [{ ...entry, policy: left }];
      // A key whose policy is about others alone does not let the role decrypt either.
      return entry.arn.includes(':key/') ? [entry] : [];
    }),
    otherReaders,
  };
}

/** A policy that is about others alone leaves nothing to judge: one without statements is no policy. */
function policyApart(
  found: FoundPolicy,
  grant: Grant,
): { readonly judged: FoundPolicy | undefined; readonly otherReaders: readonly string[] } {
  const { document, name } = found;
  const raw = isObject(document) ? document : undefined;
  const written: unknown[] = [raw?.['Statement'] ?? []].flat();
  let statements: readonly Statement[];
  try {
    statements = readPolicy(document, 'resource', name).policy.statements;
  } catch (error) {
    if (!(error instanceof UnsupportedPolicyError)) throw error;
    return { judged: found, otherReaders: [] }; // the proof says why it cannot be read
  }
  const otherReaders: string[] = [];
  const left = statements.flatMap((statement): unknown[] => {
    const original = written[statement.index];
    const { principals = [], unmodelled = [], effect } = statement;
    const isKnown =
      principals.length > 0 && !unmodelled.some(({ part }) => part === 'principal' || part === 'everything');
    if (effect === 'Deny' || !isKnown) return [original];
    const others = principals.filter((principal) => isAnother(principal, statement.conditions, grant));
    otherReaders.push(
      ...others.map((principal) =>
        sayReading('reader.policy', {
          who: inWords(principal, statement.conditions),
          policy: name,
          statement: statementLabel(statement),
          actions: statement.action.patterns.join(', '),
        }),
      ),
    );
    if (others.length === 0) return [original];
    const kept = principals.filter((principal) => !others.includes(principal));
    if (kept.length === 0) return [];
    return [{ ...(original as object), Principal: writtenAgain(kept) }];
  });
  const judged = left.length === 0 ? undefined : { ...found, document: { ...raw, Statement: left } };
  return { judged, otherReaders };
}

/** Neither this vendor nor somebody of the company's own account, as far as the statement says. */
function isAnother(principal: PrincipalPattern, conditions: readonly Condition[], grant: Grant): boolean {
  switch (principal.type) {
    case 'everyone':
      return conditions.some((condition) => isOfOthersAlone(condition, grant));
    case 'account':
    case 'arn':
      return ![...grant.accounts, grant.companyAccount].includes(principal.account);
    case 'service':
      return true;
    case 'federated':
    case 'gone':
      return false;
  }
}

/** What S3 itself takes as naming somebody, so that a statement for everybody is not public. */
function isOfOthersAlone({ operator, ifExists, set, key, values }: Condition, grant: Grant): boolean {
  if (ifExists || set === 'ForAllValues' || !NAMES_SOMEBODY.has(key) || !POSITIVE.has(operator)) return false;
  return values.every(
    (value) =>
      !value.startsWith('*') &&
      !/^[\d.]+\/[0-7]$|^[\da-f:]+\/([0-9]|[12]\d|3[01])$/i.test(value) &&
      !grant.accounts.some((account) => value.includes(account)),
  );
}

const NAMES_SOMEBODY = new Set([
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceip',
  'aws:sourcevpc',
  'aws:sourcevpce',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
]);

const POSITIVE: ReadonlySet<string> = new Set([
  'StringEquals',
  'StringEqualsIgnoreCase',
  'StringLike',
  'ArnEquals',
  'ArnLike',
  'IpAddress',
]);

function inWords(principal: PrincipalPattern, conditions: readonly Condition[]): string {
  switch (principal.type) {
    case 'everyone':
      return sayReading('everybody-whose', { conditions: conditionsInWords(conditions) });
    case 'account':
      return accountInWords(principal.account);
    case 'arn':
      return principal.arn;
    case 'service':
      return sayReading('service', { service: principal.service });
    case 'federated':
      return principal.provider;
    case 'gone':
      return principal.id;
  }
}

function conditionsInWords(conditions: readonly Condition[]): string {
  const naming = conditions.filter(({ key }) => NAMES_SOMEBODY.has(key));
  return listed(
    naming.map(({ key, values }) =>
      sayReading('condition', { key: spelt(key), values: listed(values, 'or') }),
    ),
  );
}

function accountInWords(account: string | undefined): string {
  return account === undefined || account === 'another'
    ? sayReading('another-account')
    : sayReading('account', { account });
}

function writtenAgain(principals: readonly PrincipalPattern[]): unknown {
  const of = (kind: 'AWS' | 'Federated'): string[] =>
    principals.flatMap((principal) => {
      if (principal.type === 'federated') return kind === 'Federated' ? [principal.provider] : [];
      if (kind === 'Federated' || principal.type === 'service') return [];
      if (principal.type === 'everyone') return ['*'];
      if (principal.type === 'gone') return [principal.id];
      return [principal.type === 'account' ? `arn:aws:iam::${principal.account}:root` : principal.arn];
    });
  const [aws, federated] = [of('AWS'), of('Federated')];
  return { ...(aws.length > 0 && { AWS: aws }), ...(federated.length > 0 && { Federated: federated }) };
}
