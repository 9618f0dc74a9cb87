import type { en } from '../../../../words/sandbox-home/en';
import { saySandboxHome as say } from '../../../../words/say';
import type { Html } from '../../../pages/html';
import { both } from '../page';

/** A message of the front page in both languages, with nothing in it that differs by language. */
export const said = <Id extends keyof typeof en>(...spoken: Parameters<typeof say<Id>>): Html =>
  both(() => say<Id>(...spoken));

/** A message in which nothing is filled in. */
export type PlainId = {
  [Id in keyof typeof en]: (typeof en)[Id] extends `${string}{${string}` | object ? never : Id;
}[keyof typeof en];
