import { type Grant, grantsOf } from '../../../../lib/share/grant';
import type { Share } from '../../../../lib/share/share';
import type { Authorization } from '../../access/authorize';
import type { Credential } from '../../core/identities';
import { isRecord } from '../../core/json';
import type { EntryOf, RequestEntry } from '../../request-entry';
import type { SeededWorld } from '../../seed/seed-world';
import { parseXml } from '../../s3/xml';
import {
  type Asker,
  type OwnAnswer,
  type OwnCall,
  type OwnRequest,
  ownCalls,
  queryOperation,
  textOf,
} from '../own-call';
import type { Identity } from './browser-session';

/** What a call came to. */
export interface Called {
  readonly answer: OwnAnswer;
  readonly entry: RequestEntry;
  /** What it was denied for. */
  readonly denial?: Authorization;
}

/** What the console's pages are made from: the share, the world, and calls to AWS. */
export class ConsoleApi {
  constructor(
    readonly seeded: SeededWorld,
    readonly grants: readonly [Grant, ...Grant[]],
    private readonly call: OwnCall,
    private readonly entryOf: EntryOf,
  ) {}

  get companyAccount(): string {
    return this.grants[0].companyAccount;
  }

  async send(asker: Asker, request: OwnRequest): Promise<Called> {
    const answer = await this.call(asker, request);
    const entry = this.entryOf(answer.requestId);
    if (entry === undefined) throw new Error(`${request.service}: no decision is known of this request`);
    const last = entry.authorizations.at(-1);
    const isDenied = entry.error !== undefined && last?.decision.allowed === false;
    return { answer, entry, ...(isDenied && { denial: last }) };
  }

  /** As whom AWS knows these credentials. */
  async identityOf(credential: Credential, region: string, name: string, detail?: string): Promise<Identity> {
    const { answer } = await this.send(credential, queryOperation('sts', region, 'GetCallerIdentity'));
    const arn = String(resultIn(answer, 'GetCallerIdentity').Arn);
    return { name, ...(detail !== undefined && { detail }), account: credential.account, arn, credential };
  }

  /** The new session's credentials; undefined where it failed. */
  async assumeRole(
    asker: Credential,
    region: string,
    roleArn: string,
    sessionName: string,
  ): Promise<{ readonly called: Called; readonly credential: Credential | undefined }> {
    const input = { RoleArn: roleArn, RoleSessionName: sessionName };
    const called = await this.send(asker, queryOperation('sts', region, 'AssumeRole', input));
    if (called.answer.status !== 200) return { called, credential: undefined };
    const { Credentials: issued } = resultIn(called.answer, 'AssumeRole');
    const id = isRecord(issued) ? String(issued.AccessKeyId) : '';
    return { called, credential: this.seeded.world.credentials.get(id) };
  }
}

export function consoleApi(
  seeded: SeededWorld,
  share: Share,
  frontDoor: Parameters<typeof ownCalls>[0],
  entryOf: EntryOf,
): ConsoleApi {
  const [first, ...others] = grantsOf(share);
  if (first === undefined) throw new Error('validateShare takes no empty list of vendors');
  const calls = ownCalls(frontDoor, () => seeded.world.now());
  return new ConsoleApi(seeded, [first, ...others], calls, entryOf);
}

function resultIn(answer: OwnAnswer, operation: string): Record<string, unknown> {
  const response = parseXml(Buffer.from(textOf(answer)), `${operation}Response`);
  const result = response[`${operation}Result`];
  return isRecord(result) ? result : {};
}
