import type { DeterminingPart, ProofReport } from '../../proof/report/report';
import { paint, type Terminal } from '../../terminal';
import type { Repair } from '../repairs';
import { hanging } from '../../wrapped';
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
  const { bold, dim, green, yellow } = paint(terminal);
  const item = (mark: string, text: string) =>
    terminal.print(`  ${mark} ${hanging(text, 4, terminal.width)}`);
  terminal.print(bold('What is really there'));
  for (const what of reading.read) item(green('✓'), `read: ${what}`);
  for (const what of reading.notRead) item(yellow('?'), `could not be read, so not proved: ${what}`);
  for (const what of reading.notLookedAt) item(dim('-'), `not looked at, so not proved: ${what}`);
  for (const what of reading.unreadable) item(yellow('!'), what);
  for (const { inWords: suspended, policy } of reading.suspensions)
    item(
      dim('-'),
      `the role is ${suspended} (${policy}). That is meant: whoever borrows after it is not concerned.`,
    );
  terminal.print();
  if (reading.otherReaders.length > 0) {
    terminal.print(bold('Who else reads the bucket, not part of the promise and not judged'));
    for (const reader of reading.otherReaders.slice(0, MOST)) item(dim('-'), reader);
    if (reading.otherReaders.length > MOST)
      item(dim('-'), `and ${reading.otherReaders.length - MOST} more; --json lists them all.`);
    terminal.print();
  }
  printProof(terminal, reading, proof);
  printRepairs(terminal, repairs);
  for (const stack of reading.stacks) printStack(terminal, stack);
  if (reading.otherRoles !== undefined) {
    const { entrances, notRead } = reading.otherRoles;
    printEntrances(terminal, entrances, notRead);
  }
  if (reading.restsOn.length > 0) terminal.print(bold('It rests on'));
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
  if (side === undefined || other !== undefined)
    return 'What is deployed allows exactly what was promised, and nothing is missing.';
  return side === 'company'
    ? 'What is deployed on the company’s side allows exactly what was promised, and nothing is missing there. ' +
        (vendorsOwn
          ? 'The vendor’s side is the vendor’s own: the share promises nothing about it.'
          : 'The vendor’s side was not looked at.')
    : 'What is deployed on the vendor’s side allows exactly what was promised, and nothing is missing there. The company’s side was not looked at.';
}

function printProof(terminal: Terminal, reading: DeployedReading, proof: ProofReport): void {
  const { read, notRead, suspensions } = reading;
  const { red, yellow } = paint(terminal);
  for (const { headline, blame, why, change } of proof.failures) {
    terminal.print(red(hanging(headline, 0, terminal.width)));
    for (const part of blame) printLabelled(terminal, 'by', blamed(part));
    printLabelled(terminal, 'why', why);
    printLabelled(terminal, 'do', change);
    terminal.print();
  }
  for (const { what } of proof.refusals)
    terminal.print(`  ${yellow('?')} ${hanging(`not decided: ${what}`, 4, terminal.width)}`);
  if (read.length === 0) {
    terminal.print('  Nothing could be read, so nothing was proved.\n');
    return;
  }
  const result = {
    holds:
      notRead.length > 0
        ? 'nothing is wrong in what was read; what could not be read was taken as promised'
        : `${asDeployed(reading).charAt(0).toLowerCase()}${asDeployed(reading).slice(1, -1)}`,
    broken: 'the promise is broken',
    'not decided': 'not decided',
  };
  const suspended = proof.verdict === 'holds' ? suspensions.map((one) => `, ${one.inWords}`).join('') : '';
  const sentence = `The proof over ${proof.classes} classes of requests: ${result[proof.verdict]}${suspended}.`;
  terminal.print(`  ${hanging(sentence, 2, terminal.width)}\n`);
}

/** A command stands on a line of its own, however long: it is there to be copied. */
export function printRepairs(terminal: Terminal, repairs: readonly Repair[]): void {
  if (repairs.length === 0) return;
  const { bold } = paint(terminal);
  terminal.print(bold('What repairs it'));
  for (const { what, command } of repairs) {
    terminal.print(`  ${hanging(what, 2, terminal.width)}`);
    terminal.print(`    ${command}`);
  }
  terminal.print();
}

function blamed({ policy, statement, matches }: DeterminingPart): string {
  return policy === 'setting' ? `${statement}: ${matches}` : `${policy}, ${statement}: ${matches}`;
}

function printStack(terminal: Terminal, { name, account, result, differences }: ComparedStack): void {
  const { bold, dim, green, yellow } = paint(terminal);
  const item = (mark: string, text: string) =>
    terminal.print(`  ${mark} ${hanging(text, 4, terminal.width)}`);
  switch (result) {
    case 'not read': // is among what could not be read
      return;
    case 'as proved':
      item(green('✓'), `stack ${name} in account ${account} runs the template that was proved.`);
      break;
    case 'no stack':
      item(
        dim('-'),
        `there is no stack ${name} in account ${account}: it was deployed by other means, so there is no template to compare.`,
      );
      break;
    case 'differs': {
      terminal.print(
        bold(
          yellow(`Stack ${name} in account ${account} runs another template than the one that was proved.`),
        ),
      );
      for (const one of differences.slice(0, MOST)) item(yellow('?'), inWords(one));
      if (differences.length > MOST)
        item(yellow('?'), `and ${differences.length - MOST} more; --json lists them all.`);
      printLabelled(
        terminal,
        'why',
        'What these resources give was not proved. Somebody deployed a changed template, or parameters.ts, lib/ or the version of aws-cdk-lib has changed since.',
      );
      printLabelled(
        terminal,
        'do',
        `Prove what you have (npm run prove), then deploy it: npx cdk deploy ${name}. A change that is wanted belongs in parameters.ts or lib/.`,
      );
    }
  }
  terminal.print();
}

function inWords({ what, place, deployed, proved }: TemplateDifference): string {
  const where = place === '' ? what : `${what}, ${place}`;
  if (deployed === undefined) return `${where}: proved was ${proved ?? ''}, and it is not deployed.`;
  if (proved === undefined) return `${where}: deployed is ${deployed}, and it was not proved.`;
  return `${where}: deployed is ${deployed}, proved was ${proved}.`;
}

/** Many lines help nobody: the rest is in --json. */
const MOST = 20;

function printEntrances(
  terminal: Terminal,
  entrances: readonly Entrance[],
  notRead: string | undefined,
): void {
  const { bold, dim } = paint(terminal);
  const item = (text: string) => terminal.print(`  ${dim('-')} ${hanging(text, 4, terminal.width)}`);
  if (notRead !== undefined) item(`not listed: ${notRead}`);
  else if (entrances.length === 0)
    item('The trust policies of the account’s other roles let in nobody from outside.');
  else {
    terminal.print(
      bold(`${counted(entrances.length)} of the company’s account, not part of the promise and not judged`),
    );
    for (const { role, who, conditions } of entrances.slice(0, MOST)) {
      const under = conditions.length === 0 ? '' : `, under conditions on ${conditions.join(', ')}`;
      item(`role ${role}: ${who.join('; ')}${under}`);
    }
    if (entrances.length > MOST) item(`and ${entrances.length - MOST} more; --json lists them all.`);
  }
  terminal.print();
}

function counted(count: number): string {
  return count === 1 ? 'One other entrance' : `${count} other entrances`;
}

function printLabelled(terminal: Terminal, label: string, text: string): void {
  const { dim } = paint(terminal);
  terminal.print(`  ${dim(label.padEnd(9))}${hanging(text, 11, terminal.width)}`);
}
