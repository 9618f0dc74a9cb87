import type { Grant } from '../../../lib/share/grant';
import type { SeedObject } from '../../../lib/share/share';
import { sayCause } from '../../../words/say';
import { ExitCode } from '../../exit-code';
import { profileNames } from '../../handoff/aws-config';
import { option, shellWord } from '../../handoff/shell';
import { includesCode, sameCode } from '../outcome';
import { type Cause, signInAgain } from '../situation';
import { aboutDecrypt, aboutKey, idOf, keyAccount, onKey } from './key-words';
import { companyAgain, deployCompany, isDeniedIn, READ_COMPANY } from './steps';

/** Why the role, once it is borrowed, does not read what is shared. */
export const useS3Causes: readonly Cause[] = [
  {
    id: 'no-bucket',
    side: 'the company',
    when: ({ code, probe }) => sameCode(code, 'NoSuchBucket') && probe?.id !== 'list-other-bucket',
    cause: (_clues, { grant }) => sayCause('no-bucket.cause', { bucket: grant.bucketName }),
    todo: (_clues, { grant }) => (grant.bucketIsThere ? sayCause('no-bucket.todo.given') : deployCompany()),
    commands: (_clues, { grant }) => (grant.bucketIsThere ? [] : companyAgain()),
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'no-other-bucket',
    side: 'the company',
    when: ({ code }) => sameCode(code, 'NoSuchBucket'),
    cause: () => sayCause('no-other-bucket.cause'),
    todo: (_clues, { grant }) =>
      sayCause('no-other-bucket.todo', { profile: profileNames(grant).borrowedRole }),
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'wrong-region',
    side: 'the company',
    when: ({ code, message }) =>
      includesCode(ELSEWHERE, code) ||
      (sameCode(code, 'AuthorizationHeaderMalformed') && /region/i.test(message)),
    cause: (_clues, { grant, region }) =>
      sayCause('wrong-region.cause', { bucket: grant.bucketName, region }),
    todo: () => sayCause('wrong-region.todo'),
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'no-outside-object',
    side: 'the company',
    when: ({ how, probe }) => how === 'nothing-to-try' && probe?.id === 'get-outside-prefix',
    cause: () => sayCause('no-outside-object.cause'),
    todo: (_clues, { grant }) =>
      sayCause(grant.bucketIsThere ? 'no-outside-object.todo.given' : 'no-outside-object.todo'),
    commands: (_clues, { grant }) => (grant.bucketIsThere ? READ_COMPANY : []),
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'no-object',
    side: 'the company',
    when: ({ code, how }) => sameCode(code, 'NoSuchKey') || how === 'nothing-to-try',
    cause: () => sayCause('no-object.cause'),
    todo: (_clues, { grant }) =>
      grant.bucketIsThere ? sayCause('no-object.todo.given') : sayCause('no-object.todo'),
    commands: (_clues, { grant, seedObjects }) =>
      grant.bucketIsThere ? [] : seedObjects.map((one) => putBack(one, grant)),
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'archived',
    side: 'the company',
    when: ({ code }) => sameCode(code, 'InvalidObjectState'),
    cause: () => sayCause('archived.cause'),
    todo: (_clues, { seedObjects }) =>
      seedObjects.length === 0 ? sayCause('archived.todo.unnamed') : sayCause('archived.todo'),
    commands: (_clues, { grant, seedObjects }) => seedObjects.map(({ key }) => restored(key, grant)),
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'key-pending-deletion',
    side: 'the company',
    when: ({ code, message }) => aboutKey(code) && /pending (replica )?deletion/i.test(message),
    cause: ({ message: said }) => sayCause('key-pending-deletion.cause', { said }),
    todo: () => sayCause('key-pending-deletion.todo'),
    commands: ({ message }) => onKey(message, 'cancel-key-deletion', 'enable-key'),
    exitCode: ExitCode.Broken,
  },
  {
    id: 'key-pending-import',
    side: 'the company',
    when: ({ code, message }) => aboutKey(code) && /pending import/i.test(message),
    cause: ({ message: said }) => sayCause('key-pending-import.cause', { said }),
    todo: () => sayCause('key-pending-import.todo'),
    exitCode: ExitCode.Broken,
  },
  {
    id: 'key-missing',
    side: 'the company',
    when: ({ code }) => sameCode(code, 'KMS.NotFoundException'),
    cause: ({ message: said }) => sayCause('key-missing.cause', { said }),
    todo: () => sayCause('key-missing.todo'),
    exitCode: ExitCode.Broken,
  },
  {
    id: 'key-unusable',
    side: 'the company',
    when: ({ code }) => aboutKey(code),
    cause: ({ message: said }) => sayCause('key-unusable.cause', { said }),
    todo: ({ message }) =>
      /disabled/i.test(message) ? sayCause('key-disabled.todo') : sayCause('key-unusable.todo'),
    commands: ({ message }) => (/disabled/i.test(message) ? onKey(message, 'enable-key') : []),
    exitCode: ExitCode.Broken,
  },
  {
    id: 'role-boundary',
    side: 'the company',
    when: ({ denied, message }) => denied && /permissions boundary/i.test(message),
    cause: (_clues, { grant }) => sayCause('role-boundary.cause', { role: grant.roleName }),
    todo: () => sayCause('role-boundary.todo'),
    commands: () => READ_COMPANY,
    mayBeDelay: true,
    exitCode: ExitCode.Broken,
  },
  {
    id: 'role-denied',
    side: 'the company',
    when: ({ denied, message }) => denied && isDeniedIn(message, 'identity-based policy'),
    cause: (_clues, { grant }) => sayCause('role-denied.cause', { role: grant.roleName }),
    todo: (_clues, situation) => sayCause('role-denied.todo', { signIn: signInAgain(situation) }),
    commands: () => READ_COMPANY,
    mayBeDelay: true,
    exitCode: ExitCode.Broken,
  },
  {
    id: 'key-of-another-account',
    side: 'the company',
    when: ({ denied, message }, { grant }) =>
      denied && aboutDecrypt(message) && ![undefined, grant.companyAccount].includes(keyAccount(message)),
    cause: ({ message }, { grant }) =>
      sayCause('key-of-another-account.cause', {
        account: keyAccount(message) ?? '',
        company: grant.companyAccount,
        role: grant.roleName,
      }),
    todo: ({ message }, { grant }) =>
      sayCause('key-of-another-account.todo', { account: keyAccount(message) ?? '', role: grant.roleArn }),
    exitCode: ExitCode.Broken,
  },
  {
    id: 'key-denies',
    side: 'the company',
    when: ({ denied, message }) => denied && aboutDecrypt(message) && /resource-based policy/i.test(message),
    cause: (_clues, { grant }) =>
      grant.kmsKeyArn === undefined
        ? sayCause('key-denies.cause.stack', { role: grant.roleName })
        : sayCause('key-denies.cause', { key: idOf(grant.kmsKeyArn), role: grant.roleName }),
    todo: () => sayCause('key-denies.todo'),
    commands: () => READ_COMPANY,
    mayBeDelay: true,
    exitCode: ExitCode.Broken,
  },
  {
    id: 'key-not-allowed',
    side: 'the company',
    when: ({ denied, message }, { grant }) =>
      denied && aboutDecrypt(message) && grant.kmsKeyArn !== undefined,
    cause: ({ message }, { grant: { kmsKeyArn = '', policyName: policy, roleName: role } }) =>
      message.includes(kmsKeyArn)
        ? sayCause('key-not-allowed.cause', { policy, role, key: idOf(kmsKeyArn) })
        : sayCause('key-not-allowed.cause.other', { role, key: idOf(kmsKeyArn) }),
    todo: () => sayCause('key-not-allowed.todo', { deploy: deployCompany() }),
    commands: companyAgain,
    mayBeDelay: true,
    exitCode: ExitCode.Broken,
  },
  {
    id: 'kms',
    side: 'the company',
    when: ({ denied, message }) => denied && aboutDecrypt(message),
    cause: (_clues, { grant }) => sayCause('kms.cause', { role: grant.roleName }),
    todo: () => sayCause('kms.todo'),
    mayBeDelay: true,
    exitCode: ExitCode.Broken,
  },
  {
    id: 'bucket-denies-everybody',
    side: 'the company',
    // The company's own administrator is denied as well.
    when: ({ denied, message }, { grant }) =>
      denied &&
      isDeniedIn(message, 'resource-based policy') &&
      new RegExp(`^User: arn:[\\w-]+:\\w+::${grant.companyAccount}:(?!assumed-role/${grant.roleName}/)`).test(
        message,
      ),
    cause: (_clues, { grant }) => sayCause('bucket-denies-everybody.cause', { bucket: grant.bucketName }),
    todo: (_clues, { grant }) =>
      grant.bucketIsThere
        ? sayCause('bucket-denies-everybody.todo.given', { company: grant.companyAccount })
        : sayCause('bucket-denies-everybody.todo', { company: grant.companyAccount }),
    commands: (_clues, { grant }) => (grant.bucketIsThere ? [] : companyAgain()),
    exitCode: ExitCode.Broken,
  },
  {
    id: 'bucket-policy',
    side: 'the company',
    when: ({ denied, message }) => denied && isDeniedIn(message, 'resource-based policy'),
    cause: (_clues, { grant }) => sayCause('bucket-policy.cause', { bucket: grant.bucketName }),
    todo: (_clues, { grant: { companyAccount: company, bucketIsThere } }) =>
      bucketIsThere
        ? sayCause('bucket-policy.todo.given', { company })
        : sayCause('bucket-policy.todo', { company }),
    // A deployment cannot repair a policy that denies everybody: whoever reads it finds out which it is.
    commands: () => READ_COMPANY,
    mayBeDelay: true,
    exitCode: ExitCode.Broken,
  },
  {
    id: 'role-policy',
    side: 'the company',
    when: ({ denied, message }) => denied && /identity-based policy/i.test(message),
    cause: (_clues, { grant }) =>
      sayCause('role-policy.cause', { policy: grant.policyName, role: grant.roleName }),
    todo: deployCompany,
    commands: companyAgain,
    mayBeDelay: true,
    exitCode: ExitCode.Broken,
  },
  {
    id: 'denied',
    side: 'the company',
    when: ({ denied }) => denied,
    cause: (_clues, { grant }) =>
      sayCause('denied.cause', {
        policy: grant.policyName,
        role: grant.roleName,
        bucket: grant.bucketName,
      }),
    todo: () => sayCause('denied.todo'),
    commands: () => READ_COMPANY,
    mayBeDelay: true,
    exitCode: ExitCode.Broken,
  },
];

const ELSEWHERE = ['PermanentRedirect', 'MovedPermanently', '301', 'IllegalLocationConstraintException'];

function restored(key: string, { bucketName }: Grant): string {
  return `aws s3api restore-object --bucket ${bucketName} ${option('--key', key)} --restore-request Days=7 --profile company`;
}

function putBack({ key, content }: SeedObject, { bucketName }: Grant): string {
  const [object, text] = [shellWord(`s3://${bucketName}/${key}`), shellWord(content)];
  return `printf %s ${text} | aws s3 cp - ${object} --profile company`;
}
