import { sayProofClasses as say } from '../../../words/say';
import type { Caller, Context } from '../../iam/request';
import type { Condition, Policy, PrincipalPattern } from '../../iam/policy';
import { coveringAllVariables } from '../../iam/policy-variables';
import { kindOf, languageOf, MixedComparisonsError } from './condition-classes';
import { accountLanguage, KIND_LANGUAGES, PRINCIPALS, roleNameLanguage } from './principal-arns';
import {
  ANY,
  glob,
  type Language,
  language,
  literally,
  many,
  NO_COLON,
  one,
  SERVICE_CHARACTER,
} from './language';
import { stringClasses } from './string-classes';

/** One caller of a class, with the condition keys that follow from who it is. */
export interface CallerClass {
  readonly caller: Caller;
  readonly context: Context;
}

/** These keys divide the callers. */
const CALLER_KEYS = ['aws:principalarn', 'aws:principalaccount'] as const;

/**
 * Callers such that every caller there could be, in any account, is answered like one of them by a resource or trust
 * policy and by the promise: principals by their ARN (divided like any string), sessions with the names that the
 * policy spells out, services, federations, and the anonymous.
 *
 * @param promised where the promise draws lines through principal ARNs
 * @param accounts whose principals make readable witnesses, the most interesting first
 * @param services where the promise draws lines through names of services
 */
export function callerClasses(
  policy: Policy,
  promised: readonly Language[],
  accounts: readonly string[],
  readable: readonly string[] = [],
  services: readonly Language[] = [],
): CallerClass[] {
  const principals = principalsIn(policy);
  const conditions = policy.statements.flatMap((statement) => statement.conditions);
  const sessions = sessionsIn(policy);
  const found = stringClasses({
    what: say('theCaller'),
    universe: PRINCIPALS,
    questions: [
      ...sessions.map((session) => roleNameLanguage(session.account, session.roleName)),
      ...principals.flatMap(principalLanguage),
      ...conditions.flatMap(conditionLanguage),
      ...promised,
      ...KIND_LANGUAGES,
    ],
    readable: [...readable, ...readableArns([...accounts, ...accountsIn(principals)])],
  });
  // The readable ones first: among witnesses that show the same, the first is told.
  const arns = [...found].sort(
    (a, b) => Number(readable.includes(b.witness)) - Number(readable.includes(a.witness)),
  );
  const providers = principals.flatMap((one) => (one.type === 'federated' ? [one.provider] : []));
  return [
    ...arns.flatMap(({ witness, answers }) => {
      const named = sessions.filter((_, index) => answers[index]).map(({ sessionName }) => sessionName);
      return principalOf(witness, ['any-session', ...named]);
    }),
    ...servicesFor(principals, conditions, services).map((service): CallerClass => ({
      caller: { kind: 'service', service },
      context: {},
    })),
    ...[...new Set(providers)].map((provider): CallerClass => ({
      caller: { kind: 'federated', provider },
      context: {},
    })),
    { caller: { kind: 'anonymous' }, context: {} },
  ];
}

/**
 * The services that a policy names, and others: one that calls for people whom nobody in the account knows, or, where conditions
 * tell services apart, one of each class, which is such a one if the class has any.
 */
function servicesFor(
  principals: readonly PrincipalPattern[],
  conditions: readonly Condition[],
  promised: readonly Language[],
): string[] {
  const named = [...new Set(principals.flatMap((one) => (one.type === 'service' ? [one.service] : [])))];
  const asked = conditions.filter(({ key }) => key === 'aws:principalservicename');
  if (asked.length === 0)
    return [...named, STRANGERS.find((one) => !named.includes(one)) ?? 'any.amazonaws.com'];
  const found = stringClasses({
    what: 'aws:PrincipalServiceName',
    universe: { all: SERVICES },
    questions: [
      ...named.map((service) => language(service, literally(service))),
      ...asked.flatMap(serviceLanguage),
      ...promised,
    ],
    readable: STRANGERS,
  });
  return found.map(({ witness }) => witness);
}

const STRANGERS = ['cloudfront', 'apigateway', 'iot', 'appsync', 'transfer', 'rolesanywhere'].map(
  (name) => `${name}.amazonaws.com`,
);

