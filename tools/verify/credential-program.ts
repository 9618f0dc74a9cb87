import { sayNetwork } from '../../words/say';
import { programOf } from './runnable';

/** Why a program of `credential_process` gave no keys. */
export interface ProgramFailure {
  readonly code: 'ProgramFailed' | 'ProgramSaidNoKeys';
  /** Begins with the program's name, or with the profile's. */
  readonly message: string;
}

/**
 * What the SDK says where a program has failed, or has printed something else than keys. What the AWS CLI says of a sign-in,
 * wherever it was run, is nothing about the program: that is undefined.
 *
 * https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sourcing-external.html
 */
export function programFailure(message: string): ProgramFailure | undefined {
  if (/credential_process (did not return|returned)/.test(message))
    return { code: 'ProgramSaidNoKeys', message };
  const [, command, printed = ''] = /^Command failed: ([^\n]*)\n?([\s\S]*)$/.exec(message) ?? [];
  if (command === undefined || OF_THE_AWS_CLI.test(printed)) return undefined;
  const said = withoutKeys(printed.trim());
  const program = programOf(command);
  return {
    code: 'ProgramFailed',
    message:
      said === '' ? sayNetwork('printedNothing', { program }) : sayNetwork('programSaid', { program, said }),
  };
}

/** The command line itself may hold a password, so only the program is named. */
export function withoutCommand(message: string): string {
  return message.replace(/^Command failed: [^\n]*\n\s*/, '');
}

/** The texts of botocore and the AWS CLI about profiles and sign-ins. */
const OF_THE_AWS_CLI =
  /SSO session .*(expired|invalid)|SSO token|Token has expired|config profile \(.*\) could not be found|Unable to locate credentials|Partial credentials|sso-session does not exist|missing required configuration|\((?:ExpiredToken|ForbiddenException|UnauthorizedException|InvalidClientTokenId|AccessDenied)\w*\)/i;

/** A program that fails half-way may have printed what it has got so far. */
function withoutKeys(text: string): string {
  return text
    .replaceAll(/\b(?:A3T|AKIA|ASIA)[A-Z0-9]{12,}/g, '(secret)')
    .replaceAll(
      /((?:secret|token|password|passwd|credential|key)\w*"?\s*[:=]\s*)("[^"]*"|'[^']*'|\S+)/gi,
      '$1(secret)',
    )
    .replaceAll(/[A-Za-z0-9/+=_-]{40,}/g, '(secret)');
}
