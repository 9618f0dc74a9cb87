import { paint, type Terminal } from '../../terminal';
import type { Failure, PromiseInWords, ProofReport } from './report';
import { failureRows, holdsIf, unjudgedText } from './rows';
import { sayProofPage as say } from '../../../words/say';
import { listed } from '../../../words/speech';
import { endInWords } from '../../until';
import { padded, wrapped } from '../../wrapped';

type Paper = Pick<Terminal, 'color' | 'width'>;

/** The whole report as a page: what is promised, what was proved or what breaks it, and what is not covered. */
export function proofPage(report: ProofReport, paper: Paper): string {
  const sections = [
    headline(report, paper),
    section(
      say('titlePromised'),
      report.promises.flatMap((promise) => promised(promise, paper)),
      paper,
    ),
    section(say('titleProved'), claims(report, paper), paper),
    ...problems(report, paper),
    ...readBothWays(report, paper),
    section(say('titleNotCovered'), bullets([...report.notProved, ...report.notCovered], paper), paper),
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
  switch (verdict) {
    case 'holds':
      return bold(green(conditional ? holdsIf(conditional) : say('holds')));
    case 'broken': {
      const broken = say('broken', { count: failures.length });
      if (refusals.length === 0) return bold(red(broken));
      const alsoNotDecided = say('alsoNotDecided', { count: refusals.length });
      return bold(red(say('brokenAndMore', { broken, alsoNotDecided })));
    }
    case 'not decided':
      return bold(yellow(say('notDecided', { count: refusals.length })));
  }
}

function section(title: string, lines: readonly string[], paper: Paper): string {
  return [paint(paper).bold(title), ...lines].join('\n');
}

function promised(promise: PromiseInWords, paper: Paper): string[] {
  const { dim } = paint(paper);
  const rows: readonly (readonly [string, string])[] = [
    [say('labelRole'), promise.through],
    [say('labelWho'), promise.who],
    [say('labelActions'), listed(promise.what)],
    [say('labelResources'), listed(promise.onWhat)],
    [say('labelConditions'), promise.conditions.join('; ')],
    [say('labelExpires'), endOf(promise)],
  ];
  return [`  ${promise.vendor}`, ...rows.flatMap(([name, text]) => labelled(dim(name), 4, 12, text, paper))];
}

function endOf({ untilWhen }: PromiseInWords): string {
  return Number.isNaN(Date.parse(untilWhen)) ? untilWhen : endInWords(untilWhen);
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
          `${bold(say('titleBroken'))}\n${failures.map((one, index) => failure(one, index + 1, paper)).join('\n\n')}`,
        ]
      : []),
    ...(refusals.length > 0
      ? [
          section(
            say('titleNotDecided'),
            refusals.flatMap((one) => labelled(paint(paper).yellow('?'), 2, 2, unjudgedText(one), paper)),
            paper,
          ),
        ]
      : []),
  ];
}

/** One line, which shows that nothing was guessed. */
function readBothWays({ readBothWays: parts }: ProofReport, paper: Paper): string[] {
  if (parts.length === 0) return [];
  return [wrapped(say('readBothWays', { parts: parts.join('; ') }), paper.width).join('\n')];
}

function failure(one: Failure, number: number, paper: Paper): string {
  const { bold, red, dim } = paint(paper);
  const manyClasses = one.classes > 1 ? [['', say('manyClasses', { count: one.classes })] as const] : [];
  const lines = [
    ...labelled(red(`${number}.`.padStart(3)), 1, 4, one.headline, paper).map((line) => bold(line)),
    ...[...failureRows(one), ...manyClasses].flatMap(([name, text]) =>
      labelled(dim(name), 5, 12, text, paper),
    ),
  ];
  return lines.join('\n');
}

function bullets(items: readonly string[], paper: Paper): string[] {
  return items.flatMap((item) => labelled('-', 2, 2, item, paper));
}

function figures({ classes, milliseconds }: ProofReport): string {
  return say('figures', { count: classes, seconds: (milliseconds / 1000).toFixed(2) });
}

/** A label, then text that is wrapped beside it. `width` is the label's, as it is seen. */
function labelled(label: string, indent: number, width: number, text: string, paper: Paper): string[] {
  const [first = '', ...more] = wrapped(text, paper.width - indent - width);
  return [
    `${' '.repeat(indent)}${padded(label, width)}${first}`,
    ...more.map((line) => ' '.repeat(indent + width) + line),
  ];
}
