import type * as Parameters from '../parameters';
import { ExitCode } from '../tools/exit-code';
import { forTerminal } from '../tools/printable';
import type * as DefineApp from './define-app';
import { unreadable } from './unreadable';

const read = () =>
  [require('../parameters') as typeof Parameters, require('./define-app') as typeof DefineApp] as const;

void Promise.resolve()
  .then(read)
  .then(
    ([{ share }, { defineApp }]) => {
      process.exitCode = defineApp(share, (text) => process.stderr.write(forTerminal(text)));
    },
    (error: unknown) => {
      process.stderr.write(`${forTerminal(unreadable(error))}\n`);
      process.exitCode = ExitCode.WrongUsage;
    },
  );
