import { ExitCode } from '../exit-code';
import { COMPANY_STACK_NAME, type Grant } from '../../lib/share/grant';
import type { SeedObject } from '../../lib/share/share';
import { profileNames } from '../handoff/aws-config';
import { shellWord } from '../handoff/shell';
import { borrowersOf } from '../handoff/vendor-half';
import { redeployed } from './repairs';
import { type Cause, type Clues, hasEnded, signInAgain, type Situation } from './situation';
import { withLocalTime } from '../until';

/**
 * Every way in which the walkthrough is known to fail, the most particular first: the last rows catch the rest.
 *
 * Which policy is missing is read off AWS's sentence where it says so; where it does not, several causes are
 * possible and the row says which, and how to find out.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
export const causes: readonly Cause[] = [
  // The way there: nothing about access has been learnt.
  {
    id: 'interrupted',
    side: 'you',
    when: ({ code }) => code === 'Interrupted',
    cause: () => 'it was stopped by hand',
    todo: () => 'run it again',
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'timeout',
    side: 'AWS or the network',
    when: ({ how }) => how === 'timeout',
    cause: () => 'AWS was asked and did not answer in time',
    todo: () => 'check the network and AWS_ENDPOINT_URL, or give it longer with --timeout',
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'no-connection',
    side: 'AWS or the network',
    when: ({ how }) => how === 'network',
    cause: () => 'AWS could not be reached',
    todo: () => 'check the network, the proxy and AWS_ENDPOINT_URL, then run it again',
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'throttled',
    side: 'AWS or the network',
    when: ({ how }) => how === 'throttled',
    cause: () => 'AWS asked to slow down, and still did after several tries',
    todo: () => 'run it again in a minute, with a smaller --concurrency',
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'aws-error',
    side: 'AWS or the network',
    when: ({ how }) => how === 'aws',
    cause: () => 'AWS had an error of its own',
    todo: () => 'run it again later; https://health.aws.amazon.com says what is known',
    exitCode: ExitCode.CouldNotTell,
  },

  // Sign in.
  {
    id: 'bad-profile',
    hop: 'sign in',
    side: 'you',
    when: ({ code }) => code === 'BadProfile',
    cause: ({ message }) => message,
    todo: () => 'npm run handoff -- --config prints the sections to paste into ~/.aws/config',
    exitCode: ExitCode.WrongUsage,
  },
  {
    id: 'wrong-permission-set',
    hop: 'sign in',
    side: 'you',
    when: (clues, situation) => notAssigned(clues) && otherPermissionSet(situation) !== undefined,
    cause: (_clues, situation) => `the profile asks for ${otherPermissionSet(situation) ?? ''}`,
    todo: () => 'npm run handoff -- --config prints the profile as it should be',
    exitCode: ExitCode.WrongUsage,
  },
  {
    id: 'not-assigned',
    hop: 'sign in',
    side: 'the vendor',
    when: notAssigned,
    cause: (_clues, { grant }) =>
      `Identity Center does not give this user ${grant.permissionSetName} in account ${grant.accounts.join(' or ')}`,
    todo: (_clues, { grant }) =>
      grant.identityCenter
        ? `the user must be one of vendors[${grant.index}].assignees, or in such a group. The vendor's administrator deploys ${grant.vendorStackName} again, which also puts back an assignment that was deleted by hand; a user who has left the group is put back with the other three lines, with the user’s name in them`
        : `the vendor's administrator assigns it: ${FROM_THE_HANDOFF}`,
    commands: (_clues, { grant }) => assignedAgain(grant),
    exitCode: ExitCode.Broken,
  },
  {
    id: 'clock',
    hop: 'sign in',
    side: 'you',
    when: ({ code, message }) =>
      code === 'RequestTimeTooSkewed' ||
      (code === 'SignatureDoesNotMatch' && /signature (expired|not yet current)/i.test(message)),
    cause: () => 'the clock of this computer is wrong: AWS takes a signature only within minutes',
    todo: () => 'set the clock (turn on network time), then run it again',
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'expired',
    hop: 'sign in',
    side: 'you',
    when: ({ how, code, message }) =>
      how === 'not-signed-in' && (/expired/i.test(code) || /expired/i.test(message)),
    cause: () => 'the sign-in has expired',
    todo: (_clues, situation) => signInAgain(situation),
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'wrong-keys',
    hop: 'sign in',
    side: 'you',
    when: ({ how, code }) =>
      how === 'not-signed-in' && code !== 'CredentialsProviderError' && code !== 'UnauthorizedException',
    cause: () => 'AWS does not know these keys',
    todo: (_clues, situation) => `get new ones: ${signInAgain(situation)}`,
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'bad-profile',
    hop: 'sign in',
    side: 'you',
    when: ({ how, message }) =>
      how === 'not-signed-in' &&
      /resolve credentials using profile|is configured with invalid|cycle/i.test(message),
    cause: (_clues, { profile }) => `profile "${profile}" does not say how to get keys`,
    todo: () => 'npm run handoff -- --config prints the sections to paste into ~/.aws/config',
    exitCode: ExitCode.WrongUsage,
  },
  {
    id: 'not-signed-in',
    hop: 'sign in',
    side: 'you',
    when: ({ how }) => how === 'not-signed-in',
    cause: () => 'you are not signed in',
    todo: (_clues, situation) => signInAgain(situation),
    exitCode: ExitCode.CouldNotTell,
  },

  // A forbidden call that AWS let through.
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

  // Assume the role.
  {
    id: 'ended',
    side: 'the company',
    when: (clues, situation) => clues.denied && hasEnded(situation),
    cause: (_clues, { grant }) =>
      `the share ended on ${withLocalTime(grant.vendor.until ?? '')}, and the role is refused as promised`,
    todo: (_clues, { grant }) =>
      `if it should go on, set vendors[${grant.index}].until in parameters.ts to a later moment and deploy CompanyStack`,
    exitCode: ExitCode.AsPromised,
  },
  {
    id: 'organization-denies',
    side: 'the vendor or the company',
    when: ({ denied, message }) => denied && /(service|resource) control policy/i.test(message),
    cause: () => 'a policy of an AWS organization forbids it',
    todo: () =>
      'ask whoever administers the organization: service control policies are the caller’s side, resource control policies the company’s',
    exitCode: ExitCode.Broken,
  },
  {
    id: 'permission-set-policy',
    hop: 'assume the role',
    side: 'the vendor',
    when: (clues) =>
      cannotBorrow(clues) && /identity-based policy|permissions boundary|session policy/i.test(clues.message),
    cause: (_clues, { grant }) => `${lettingBorrow(grant)} does not allow sts:AssumeRole on ${grant.roleArn}`,
    todo: (_clues, { grant }) =>
      grant.identityCenter
        ? 'the vendor’s administrator restores its inline policy'
        : `restore it: ${FROM_THE_HANDOFF}`,
    commands: (_clues, { grant }) => vendorAgain(grant),
    exitCode: ExitCode.Broken,
  },
  {
    id: 'trust-policy',
    hop: 'assume the role',
    side: 'the company',
    when: (clues) => cannotBorrow(clues) && /resource-based policy|trust policy/i.test(clues.message),
    cause: (_clues, { grant }) =>
      `the trust policy of ${grant.roleName} does not let this caller in${
        grant.vendor.externalId === undefined ? '' : ', or wants another ExternalId'
      }, or the role does not exist`,
    todo: deployCompany,
    commands: companyAgain,
    exitCode: ExitCode.Broken,
  },
  {
    id: 'cannot-borrow',
    hop: 'assume the role',
    side: 'the vendor or the company',
    when: cannotBorrow,
    cause: (_clues, { grant }) =>
      `AWS does not say which: the role does not exist, or does not trust account ${grant.accounts.join(' or ')}${
        grant.vendor.externalId === undefined ? '' : ' with this ExternalId'
      } (the company), or ${lettingBorrow(grant)} does not allow it (the vendor)`,
    todo: (_clues, { grant }) =>
      grant.identityCenter
        ? 'read both sides: the company’s administrator the role, the vendor’s the permission set. Each finds its own side’s fault, and prints what repairs it'
        : `the company's administrator reads the role; of the vendor's side, ${FROM_THE_HANDOFF}`,
    commands: (_clues, { grant }) => [
      ...READ_COMPANY,
      ...(grant.identityCenter ? ['npm run verify -- --deployed --profile vendor'] : []),
    ],
    exitCode: ExitCode.Broken,
  },

  // Use S3.
  {
    id: 'no-bucket',
    side: 'the company',
    when: ({ code, probe }) => code === 'NoSuchBucket' && probe?.id !== 'list-other-bucket',
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
    when: ({ code }) => code === 'NoSuchBucket',
    cause: () => 'the company’s account has no bucket of the CDK bootstrap stack to try this on',
    todo: (_clues, { grant }) =>
      `try another bucket of the company’s by hand: aws s3 ls s3://ITS-NAME --profile ${profileNames(grant).borrowedRole} must say AccessDenied`,
    exitCode: ExitCode.CouldNotTell,
  },
  {
    id: 'wrong-region',
    side: 'the company',
    when: ({ code, message }) =>
      ['PermanentRedirect', 'MovedPermanently', '301', 'IllegalLocationConstraintException'].includes(code) ||
      (code === 'AuthorizationHeaderMalformed' && /region/i.test(message)),
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
    when: ({ code, how }) => code === 'NoSuchKey' || how === 'nothing-to-try',
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
    id: 'key-unusable',
    side: 'the company',
    when: ({ code }) => code.startsWith('KMS.'),
    cause: ({ message }) => `the KMS key that the data is encrypted with cannot be used: ${message}`,
    todo: () => 'the company enables the key again, or cancels its deletion; S3 decrypts with no other',
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
    exitCode: ExitCode.Broken,
  },
  {
    id: 'kms',
    side: 'the company',
    when: ({ denied, message }) => denied && /\bkms:/i.test(message),
    cause: (_clues, { grant }) => `the data is encrypted with a KMS key that ${grant.roleName} may not use`,
    todo: () =>
      'say which key it is (company.kmsKey in parameters.ts) and deploy, or encrypt the bucket with S3-managed keys again (SSE-S3) and copy the objects onto themselves',
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
        : deployCompany(),
    commands: (_clues, { grant }) => (grant.bucketIsThere ? READ_COMPANY : companyAgain()),
    exitCode: ExitCode.Broken,
  },
  {
    id: 'role-denied',
    side: 'the company',
    when: ({ denied, message }) => denied && /explicit deny in an identity-based policy/i.test(message),
    cause: (_clues, { grant }) =>
      `a policy of ${grant.roleName} denies it: the company has cut off the sessions that were lent before a moment, or the role itself`,
    todo: (_clues, situation) =>
      `sign in anew (${signInAgain(situation)}) and borrow again; if it stays, it is meant, and the company says why: its administrator sees which policy it is, and how to take it away`,
    commands: () => READ_COMPANY,
    exitCode: ExitCode.Broken,
  },
  {
    id: 'role-boundary',
    side: 'the company',
    when: ({ denied, message }) => denied && /permissions boundary/i.test(message),
    cause: (_clues, { grant }) => `the permissions boundary of ${grant.roleName} does not allow it`,
    todo: () =>
      'the company’s administrator sees which boundary it is, and what takes it off; a boundary that is wanted belongs in company.permissionsBoundary of parameters.ts',
    commands: () => READ_COMPANY,
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
    exitCode: ExitCode.Broken,
  },
  {
    id: 'unexpected-content',
    side: 'the company',
    when: ({ how }) => how === 'unexpected-content',
    cause: ({ message }) => message,
    todo: deployCompany,
    commands: companyAgain,
    exitCode: ExitCode.Broken,
  },
  {
    id: 'unexpected',
    side: 'AWS or the network',
    when: () => true,
    cause: ({ code }) => `AWS answered something that says neither yes nor no: ${code || 'success'}`,
    todo: () => 'run it again; if it stays, look the code up in the documentation of the service',
    exitCode: ExitCode.CouldNotTell,
  },
];

const FROM_THE_HANDOFF = 'deploy the template of the handoff again, whose page has the command';

/** What on the vendor's side lets people borrow. */
function lettingBorrow(grant: Grant): string {
  const [first, ...others] = borrowersOf(grant);
  if (first !== undefined)
    return `the policy of ${first.kind} ${first.name}${others.length > 0 ? ' and the others' : ''}`;
  if (grant.identityCenter || grant.vendor.borrowers === 'permission-set')
    return `permission set ${grant.permissionSetName}`;
  return `permission set ${grant.permissionSetName}, or whatever the vendor has in its place,`;
}

