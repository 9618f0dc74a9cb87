import { sayProbe } from '../../words/say';
import {
  AssumeRoleCommand,
  type AssumeRoleCommandInput,
  type AssumeRoleCommandOutput,
  GetCallerIdentityCommand,
} from '@aws-sdk/client-sts';
import type { AwsCredentialIdentity } from '@smithy/types';
import type { Grant } from '../../lib/share/grant';
import { NothingToTry, UnexpectedContent } from './outcome';
import type { Expectation, Probe } from './probe';

/** The credentials of a session of the role. */
export interface RoleSession {
  readonly keys: AwsCredentialIdentity;
  readonly answer: AssumeRoleCommandOutput;
}

export interface AssumeRoleSubject {
  readonly grant: Grant;
  readonly sessionName: string;
  readonly now: () => Date;
  /** Why AssumeRole must be denied: who asks is none of the promised callers, or the share has ended. */
  readonly mustBeDenied?: string;
}

/** Step 7 of the walkthrough as a probe. What it got is left in `session`, for the probes that come after it. */
export function assumeRoleProbe(subject: AssumeRoleSubject): {
  probe: Probe;
  session: () => RoleSession | undefined;
} {
  const { grant, sessionName, mustBeDenied } = subject;
  let session: RoleSession | undefined;
  const expect: Expectation =
    mustBeDenied === undefined
      ? { outcome: 'success' }
      : { outcome: 'error', codes: ['AccessDenied'], lateCodes: [] };
  const probe: Probe = {
    id: 'assume-role',
    hop: 'assume the role',
    as: 'user',
    title: sayProbe('assume-role'),
    action: 'sts:AssumeRole',
    expect,
    why: mustBeDenied ?? sayProbe('assume-role.why'),
    harmless: sayProbe('assume-role.harmless'),
    run: async ({ sts }, abortSignal) => {
      const command = new AssumeRoleCommand(assumeRoleInput(grant, sessionName));
      const answer = await sts.send(command, { abortSignal });
      session = { keys: keysOf(answer), answer };
      return sayProbe('saw.credentials');
    },
  };
  return { probe, session: () => session };
}

/** Step 8: what the answer must say. They run as the borrower, with the session in hand. */
export function sessionProbes(
  { grant, now }: Pick<AssumeRoleSubject, 'grant' | 'now'>,
  { sessionName, expiration }: { sessionName: string; expiration: Date | undefined },
): Probe[] {
  const arn = assumedRoleArn(grant, sessionName);
  const common = {
    hop: 'assume the role' as const,
    as: 'borrower' as const,
    action: 'sts:GetCallerIdentity',
    expect: { outcome: 'success' as const },
    harmless: sayProbe('assumed-arn.harmless'),
  };
  const issued = now();
  return [
    {
      ...common,
      id: 'assumed-arn',
      title: sayProbe('assumed-arn'),
      why: sayProbe('assumed-arn.why'),
      run: async ({ sts }, abortSignal) => {
        const { Arn } = await sts.send(new GetCallerIdentityCommand({}), { abortSignal });
        if (Arn === arn) return arn;
        // AWS leaves it out of no answer.
        if (Arn === undefined) throw new Error(sayProbe('assumed-arn.nobody', { wanted: arn }));
        throw new UnexpectedContent(sayProbe('assumed-arn.other', { found: Arn, wanted: arn }));
      },
    },
    {
      ...common,
      id: 'session-length',
      title: sayProbe('session-length'),
      why: sayProbe('session-length.why'),
      run: () => {
        // Pasted credentials come without their end.
        if (expiration === undefined) throw new NothingToTry(sayProbe('session-length.unknown'));
        const seconds = (expiration.getTime() - issued.getTime()) / 1000;
        const count = Math.round(seconds / 60);
        if (seconds <= HOUR + CLOCKS_MAY_DIFFER)
          return Promise.resolve(sayProbe('saw.session-length', { count }));
        throw new UnexpectedContent(sayProbe('session-length.longer', { count }));
      },
    },
  ];
}

/** What AssumeRole is asked with, as it was agreed. */
export function assumeRoleInput(
  { roleArn, vendor: { externalId } }: Grant,
  sessionName: string,
): AssumeRoleCommandInput {
  const agreed = { RoleArn: roleArn, RoleSessionName: sessionName };
  return externalId === undefined ? agreed : { ...agreed, ExternalId: externalId };
}

export function assumedRoleArn(grant: Grant, sessionName: string): string {
  return `arn:aws:sts::${grant.companyAccount}:assumed-role/${grant.roleName}/${sessionName}`;
}

const HOUR = 3600;
/** Seconds. AWS rejects a signature whose clock is off by more, so a session that was lent at all is within it. */
const CLOCKS_MAY_DIFFER = 300;

function keysOf({ Credentials: keys }: AssumeRoleCommandOutput): AwsCredentialIdentity {
  if (
    keys?.AccessKeyId === undefined ||
    keys.SecretAccessKey === undefined ||
    keys.SessionToken === undefined
  ) {
    throw new Error(sayProbe('no-credentials'));
  }
  return {
    accessKeyId: keys.AccessKeyId,
    secretAccessKey: keys.SecretAccessKey,
    sessionToken: keys.SessionToken,
    ...(keys.Expiration === undefined ? {} : { expiration: keys.Expiration }),
  };
}
