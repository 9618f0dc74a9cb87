import { listed } from '../../../words/speech';
import { sayDeployed } from '../../../words/say';
import type { DeterminingPart, ProofReport } from '../../proof/report/report';
import { paint, type Terminal } from '../../terminal';
import type { Repair } from '../repairs';
import { hanging } from '../../wrapped';
import { printLabelled } from '../labelled';
import type { TemplateDifference } from './compare-templates';
import type { Entrance } from './entrances';
import type { DeployedReading } from './read-deployed';
import type { ComparedStack } from './read-stacks';

export interface DeployedResult {
  readonly reading: DeployedReading;
  readonly proof: ProofReport;
  readonly repairs: readonly Repair[];
}

/** What was read, what the proof says of it, and what is only listed. */
export function printDeployed(terminal: Terminal, { reading, proof, repairs }: DeployedResult): void {
  const { dim, green, yellow } = paint(terminal);
  const item = (mark: string, text: string) =>
    terminal.print(`  ${mark} ${hanging(text, 4, terminal.width)}`);
  printHeading(terminal, sayDeployed('heading.deployed'));
  for (const what of reading.read) item(green('✓'), sayDeployed('read', { what }));
  for (const what of reading.notRead) item(yellow('?'), sayDeployed('not-read', { what }));
  for (const what of reading.notLookedAt) item(dim('-'), sayDeployed('not-looked-at', { what }));
  for (const what of reading.unreadable) item(yellow('!'), what);
  for (const { inWords: suspended, policy } of reading.suspensions)
    item(dim('-'), sayDeployed('suspended', { suspended, policy }));
  terminal.print();
  if (reading.otherReaders.length > 0) {
    printHeading(terminal, sayDeployed('heading.other-readers'));
    for (const reader of reading.otherReaders.slice(0, MOST)) item(dim('-'), reader);
    if (reading.otherReaders.length > MOST)
      item(dim('-'), sayDeployed('more', { count: reading.otherReaders.length - MOST }));
    terminal.print();
  }
  printProof(terminal, reading, proof);
  printRepairs(terminal, repairs);
  for (const stack of reading.stacks) printStack(terminal, stack);
  if (reading.otherRoles !== undefined) {
    const { entrances, notRead } = reading.otherRoles;
    printEntrances(terminal, entrances, notRead);
  }
  if (reading.restsOn.length > 0) printHeading(terminal, sayDeployed('heading.rests-on'));
  for (const who of reading.restsOn) item(dim('-'), who);
  if (reading.restsOn.length > 0) terminal.print();
}

/** What `--json` prints of it. */
export function deployedAsData({ reading, proof, repairs }: DeployedResult) {
  const { sides, read, notRead, notLookedAt, stacks, otherRoles, restsOn } = reading;
  const { suspensions, otherReaders, unreadable } = reading;
  return {
    sides,
    read,
    notRead,
    notLookedAt,
    suspensions,
    otherReaders,
    unreadable,
    stacks,
    ...(otherRoles && {
      otherEntrances: {
        listed: otherRoles.entrances,
        ...(otherRoles.notRead !== undefined && { notRead: otherRoles.notRead }),
      },
    }),
    restsOn,
    proof,
    repairs,
  };
}

export type LookedAt = Pick<DeployedReading, 'sides' | 'vendorsOwn'>;

/** Where everything is as promised. */
export function asDeployed({ sides, vendorsOwn }: LookedAt): string {
  const [side, other] = sides;
  if (side === undefined || other !== undefined) return sayDeployed('as-promised.both');
  if (side === 'vendor') return sayDeployed('as-promised.vendor');
  return vendorsOwn ? sayDeployed('as-promised.company.own') : sayDeployed('as-promised.company');
}

