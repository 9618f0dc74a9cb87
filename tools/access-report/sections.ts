import { say } from '../../words/access-report/say';
import { say as sayProof } from '../../words/proof/say';
import { language, listed } from '../../words/speech';
import type { DeterminingPart, Failure } from '../proof/report/report';
import type { Unjudged } from '../proof/templates/inventory';
import type { Judgement, Verdict } from './judge';
import { type Element, h, inEach, mark, type Node } from './tree';

/** What changes when a document is edited: the same elements in the file and in the browser. */

const MARKS = { holds: 'yes', broken: 'no', 'not decided': 'if' } as const;

export function verdictBox({ verdicts }: Judgement): Element {
  const { verdict } = verdicts.en;
  return h(
    'div',
    { class: `verdict ${MARKS[verdict]}` },
    mark(MARKS[verdict]),
    h(
      'h2',
      {},
      inEach(() => heading(verdicts[language()])),
    ),
    h(
      'p',
      {},
      inEach(() => below(verdicts[language()])),
    ),
  );
}

/** In one line. */
export function verdictLine({ verdicts }: Judgement): Node {
  return [mark(MARKS[verdicts.en.verdict]), inEach(() => heading(verdicts[language()]))];
}

export function heading({ verdict, conditional, failures }: Verdict): string {
  if (verdict === 'broken') return say('brokenHeading', { count: failures.length });
  if (verdict === 'not decided') return say('undecidedHeading');
  if (!conditional) return say('holdsHeading');
  const { boundary, mustAllow } = conditional;
  return sayProof('holdsIf', {
    boundary: boundary.slice(boundary.lastIndexOf('/') + 1),
    actions: listed(mustAllow),
  });
}

function below({ verdict, failures, refusals, classes }: Verdict): string {
  if (verdict === 'holds') return say('holdsText', { count: classes });
  const undecided = say('undecidedText', { count: refusals.length });
  if (verdict === 'not decided') return undecided;
  return failures.length > 0 && refusals.length > 0 ? `${say('brokenText')} ${undecided}` : say('brokenText');
}

/** Who, does what, allowed by, promised, change; and what is not judged. Nothing where there is nothing. */
export function problems({ verdicts }: Judgement): Node {
  const { failures, refusals } = verdicts.en;
  const both = <T>(of: (verdict: Verdict) => readonly T[], index: number, render: (one: T) => Node): Node =>
    inEach(() => {
      const one = of(verdicts[language()])[index];
      return one === undefined ? undefined : render(one);
    });
  return [
    failures.length > 0 &&
      h(
        'section',
        { class: 'counter', 'aria-labelledby': 'h-counter' },
        h(
          'h2',
          { id: 'h-counter' },
          inEach(() => say('counterexamples')),
        ),
        failures.map((_, index) => [
          h(
            'h3',
            {},
            both(
              (one) => one.failures,
              index,
              ({ headline }) => headline,
            ),
          ),
          both((one) => one.failures, index, failureList),
        ]),
      ),
    refusals.length > 0 &&
      h(
        'section',
        { class: 'counter unjudged', 'aria-labelledby': 'h-unjudged' },
        h(
          'h2',
          { id: 'h-unjudged' },
          inEach(() => say('undecided')),
        ),
        h(
          'ul',
          {},
          refusals.map((_, index) =>
            h(
              'li',
              {},
              both((one) => one.refusals, index, unjudged),
            ),
          ),
        ),
      ),
  ];
}

function unjudged({ what, origin }: Unjudged): string {
  return origin ? sayProof('itemAt', { what, place: `${origin.stack}, ${origin.logicalId}` }) : what;
}

const BLAMED = { missing: 'labelDeniedBy', extra: 'labelAllowedBy', setting: 'labelFoundIn' } as const;

function failureList({ kind, witness, blame, why, change }: Failure): Node {
  const context = Object.entries(witness?.context ?? {}).map(([key, value]) =>
    value === null ? sayProof('keyNotSent', { key }) : sayProof('keySent', { key, value }),
  );
  const rows: readonly (readonly [string, string])[] = [
    ...(witness
      ? ([
          [sayProof('labelCaller'), witness.caller],
          [
            sayProof('labelAction'),
            witness.actionIsReal ? witness.action : sayProof('unknownAction', { action: witness.action }),
          ],
          [sayProof('labelResource'), witness.resource],
          ...context.map((one) => [sayProof('labelContext'), one] as const),
        ] as const)
      : []),
    ...blame.map((one) => [sayProof(BLAMED[kind]), blamed(one)] as const),
    [sayProof('labelReason'), why],
    [sayProof('labelChange'), change],
  ];
  return h(
    'span',
    { class: 'rows', role: 'list' },
    rows.map(([name, text]) =>
      h('span', { role: 'listitem' }, h('span', { class: 'quiet' }, `${name}`), ' ', h('span', {}, text)),
    ),
  );
}

function blamed({ policy, statement, origin, matches }: DeterminingPart): string {
  const place = sayProof('placeInStack', { stack: origin.stack, logicalId: origin.logicalId });
  if (policy === 'setting') return sayProof('partOfSetting', { matches, place });
  return sayProof('partOfPolicy', { policy, statement, matches, place });
}
