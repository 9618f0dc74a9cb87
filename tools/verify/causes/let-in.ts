import { ExitCode } from '../../exit-code';
import type { Cause } from '../situation';
import { companyAgain, deployCompany, READ_COMPANY } from './steps';

/** A forbidden call that AWS let through. */
export const letInCauses: readonly Cause[] = [
  {
    id: 'external-id-not-required',
    side: 'the company',
    when: ({ wasAllowed, probe }) => wasAllowed && (probe?.id ?? '').endsWith('external-id'),
    cause: (_clues, { grant }) => `the trust policy of ${grant.roleName} does not insist on the ExternalId`,
    todo: deployCompany,
    commands: companyAgain,
    exitCode: ExitCode.Broken,
  },
  {
    id: 'door-open',
    side: 'the company',
    when: ({ wasAllowed, hop }) => wasAllowed && hop === 'assume the role',
    cause: ({ probe }, { grant }) => `${grant.roleName} lets this caller ${probe?.title ?? ''}`,
    todo: deployCompany,
    commands: companyAgain,
    exitCode: ExitCode.Broken,
  },
  {
    id: 'bucket-open',
    side: 'the company',
    when: ({ wasAllowed, probe }) => wasAllowed && probe?.as === 'user',
    cause: (_clues, { grant }) =>
      `the policy of bucket ${grant.bucketName} lets the vendor in without the role`,
    todo: deployCompany,
    commands: companyAgain,
    exitCode: ExitCode.Broken,
  },
  {
    id: 'role-too-wide',
    side: 'the company',
    when: ({ wasAllowed }) => wasAllowed,
    cause: (_clues, { grant }) => `${grant.roleName} may do more than read what is shared`,
    todo: (_clues, { grant }) =>
      `take away what was added to the role or the bucket policy; the promise is ${grant.policyName} alone. The company's administrator sees which statement it is, and what takes it away`,
    commands: () => READ_COMPANY,
    exitCode: ExitCode.Broken,
  },
];
