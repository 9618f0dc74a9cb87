import type * as Parameters from '../parameters';
import { ExitCode } from '../tools/exit-code';
import { forTerminal } from '../tools/printable';
import type * as DefineApp from './define-app';
import type * as Judge from './judge';
import { unreadable } from './unreadable';

/** In this order: what the app is judged by is fixed before anything of the app is there. */
function read() {
  const { share } = require('../parameters') as typeof Parameters;
  const judge = (require('./judge') as typeof Judge).judgeOf(share);
  const { defineApp } = require('./define-app') as typeof DefineApp;
  return () => defineApp(share, judge, (text) => process.stderr.write(forTerminal(text)));
}

void Promise.resolve()
  .then(read)
  .then(
    (define) => {
      process.exitCode = define();
    },
    (error: unknown) => {
      process.stderr.write(`${forTerminal(unreadable(error))}\n`);
      process.exitCode = ExitCode.WrongUsage;
    },
  );
