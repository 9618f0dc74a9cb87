import { listed } from '../../../words/speech';
import { sayCause } from '../../../words/say';
import { ExitCode } from '../../exit-code';
import type { Cause } from '../situation';
import { cannotBorrow, ofTheCaller } from './steps';

/**
 * Denials by a kind of policy that AWS names, at whatever hop: of networks, organizations and sessions.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export const everywhereCauses: readonly Cause[] = [
  {
    id: 'endpoint-policy',
    side: 'the vendor',
    when: ({ denied, message }) => denied && /VPC endpoint polic/i.test(message),
    cause: () => sayCause('endpoint-policy.cause'),
    todo: () => sayCause('endpoint-policy.todo'),
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'endpoint-region',
    side: 'the vendor',
    when: ({ denied, message }) => denied && /VPC endpoints do not support cross-region/i.test(message),
    cause: (_clues, { region }) => sayCause('endpoint-region.cause', { region }),
    todo: (_clues, { region }) => sayCause('endpoint-region.todo', { region }),
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'outsiders-denied',
    hop: 'assume the role',
    side: 'the company',
    when: (clues) => cannotBorrow(clues) && isOfResources(clues),
    cause: (_clues, { grant }) => sayCause('outsiders-denied.cause', { role: grant.roleName }),
    todo: (_clues, { grant }) => sayCause('outsiders-denied.todo', { accounts: listed(grant.accounts) }),
    exitCode: ExitCode.Broken,
  },
  {
    id: 'organization-denies',
    side: (clues) => (isOfResources(clues) ? 'the company' : ofTheCaller(clues)),
    when: ({ denied, message }) => denied && /(service|resource) control polic/i.test(message),
    cause: (clues) => {
      if (isOfResources(clues)) return sayCause('organization-denies.cause.resource');
      return ofTheCaller(clues) === 'the company'
        ? sayCause('organization-denies.cause.company')
        : sayCause('organization-denies.cause.vendor');
    },
    todo: () => sayCause('organization-denies.todo'),
    exitCode: ExitCode.Broken,
  },
  {
    id: 'session-policy',
    side: 'you',
    when: ({ denied, message }) => denied && /session polic/i.test(message),
    cause: (_clues, { profile }) => sayCause('session-policy.cause', { profile }),
    todo: () => sayCause('session-policy.todo'),
    exitCode: ExitCode.WrongUsage,
  },
];

const isOfResources = ({ message }: { readonly message: string }): boolean =>
  /resource control polic/i.test(message);
