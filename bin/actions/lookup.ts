import { readFileSync } from 'node:fs';
import { sayLookup } from '../../words/say';
import type { Grant } from '../../lib/share/grant';
import type { Share, Vendor } from '../../lib/share/share';
import { validateShare } from '../../lib/share/validate-share';
import { ExitCode, PlainError } from '../../tools/exit-code';
import { readGrantFile } from '../../tools/handoff/grant-file';
import { lookupClients, lookUp, type LookupResult } from '../../tools/lookup/lookup';
import { parameterLines, shareLines } from '../../tools/lookup/parameter-lines';
import { printable, printableJson, printableLines } from '../../tools/printable';
import { stoppable, untilStopped } from '../../tools/stoppable';
import type { Terminal } from '../../tools/terminal';
import { profileProblem, readAwsProfiles } from '../../tools/verify/aws-profiles';
import { diagnose } from '../../tools/verify/diagnosis';
import { type Failure, failureOf, includesCode } from '../../tools/verify/outcome';
import { attempt } from '../../tools/verify/run-probes';
import { Secrets } from '../../tools/verify/secrets';
import { secretsHere } from '../../tools/verify/secrets-here';
import { whoIsSilent } from '../../tools/verify/sign-in';
import { chooseGrant } from './choose-grant';

export interface Options {
  readonly profile: string;
  readonly region?: string;
  readonly vendor?: string;
  /** NAME.grant.json of the company's handoff, in the place of parameters.ts. */
  readonly grant?: string;
  readonly group?: string[];
  readonly user?: string[];
  readonly json?: true;
}

const TIMEOUT = 15_000;

export async function run(candidate: unknown, terminal: Terminal, options: Options): Promise<void> {
  const { share, grant } = whatIsKnown(candidate, options);
  if (Array.isArray(grant.vendor.borrowers)) {
    const field = `vendors[${grant.index}].borrowers`;
    if (share === undefined) throw new PlainError(sayLookup('no-identity-center.handoff', { field }));
    printShare(terminal, share, options);
    terminal.note(`\n${sayLookup('note', { remark: sayLookup('no-identity-center', { field }) })}`);
    return;
  }
  const stop = stoppable();
  const found = await untilStopped(ask(grant, options), stop.signal).finally(() => stop.release());
  const remarks = [...found.remarks, ...(found.assignees.length > 0 ? [] : [sayLookup('name-principals')])];
  if (share !== undefined) {
    printShare(terminal, completed(share, found), options, remarks);
    if (options.json) return;
  } else if (options.json) {
    terminal.print(printableJson(found, 2));
    return;
  } else {
    terminal.note(`${sayLookup('paste.vendor', { index: grant.index })}\n`);
    terminal.print(printableLines(parameterLines(found)));
  }
  for (const remark of remarks) terminal.note(`\n${sayLookup('note', { remark: printable(remark) })}`);
}

/** The share only where it comes from a grant file, and is to be completed. */
function whatIsKnown(
  candidate: unknown,
  { grant: file, vendor }: Options,
): { readonly grant: Grant; readonly share?: Share } {
  if (file === undefined) return { grant: chooseGrant(validateShare(candidate), vendor) };
  return readGrantFile(textOf(file), file);
}

/** @throws PlainError */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PlainError(sayLookup('grant-file', { reason }));
  }
}

function completed(share: Share, { identityCenter, assignees }: LookupResult): Share {
  const complete = (vendor: Vendor): Vendor => ({ ...vendor, identityCenter, assignees });
  return { ...share, vendors: share.vendors.map(complete) };
}

function printShare(
  terminal: Terminal,
  share: Share,
  { json }: Options,
  remarks: readonly string[] = [],
): void {
  if (json) {
    terminal.print(printableJson({ share, remarks }, 2));
    return;
  }
  terminal.note(`${sayLookup('paste.share')}\n`);
  terminal.print(printableLines(shareLines(share)));
}

/** @throws PlainError that says whose fault it is */
async function ask(grant: Grant, options: Options): Promise<LookupResult> {
  const profiles = await readAwsProfiles();
  const { profile } = options;
  const secrets = new Secrets(secretsHere);
  const problem = profileProblem(profile, profiles);
  if (problem !== undefined) throw new PlainError(sayLookup('profile', { problem }));
  const region = options.region ?? profiles.profiles[profile]?.region ?? grant.identityCenter?.region;
  if (region === undefined) {
    throw new PlainError(sayLookup('no-region', { profile }));
  }
  const clients = lookupClients(profile, region, TIMEOUT, secrets);
  const explained = (failure: Failure, cause?: unknown): PlainError => {
    if (failure.how === 'answered' && includesCode(DENIALS, failure.code))
      return new PlainError(deniedTo(profile, failure), undefined, { cause });
    const situation = { grant, region, profile, profiles, seedObjects: [], now: new Date() };
    const [finding] = diagnose([{ hop: 'sign in', outcome: failure }], situation);
    const told = finding === undefined ? [] : [sayLookup('finding', finding)];
    const exitCode = finding?.exitCode ?? ExitCode.CouldNotTell;
    return new PlainError([...told, answerIn(failure)].join('\n'), exitCode, { cause });
  };
  // A program of the profile's listens to no signal, so that signing in has an end of its own.
  const keys = await attempt(
    async () => (await clients.credentials()).accessKeyId,
    TIMEOUT,
    new AbortController().signal,
  );
  if (keys.kind === 'failed')
    throw secrets.hiddenInError(explained(whoIsSilent(keys, profile, profiles, clients)));
  const found = lookUp({
    grant,
    region,
    groups: options.group ?? [],
    users: options.user ?? [],
    clients,
    options: () => ({ abortSignal: AbortSignal.timeout(TIMEOUT) }),
  }).catch((error: unknown) => {
    throw error instanceof PlainError ? error : explained(failureOf(error), error);
  });
  return found.then(
    (result) => secrets.hiddenIn(result),
    (error: unknown) => {
      throw secrets.hiddenInError(error);
    },
  );
}

const DENIALS = ['AccessDenied', 'Forbidden', 'UnauthorizedOperation'];

/** AWS knows who asks and says no. The causes that verify knows are about the share's roles, and not about these calls. */
function deniedTo(profile: string, failure: Failure): string {
  const cause =
    failure.code === 'ForbiddenException'
      ? sayLookup('not-assigned', { profile })
      : sayLookup('not-allowed', { profile });
  return [cause, answerIn(failure)].join('\n');
}

const answerIn = ({ code, message }: Failure): string => sayLookup('answer', { code, message });
