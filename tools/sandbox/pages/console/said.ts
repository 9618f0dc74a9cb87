import type { en } from '../../../../words/sandbox-console/en';
import { saySandboxConsole as say } from '../../../../words/say';
import type { Html } from '../../../pages/html';
import { both } from '../page';

/** A message of the console's pages in both languages, with nothing in it that differs by language. */
export const said = <Id extends keyof typeof en>(...spoken: Parameters<typeof say<Id>>): Html =>
  both(() => say<Id>(...spoken));
