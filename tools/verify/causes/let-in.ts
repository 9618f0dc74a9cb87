import { ExitCode } from '../../exit-code';
import { sayCause } from '../../../words/say';
import type { Cause } from '../situation';
import { companyAgain, deployCompany, READ_COMPANY } from './steps';

/** A forbidden call that AWS let through. */
export const letInCauses: readonly Cause[] = [
  {
    id: 'external-id-not-required',
    side: 'the company',
    when: ({ wasAllowed, probe }) => wasAllowed && (probe?.id ?? '').endsWith('external-id'),
    cause: (_clues, { grant }) => sayCause('external-id-not-required.cause', { role: grant.roleName }),
    todo: deployCompany,
    commands: companyAgain,
    exitCode: ExitCode.Broken,
  },
  {
    id: 'door-open',
    side: 'the company',
    when: ({ wasAllowed, hop }) => wasAllowed && hop === 'assume the role',
    cause: ({ probe }, { grant }) =>
      sayCause('door-open.cause', { role: grant.roleName, probe: probe?.title ?? '' }),
    todo: deployCompany,
    commands: companyAgain,
    exitCode: ExitCode.Broken,
  },
  {
    id: 'bucket-open',
    side: 'the company',
    when: ({ wasAllowed, probe }) => wasAllowed && probe?.as === 'user',
    cause: (_clues, { grant }) => sayCause('bucket-open.cause', { bucket: grant.bucketName }),
    todo: deployCompany,
    commands: companyAgain,
    exitCode: ExitCode.Broken,
  },
  {
    id: 'role-too-wide',
    side: 'the company',
    when: ({ wasAllowed }) => wasAllowed,
    cause: (_clues, { grant }) => sayCause('role-too-wide.cause', { role: grant.roleName }),
    todo: (_clues, { grant }) => sayCause('role-too-wide.todo', { policy: grant.policyName }),
    commands: () => READ_COMPANY,
    exitCode: ExitCode.Broken,
  },
];
