import { en } from '../../../words/verify-network/en';
import { speaker } from '../../../words/speech';
import { ExitCode } from '../../exit-code';
import { sameCode } from '../outcome';
import type { Cause } from '../situation';

const say = speaker({ en });

/** The way to AWS: nothing about access has been learnt. */
export const networkCauses: readonly Cause[] = [
  {
    id: 'interrupted',
    side: 'you',
    when: ({ code }) => code === 'Interrupted',
    cause: () => say('interruptedCause'),
    todo: () => say('interruptedTodo'),
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'timeout',
    side: 'AWS or the network',
    when: ({ how }) => how === 'timeout',
    cause: () => say('timeoutCause'),
    todo: () => say('timeoutTodo'),
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'no-connection',
    side: 'AWS or the network',
    when: ({ how }) => how === 'network',
    cause: () => say('noConnectionCause'),
    todo: () => say('noConnectionTodo'),
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'throttled',
    side: 'AWS or the network',
    when: ({ how }) => how === 'throttled',
    cause: () => say('throttledCause'),
    todo: () => say('throttledTodo'),
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'aws-error',
    side: 'AWS or the network',
    when: ({ how }) => how === 'aws',
    cause: () => say('awsErrorCause'),
    todo: () => say('awsErrorTodo'),
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'clock',
    hop: 'sign in',
    side: 'you',
    when: ({ code, message }) =>
      sameCode(code, 'RequestTimeTooSkewed') ||
      (sameCode(code, 'SignatureDoesNotMatch') && /signature (expired|not yet current)/i.test(message)),
    cause: () => say('clockCause'),
    todo: () => say('clockTodo'),
    exitCode: ExitCode.CouldNotTell,
  },
];
