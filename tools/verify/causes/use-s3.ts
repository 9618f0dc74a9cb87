import type { Grant } from '../../../lib/share/grant';
import type { SeedObject } from '../../../lib/share/share';
import { ExitCode } from '../../exit-code';
import { profileNames } from '../../handoff/aws-config';
import { option, shellWord } from '../../handoff/shell';
import { sameCode } from '../outcome';
import { type Cause, signInAgain } from '../situation';
import { companyAgain, deployCompany, named, READ_COMPANY } from './steps';

/** Why the role, once it is borrowed, does not read what is shared. */
export const useS3Causes: readonly Cause[] = [
  {
    id: 'no-bucket',
    side: 'the company',
    when: ({ code, probe }) => sameCode(code, 'NoSuchBucket') && probe?.id !== 'list-other-bucket',
    cause: (_clues, { grant }) => `there is no bucket ${grant.bucketName}`,
    todo: (_clues, { grant }) =>
      grant.bucketIsThere
        ? 'correct company.bucketName in parameters.ts: the stack makes no bucket'
        : deployCompany(),
    commands: (_clues, { grant }) => (grant.bucketIsThere ? [] : companyAgain()),
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'no-other-bucket',
    side: 'the company',
    when: ({ code }) => sameCode(code, 'NoSuchBucket'),
    cause: () => 'the company’s account has no bucket of the CDK bootstrap stack to try this on',
    todo: (_clues, { grant }) =>
      `try another bucket of the company’s by hand: aws s3 ls s3://ITS-NAME --profile ${profileNames(grant).borrowedRole} must say AccessDenied`,
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'wrong-region',
    side: 'the company',
    when: ({ code, message }) =>
      ELSEWHERE.some((one) => sameCode(code, one)) ||
      (sameCode(code, 'AuthorizationHeaderMalformed') && /region/i.test(message)),
    cause: (_clues, { grant, region }) => `bucket ${grant.bucketName} is not in region ${region}`,
    todo: () => 'set company.region in parameters.ts to the bucket’s region and write the handoff anew',
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'no-outside-object',
    side: 'the company',
    when: ({ how, probe }) => how === 'nothing-to-try' && probe?.id === 'get-outside-prefix',
    cause: () => 'no object outside the prefix is known, and of a missing one S3 says nothing',
    todo: () =>
      'add one to company.seedObjects in parameters.ts (its key outside every prefix), deploy, and run it again; --deployed proves it without',
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'no-object',
    side: 'the company',
    when: ({ code, how }) => sameCode(code, 'NoSuchKey') || how === 'nothing-to-try',
    cause: () => 'the object to read is not there',
    todo: (_clues, { grant }) =>
      grant.bucketIsThere
        ? 'put one into the bucket, where the vendor may read: aws s3 cp'
        : 'put it back into the bucket: a deployment writes its objects only when they change',
    commands: (_clues, { grant, seedObjects }) =>
      grant.bucketIsThere ? [] : seedObjects.map((one) => putBack(one, grant)),
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'archived',
    side: 'the company',
    when: ({ code }) => sameCode(code, 'InvalidObjectState'),
    cause: () =>
      'the object to read is archived (a Glacier storage class or an archive tier): the role may read it, and nobody can until it is restored',
    todo: () =>
      'the company restores it, which takes minutes to two days (for an archive tier of Intelligent-Tiering leave out Days=7), and runs it again then',
    commands: (_clues, { grant, seedObjects }) => seedObjects.map(({ key }) => restored(key, grant)),
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'key-pending-deletion',
    side: 'the company',
    when: ({ code, message }) => aboutKey(code) && /pending (deletion|import)/i.test(message),
    cause: ({ message }) =>
      `the KMS key that the data is encrypted with is waiting to be deleted: ${message}`,
    todo: () =>
      'the company cancels the deletion before it is too late, and enables the key; without it the data cannot be read again',
    commands: ({ message }) => onKey(message, 'cancel-key-deletion', 'enable-key'),
    exitCode: ExitCode.Broken,
  },
  {
    id: 'key-missing',
    side: 'the company',
    when: ({ code }) => sameCode(code, 'KMS.NotFoundException'),
    cause: ({ message }) => `the KMS key that the data is encrypted with does not exist any more: ${message}`,
    todo: () =>
      'what was encrypted with it is lost: the company writes the objects again, with a key that is there',
    exitCode: ExitCode.Broken,
  },
  {
    id: 'key-unusable',
    side: 'the company',
    when: ({ code }) => aboutKey(code),
    cause: ({ message }) => `the KMS key that the data is encrypted with cannot be used: ${message}`,
    todo: () => 'the company enables the key again; S3 decrypts with no other',
    commands: ({ message }) => (/disabled/i.test(message) ? onKey(message, 'enable-key') : []),
    exitCode: ExitCode.Broken,
  },
  {
    id: 'role-boundary',
    side: 'the company',
    when: ({ denied, message }) => denied && /permissions boundary/i.test(message),
    cause: (clues, { grant }) =>
      `the permissions boundary of ${grant.roleName}${named(clues)} does not allow it`,
    todo: () =>
      'the company’s administrator sees which boundary it is, and what takes it off; a boundary that is wanted belongs in company.permissionsBoundary of parameters.ts',
    commands: () => READ_COMPANY,
    mayBeDelay: true,
    exitCode: ExitCode.Broken,
  },
  {
    id: 'role-denied',
    side: 'the company',
    when: ({ denied, message }) => denied && /explicit deny in an identity-based policy/i.test(message),
    cause: (clues, { grant }) =>
      `a policy of ${grant.roleName}${named(clues)} denies it: the company has cut off the sessions that were lent before a moment, or the role itself`,
    todo: (_clues, situation) =>
      `sign in anew (${signInAgain(situation)}) and borrow again; if it stays, it is meant, and the company says why: its administrator sees which policy it is, and how to take it away`,
    commands: () => READ_COMPANY,
    mayBeDelay: true,
    exitCode: ExitCode.Broken,
  },
  {
    id: 'key-of-another-account',
    side: 'the company',
    when: ({ denied, message }, { grant }) =>
      denied && /\bkms:/i.test(message) && ![undefined, grant.companyAccount].includes(keyAccount(message)),
    cause: ({ message }, { grant }) =>
      `the data is encrypted with a KMS key of account ${keyAccount(message) ?? ''}, and not of the company’s account ${grant.companyAccount}; ${grant.roleName} may not use it`,
    todo: ({ message }, { grant }) =>
      `either whoever runs account ${keyAccount(message) ?? ''} allows kms:Decrypt to ${grant.roleArn} in the key’s policy and the company names the key in company.kmsKey of parameters.ts, or the company writes the objects again with a key of its own`,
    exitCode: ExitCode.Broken,
  },
  {
    id: 'key-denies',
    side: 'the company',
    when: ({ denied, message }) =>
      denied && /\bkms:/i.test(message) && /resource-based policy/i.test(message),
    cause: (_clues, { grant }) =>
      `the policy of the KMS key ${keyOf(grant)} does not let ${grant.roleName} decrypt`,
    todo: () =>
      'the key’s policy must leave it to the account’s policies (Principal: the account’s root); npm run verify -- --deployed --profile company reads it',
    mayBeDelay: true,
    exitCode: ExitCode.Broken,
  },
  {
    id: 'key-not-allowed',
    side: 'the company',
    when: ({ denied, message }, { grant }) =>
      denied && /\bkms:/i.test(message) && grant.kmsKeyArn !== undefined,
    cause: ({ message }, { grant }) =>
      message.includes(grant.kmsKeyArn ?? '')
        ? `${grant.policyName} does not let ${grant.roleName} decrypt with KMS key ${keyOf(grant)}`
        : `the data is not encrypted with KMS key ${keyOf(grant)}, or ${grant.roleName} may not use it`,
    todo: () =>
      `${deployCompany()}; and objects that were written with another key must be copied onto themselves`,
    commands: companyAgain,
    mayBeDelay: true,
    exitCode: ExitCode.Broken,
  },
  {
    id: 'kms',
    side: 'the company',
    when: ({ denied, message }) => denied && /\bkms:/i.test(message),
    cause: (_clues, { grant }) => `the data is encrypted with a KMS key that ${grant.roleName} may not use`,
    todo: () =>
      'say which key it is (company.kmsKey in parameters.ts) and deploy, or encrypt the bucket with S3-managed keys again (SSE-S3) and copy the objects onto themselves',
    mayBeDelay: true,
    exitCode: ExitCode.Broken,
  },
  {
    id: 'bucket-denies-everybody',
    side: 'the company',
    // The company's own administrator is denied as well.
    when: ({ denied, message }, { grant }) =>
      denied &&
      /explicit deny in a resource-based policy/i.test(message) &&
      new RegExp(`^User: arn:[\\w-]+:\\w+::${grant.companyAccount}:(?!assumed-role/${grant.roleName}/)`).test(
        message,
      ),
    cause: (_clues, { grant }) =>
      `the policy of bucket ${grant.bucketName} denies it to the company’s own people, too`,
    todo: (_clues, { grant }) =>
      `if it denies everybody, only the root user of account ${grant.companyAccount} can repair it: sign in to the console as the root user and delete the bucket policy, then deploy CompanyStack`,
    commands: companyAgain,
    exitCode: ExitCode.Broken,
  },
  {
    id: 'bucket-policy',
    side: 'the company',
    when: ({ denied, message }) => denied && /explicit deny in a resource-based policy/i.test(message),
    cause: (_clues, { grant }) => `the policy of bucket ${grant.bucketName} denies it`,
    todo: (_clues, { grant }) =>
      grant.bucketIsThere
        ? 'whoever keeps the bucket’s policy decides whether the Deny is meant for this role: npm run verify -- --deployed --profile company names it'
        : `${deployCompany()}. If the policy denies everybody, only the root user of account ${grant.companyAccount} can repair it, by deleting it first`,
    commands: (_clues, { grant }) => (grant.bucketIsThere ? READ_COMPANY : companyAgain()),
    mayBeDelay: true,
    exitCode: ExitCode.Broken,
  },
  {
    id: 'role-policy',
    side: 'the company',
    when: ({ denied, message }) => denied && /identity-based policy/i.test(message),
    cause: (_clues, { grant }) =>
      `${grant.policyName} is not attached to ${grant.roleName}, or does not say what it should`,
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
      `S3 does not say which: ${grant.policyName} is not attached to ${grant.roleName}, or the bucket policy denies it`,
    todo: () => 'the company’s administrator reads both and finds the fault',
    commands: () => READ_COMPANY,
    mayBeDelay: true,
    exitCode: ExitCode.Broken,
  },
];

