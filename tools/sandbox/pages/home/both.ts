import type { Language } from '../../../../words/speech';
import { type Child, html, type Html, inEach } from '../../../pages/html';

/** The languages of the page. Which of them is shown is the reader's choice. */
export const LANGUAGES: readonly Language[] = ['ja', 'en'];

export const both = (render: () => Child): Html => inEach(LANGUAGES, render);

/** A sentence in which names stand out: those of the company in its colour, those of the vendor in theirs. */
export function withNames(
  text: string,
  names: readonly (readonly [name: string, className: string])[],
): Html {
  const [found] = names
    .flatMap(([name, className]) => {
      const at = name === '' ? -1 : text.indexOf(name);
      return at < 0 ? [] : [{ at, name, className }];
    })
    .sort((one, other) => one.at - other.at || other.name.length - one.name.length);
  if (found === undefined) return html`${text}`;
  const { at, name, className } = found;
  const rest = withNames(text.slice(at + name.length), names);
  return html`${text.slice(0, at)}<b class="${className}">${name}</b>${rest}`;
}
