import { ExitCode } from '../tools/exit-code';
import { unreadable } from './unreadable';

void Promise.all([import('../parameters.js'), import('./define-app.js')]).then(
  ([{ share }, { defineApp }]) => {
    process.exitCode = defineApp(share, (text) => process.stderr.write(text));
  },
  (error: Error) => {
    process.stderr.write(`${unreadable(error)}\n`);
    process.exitCode = ExitCode.WrongUsage;
  },
);
