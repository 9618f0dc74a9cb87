import { inLanguage } from '../../../words/speech';
import { say } from '../../../words/access-report/say';
import { type Judgement, judge, type Sealed } from '../judge';
import { problems, verdictBox, verdictLine } from '../sections';
import { reason, tables } from '../tables';
import { inEach, type Node } from '../tree';
import { page, part, type Part, print, toDom } from './dom';

/** How long the last judgement may have taken for the next to follow every key that is pressed. In milliseconds. */
const AT_ONCE = 150;

function show(id: string, node: Node): void {
  part(id).replaceChildren(...toDom(node));
}

/** The page's script: judges the documents as they are in the page, and shows what comes of it. */
function start(): void {
  const sealed = JSON.parse(part('sealed').textContent ?? '') as Sealed;
  const texts = [...page().querySelectorAll('textarea')];
  const first = new Map(texts.map((text) => [text, text.value]));
  const edited = () => texts.filter((text) => text.value !== first.get(text));
  let judgement: Judgement = judge(sealed);
  let chosen: string | undefined;
  let took = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const judgeNow = (): void => {
    timer = undefined;
    const started = performance.now();
    judgement = judge(
      sealed,
      Object.fromEntries(edited().map((text) => [text.dataset['path'] ?? '', text.value])),
    );
    render();
    took = performance.now() - started;
  };
  const render = (): void => {
    show('verdict', verdictBox(judgement));
    show('problems', problems(judgement));
    setTimeout(renderTables); // the verdict is seen before
    if (texts.length > 0) show('live', verdictLine(judgement));
    part('edited').hidden = edited().length === 0;
    for (const text of texts) {
      const box = text.closest('.doc');
      box?.classList.toggle('edited', text.value !== first.get(text));
      const paper = box?.querySelector('pre');
      if (paper) paper.textContent = text.value;
    }
  };
  const renderTables = (): void => {
    show('tables', tables(judgement));
    choose(chosen);
  };
  const choose = (key: string | undefined): void => {
    chosen = key;
    for (const cell of page().querySelectorAll('.cell'))
      cell.setAttribute('aria-pressed', String(cell.dataset['cell'] === key));
    show('reason', key === undefined ? undefined : reason(judgement, key));
  };
  const changed = (): void => {
    clearTimeout(timer);
    if (took <= AT_ONCE) return judgeNow();
    show(
      'live',
      inEach(() => say('judging')),
    );
    timer = setTimeout(judgeNow, 300);
  };
  const rewrite = (newText: (text: Part) => string): void => {
    for (const text of texts) text.value = newText(text);
    changed();
  };

  for (const text of texts) text.addEventListener('input', changed);
  page().addEventListener('click', ({ target }) => {
    const cell = target.closest('.cell');
    if (cell) choose(cell.dataset['cell']);
    const id = target.closest('button')?.id;
    if (id === 'print') print();
    if (id === 'restore') rewrite((text) => first.get(text) ?? text.value);
    if (id === 'widen') rewrite((text) => text.value.replaceAll('"s3:GetObject"', '"s3:GetObject*"'));
  });
  // What a browser kept from before a reload counts as edited, too.
  if (edited().length > 0) judgeNow();
  else render();
}

inLanguage('en', start);
