import { sayRehearse as say } from '../../words/say';
import { GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { AssumeRoleCommand, GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import type { Grant } from '../../lib/share/grant';
import type { Handoff } from '../handoff/handoff';
import type { AwsClients, Connection } from '../verify/aws-clients';
import { assumedRoleArn, assumeRoleInput } from '../verify/assume-role-probe';
import { hidden, masked } from '../verify/secrets';
import type { VendorLogin } from '../sandbox/clients/vendor-login';
import { reasonOf } from '../sandbox/reasons';
import type { EntryOf } from '../sandbox/request-entry';
import type { Explained } from './explained';
import { inTheBrowser } from './in-the-browser';

/** The session name of the walkthrough. */
export const SESSION_NAME = 'VendorTestSession';

export interface WalkStep {
  readonly title: string;
  readonly walkthroughStep?: string;
  /** What a person would type. */
  readonly typed: readonly string[];
  /** @throws Error, or what the SDK throws, if it does not go as the walkthrough says */
  run(signal: AbortSignal): Promise<Explained[]>;
}

/** Step 7, as a person types it. */
export function assumeRoleTyped({ roleArn, vendor: { externalId } }: Grant, { profiles }: Handoff): string {
  const option = externalId === undefined ? '' : ` --external-id ${externalId}`;
  const asked = `aws sts assume-role --role-arn ${roleArn} --role-session-name ${SESSION_NAME}${option}`;
  return `${asked} --profile ${profiles.permissionSet}`;
}

export interface Walk {
  readonly grant: Grant;
  readonly handoff: Handoff;
  readonly connection: Connection;
  /** `The vendor`, or its name where there are several. */
  readonly whose: string;
  readonly login: VendorLogin;
  readonly entryOf: EntryOf;
  /** Of the sandbox, whose pages stand for the console. */
  readonly url: string;
}

/** Both statements that allowed it, one on each side: the sandbox's own remark. */
function whyAllowed(requestId: string | undefined, entryOf: EntryOf): string {
  const [asked] = (requestId === undefined ? undefined : entryOf(requestId))?.authorizations ?? [];
  return asked === undefined ? say('notKnown') : reasonOf(asked);
}

/** Steps 7 to 10 of the walkthrough, as the vendor's user with nothing but the handoff's config. */
export function walkSteps({ grant, handoff, connection, whose, login, entryOf, url }: Walk): WalkStep[] {
  const user = connection.asProfile(handoff.profiles.permissionSet);
  let borrower: AwsClients | undefined;
  const borrowed = (): AwsClients => {
    if (borrower === undefined) throw new Error(say('notAssumed'));
    return borrower;
  };
  const seedLine = handoff.commands[2];
  return [
    {
      title: login.signedIn ? say('userSignsIn', { whose }) : say('userAsks', { whose, user: login.name }),
      typed: login.signedIn
        ? [handoff.commands[0]]
        : [`aws sts get-caller-identity --profile ${handoff.profiles.permissionSet}`],
      run: async (abortSignal) => {
        const { Arn } = await user.sts.send(new GetCallerIdentityCommand({}), { abortSignal });
        const identity = Arn ?? '';
        if (login.signedIn === undefined) return [[say('labelIdentity'), identity, say('mayAssume')]];
        return [
          [say('labelIdentity'), identity, say('sessionOfSet')],
          [say('labelNote'), say('signedInAlready')],
        ];
      },
    },
    {
      title: say('assume'),
      walkthroughStep: '7, 8',
      typed: [assumeRoleTyped(grant, handoff)],
      run: async (abortSignal) => {
        const command = new AssumeRoleCommand(assumeRoleInput(grant, SESSION_NAME));
        const answer = await user.sts.send(command, { abortSignal });
        const { Credentials: keys, AssumedRoleUser } = answer;
        if (keys?.AccessKeyId === undefined || keys.SecretAccessKey === undefined)
          throw new Error(say('noCredentials'));
        borrower = connection.withKeys(
          {
            accessKeyId: keys.AccessKeyId,
            secretAccessKey: keys.SecretAccessKey,
            sessionToken: keys.SessionToken ?? '',
          },
          handoff.profiles.permissionSet,
        );
        const { Arn: after } = await borrower.sts.send(new GetCallerIdentityCommand({}), { abortSignal });
        const promised = assumedRoleArn(grant, SESSION_NAME);
        if (AssumedRoleUser?.Arn !== promised || after !== promised)
          throw new Error(say('otherSession', { session: promised }));
        return [
          ['AccessKeyId', masked(keys.AccessKeyId), say('accessKeyId')],
          ['SecretAccessKey', hidden(keys.SecretAccessKey), say('secretAccessKey')],
          ['SessionToken', hidden(keys.SessionToken), say('sessionToken')],
          ['Expiration', keys.Expiration?.toISOString() ?? '', say('expiration')],
          ['AssumedRoleUser', AssumedRoleUser.Arn, say('identity')],
          [say('labelWhy'), whyAllowed(answer.$metadata.requestId, entryOf)],
        ];
      },
    },
    {
      title: say('use'),
      walkthroughStep: '9',
      typed: [handoff.commands[1], seedLine],
      run: async (abortSignal) => {
        const Prefix = handoff.prefixes[0] ?? '';
        const page = await borrowed().s3.send(new ListObjectsV2Command({ Bucket: handoff.bucket, Prefix }), {
          abortSignal,
        });
        const keys = (page.Contents ?? []).map(({ Key, Size }) => `${Key ?? ''} (${Size ?? 0} bytes)`);
        const [first] = page.Contents ?? [];
        const Key = handoff.sampleKey ?? first?.Key;
        const listing: Explained = [
          'ls',
          keys.length === 0 ? say('nothingThere') : keys.slice(0, 5).join(', '),
        ];
        if (Key === undefined) return [listing];
        // With the chained profile, so that the handoff's config does all of it by itself.
        const chained = connection.asProfile(handoff.profiles.borrowedRole);
        const file = await chained.s3.send(new GetObjectCommand({ Bucket: handoff.bucket, Key }), {
          abortSignal,
        });
        const text = (await file.Body?.transformToString()) ?? '';
        return [listing, ['cp', `${Key}: ${JSON.stringify(text.slice(0, 60))}`, say('read')]];
      },
    },
    {
      title: say('console'),
      walkthroughStep: '10',
      typed: [],
      run: (signal) => inTheBrowser({ grant, handoff, login, url, signal }),
    },
  ];
}