const ELSEWHERE = ['PermanentRedirect', 'MovedPermanently', '301', 'IllegalLocationConstraintException'];

const keyOf = ({ kmsKeyArn = '' }: Grant): string =>
  kmsKeyArn === '' ? 'of the stack' : kmsKeyArn.slice(kmsKeyArn.lastIndexOf('/') + 1);

/** S3 puts this in front of what KMS answered to it. */
const aboutKey = (code: string): boolean => /(^|#)KMS\./i.test(code);

/** `arn:aws:kms:REGION:ACCOUNT:key/ID` as AWS names it. */
const KEY_ARN = /arn:[\w-]+:kms:([\w-]+):(\d{12}):key\/[\w-]+/;
const keyAccount = (message: string): string | undefined => KEY_ARN.exec(message)?.[2];

/** Nothing where AWS names no key. */
function onKey(message: string, ...operations: string[]): string[] {
  const [arn, region] = KEY_ARN.exec(message) ?? [];
  if (arn === undefined || region === undefined) return [];
  return operations.map((one) => `aws kms ${one} --key-id ${arn} --region ${region} --profile company`);
}

function restored(key: string, { bucketName }: Grant): string {
  return `aws s3api restore-object --bucket ${bucketName} ${option('--key', key)} --restore-request Days=7 --profile company`;
}

function putBack({ key, content }: SeedObject, { bucketName }: Grant): string {
  const [object, text] = [shellWord(`s3://${bucketName}/${key}`), shellWord(content)];
  return `printf %s ${text} | aws s3 cp - ${object} --profile company`;
}