const keyOf = ({ kmsKeyArn = '' }: Grant): string =>
  kmsKeyArn === '' ? 'of the stack' : kmsKeyArn.slice(kmsKeyArn.lastIndexOf('/') + 1);

function deployCompany(): string {
  return 'the company’s administrator deploys CompanyStack again, which also puts back what was changed by hand (leave out --revert-drift where the stack was never deployed)';
}

function companyAgain(): string[] {
  return [redeployed(COMPANY_STACK_NAME, 'company')];
}

const vendorAgain = (grant: Grant): string[] =>
  grant.identityCenter ? [redeployed(grant.vendorStackName, 'vendor')] : [];

const READ_COMPANY = ['npm run verify -- --deployed --profile company'];

/** The assignment, and a member of each group that is assigned: who it was, AWS tells nobody who is not let in. */
function assignedAgain(grant: Grant): string[] {
  const members = (grant.identityCenter?.assignees ?? []).flatMap(({ type, id }) =>
    type === 'GROUP' ? memberAgain(id) : [],
  );
  return [...vendorAgain(grant), ...members];
}

function memberAgain(groupId: string): string[] {
  return [
    "STORE=$(aws sso-admin list-instances --query 'Instances[0].IdentityStoreId' --output text --profile vendor)",
    "MEMBER=$(aws identitystore get-user-id --identity-store-id $STORE --alternate-identifier 'UniqueAttribute={AttributePath=userName,AttributeValue=USER-NAME}' --query UserId --output text --profile vendor)",
    `aws identitystore create-group-membership --identity-store-id $STORE --group-id ${groupId} --member-id UserId=$MEMBER --profile vendor`,
  ];
}

function putBack({ key, content }: SeedObject, { bucketName }: Grant): string {
  const [object, text] = [shellWord(`s3://${bucketName}/${key}`), shellWord(content)];
  return `printf %s ${text} | aws s3 cp - ${object} --profile company`;
}

function notAssigned({ hop, code }: Clues): boolean {
  return hop === 'sign in' && code === 'ForbiddenException';
}

/** A chained profile borrows the role while it signs in, so the hop is told by the message. */
function cannotBorrow({ denied, hop, message }: Clues): boolean {
  return denied && (hop === 'assume the role' || /sts:AssumeRole/i.test(message));
}

/** `permission set X in account 2…`, if the profile at the start of the chain names another than the share. */
function otherPermissionSet({ grant, profile, profiles }: Situation): string | undefined {
  const start = profiles.profiles[profile]?.source_profile ?? profile;
  const { sso_role_name: name, sso_account_id: account } = profiles.profiles[start] ?? {};
  if (name === undefined || account === undefined) return undefined;
  if (name === grant.permissionSetName && grant.accounts.includes(account)) return undefined;
  return `permission set ${name} in account ${account}, and the share is for ${grant.permissionSetName} in ${grant.accounts.join(' or ')}`;
}
