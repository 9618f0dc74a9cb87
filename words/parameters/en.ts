import type { Messages } from '../speech';

/**
 * What is wrong with a parameter: field, rule, value, and what to do. A rule for one text is `ID`, and what to do about it
 * `ID.next`, which stands in its slot {hint} unless there is something nearer to do; its slot {got} is one of the two
 * messages that say what was given.
 */
export const en = {
  got: 'got {value}',
  gotNoText: 'written as text, got {value}',
  halfWidthDigits: 'use half-width digits 0–9',
  halfWidth: 'use half-width letters, digits and signs',

  // What was given, where it is no text
  nothing: 'nothing',
  aList: 'a list',
  ofType: 'a value of type {type}',
  aFunction: 'a function',
  aSymbol: 'a symbol',
  aProxy: 'a proxy',
  tooDeep: 'something too deep inside',
  noData: 'something that is neither text nor list nor plain object',
  throwingGetter: 'a getter that throws',
  longText: '{beginning}… ({number} characters)',

  // Shapes
  notAList: '{field} must be a list, got {value} (write [ … ] around its entries; {hint})',
  emptyList: '{field} must have at least one entry, got an empty list ({hint})',
  tooManyEntries: '{field} must have at most {most} entries, got {number} ({hint})',
  notOneOf: '{field} must be {choice}, got {value} (mind the spelling and the case)',
  notAnObject: '{field} must be an object, got {value} (write {braces})',
  notTheObject: '{field} must be an object with {names}, got {value} (write {braces})',
  unknownField: '{field} is not a field of {what}, got {value} (it has {names})',
  seedObject: 'a seed object',
  permissionsBoundary: 'permissionsBoundary',
  company: 'company',
  identityCenter: 'identityCenter',
  assignee: 'an assignee',
  vendor: 'a vendor',
  share: 'a share',
  grantFile: 'a grant file of version 1',
  'entries.next': 'nothing in AWS takes as many',
  'seedObjects.next': 'an empty one for no objects',
  'manySeedObjects.next':
    'the function that unpacks them takes one after the other; copy the others with aws s3 cp',
  'tags.next': 'a resource takes no more',
  'accounts.next': 'the account whose people borrow the role',
  'assignees.next': 'npm run lookup finds groups and users',
  'prefixes.next': 'leave prefixes out to share the whole bucket',
  'alsoRead.next': 'leave alsoRead out for nothing else',
  'borrowers.next': 'leave borrowers out for the whole account',
  'vendors.next': 'to take access away from the last vendor, set its until to a moment in the past',

  // Texts
  accountId: '{field} must be 12 digits, {got} ({hint})',
  'accountId.next': 'quote it, so that leading zeros survive',
  partition: '{field} must be a region of the partition aws, {got} ({hint})',
  'partition.next':
    'in China, GovCloud, sovereign and isolated regions ARNs and sign-in differ, and this project does not write them',
  region: '{field} must be the code of an AWS region, {got} ({hint})',
  'region.next':
    'like ap-northeast-1; not its name and not an availability zone; or update this project, if the region is new',
  bucketName:
    '{field} must be 3 to 63 lower-case letters, digits and hyphens, and begin and end with a letter or digit, {got} ({hint})',
  'bucketName.next': 'S3 allows dots as well, but then no certificate fits the address of the bucket',
  bucketBeginning: '{field} must not begin with xn--, sthree- or amzn-s3-demo-, {got} ({hint})',
  'bucketBeginning.next': 'S3 keeps these for itself; choose another beginning',
  bucketEnding:
    '{field} must not end with -s3alias, --ol-s3, .mrap, --x-s3, --table-s3 or -an, {got} ({hint})',
  'bucketEnding.next': 'S3 keeps these for other kinds of buckets; choose another ending',
  bucketOfCdk: '{field} must not begin with cdk-hnb659fds-assets-, {got} ({hint})',
  'bucketOfCdk.next':
    'cdk bootstrap calls its own buckets so, which hold what is deployed; choose another beginning',
  seedKeyBytes: '{field} must be 1 to 1024 bytes of UTF-8, {got} ({hint})',
  'seedKeyBytes.next': 'S3 takes no longer keys; shorten it',
  seedKeyPath:
    '{field} must be a path of non-empty names between single slashes, none of them . or .., none longer than 255 bytes, {got} ({hint})',
  'seedKeyPath.next':
    'on its way into the bucket it is a file in a folder; no slash at the beginning or the end',
  seedKeyCharacters: '{field} must have no backslashes and no control characters, {got} ({hint})',
  'seedKeyCharacters.next': 'they are different files on different systems; leave them out',
  seedKeyOnWindows:
    '{field} must be a path that Windows can have, too: without < > : " | ? *, no name ending with a dot or a space, none of them CON, PRN, AUX, NUL, COM0 to COM9 or LPT0 to LPT9, with whatever ending, {got} ({hint})',
  'seedKeyOnWindows.next':
    'on its way into the bucket it is a file, which would get another name there; rename it, or copy it with aws s3 cp after the deployment',
  seedKeyOfCdk: '{field} must not have a name .is_custom_resource in its path, {got} ({hint})',
  'seedKeyOfCdk.next': 'CDK leaves files of that name behind; choose another',
  seedContent: '{field} must be well-formed Unicode, {got} ({hint})',
  'seedContent.next': 'half a surrogate pair cannot be stored as UTF-8',
  companyName:
    '{field} must be 1 to 40 small letters, digits and hyphens, and begin with a letter or digit, {got} ({hint})',
  'companyName.next': 'like acme-data',
  contact: '{field} must be one line of text, 1 to 200 characters, {got} ({hint})',
  'contact.next': 'like Data team, data@company.example',
  kmsKey: '{field} must be "make" or the ARN of a key, {got} ({hint})',
  'kmsKey.next':
    'like arn:aws:kms:ap-northeast-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab; an alias can be pointed elsewhere later',
  boundaryArn: '{field} must be the ARN of a managed policy, {got} ({hint})',
  'boundaryArn.next': 'like arn:aws:iam::111111111111:policy/OrgBoundary',
  borrowerArn: '{field} must be the ARN of a role or user, {got} ({hint})',
  'borrowerArn.next':
    'like arn:aws:iam::222222222222:role/etl, with its path and without wildcards; for a session (arn:aws:sts::…:assumed-role/…) give the role',
  borrowerOfAws: '{field} must not be a role that AWS keeps, {got} ({hint})',
  'borrowerOfAws.next':
    "nobody can put a policy on it; for people of Identity Center, whose roles get new names, write borrowers: 'permission-set'",
  tagKey: '{field} must be 1 to 128 letters, digits, spaces and _.:/=+-@, {got} ({hint})',
  'tagKey.next': 'AWS takes no others',
  tagKeyOfAws: '{field} must not begin with aws:, {got} ({hint})',
  'tagKeyOfAws.next': 'AWS keeps these for itself; choose another key',
  tagValue: '{field} must be at most 256 letters, digits, spaces and _.:/=+-@, {got} ({hint})',
  'tagValue.next': 'AWS takes no others',
  vendorName: '{field} must be 1 to 50 letters and digits, beginning with a capital, {got} ({hint})',
  'vendorName.next': 'like Acme, which gives AcmeVendorStack and AcmeAccessRole',
  roleName: '{field} must be 1 to 64 letters, digits and _+=,.@-, {got} ({hint})',
  'roleName.next': 'shorten it, or replace the other characters',
  policyName: '{field} must be 1 to 128 letters, digits and _+=,.@-, {got} ({hint})',
  'policyName.next': 'shorten it, or replace the other characters',
  permissionSetName: '{field} must be 1 to 32 letters, digits and _+=,.@-, {got} ({hint})',
  'permissionSetName.next': 'shorten it, or replace the other characters',
  dotsAlone: '{field} must not be dots alone, {got} ({hint})',
  'dotsAlone.next': 'in paths and addresses these are other places; add a letter',
  rolePath:
    '{field} must be / or begin and end with one, and hold letters, digits and _+=,.@- between single slashes, {got} ({hint})',
  'rolePath.next': 'like /vendors/',
  rolePathOfAws: '{field} must not begin with /aws-reserved/ or /aws-service-role/, {got} ({hint})',
  'rolePathOfAws.next': 'AWS keeps these for itself; choose another path',
  description: '{field} must be 1 to 700 printable characters of Latin-1, {got} ({hint})',
  'description.next': 'Identity Center takes no others',
  tokens: '{field} must not contain {tokens}, {got} ({hint})',
  'tokens.next': 'CDK and CloudFormation put values in their place, secrets too; write it without',
  sessionDuration: '{field} must be an ISO 8601 duration from one to twelve hours, {got} ({hint})',
  'sessionDuration.next': 'like PT1H or PT1H30M',
  instanceArn: '{field} must be the ARN of an Identity Center instance, {got} ({hint})',
  'instanceArn.next': 'like arn:aws:sso:::instance/ssoins-1234567890abcdef; npm run lookup finds it',
  organizationId: '{field} must be o- and 10 to 32 small letters or digits, {got} ({hint})',
  'organizationId.next': 'aws organizations describe-organization shows it as Id',
  identityStoreId: '{field} must be d- and 10 hexadecimal digits, or a GUID in lower case, {got} ({hint})',
  'identityStoreId.next': 'npm run lookup finds it',
  principalId:
    '{field} must be a GUID in lower case, optionally after 10 hexadecimal digits and a dash, {got} ({hint})',
  'principalId.next': 'the id and not the name; npm run lookup finds it',
  displayName: '{field} must be 1 to 1024 characters on one line, {got} ({hint})',
  'displayName.next': 'the name of the group or user',
  startUrl: '{field} must be an https address without user, query and fragment, {got} ({hint})',
  'startUrl.next': 'like https://NAME.awsapps.com/start; it stands in the settings of Identity Center',
  prefixEnd: '{field} must end with a slash, {got} ({hint})',
  'prefixEnd.next': 'incoming/ and not incoming, which would share incoming-secret as well',
  prefixCharacters: "{field} must hold only letters, digits, spaces and !-_.'&@=;:+,/, {got} ({hint})",
  'prefixCharacters.next':
    'IAM policies take no others, or take * ? $ for something else; copy the objects to another prefix',
  prefixNames:
    '{field} must be at most 1024 characters, of non-empty names between single slashes, none of them . or .., {got} ({hint})',
  'prefixNames.next': 'no slash at the beginning; leave prefixes out to share the whole bucket',
  externalId: '{field} must be 2 to 1224 letters, digits and _+=,.@:/-, {got} ({hint})',
  'externalId.next': 'the vendor generates it, one for each of its customers',
  moment: '{field} must be a moment that exists, in UTC to the second, {got} ({hint})',
  'moment.next': 'like 2027-01-31T00:00:00Z',
  momentBefore1970: '{field} must not be before 1970, {got} ({hint})',
  'momentBefore1970.next': 'time begins then; every moment in the past takes the access away',
  grantRoleArn: '{field} must be the ARN of a role, {got} ({hint})',
  'grantRoleArn.next': 'ask the company for the file again, or correct it',

  // Between fields
  centerOrAssigneesMissing:
    '{field} must be given where {given} is, got nothing (npm run lookup finds both; or leave out both, and the vendor does its half from the handoff)',
  centerAccountMissing:
    "{field} must be given where a vendor has several accounts, got nothing (the account that runs Identity Center: the organization's management account or a delegated administrator)",
  borrowersBesideCenter:
    '{field} must not be a list of ARNs where identityCenter is given, got {value} (people of the permission set could not borrow; leave out one of the two)',
  borrowerElsewhere:
    '{field} must be in an account of the vendor, got {value} (correct it, or add the account to {account})',
  accountWithoutBorrower:
    '{field} must be the account of one of {borrowers}, got {value} (nobody there could assume the role; leave it out, or add its role or user)',
  borrowerTwice:
    '{field} must be another role or user than the others, got {value}, as {earlier} is (leave out one of the two)',
  alsoReadTwice:
    '{field} must be another than the others, got {value}, as {earlier} is (leave out one of the two)',
  assigneeTwice:
    '{field} must be another group or user than the others, got {value}, as {earlier} is (leave out one of the two)',
  accountTwice:
    '{field} must be another account than the others, got {value}, as {earlier} is (one vendor can have several prefixes and assignees)',
  seedKeyTwice:
    '{field} must be another key than the others, got {value}, as {earlier} is (leave out one of the two)',
  nameTwice:
    '{field} must be a name of its own, got {value}, as {earlier} is (stacks are called after it; a first vendor without one is "Vendor")',
  iamNameTwice:
    '{field} must be a name of its own, got {value}, as {earlier} is (IAM wants them unique in the account, whatever their case and path)',
  permissionSetTwice:
    '{field} must be a name of its own, got {value}, as {earlier} is (both vendors are in one organization; give the second permission set another name)',
  bucketOfStack:
    "{field} must be left out where the stack makes the bucket, got {value} (it makes one; set company.bucket to 'existing' to share several that are there)",
  seedsOfExisting:
    "{field} must be [] where company.bucket is 'existing', got {number} (the stack makes the role and its policy, and leaves a bucket that is there as it is)",
  optionOfExisting:
    "{field} must be left out where company.bucket is 'existing', got {value} (the stack makes the role and its policy, and leaves a bucket that is there as it is)",
  keyOfExisting:
    "{field} must be left out where company.bucket is 'existing', got {value} (the stack makes the role and its policy, and leaves a bucket that is there as it is; give the ARN of the bucket's key)",
  keyElsewhere:
    "{field} must be in account {account} and region {region}, got {value} (S3 takes a key of the bucket's region; one of another account has a policy that is not the company's)",
  boundaryElsewhere:
    "{field} must be a policy of account {account} or AWS's own, got {value} (IAM takes no other account's as a boundary)",
  tagKeyInOtherCase:
    '{field} must not have keys that differ in case alone, got {value} beside {earlier} (for IAM both are one key, and no role can have it twice; leave out one of the two)',
  logsIntoShared:
    '{field} must be another bucket than the shared one, got {value} (the vendor could read the logs, and each log would be logged)',
  centersDiffer:
    '{field} must be the same as {earlier}, got {value} and {other} (both have one instanceArn: correct one of them, or its instanceArn)',
  switchRoleLength:
    '{field} must leave path and role name at 64 characters or fewer together, got {value} with {length} (Switch Role in the console takes no more; shorten one of them)',
  prefixCovered:
    '{field} must not be part of another prefix, got {value} ({other} shares it already; leave it out)',
  seedKeyIsFolder:
    '{field} must not be the folder of another seed object, got {value} beside {other} (on the way into the bucket both are files; rename one)',
  ownAccount:
    "{field} must not be the company's own account, got {value} (a role is lent from one account to another; within an account a policy is enough)",
  nameMissing:
    '{field} must be given, got nothing (only the first vendor goes without: like Acme, which gives AcmeVendorStack, or move it back to the first place)',

  // Quotas
  seedSize:
    '{field} must hold at most {most} bytes together, got {bytes} (they are for a first file to try; copy larger ones with aws s3 cp)',
  companyStackSize:
    '{field} must be at most {most}, got {number}: a CloudFormation stack takes {resources} resources, CompanyStack needs {others} and {each} more for each vendor (give the others a bucket and a copy of this project of their own)',
  companyTemplateSize:
    '{field} must leave the template of CompanyStack at {most} bytes or fewer, got up to {bytes} (share fewer or shorter prefixes, or give some vendors a bucket and a copy of this project of their own)',
  vendorStackSize:
    '{field} must be at most {most}, got {number}: a CloudFormation stack takes {resources} resources, and the permission set is one of them (put the users into a group)',
  vendorStackSizeOfAccounts:
    '{field} must be at most {most} in each of {accounts} accounts, got {number}: a CloudFormation stack takes {resources} resources, and the permission set is one of them (put the users into a group)',
  trustPolicySize:
    '{field} must leave the trust policy at {most} characters or fewer, got {length} (shorten it)',
  readPolicySize:
    '{field} must leave the policy {policy} at {most} characters or fewer, got {length} (share fewer or shorter prefixes)',
  permissionSetPolicySize:
    "{field} must leave the permission set's inline policy at {most} characters or fewer, got {length} (shorten it)",

  // Grant files
  grantRoleElsewhere:
    'roleArn must be a role of companyAccount {account}, got {value} (ask the company for the file again, or correct it)',
  grantNotJson:
    'must be JSON, as npm run handoff -- --out wrote it: {reason} (ask the company for the file again, or correct it)',
  grantAsShare: 'as a share, {problem}',
  grantFormat:
    'format must be "vendor-share grant", got {value} (the file is NAME.grant.json of npm run handoff -- --out)',
  grantVersion:
    'version must be 1, got {value} (another release of this project wrote it; use that one, or ask the company for a file of version 1)',
} as const satisfies Messages;
