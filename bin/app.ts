import type * as Parameters from '../parameters';
import { ExitCode } from '../tools/exit-code';
import type * as DefineApp from './define-app';
import { unreadable } from './unreadable';

const read = () =>
  [require('../parameters') as typeof Parameters, require('./define-app') as typeof DefineApp] as const;

void Promise.resolve()
  .then(read)
  .then(
    ([{ share }, { defineApp }]) => {
      process.exitCode = defineApp(share, (text) => process.stderr.write(text));
    },
    (error: unknown) => {
      process.stderr.write(`${unreadable(error)}\n`);
      process.exitCode = ExitCode.WrongUsage;
    },
  );
