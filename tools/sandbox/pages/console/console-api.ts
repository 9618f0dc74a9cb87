import { type Grant, grantsOf } from '../../../../lib/share/grant';
import type { Share } from '../../../../lib/share/share';
import type { Authorization } from '../../access/authorize';
import type { Credential } from '../../core/identities';
import { isRecord } from '../../core/json';
import type { Journal } from '../../journal';
import type { RequestEntry } from '../../request-entry';
import { denialOf } from '../home/decided';
import type { SeededWorld } from '../../seed/seed-world';
import { parseXml } from '../../s3/xml';
import {
  type Asker,
  issuedWith,
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
  ) {}

  get companyAccount(): string {
    return this.grants[0].companyAccount;
  }

  async send(asker: Asker, request: OwnRequest): Promise<Called> {
    const answer = await this.call(asker, request);
    const { entry } = answer;
    const denial = denialOf(entry);
    return { answer, entry, ...(denial && { denial }) };
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
    return { called, credential: issuedWith(called.answer, this.seeded.world) };
  }
}

export function consoleApi(
  seeded: SeededWorld,
  share: Share,
  frontDoor: Parameters<typeof ownCalls>[0],
  journal: Journal,
): ConsoleApi {
  const [first, ...others] = grantsOf(share);
  if (first === undefined) throw new Error('validateShare takes no empty list of vendors');
  const calls = ownCalls(frontDoor, journal, () => seeded.world.now());
  return new ConsoleApi(seeded, [first, ...others], calls);
}

function resultIn(answer: OwnAnswer, operation: string): Record<string, unknown> {
  const response = parseXml(Buffer.from(textOf(answer)), `${operation}Response`);
  const result = response[`${operation}Result`];
  return isRecord(result) ? result : {};
}
