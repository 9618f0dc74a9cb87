import { listed } from '../../words/speech';
import { sayReport } from '../../words/say';
import { ExitCode } from '../exit-code';
import { paint, type Terminal } from '../terminal';
import { hanging, padded, widthOf } from '../wrapped';
import type { Finding } from './diagnosis';
import { READ_COMPANY } from './causes/steps';
import { BESIDE_LABELS, printLabelled } from './labelled';
import { includesCode } from './outcome';
import type { Expectation, Hop } from './probe';
import type { ProbeResult, ProbeVerdict } from './run-probes';
import { asDeployed, deployedAsData, type LookedAt, printDeployed } from './deployed/report';
import type { VerificationRun } from './verification-run';
import { exitCodeOf, type Verification } from './verify';

/** Prints what one profile showed: who it is, hop by hop what was tried, and what is wrong. */
function printVerification(
  terminal: Terminal,
  { profile, who, results, notTried, findings }: Verification,
): void {
  const { bold, dim } = paint(terminal);
  terminal.print(
    `${bold(profile)}  ${who === undefined ? sayReport('not-signed-in') : sayReport(`role.${who.role}`)}`,
  );
  if (who !== undefined) terminal.print(dim(who.arn));
  terminal.print();
  printResults(terminal, results);
  for (const { probes, because } of notTried) {
    const titles = listed(probes.map(({ title }) => title));
    terminal.print(
      `  ${MARK['could not tell'](terminal)} ${hanging(sayReport('not-tried', { probes: titles }), 4, terminal.width)}`,
    );
    terminal.print(`${' '.repeat(4)}${dim(hanging(because, 4, terminal.width))}\n`);
  }
  for (const finding of findings) printFinding(terminal, finding, results);
}

/** Everything that `npm run verify` found, and the conclusion. */
export function printRun(
  terminal: Terminal,
  { vendor, bucket, verifications, deployed, exitCode }: VerificationRun,
): void {
  const { bold } = paint(terminal);
  terminal.print(`${bold(sayReport('verifying', { vendor }))}  ${sayReport('read-access', { bucket })}\n`);
  for (const verification of verifications) printVerification(terminal, verification);
  if (deployed !== undefined) printDeployed(terminal, deployed);
  const results = verifications.flatMap((verification) => verification.results);
  const end =
    exitCode === ExitCode.WrongUsage && deployed !== undefined && exitCodeOf(verifications) !== exitCode
      ? sayReport('deployed-not-decided')
      : conclusion(exitCode, results, deployed?.reading);
  terminal.print(colorOf(exitCode, terminal)(bold(end))); // one line, for whoever looks for it
  if (exitCode !== ExitCode.AsPromised || deployed !== undefined) return;
  terminal.print();
  terminal.print(hanging(sayReport('unseen'), 0, terminal.width));
  for (const command of READ_COMPANY) terminal.print(`  ${command}`);
}

/** What `--json` prints. */
export function runAsData({ verifications, deployed, ...rest }: VerificationRun) {
  return {
    ...rest,
    verifications: verifications.map(verificationAsData),
    ...(deployed === undefined
      ? {}
      : {
          deployed: deployedAsData(deployed),
        }),
  };
}

/** One line that says how it ended. */
export function conclusion(
  exitCode: ExitCode,
  results: readonly ProbeResult[],
  reading: LookedAt = { sides: [], vendorsOwn: false },
): string {
  const count = (wanted: Expectation['outcome']) =>
    results.filter(({ probe, verdict }) => probe.expect.outcome === wanted && verdict === 'as expected')
      .length;
  switch (exitCode) {
    case ExitCode.AsPromised:
      return [
        ...(results.length === 0
          ? []
          : [sayReport('as-promised', { works: count('success'), denied: count('error') })]),
        ...(reading.sides.length === 0 ? [] : [asDeployed(reading)]),
      ].join(' ');
    case ExitCode.Broken:
      return sayReport('broken');
    case ExitCode.WrongUsage:
      return sayReport('wrong-usage');
    case ExitCode.CouldNotTell:
      return sayReport('could-not-tell');
  }
}

