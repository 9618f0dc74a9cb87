import { setFlagsFromString } from 'node:v8';
import type * as Parameters from '../parameters';
import { endQuietlyWhenUnread } from '../tools/closed-pipe';
import { forTerminal } from '../tools/printable';
import type * as DefineApp from './define-app';
import type * as Judge from './judge';
import { speak } from '../words/speech';
import { languageOf } from './language';
import { loadParameters } from './load-parameters';
import { loadingError, reportError } from './report-error';

/** In this order: what the app is judged by is fixed before anything of the app is there. */
function read() {
  const { share } = loadParameters(() => require('../parameters') as typeof Parameters);
  const judge = (require('./judge') as typeof Judge).judgeOf(share);
  const { defineApp } = require('./define-app') as typeof DefineApp;
  return () => defineApp(share, judge, (text) => process.stderr.write(forTerminal(text)));
}

// CDK's own validator is a large WebAssembly program that runs for two seconds. Optimizing it meanwhile takes longer than
// it saves, and takes the processor from all that follows.
setFlagsFromString('--wasm-tiering-budget=1000000000');
endQuietlyWhenUnread();
speak(languageOf(process.env));

const end = (error: unknown) => {
  process.exitCode = reportError(error, process.argv.includes('--verbose'));
};

void Promise.resolve()
  .then(read)
  .then(
    (define) => {
      process.exitCode = define();
    },
    (error: unknown) => end(loadingError(error)),
  )
  .catch(end);