function printProof(terminal: Terminal, reading: DeployedReading, proof: ProofReport): void {
  const { read, notRead, suspensions } = reading;
  const { red, yellow } = paint(terminal);
  for (const { headline, blame, why, change } of proof.failures) {
    terminal.print(red(hanging(headline, 0, terminal.width)));
    for (const part of blame) printLabelled(terminal, sayDeployed('label.by'), blamed(part));
    printLabelled(terminal, sayDeployed('label.why'), why);
    printLabelled(terminal, sayDeployed('label.do'), change);
    terminal.print();
  }
  for (const { what } of proof.refusals)
    terminal.print(
      `  ${yellow('?')} ${hanging(sayDeployed('not-decided.what', { what }), 4, terminal.width)}`,
    );
  if (read.length === 0) {
    terminal.print(`  ${sayDeployed('nothing-read')}\n`);
    return;
  }
  const result = {
    holds: notRead.length > 0 ? sayDeployed('in-part') : sayDeployed('holds'),
    broken: sayDeployed('broken'),
    'not decided': sayDeployed('not-decided'),
  }[proof.verdict];
  const count = proof.classes;
  const suspended = listed(suspensions.map(({ inWords: one }) => one));
  const sentence =
    proof.verdict === 'holds' && suspensions.length > 0
      ? sayDeployed('proof.suspended', { count, result, suspended })
      : sayDeployed('proof', { count, result });
  terminal.print(`  ${hanging(sentence, 2, terminal.width)}\n`);
}

/** A command stands on a line of its own, however long: it is there to be copied. */
export function printRepairs(terminal: Terminal, repairs: readonly Repair[]): void {
  if (repairs.length === 0) return;
  printHeading(terminal, sayDeployed('heading.repairs'));
  for (const { what, command } of repairs) {
    terminal.print(`  ${hanging(what, 2, terminal.width)}`);
    terminal.print(`    ${command}`);
  }
  terminal.print();
}

function printHeading(terminal: Terminal, text: string, color = (lines: string) => lines): void {
  terminal.print(paint(terminal).bold(color(hanging(text, 0, terminal.width))));
}

function blamed({ policy, statement, matches }: DeterminingPart): string {
  return policy === 'setting' ? `${statement}: ${matches}` : `${policy}, ${statement}: ${matches}`;
}

function printStack(terminal: Terminal, { name, account, result, differences }: ComparedStack): void {
  const { dim, green, yellow } = paint(terminal);
  const item = (mark: string, text: string) =>
    terminal.print(`  ${mark} ${hanging(text, 4, terminal.width)}`);
  switch (result) {
    case 'not read': // is among what could not be read
      return;
    case 'as proved':
      item(green('✓'), sayDeployed('stack.as-proved', { name, account }));
      break;
    case 'no stack':
      item(dim('-'), sayDeployed('stack.none', { name, account }));
      break;
    case 'differs': {
      printHeading(terminal, sayDeployed('stack.differs', { name, account }), yellow);
      for (const one of differences.slice(0, MOST)) item(yellow('?'), inWords(one));
      if (differences.length > MOST)
        item(yellow('?'), sayDeployed('more', { count: differences.length - MOST }));
      printLabelled(terminal, sayDeployed('label.why'), sayDeployed('stack.differs.why'));
      printLabelled(terminal, sayDeployed('label.do'), sayDeployed('stack.differs.do', { name }));
    }
  }
  terminal.print();
}

function inWords({ what, place, deployed, proved }: TemplateDifference): string {
  const where = place === '' ? what : `${what}, ${place}`;
  if (deployed === undefined) return sayDeployed('difference.missing', { where, proved: proved ?? '' });
  if (proved === undefined) return sayDeployed('difference.added', { where, deployed });
  return sayDeployed('difference.changed', { where, deployed, proved });
}

/** Many lines help nobody: the rest is in --json. */
const MOST = 20;

function printEntrances(
  terminal: Terminal,
  entrances: readonly Entrance[],
  notRead: string | undefined,
): void {
  const { dim } = paint(terminal);
  const item = (text: string) => terminal.print(`  ${dim('-')} ${hanging(text, 4, terminal.width)}`);
  if (notRead !== undefined) item(sayDeployed('entrances.not-listed', { why: notRead }));
  else if (entrances.length === 0) item(sayDeployed('entrances.none'));
  else {
    printHeading(terminal, sayDeployed('entrances.heading', { count: entrances.length }));
    for (const { role, who, conditions } of entrances.slice(0, MOST)) {
      const slots = { role, who: who.join('; ') };
      item(
        conditions.length === 0
          ? sayDeployed('entrance', slots)
          : sayDeployed('entrance.conditions', { ...slots, conditions: listed(conditions) }),
      );
    }
    if (entrances.length > MOST) item(sayDeployed('more', { count: entrances.length - MOST }));
  }
  terminal.print();
}
