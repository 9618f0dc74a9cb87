import { sayProbe, sayRehearse as say } from '../../words/say';
import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import type { Grant } from '../../lib/share/grant';
import type { Handoff } from '../handoff/handoff';
import { type TemporaryHome, withEnvironment } from '../sandbox/clients/temporary-home';
import { addAccount, type World } from '../sandbox/core/world';
import type { Sandbox } from '../sandbox/sandbox';
import { administratorKeys } from '../sandbox/seed/seed-world';
import { type AwsClients, type Connection, connect } from '../verify/aws-clients';
import { assumeRoleInput } from '../verify/assume-role-probe';
import type { Outcome } from '../verify/outcome';
import { attempt } from '../verify/run-probes';
import type { Secrets } from '../verify/secrets';
import { SESSION_NAME } from './walk';

/** Something that must be denied to someone who is not the promised user. */
export interface StrangerAttempt {
  readonly who: string;
  readonly what: string;
  /** AWS's error code for it. */
  readonly code: string;
  readonly try: (signal: AbortSignal) => Promise<string>;
}

export type TriedAttempt = readonly [attempt: StrangerAttempt, outcome: Outcome];

export interface StrangersInput {
  readonly grant: Grant;
  readonly handoff: Handoff;
  readonly sandbox: Sandbox;
  /** In the home of the vendor's user. */
  readonly connection: Connection;
  /** Of a user of the vendor's who was not given the permission set. @default - people do not sign in to borrow */
  readonly unassignedHome?: TemporaryHome;
  /** For one attempt, in milliseconds. */
  readonly timeout: number;
  readonly signal: AbortSignal;
  readonly secrets: Secrets;
}

/** What becomes of people who can sign in somewhere, and have no part in the share. */
export async function tryAsStrangers(input: StrangersInput): Promise<TriedAttempt[]> {
  const { sandbox, timeout, signal, unassignedHome } = input;
  const tried: TriedAttempt[] = unassignedHome ? [await tryAsUnassigned(input, unassignedHome)] : [];
  for (const stranger of withOtherKeys(input)) {
    tried.push([stranger, await attempt(stranger.try, timeout, signal)]);
  }
  forgetOtherAccount(sandbox.world);
  return tried;
}

/** Signed in at the same portal, and not given the permission set. */
async function tryAsUnassigned(input: StrangersInput, unassignedHome: TemporaryHome): Promise<TriedAttempt> {
  const { grant, handoff, sandbox, timeout, signal, secrets } = input;
  const user = sandbox.vendorUsers[grant.index]?.notAssigned;
  const connection = connect({
    region: handoff.region,
    identityCenterRegion: user?.instance.region ?? handoff.region,
    timeout,
    secrets,
  });
  const unassigned = {
    who: user?.name ?? say('notAssigned'),
    what: say('signInWithSet'),
    code: 'ForbiddenException',
    try: async () => {
      await connection.asProfile(handoff.profiles.permissionSet).credentials();
      return say('keysGiven');
    },
  };
  const outcome = await withEnvironment(unassignedHome.environment, () =>
    attempt(unassigned.try, timeout, signal),
  );
  connection.close();
  return [unassigned, outcome];
}

/** People who have keys, and no part in the share. */
function withOtherKeys({ connection, handoff, grant, sandbox }: StrangersInput): StrangerAttempt[] {
  const profile = handoff.profiles.permissionSet;
  const vendorAdmin = [...sandbox.administrators.values()].find(
    ({ account }) => account === grant.accounts[0],
  );
  const outsider = connection.withKeys(administratorOfAnotherAccount(sandbox.world), profile);
  const code = 'AccessDenied';
  const who = say('administrator', { account: OUTSIDE });
  const ofOutsider = [
    { who, what: sayProbe('assume-role'), code, try: borrowAttempt(grant, outsider) },
    { who, what: say('listBucket'), code, try: listAttempt(grant, outsider) },
  ];
  if (vendorAdmin === undefined) return ofOutsider;
  const admin = connection.withKeys(vendorAdmin.credential, profile);
  const whoAtHome = say('administrator', { account: grant.accounts[0] });
  const mayBorrow = (grant.vendor.borrowers ?? 'account') === 'account';
  return [
    ...(mayBorrow
      ? []
      : [{ who: whoAtHome, what: sayProbe('assume-role'), code, try: borrowAttempt(grant, admin) }]),
    { who: whoAtHome, what: sayProbe('bucket-without-role'), code, try: listAttempt(grant, admin) },
    ...ofOutsider,
  ];
}

function borrowAttempt(grant: Grant, { sts }: AwsClients): StrangerAttempt['try'] {
  return async (abortSignal) => {
    await sts.send(new AssumeRoleCommand(assumeRoleInput(grant, SESSION_NAME)), { abortSignal });
    return sayProbe('saw.credentials');
  };
}

function listAttempt({ bucketName }: Grant, { s3 }: AwsClients): StrangerAttempt['try'] {
  return async (abortSignal) => {
    await s3.send(new ListObjectsV2Command({ Bucket: bucketName, MaxKeys: 1 }), { abortSignal });
    return say('bucketListed');
  };
}

const OUTSIDE = '999999999999';

/** Somebody else's account: its administrator may do everything there, and must get nothing here. */
function administratorOfAnotherAccount(world: World) {
  return administratorKeys(world.accounts.get(OUTSIDE) ?? addAccount(world, OUTSIDE), world);
}

function forgetOtherAccount({ accounts, credentials }: World): void {
  accounts.delete(OUTSIDE);
  for (const [id, { account }] of credentials) if (account === OUTSIDE) credentials.delete(id);
}
