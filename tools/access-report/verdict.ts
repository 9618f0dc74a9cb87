import { sayAccessReport as say } from '../../words/say';
import { type Child, html, type Html } from '../pages/html';
import { mark } from '../pages/parts';
import { failureRows, holdsIf, unjudgedText } from '../proof/report/rows';
import type { Judgement } from './judge';

const MARKS = { holds: 'yes', broken: 'no', 'not decided': 'if' } as const;

export function verdictBox(judgement: Judgement): Html {
  const kind = MARKS[judgement.verdict];
  return html`<div class="verdict ${kind}">${mark(kind)}<h2>${heading(judgement)}</h2><p>${below(judgement)}</p></div>`;
}

/** In one line. */
export function verdictLine(judgement: Judgement): Html {
  return html`${mark(MARKS[judgement.verdict])}<span>${heading(judgement)}</span>`;
}

export function heading({ verdict, conditional, failures }: Judgement): string {
  if (verdict === 'broken') return say('brokenHeading', { count: failures.length });
  if (verdict === 'not decided') return say('undecidedHeading');
  return conditional ? holdsIf(conditional) : say('holdsHeading');
}

function below({ failures, refusals, classes }: Judgement): Child {
  const sentences = [
    ...(failures.length > 0 ? [say('brokenText')] : []),
    ...(refusals.length > 0 ? [say('undecidedText', { count: refusals.length })] : []),
  ];
  return sentences.length > 0 ? sentences.join(' ') : say('holdsText', { count: classes });
}

/** Who, does what, allowed by, promised, change; and what is not judged. Nothing where there is nothing. */
export function problems({ failures, refusals }: Judgement): Child {
  const counterexamples = failures.map(
    (one) =>
      html`<h3>${one.headline}</h3><dl class="rows">${failureRows(one).map(([name, text]) => html`<div><dt>${name}</dt><dd>${text}</dd></div>`)}</dl>`,
  );
  const unjudged = refusals.map((one) => html`<li>${unjudgedText(one)}</li>`);
  return [
    failures.length > 0 && section('', say('counterexamples'), counterexamples),
    refusals.length > 0 && section(' unjudged', say('undecided'), html`<ul>${unjudged}</ul>`),
  ];
}

function section(kind: string, title: string, content: Child): Html {
  return html`<section class="counter${kind}" aria-label="${title}"><h2>${title}</h2>${content}</section>`;
}
