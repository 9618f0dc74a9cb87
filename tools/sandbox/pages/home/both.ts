import type { en } from '../../../../words/sandbox-home/en';
import { say } from '../../../../words/sandbox-home/say';
import type { Language } from '../../../../words/speech';
import { type Child, type Html, inEach } from '../../../pages/html';

/** The languages of the page. Which of them is shown is the reader's choice. */
export const LANGUAGES: readonly Language[] = ['ja', 'en'];

export const both = (render: () => Child): Html => inEach(LANGUAGES, render);

/** A message in both, with nothing in it that differs by language. */
export const said = <Id extends keyof typeof en>(...spoken: Parameters<typeof say<Id>>): Html =>
  both(() => say<Id>(...spoken));
