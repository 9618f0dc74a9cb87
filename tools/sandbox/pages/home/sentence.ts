import type { Grant } from '../../../../lib/share/grant';
import { saySandboxHome as say } from '../../../../words/say';
import { listed } from '../../../../words/speech';
import { profileNames } from '../../../handoff/aws-config';
import { valuesOf } from '../../../iam/conditions';
import { closestMiss, operatorInFull } from '../../../iam/denial-words';
import type { AccessRequest, DeterminingStatement, NearMiss, PolicyType } from '../../../iam/request';
import type { Authorization } from '../../access/authorize';
import type { RequestEntry } from '../../request-entry';
import { callerName } from './caller-name';
import { denialOf, differing, isSignIn } from './decided';
import { accountOf, type Scene, sideOf } from './scene';

export interface Sentences {
  readonly verdict: 'yes' | 'no' | 'if';
  /** What happened, because … */
  readonly heading: string;
  /** At most two. */
  readonly body: readonly string[];
}

/** What became of one request and why, in the language that is spoken. */
export function sentencesOf(entry: RequestEntry, scene: Scene): Sentences {
  const denied = denialOf(entry);
  if (denied !== undefined) return { verdict: 'no', ...whyDenied(denied, entry, scene) };
  const verdict = verdictOf(entry);
  return {
    verdict,
    ...(entry.error === undefined ? whyAllowed(entry, scene) : whyFailed(entry, entry.error.code)),
  };
}

/** `if` where it failed for a reason that nobody's permission is. */
export function verdictOf(entry: RequestEntry): Sentences['verdict'] {
  if (entry.error === undefined) return 'yes';
  return denialOf(entry) !== undefined || entry.status === 401 || entry.status === 403 ? 'no' : 'if';
}

type Told = Omit<Sentences, 'verdict'>;

function whyFailed(entry: RequestEntry, code: string): Told {
  const who = callerName(entry);
  if (isSignIn(entry) && code === 'ForbiddenException')
    return { heading: say('notAssigned'), body: [say('notAssignedBody', { who })] };
  if (entry.authorizations.length > 0) return { heading: say('failed', { code }), body: [say('failedBody')] };
  if (verdictOf(entry) === 'no') return { heading: say('rejected', { code }), body: [say('rejectedBody')] };
  return { heading: say('failed', { code }), body: [say('failedEarly')] };
}

function whyAllowed(entry: RequestEntry, scene: Scene): Told {
  const [first] = entry.authorizations;
  if (isSignIn(entry)) return signedIn(entry, scene);
  if (first === undefined || !first.decision.allowed || first.decision.by.length === 0) {
    const operation = `${entry.service}:${entry.operation}`;
    return { heading: say('noPermission', { operation }), body: [say('noPermissionBody')] };
  }
  return allowedBy(first, first.decision.by, entry, scene);
}

function signedIn(entry: RequestEntry, { grant, vendorUsers }: Scene): Told {
  const who = callerName(entry);
  const isOurs = vendorUsers[grant.index]?.assigned.name === entry.who;
  const body = isOurs
    ? say('signedInBody', { set: grant.permissionSetName, who })
    : say('signedInElsewhere', { who });
  return { heading: say('signedIn'), body: [body] };
}

function allowedBy(
  { request }: Authorization,
  by: readonly DeterminingStatement[],
  entry: RequestEntry,
  scene: Scene,
): Told {
  const { action, resourceAccount } = request;
  const own = by.find(({ policy }) => policy.kind === 'identity');
  const given = by.find(({ policy }) => policy.kind !== 'identity');
  const [first, second] = [sideInWords(accountOf(request), scene), sideInWords(resourceAccount, scene)];
  if (own !== undefined && given !== undefined) {
    const names = { own: statementInWords(own, request), given: statementInWords(given, request) };
    if (entry.operation !== 'AssumeRole')
      return {
        heading: say('allowedBoth', { ...names, action }),
        body: [say('allowedOnBoth', { first, second })],
      };
    if (sideOf(accountOf(request), scene) === 'vendor' && sideOf(resourceAccount, scene) === 'company')
      return { heading: say('borrowed'), body: [say('borrowedBody', names)] };
    return { heading: say('borrowedAtHome'), body: [say('allowedOnBoth', { first, second })] };
  }
  const only = own ?? given;
  const statement = only === undefined ? '' : statementInWords(only, request);
  const isLent = isRole(request, scene.grant);
  return {
    heading: say('allowed', { statement, action }),
    body: [
      isLent ? say('restingNow') : say('allowedOn', { side: own === undefined ? second : first }),
      ...(isLent &&
      scene.world.buckets.get(scene.grant.bucketName)?.policy !== undefined &&
      entry.service === 's3'
        ? [say('noDenyApplies')]
        : []),
    ],
  };
}