/** A table of hop, probe, expected, got, in the order of the hops. */
function printResults(terminal: Terminal, results: readonly ProbeResult[]): void {
  const { dim } = paint(terminal);
  const titles = Math.max(...results.map(({ probe }) => widthOf(probe.title)), 10);
  const expectations = Math.max(...results.map(({ probe }) => widthOf(expectedInWords(probe.expect))), 8);
  for (const hop of HOPS) {
    const ofHop = results.filter(({ probe }) => probe.hop === hop);
    if (ofHop.length === 0) continue;
    terminal.print(
      `${padded(sayReport(`hop.${hop}`), titles + 4)}  ${dim(padded(sayReport('expected'), expectations))}  ${dim(sayReport('got'))}`,
    );
    for (const result of ofHop) {
      const start = `  ${MARK[result.verdict](terminal)} ${padded(result.probe.title, titles)}  ${padded(expectedInWords(result.probe.expect), expectations)}  `;
      terminal.print(`${start}${hanging(got(result), titles + expectations + 8, terminal.width)}`);
    }
    terminal.print();
  }
}

export function printFinding(terminal: Terminal, finding: Finding, results: readonly ProbeResult[]): void {
  const { bold } = paint(terminal);
  const color = colorOf(finding.exitCode, terminal);
  const titleOf = (id: string) => results.find(({ probe }) => probe.id === id)?.probe.title ?? id;
  terminal.print(
    `${color(bold(sayReport(`hop.${finding.hop}`)))} ${color('·')} ${color(sayReport(`side.${finding.side}`))}`,
  );
  printLabelled(terminal, sayReport('label.cause'), finding.cause);
  printLabelled(terminal, sayReport('label.action'), finding.todo);
  for (const command of finding.commands) terminal.print(`${' '.repeat(BESIDE_LABELS)}${command}`);
  if (finding.said !== undefined) printLabelled(terminal, saidBy(finding), finding.said);
  if (finding.probes.length > 0)
    printLabelled(terminal, sayReport('label.seen-in'), listed(finding.probes.map(titleOf)));
  terminal.print();
}

/** A network, and an SDK that signs in, have words of their own. */
function saidBy({ side, said = '' }: Finding): string {
  return side === 'AWS or the network' || said.startsWith('CredentialsProviderError')
    ? sayReport('label.error')
    : sayReport('label.answer');
}

function colorOf(exitCode: ExitCode, terminal: Terminal): (text: string) => string {
  const { green, red, yellow } = paint(terminal);
  return { 0: green, 1: red, 2: red, 3: yellow }[exitCode];
}

/** What `--json` prints of a verification. */
function verificationAsData({ results, notTried, ...rest }: Verification) {
  return {
    ...rest,
    results: results.map((result) => ({
      id: result.probe.id,
      hop: result.probe.hop,
      title: result.probe.title,
      action: result.probe.action,
      expected: expected(result.probe.expect),
      got: got(result),
      verdict: result.verdict,
      why: result.probe.why,
      harmless: result.probe.harmless,
      ...(result.outcome.kind === 'failed' ? { said: result.outcome.message } : {}),
    })),
    notTried: notTried.map(({ probes, because }) => ({ ids: probes.map(({ id }) => id), because })),
  };
}

/** For programs: the same in every language. */
function expected(expect: Expectation): string {
  return expect.outcome === 'success' ? 'allowed' : (expect.codes[0] ?? '');
}

function expectedInWords(expect: Expectation): string {
  return expect.outcome === 'success' ? sayReport('allowed') : expected(expect);
}

function got({ outcome, verdict, probe }: ProbeResult): string {
  if (outcome.kind === 'done') return outcome.saw;
  if (
    verdict === 'not as expected' &&
    probe.expect.outcome === 'error' &&
    includesCode(probe.expect.lateCodes, outcome.code)
  ) {
    return sayReport('allowed-then', { code: outcome.code });
  }
  return outcome.how === 'answered' ? outcome.code : outcome.message;
}

const HOPS: readonly Hop[] = ['sign in', 'assume the role', 'use S3', 'use IAM'];

const MARK: Record<ProbeVerdict, (terminal: Terminal) => string> = {
  'as expected': (terminal) => paint(terminal).green('✓'),
  'not as expected': (terminal) => paint(terminal).red('✗'),
  'could not tell': (terminal) => paint(terminal).yellow('?'),
};
