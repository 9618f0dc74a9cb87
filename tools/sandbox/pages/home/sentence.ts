import { saySandboxHome as say } from '../../../../words/say';
import { profileNames } from '../../../handoff/aws-config';
import { valuesOf } from '../../../iam/conditions';
import { closestMiss, differingCondition, operatorInFull } from '../../../iam/denial-words';
import type { AccessRequest, DeterminingStatement, NearMiss, PolicyType } from '../../../iam/request';
import { html } from '../../../pages/html';
import { withCode } from '../../../pages/parts';
import type { RequestEntry } from '../../request-entry';
import { both } from '../page';
import { callerName, denialOf, type Denied, differing, isSignIn } from './decided';
import { accountOf, type Scene, sideOf } from './scene';

/** What happened, because …; and at most two sentences more. */
export type Told = readonly [heading: string, ...body: string[]];

/** What became of one request and why, in both languages. */
export const explained = (entry: RequestEntry, scene: Scene) => ({
  heading: both(() => told(entry, scene)[0]),
  body: both(() =>
    [...told(entry, scene).slice(1)].map((one) => html`<span class="p">${withCode(one)}</span>`),
  ),
});

/** The same in the language that is spoken. */
export function told(entry: RequestEntry, scene: Scene): Told {
  const denied = denialOf(entry);
  if (denied !== undefined) return whyDenied(denied, entry, scene);
  if (entry.error === undefined) return whyAllowed(entry, scene);
  const { code } = entry.error;
  if (isSignIn(entry) && code === 'ForbiddenException')
    return [say('notAssigned'), say('notAssignedBody', { who: callerName(entry) })];
  if (entry.authorizations.length > 0) return [say('failed', { code }), say('failedBody')];
  if (code.startsWith('ExpiredToken')) return [say('expired'), say('expiredBody')];
  // The portal does not tell which of the two it is.
  if (code === 'UnauthorizedException') return [say('signInEnded'), say('expiredBody')];
  if (verdictOf(entry) === 'no') return [say('rejected', { code }), say('rejectedBody')];
  return [say('failed', { code }), say('failedEarly')];
}

/** `if` where it failed for a reason that nobody's permission is. */
export function verdictOf(entry: RequestEntry): 'yes' | 'no' | 'if' {
  if (entry.error === undefined) return 'yes';
  return denialOf(entry) !== undefined || entry.status === 401 || entry.status === 403 ? 'no' : 'if';
}

function whyAllowed(entry: RequestEntry, scene: Scene): Told {
  const [asked] = entry.authorizations;
  if (isSignIn(entry)) return [say('signedIn'), say('signedInBody', { who: callerName(entry) })];
  if (asked?.decision.allowed !== true || asked.decision.by.length === 0) {
    const operation = `${entry.service}:${entry.operation}`;
    return [say('noPermission', { operation }), say('noPermissionBody')];
  }
  const { request, decision } = asked;
  const { action, resourceAccount } = request;
  const own = decision.by.find(({ policy }) => policy.kind === 'identity');
  const given = decision.by.find(({ policy }) => policy.kind !== 'identity');
  const first = sideInWords(accountOf(request), scene);
  const second = sideInWords(resourceAccount, scene);
  if (own !== undefined && given !== undefined) {
    const names = { own: statementInWords(own, request), given: statementInWords(given, request) };
    const isBorrowed =
      entry.operation === 'AssumeRole' &&
      sideOf(accountOf(request), scene) === 'vendor' &&
      sideOf(resourceAccount, scene) === 'company';
    return isBorrowed
      ? [say('borrowed'), say('borrowedBody', names)]
      : [say('allowedBoth', { ...names, action }), say('allowedOnBoth', { first, second })];
  }
  const only = own ?? given;
  const heading = say('allowed', { statement: only ? statementInWords(only, request) : '', action });
  if (!('roleArn' in request.caller) || request.caller.roleArn !== scene.grant.roleArn)
    return [heading, say('allowedOn', { side: own === undefined ? second : first })];
  return [heading, say('restingNow')];
}

function whyDenied({ request, denial, remark }: Denied, entry: RequestEntry, scene: Scene): Told {
  const { action } = request;
  const sideFor = (type: PolicyType): string =>
    sideInWords(type === 'resource' ? request.resourceAccount : accountOf(request), scene);
  if (denial.kind === 'explicit')
    return [
      say('explicit', { statement: statementInWords(denial.by, request) }),
      say('explicitBody', { side: sideFor(denial.in) }),
    ];
  const { missing } = denial;
  const isLending = entry.operation === 'AssumeRole' && missing === 'resource';
  if (isLending && remark !== undefined) {
    const role = request.resource.slice(request.resource.lastIndexOf('/') + 1);
    return [say('noRole', { role }), say('noRoleBody')];
  }
  // Somebody of the vendor's at the company's bucket, who is not the role.
  const isUnborrowed =
    sideOf(accountOf(request), scene) === 'vendor' && request.resource.startsWith(scene.grant.bucketArn);
  if (missing === 'identity' && isUnborrowed) {
    const names = { who: callerName(entry), action, profile: profileNames(scene.grant).borrowedRole };
    return [say('notBorrowed'), say('notBorrowedBody', names)];
  }
  const closest = closestMiss(denial.nearMisses);
  const body = closest === undefined ? say('silence') : closestInWords(closest, request);
  if (missing === 'boundary') return [say('notAllowedBoundary', { action }), body];
  if (missing === 'session') return [say('notAllowedSession', { action }), body];
  return [isLending ? say('notLent') : say('notAllowedTo', { side: sideFor(missing), action }), body];
}

function closestInWords(miss: NearMiss, request: AccessRequest): string {
  const statement = statementInWords(miss, request);
  const element = differing(miss.because);
  if (element !== 'Condition') return say(`closest${element}`, { statement, resource: request.resource });
  const condition = differingCondition(miss);
  if (condition === undefined) return say('closestUnknown', { statement });
  const quoted = (values: readonly string[]): string =>
    values.map((value) => JSON.stringify(value)).join(', ') || say('nothing');
  return say('closestCondition', {
    statement,
    operator: operatorInFull(condition),
    key: condition.key,
    wanted: quoted(condition.values),
    got: quoted(valuesOf(request.context, condition.key)),
  });
}

function sideInWords(account: string | undefined, scene: Scene): string {
  const side = sideOf(account, scene);
  if (side === undefined) return say('sideOther', { account: account ?? '?' });
  return say(side === 'vendor' ? 'sideVendor' : 'sideCompany');
}

/** `AllowX of VendorS3AccessPolicy`, with the names that the page has for policies. */
function statementInWords(
  { statement: { sid, index }, policy: { kind, name } }: DeterminingStatement,
  { caller }: AccessRequest,
): string {
  const statement = sid ?? say('statementNumber', { number: index + 1 });
  const of = (policy: string): string => say('statementOf', { statement, policy });
  if (kind === 'trust') return of(say('trustPolicy', { role: name.replace(/^trust policy of /, '') }));
  if (kind === 'resource') return of(say(name.startsWith('key policy of ') ? 'keyPolicy' : 'bucketPolicy'));
  // What Identity Center calls the policy in the role that it makes is nothing that people have typed.
  const isTheSets =
    name === 'AwsSSOInlinePolicy' && 'roleArn' in caller && /\/AWSReservedSSO_/.test(caller.roleArn);
  return of(isTheSets ? say('setPolicy') : name);
}