const SERVICES = language('a service', [
  one(SERVICE_CHARACTER),
  many(SERVICE_CHARACTER),
  ...literally('.amazonaws.com'),
]);

function serviceLanguage({ operator, key, values }: Condition): Language[] {
  const kind = kindOf(operator);
  if (kind !== undefined && kind !== 'string') throw new MixedComparisonsError(key, ['string', kind]);
  return values.flatMap((value) => languageOf(operator, coveringAllVariables(value)));
}

/** The callers that a principal ARN stands for: one, or for a role one session per name. */
export function principalOf(arn: string, sessionNames: readonly string[]): CallerClass[] {
  const [, , , , account = '', ...rest] = arn.split(':');
  const resource = rest.join(':');
  const context = { 'aws:principalarn': arn, 'aws:principalaccount': account };
  if (resource === 'root') return [{ caller: { kind: 'root', account }, context }];
  if (!resource.startsWith('role/')) return [{ caller: { kind: 'user', account, arn }, context }];
  const roleName = resource.slice(resource.lastIndexOf('/') + 1);
  return [...new Set(sessionNames)].map((session) => {
    const sessionArn = `arn:aws:sts::${account}:assumed-role/${roleName}/${session}`;
    return { caller: { kind: 'role-session', account, arn: sessionArn, roleArn: arn }, context };
  });
}

function readableArns(accounts: readonly string[]): string[] {
  return [...new Set(accounts)].flatMap((account) => {
    const principals = ['role/AnyRole', 'user/anyone', 'root'];
    return principals.map((principal) => `arn:aws:iam::${account}:${principal}`);
  });
}

function accountsIn(principals: readonly PrincipalPattern[]): string[] {
  return principals.flatMap((principal) => ('account' in principal ? [principal.account] : []));
}

function principalLanguage(principal: PrincipalPattern): Language[] {
  if (principal.type === 'account') return [accountLanguage(principal.account)];
  if (principal.type !== 'arn' || namedSession(principal)) return [];
  return [language(principal.arn, literally(principal.arn))];
}

function conditionLanguage({ operator, key, values }: Condition): Language[] {
  if (!CALLER_KEYS.some((known) => known === key)) return [];
  const kind = kindOf(operator);
  if (kind !== undefined && kind !== 'string') throw new MixedComparisonsError(key, ['string', kind]);
  if (key === 'aws:principalarn')
    return values.flatMap((value) => languageOf(operator, coveringAllVariables(value)));
  // An account id is no ARN, so Arn operators match none.
  if (operator.startsWith('Arn') || operator === 'Null') return [];
  return values.map((value) => {
    const text = coveringAllVariables(value);
    const account = text.includes('*') || operator.endsWith('Like') ? glob(text, NO_COLON) : literally(text);
    const before = [...literally('arn:aws:'), many(NO_COLON), ...literally('::')];
    return language(value, [...before, ...account, ...literally(':'), many(ANY)]);
  });
}

/** The session names of a role that a policy spells out. */
export function namedSessions(policy: Policy, roleArn: string): string[] {
  const name = roleArn.slice(roleArn.lastIndexOf('/') + 1);
  return sessionsIn(policy).flatMap(({ roleName, sessionName }) => (roleName === name ? [sessionName] : []));
}

function principalsIn({ statements }: Policy): PrincipalPattern[] {
  return statements.flatMap(({ principals = [] }) => principals);
}

function sessionsIn(policy: Policy): NamedSession[] {
  return principalsIn(policy).flatMap((principal) => namedSession(principal) ?? []);
}

interface NamedSession {
  readonly account: string;
  readonly roleName: string;
  readonly sessionName: string;
}

/** `arn:aws:sts::ACCOUNT:assumed-role/NAME/SESSION`, which says nothing about the role's path. */
function namedSession(principal: PrincipalPattern): NamedSession | undefined {
  if (principal.type !== 'arn') return undefined;
  const found = /^arn:[^:]+:sts::(\d{12}):assumed-role\/([^/]+)\/([^/]+)$/.exec(principal.arn);
  const [, account, roleName, sessionName] = found ?? [];
  if (account === undefined || roleName === undefined || sessionName === undefined) return undefined;
  return { account, roleName, sessionName };
}
