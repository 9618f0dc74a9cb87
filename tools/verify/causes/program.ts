import { sayNetwork as say } from '../../../words/say';
import { ExitCode } from '../../exit-code';
import type { Cause } from '../situation';

/** The program of a profile's `credential_process`: it is not known whether anybody is signed in. */
export const programCauses: readonly Cause[] = [
  {
    id: 'program-hangs',
    hop: 'sign in',
    side: 'you',
    when: ({ how, code }) => how === 'program' && code === 'ProgramHangs',
    cause: ({ message }, { profile }) => say('programHangsCause', { profile, program: nameIn(message) }),
    todo: ({ message }) => say('programHangsTodo', { program: nameIn(message) }),
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'program-expired-credentials',
    hop: 'sign in',
    side: 'you',
    when: ({ how, message }) => how === 'program' && /returned expired credentials/.test(message),
    cause: (_clues, { profile }) => say('programExpiredCause', { profile }),
    todo: () => say('programExpiredTodo'),
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'program-without-credentials',
    hop: 'sign in',
    side: 'you',
    when: ({ how, code }) => how === 'program' && code === 'ProgramSaidNoKeys',
    cause: (_clues, { profile }) => say('programWithoutCredentialsCause', { profile }),
    todo: () => say('programWithoutCredentialsTodo'),
    exitCode: ExitCode.WrongUsage,
  },
  {
    id: 'program-failed',
    hop: 'sign in',
    side: 'you',
    when: ({ how }) => how === 'program',
    cause: ({ message }, { profile }) => say('programFailedCause', { profile, program: nameIn(message) }),
    todo: () => say('programFailedTodo'),
    exitCode: ExitCode.CouldNotTell,
  },
];

/** `message` begins with it. */
const nameIn = (message: string): string => /^(.*?): /.exec(message)?.[1] ?? message;
