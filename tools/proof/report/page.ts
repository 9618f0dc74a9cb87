import { stripVTControlCharacters } from 'node:util';
import { paint, type Terminal } from '../../terminal';
import type { Conditional, DeterminingPart, Failure, PromiseInWords, ProofReport } from './report';
import type { Origin, Unjudged } from '../templates/inventory';
import { list } from './words';
import { endInWords } from '../../until';
import { wrapped } from '../../wrapped';

type Paper = Pick<Terminal, 'color' | 'width'>;

/** The whole report as a page: what is promised, what was proved or what breaks it, and what is not covered. */
export function proofPage(report: ProofReport, paper: Paper): string {
  const sections = [
    headline(report, paper),
    section(
      'What is promised',
      report.promises.flatMap((promise) => promised(promise, paper)),
      paper,
    ),
    section('What was proved, for every request there could be', claims(report, paper), paper),
    ...problems(report, paper),
    ...readBothWays(report, paper),
    section('What is not covered', bullets([...report.notProved, ...report.notCovered], paper), paper),
    figures(report),
  ];
  return sections.join('\n\n');
}

/** Only what is wrong: the counterexamples, and what cannot be judged. */
export function problemsPage(report: ProofReport, paper: Paper): string {
  return [headline(report, paper), ...problems(report, paper), ...readBothWays(report, paper)].join('\n\n');
}

function headline({ verdict, conditional, failures, refusals }: ProofReport, paper: Paper): string {
  const { bold, green, red, yellow } = paint(paper);
  const things = `${counted(refusals.length, 'thing')} cannot be judged`;
  switch (verdict) {
    case 'holds':
      if (conditional) return bold(green(holdsIf(conditional)));
      return bold(green('The promise holds: the templates give exactly the access that was promised.'));
    case 'broken': {
      const more = refusals.length > 0 ? ` Also, ${things}.` : '';
      return bold(red(`The promise is broken, for ${counted(failures.length, 'reason')}.${more}`));
    }
    case 'not decided':
      return bold(yellow(`Nothing is claimed: ${things}.`));
  }
}

function holdsIf({ boundary, mustAllow }: Conditional): string {
  const name = boundary.slice(boundary.lastIndexOf('/') + 1);
  return `The promise holds, if ${name} allows ${list(mustAllow)}: the templates give nothing more than was promised.`;
}

function section(title: string, lines: readonly string[], paper: Paper): string {
  return [paint(paper).bold(title), ...lines].join('\n');
}

function promised(promise: PromiseInWords, paper: Paper): string[] {
  const { dim } = paint(paper);
  const rows: readonly (readonly [string, string])[] = [
    ['role', promise.through],
    ['who', promise.who],
    ['may', promise.what.join(' and ')],
    ['on', promise.onWhat.join(' and ')],
    ['how', promise.conditions.join('; ')],
    ['until', endOf(promise)],
  ];
  return [
    `  ${promise.vendor}`,
    ...rows.flatMap(([name, text]) => labelled(dim(name.padEnd(6)), 4, 7, text, paper)),
  ];
}

function endOf({ untilWhen }: PromiseInWords): string {
  const [, moment] = /^until (\S+)$/.exec(untilWhen) ?? [];
  return moment === undefined ? untilWhen : endInWords(moment);
}

function claims({ claims: all }: ProofReport, paper: Paper): string[] {
  const { green, red, yellow } = paint(paper);
  const marks = { holds: green('✔'), broken: red('✘'), unknown: yellow('?') };
  return all.flatMap(({ result, text }) => labelled(marks[result], 2, 2, text, paper));
}

function problems({ failures, refusals }: ProofReport, paper: Paper): string[] {
  const { bold } = paint(paper);
  return [
    ...(failures.length > 0
      ? [
          `${bold('What breaks it')}\n${failures.map((one, index) => failure(one, index + 1, paper)).join('\n\n')}`,
        ]
      : []),
    ...(refusals.length > 0
      ? [
          section(
            'What cannot be judged',
            refusals.flatMap((one) => unjudged(one, paper)),
            paper,
          ),
        ]
      : []),
  ];
}

/** One line, which shows that nothing was guessed. */
function readBothWays({ readBothWays: parts }: ProofReport, paper: Paper): string[] {
  if (parts.length === 0) return [];
  const text = `Not understood, and so read both ways, as giving most access and as giving least: ${parts.join('; ')}.`;
  return [wrapped(text, paper.width).join('\n')];
}

function failure(one: Failure, number: number, paper: Paper): string {
  const { bold, red, dim } = paint(paper);
  const label = (name: string, text: string) => labelled(dim(name.padEnd(11)), 5, 12, text, paper);
  const { witness } = one;
  const context = Object.entries(witness?.context ?? {});
  const lines = [
    ...labelled(red(`${number}.`.padStart(3)), 1, 4, one.headline, paper).map((line) => bold(line)),
    ...(witness
      ? [
          ...label('caller', witness.caller),
          ...label(
            'action',
            witness.action + (witness.actionIsReal ? '' : ' (no AWS action known here has this name)'),
          ),
          ...label('resource', witness.resource),
          ...context.flatMap(([key, value]) =>
            label('with', `${key} ${value === null ? 'absent' : `= ${value}`}`),
          ),
        ]
      : []),
    ...one.blame.flatMap((blame, index) => label(index > 0 ? '' : BLAMED[one.kind], blamed(blame))),
    ...label('why', one.why),
    ...label('change', one.change),
    ...(one.classes > 1 ? label('', `One of ${one.classes} classes of requests with this cause.`) : []),
  ];
  return lines.join('\n');
}

const BLAMED = { missing: 'refused by', extra: 'allowed by', setting: 'found in' };

function blamed({ policy, statement, origin, matches }: DeterminingPart): string {
  const where = policy === 'setting' ? '' : `${policy}, ${statement}: `;
  return `${where}${matches} (${place(origin)})`;
}

function place({ stack, logicalId, constructPath, live }: Origin): string {
  if (live) return `live in ${stack}: ${logicalId}`;
  return constructPath === undefined
    ? `${stack}, ${logicalId}`
    : `${constructPath}, ${logicalId} in ${stack}`;
}

function unjudged({ what, origin }: Unjudged, paper: Paper): string[] {
  return labelled(paint(paper).yellow('?'), 2, 2, origin ? `${what} (${place(origin)})` : what, paper);
}

function bullets(items: readonly string[], paper: Paper): string[] {
  return items.flatMap((item) => labelled('-', 2, 2, item, paper));
}

function figures({ classes, milliseconds }: ProofReport): string {
  return `${classes} classes of requests decided in ${(milliseconds / 1000).toFixed(2)} s; docs/proof.md explains how.`;
}

/** A label, then text that is wrapped beside it. `width` is the label's, as it is seen. */
function labelled(label: string, indent: number, width: number, text: string, paper: Paper): string[] {
  const [first = '', ...more] = wrapped(text, paper.width - indent - width);
  const seen = width - visibleLength(label);
  return [
    `${' '.repeat(indent)}${label}${' '.repeat(Math.max(0, seen))}${first}`,
    ...more.map((line) => ' '.repeat(indent + width) + line),
  ];
}

function visibleLength(text: string): number {
  return stripVTControlCharacters(text).length;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
