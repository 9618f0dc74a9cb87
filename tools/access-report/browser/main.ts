import { sayAccessReport as say } from '../../../words/say';
import { type Html, inEach } from '../../pages/html';
import { judgedInEach, LANGUAGES, type Sealed } from '../judge';
import { reason, tables } from '../tables';
import { problems, verdictBox, verdictLine } from '../verdict';

/**
 * As much of a browser's document as the page's script needs. The project is checked without the types of browsers, so that
 * nothing else can use what Node does not have.
 *
 * https://developer.mozilla.org/docs/Web/API/Document_Object_Model
 */
interface Part {
  textContent: string | null;
  hidden: boolean;
  value: string;
  readonly id: string;
  readonly dataset: Record<string, string | undefined>;
  readonly classList: { toggle(name: string, on: boolean): void };
  readonly childNodes: Iterable<Part>;
  replaceChildren(...children: Part[]): void;
  setAttribute(name: string, value: string): void;
  querySelector(selector: string): Part | null;
  querySelectorAll(selector: string): Iterable<Part>;
  addEventListener(type: string, listener: (event: { readonly target: Part }) => void): void;
  closest(selector: string): Part | null;
}
declare const document: Part;
declare const window: { print(): void };
declare class DOMParser {
  parseFromString(text: string, type: 'text/html'): { readonly body: Part };
}

/** How long the last judgement may have taken for the next to follow every key that is pressed. In milliseconds. */
const AT_ONCE = 150;

function part(id: string): Part {
  const found = document.querySelector(`#${id}`);
  if (found === null) throw new Error(`the page has no #${id}`);
  return found;
}

/** The same template has escaped it that wrote the file, and the page's policy lets no script run that the page did not bring. */
function show(id: string, { text }: Html): void {
  part(id).replaceChildren(...new DOMParser().parseFromString(text, 'text/html').body.childNodes);
}

const sealed = JSON.parse(part('sealed').textContent ?? '') as Sealed;
const texts = [...document.querySelectorAll('textarea')];
const first = new Map(texts.map((text) => [text, text.value]));
const isEdited = (text: Part) => text.value !== first.get(text);
let judged = judgedInEach(sealed);
let chosen: string | undefined;
let took = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Judges the documents as they are in the page, and shows what comes of it. */
function judgeNow(): void {
  const started = performance.now();
  const edits = texts.filter(isEdited).map((text) => [text.dataset['path'] ?? '', text.value] as const);
  judged = judgedInEach(sealed, Object.fromEntries(edits));
  show('verdict', judged(verdictBox));
  show('problems', judged(problems));
  show('live', judged(verdictLine));
  part('edited').hidden = edits.length === 0;
  for (const text of texts) {
    const box = text.closest('.doc');
    box?.classList.toggle('edited', isEdited(text));
    const paper = box?.querySelector('pre');
    if (paper) paper.textContent = text.value;
  }
  setTimeout(() => {
    show('tables', judged(tables));
    choose(chosen);
  }); // the verdict is seen before
  took = performance.now() - started;
}

function choose(key: string | undefined): void {
  if (key === undefined) return;
  chosen = key;
  for (const cell of document.querySelectorAll('.cell'))
    cell.setAttribute('aria-pressed', String(cell.dataset['cell'] === key));
  show(
    'reason',
    judged((one) => reason(one, key)),
  );
}

function changed(): void {
  clearTimeout(timer);
  if (took <= AT_ONCE) return judgeNow();
  show(
    'live',
    inEach(LANGUAGES, () => say('judging')),
  );
  timer = setTimeout(judgeNow, 300);
}

function rewrite(newText: (text: Part) => string): void {
  for (const text of texts) text.value = newText(text);
  changed();
}

for (const text of texts) text.addEventListener('input', changed);
document.addEventListener('click', ({ target }) => {
  choose(target.closest('.cell')?.dataset['cell']);
  const id = target.closest('button')?.id;
  if (id === 'print') window.print();
  if (id === 'restore') rewrite((text) => first.get(text) ?? text.value);
  if (id === 'widen') rewrite((text) => text.value.replaceAll('"s3:GetObject"', '"s3:GetObject*"'));
});
// What a browser kept from before a reload counts as edited, too.
if (texts.some(isEdited)) judgeNow();