function whyDenied({ request, decision, remark }: Authorization, entry: RequestEntry, scene: Scene): Told {
  if (decision.allowed) throw new Error(`${request.action} was allowed`);
  const { denial } = decision;
  const { action } = request;
  const sideFor = (type: PolicyType): string =>
    sideInWords(type === 'resource' ? request.resourceAccount : accountOf(request), scene);
  if (denial.kind === 'explicit') {
    const heading = say('explicit', { statement: statementInWords(denial.by, request) });
    return { heading, body: [say('explicitBody', { side: sideFor(denial.in) })] };
  }
  const { missing, nearMisses } = denial;
  const isAssume = entry.operation === 'AssumeRole';
  if (isAssume && missing === 'resource' && remark !== undefined) {
    const role = request.resource.slice(request.resource.lastIndexOf('/') + 1);
    return { heading: say('noRole', { role }), body: [say('noRoleBody')] };
  }
  if (missing === 'identity' && isUnborrowed(request, scene)) {
    const names = { who: callerName(entry), action, profile: profileNames(scene.grant).borrowedRole };
    return { heading: say('notBorrowed'), body: [say('notBorrowedBody', names)] };
  }
  const closest = closestMiss(nearMisses);
  return {
    heading:
      missing === 'boundary'
        ? say('notAllowedBoundary', { action })
        : missing === 'session'
          ? say('notAllowedSession', { action })
          : missing === 'resource' && isAssume
            ? say('notLent')
            : say('notAllowedTo', { side: sideFor(missing), action }),
    body: [closest === undefined ? say('silence') : closestInWords(closest, request)],
  };
}

/** Somebody of the vendor's at the company's bucket, who is not the role. */
const isUnborrowed = (request: AccessRequest, scene: Scene): boolean =>
  sideOf(accountOf(request), scene) === 'vendor' && request.resource.startsWith(scene.grant.bucketArn);

const isRole = ({ caller }: AccessRequest, { roleArn }: Grant): boolean =>
  caller.kind === 'role-session' && caller.roleArn === roleArn;

function closestInWords(miss: NearMiss, request: AccessRequest): string {
  const { context, resource } = request;
  const statement = statementInWords(miss, request);
  const element = differing(miss.because);
  if (element === 'Principal') return say('closestPrincipal', { statement });
  if (element === 'Action') return say('closestAction', { statement });
  if (element === 'Resource') return say('closestResource', { statement, resource });
  const condition = miss.statement.conditions.find((one) =>
    miss.because.startsWith(`condition ${operatorInFull(one)} ${one.key}: `),
  );
  if (condition === undefined) return say('closestUnknown', { statement });
  const quoted = (values: readonly string[]): string =>
    values.length === 0
      ? say('nothing')
      : listed(
          values.map((value) => JSON.stringify(value)),
          'or',
        );
  const got = quoted(valuesOf(context, condition.key));
  const { key, values } = condition;
  return say('closestCondition', {
    statement,
    operator: operatorInFull(condition),
    key,
    wanted: quoted(values),
    got,
  });
}

function sideInWords(account: string | undefined, scene: Scene): string {
  const side = sideOf(account, scene);
  if (side === undefined) return say('sideOther', { account: account ?? '?' });
  return say(side === 'vendor' ? 'sideVendor' : 'sideCompany');
}

/** `AllowX of VendorS3AccessPolicy`, with the names that the page has for policies. */
function statementInWords(
  { statement: { sid, index }, policy }: DeterminingStatement,
  { caller }: AccessRequest,
): string {
  const statement = sid ?? say('statementNumber', { number: index + 1 });
  const [, of, owner = ''] = /^(trust|bucket|key) policy of (.*)$/.exec(policy.name) ?? [];
  if (policy.kind === 'trust')
    return say('statementOf', { statement, policy: say('trustPolicy', { role: owner }) });
  if (policy.kind === 'resource')
    return say('statementOf', { statement, policy: say(of === 'key' ? 'keyPolicy' : 'bucketPolicy') });
  // What Identity Center calls the policy in the role that it makes is nothing that people have typed.
  const isTheSets =
    policy.name === 'AwsSSOInlinePolicy' &&
    caller.kind === 'role-session' &&
    /\/AWSReservedSSO_/.test(caller.roleArn);
  return say('statementOf', { statement, policy: isTheSets ? say('setPolicy') : policy.name });
}
