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

/** A line of explanation: name, value, and what it means. */
export type Explained = readonly [name: string, value: string, meaning?: string];

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
}

/** Both statements that allowed it, one on each side: the sandbox's own remark. */
function whyAllowed(requestId: string | undefined, entryOf: EntryOf): string {
  const [asked] = (requestId === undefined ? undefined : entryOf(requestId))?.authorizations ?? [];
  return asked === undefined ? 'not known' : reasonOf(asked);
}

/** Steps 7 to 10 of the walkthrough, as the vendor's user with nothing but the handoff's config. */
export function walkSteps({ grant, handoff, connection, whose, login, entryOf }: Walk): WalkStep[] {
  const user = connection.asProfile(handoff.profiles.permissionSet);
  let borrower: AwsClients | undefined;
  const borrowed = (): AwsClients => {
    if (borrower === undefined) throw new Error('the role was not assumed');
    return borrower;
  };
  const seedLine = handoff.commands[2];
  return [
    {
      title: login.signedIn ? `${whose}’s user signs in` : `${whose}’s ${login.name} asks who it is`,
      typed: login.signedIn
        ? [handoff.commands[0]]
        : [`aws sts get-caller-identity --profile ${handoff.profiles.permissionSet}`],
      run: async (abortSignal) => {
        const { Arn } = await user.sts.send(new GetCallerIdentityCommand({}), { abortSignal });
        const identity = Arn ?? '';
        if (login.signedIn === undefined)
          return [['identity', identity, 'one of those that may assume the role']];
        return [
          ['identity', identity, 'a session of the permission set, in the vendor’s account'],
          ['note', 'the sandbox has signed this user in already; on AWS a browser opens'],
        ];
      },
    },
    {
      title: 'Assume the role; what comes back',
      walkthroughStep: '7, 8',
      typed: [assumeRoleTyped(grant, handoff)],
      run: async (abortSignal) => {
        const command = new AssumeRoleCommand(assumeRoleInput(grant, SESSION_NAME));
        const answer = await user.sts.send(command, { abortSignal });
        const { Credentials: keys, AssumedRoleUser } = answer;
        if (keys?.AccessKeyId === undefined || keys.SecretAccessKey === undefined)
          throw new Error('AWS issued no credentials');
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
          throw new Error(`the session is not ${promised}`);
        return [
          [
            'AccessKeyId',
            masked(keys.AccessKeyId),
            'names the credentials; those that begin with ASIA are temporary',
          ],
          [
            'SecretAccessKey',
            hidden(keys.SecretAccessKey),
            'signs each request; AWS shows it only this once',
          ],
          [
            'SessionToken',
            hidden(keys.SessionToken),
            'sent with every request; without it AWS answers InvalidAccessKeyId',
          ],
          ['Expiration', keys.Expiration?.toISOString() ?? '', 'in one hour: the maximum for role chaining'],
          ['AssumedRoleUser', AssumedRoleUser.Arn, 'your identity for requests made with these credentials'],
          ['why', whyAllowed(answer.$metadata.requestId, entryOf)],
        ];
      },
    },
    {
      title: 'Use it: list and copy',
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
          keys.length === 0 ? 'nothing is there yet' : keys.slice(0, 5).join(', '),
        ];
        if (Key === undefined) return [listing];
        // With the chained profile, so that the handoff's config does all of it by itself.
        const chained = connection.asProfile(handoff.profiles.borrowedRole);
        const file = await chained.s3.send(new GetObjectCommand({ Bucket: handoff.bucket, Key }), {
          abortSignal,
        });
        const text = (await file.Body?.transformToString()) ?? '';
        return [
          listing,
          ['cp', `${Key}: ${JSON.stringify(text.slice(0, 60))}`, 'the vendor has read the company’s data'],
        ];
      },
    },
    {
      title: 'The same in the console',
      walkthroughStep: '10',
      typed: [],
      run: () => {
        const { consoleLinks } = handoff;
        if (consoleLinks === undefined) {
          return Promise.resolve([
            ['not possible', 'the role asks for an ExternalId, which Switch Role cannot send'],
          ]);
        }
        return Promise.resolve([
          ['Switch Role', consoleLinks.switchRole],
          ...consoleLinks.bucket.map((link): Explained => ['the bucket', link]),
          ['why a link', 'this role may not list all buckets, so S3’s home page says Access Denied'],
        ]);
      },
    },
  ];
}
