import type { Messages } from '../speech';

/**
 * What breaks a claim without being a request, in four parts: `headline` what is wrong, `found` what the template or the
 * account holds, `why` it is not as promised, `change` what to do. And what keeps a claim from being decided.
 */
export const en = {
  // What every such failure may say.
  asDeployed: 'as it is deployed',
  asInTemplate: 'as it stands in the template',
  'missing.changeDeployed':
    'Deploy it from these parameters (`npx cdk deploy`, with --revert-drift where it was deleted by hand), or correct the name in parameters.ts.',
  'missing.changeTemplate':
    'Synthesize the templates again from these parameters, or correct the name in parameters.ts.',
  'unpromised.why': 'Nothing of the kind was promised there.',
  'unpromised.change': 'Remove it, or deploy it from another app, whose owner is responsible for it.',
  'unpromisedRole.deployed': 'There is also the role {name} in account {account}.',
  'unpromisedRole.template': 'The templates also make the role {name} in account {account}.',
  'unpromisedSet.deployed': 'There is also the permission set {name} in account {account}.',
  'unpromisedSet.template': 'The templates also make the permission set {name} in account {account}.',

  // Names of policies and resources, as they stand in sentences.
  theRole: 'the role {name}',
  theBucket: 'the bucket {name}',
  theResource: 'the {resource}',
  policiesOfRole: 'policies of {name}',
  policiesOfUser: 'policies of the user {name}',
  policiesOfGroup: 'policies of the group {name}',
  permissionSet: 'permission set {name}',

  // A policy that cannot be read, or not in every part.
  policyProblem: '{policy}: {problem}.',
  partOfPolicy: '{part} ({policy})',
  textNotInTemplates: 'the text of {policy} is not in the templates',
  textNotKnown: 'of {policy}, {problem}',
  tooLarge: '{what}: {problem}',

  // Who gets the permission set.
  'notAssigned.headline': 'The permission set {set} is not assigned to {assignee} in account {account}.',
  'notAssigned.why': 'The share promises that they can assume the role, and there is no such assignment.',
  'notAssigned.change': 'Add the assignment, or remove the assignee from parameters.ts.',
  'alsoAssigned.headline': 'The permission set {set} is also assigned to {type} {id} in account {account}.',
  'alsoAssigned.found': 'PrincipalType {type}, PrincipalId {id}, TargetId {account}, InstanceArn {instance}',
  'alsoAssigned.why':
    'This assignment was not promised: exactly the assignees in parameters.ts get the permission set, in the vendor’s account.',
  'alsoAssigned.change': 'Remove the assignment, or add the assignee to parameters.ts.',

  // The role.
  'noRole.headline': 'There is no role {role}.',
  'noRole.why': 'It is the role that the vendor was promised.',
  roleSeveralTimes: 'the role {role} is in the templates {times} times.',
  'sessionTooLong.headline': 'A session of {role} may last {seconds} seconds.',
  'sessionTooLong.found': 'its MaxSessionDuration is {seconds}',
  'sessionTooLong.why': 'Sessions of one hour were promised.',
  'sessionTooLong.change': 'Set MaxSessionDuration to 3600, or remove it.',
  'noBoundary.headline': 'The role {role} does not have the permissions boundary {boundary}.',
  'noBoundary.found': 'it has no PermissionsBoundary',
  'noBoundary.why': 'The share says that every role of the company has it (company.permissionsBoundary).',
  'noBoundary.change': 'Set its PermissionsBoundary to {arn}.',

  // The permission set.
  'noSet.headline': 'There is no permission set {set} in {instance}.',
  'noSet.why': 'The promised people assume the role with it.',
  setTwice: 'the permission set {set} is there twice.',
  'setCarriesMore.headline': 'The permission set {set} also carries {policy}.',
  'setCarriesMore.why': 'It was promised to carry one inline policy and nothing else.',
  'setCarriesMore.change': 'Remove it from the permission set.',
  'setDuration.headline': 'A sign-in through the permission set {set} lasts {duration}.',
  'setDuration.found': 'its SessionDuration is {duration}',
  'setDuration.why': '{promised} was promised.',
  'setDuration.change': 'Set the session duration that parameters.ts says.',

  // The bucket.
  'noBucket.headline': 'There is no bucket {bucket} in account {account}.',
  'noBucket.why': 'It is the bucket that was promised to be shared.',
  bucketTwice: 'the bucket {bucket} is in the templates more than once.',
  otherRegion:
    'the bucket {bucket} is in {region}, and the share says {promised}: were these templates synthesized from other parameters? Run `npx cdk synth` again.',
  takesAway: 'the bucket {bucket}: {problem}. This may take objects away from the vendor.',
  unusableKey: 'the {resource}: {problem}. Objects of the bucket {bucket} may not be readable with it.',
  'encrypted.headline':
    'Objects in {bucket} are encrypted with {encryption}: a session of the role cannot decrypt them.',
  'encrypted.found': 'its encryption is {encryption}',
  'encrypted.why': 'Reading such an object also needs kms:Decrypt on the key, which is not promised.',
  'encrypted.change':
    'Use S3-managed encryption (AES256), or say which key it is: company.kmsKey in parameters.ts.',
  'otherKey.headline': 'Objects in {bucket} are not encrypted with {key}.',
  'otherKey.headlineOfStack': 'Objects in {bucket} are not encrypted with the key of the stack.',
  'otherKey.found': 'its encryption is {encryption}',
  'otherKey.foundWithKey': 'its encryption is {encryption} with {key}',
  'otherKey.why':
    'The share says that they are (company.kmsKey), and sessions of the role may use no other key.',
  'otherKey.change': 'Encrypt the bucket with that key, or correct company.kmsKey in parameters.ts.',
  'public.headline': 'The bucket {bucket} does not block public access entirely.',
  'public.found': { one: '{settings} is off', other: '{settings} are off' },
  'public.foundNone': 'it has no PublicAccessBlockConfiguration',
  'public.why':
    'The bucket gives nothing to anyone directly, and nobody can make it do so by an ACL or a policy.',
  'public.change': 'Turn on all four settings of PublicAccessBlockConfiguration.',
  'aclsOn.headline': 'ACLs are not switched off on the bucket {bucket}.',
  'aclsOn.found': 'its object ownership is {ownership}',
  'aclsOn.foundNone': 'its object ownership is not set',
  'aclsOn.why': 'An ACL gives access in addition to all policies, and this proof reads policies.',
  'aclsOn.change': 'Set ObjectOwnership to BucketOwnerEnforced.',
  'acl.headline': 'The bucket {bucket} has an ACL: {acl}.',
  'acl.found': 'its ACL is {acl}',
  'acl.why': 'An ACL gives access in addition to all policies, and none was promised.',
  'acl.change': 'Remove the ACL.',

  // What S3 itself gives to others.
  copiedOut:
    'objects of the bucket {bucket} are copied to the bucket {other}, which is not in these templates: whoever reads there gets them.',
  sendsToItself:
    'the bucket {bucket}: {what} into the bucket itself, where the vendor could read it. Use another bucket.',
  sendsToUnknown:
    'the bucket {bucket}: {what} to {to}. It could not be found out which account this belongs to, and whoever can read there gets it.',
  'sends.headline': 'The bucket {bucket} gives something to account {account}: {what} to {to}.',
  'sends.headlineAnother': 'The bucket {bucket} gives something to another account: {what} to {to}.',
  'sends.found': '{what} to {to}, of account {account}',
  'sends.foundAnother': '{what} to {to}, of another account',
  'sends.why': 'The bucket gives outsiders nothing directly, and nothing was promised to that account.',
  'sends.change': 'Remove it from the bucket’s configuration, or send it to account {account}.',
  grantToDirectory:
    'the bucket {bucket}: S3 Access Grants give {permission} on {scope} to the {grantee}, and only the directory says who that is.',
  'grant.headline': 'S3 Access Grants give {permission} on {scope} to {grantee}.',
  'grant.found': 'the access grant {id}',
  'grant.why':
    'The bucket {bucket} gives outsiders nothing directly, and nothing was promised to account {account}.',
  'grant.change':
    'Delete the grant: aws s3control delete-access-grant --account-id {account} --access-grant-id {id}',
  'locked.headline':
    'The bucket policy of {bucket} denies everything, also to its administrators, and also reading and changing the policy.',
  'locked.why':
    'A session of the role is denied as well, unless the policy excepts the role. Nobody whom the policy denies can find that out.',
  'locked.change':
    'Only the root user of account {account} can repair it: S3 lets the root user delete a bucket policy whatever it says (in an organization, the management account can do it through AWS’s root access management, with the task S3UnlockBucketPolicy). Then `npx cdk deploy CompanyStack --profile company --revert-drift` puts back the policy that was promised.',

  // Objects that the stack puts into the bucket.
  copyDoubt: 'what is copied into {bucket}: {problem}.',
  deposit: '{what}: it is put into {bucket}, where the vendor could read it. Use another bucket.',
  'copiedFrom.headline': 'Objects of the bucket {other} are copied into {bucket}.',
  'copiedFrom.found': 'it copies from {other}',
  'copiedFrom.why':
    'The vendor can read all of them, and only the seed objects were promised to be put there.',
  'copiedFrom.change': 'Remove that source.',
  'deletesAtOnce.headline': 'Every deployment deletes what others put into {bucket}.',
  'deletesAtOnce.found': 'its Prune is not false',
  'deletesAtOnce.change': 'Set Prune to false.',
  'deletesLater.headline': 'What others put into {bucket} is deleted when the seed objects are removed.',
  'deletesLater.found': 'its RetainOnDelete is false',
  'deletesLater.change': 'Remove RetainOnDelete.',
  deletesWhy: 'The promised objects are put there, and nothing is taken away.',
  'seedEncrypted.headline':
    'The seed objects are encrypted with {encryption}: a session of the role cannot decrypt them.',
  'seedEncrypted.found': 'its SystemMetadata says so',
  'seedEncrypted.change': 'Remove the encryption from its SystemMetadata.',
  'noSeed.headline': 'The object {key} is not put into the bucket.',
  'noSeed.found': 'nothing in the templates puts it there',
  'noSeed.why': 'It is one of company.seedObjects.',
  'noSeed.change': 'Synthesize the templates again from these parameters.',
  'otherObject.headline': 'The object {key} is put into the bucket.',
  'otherContent.headline': 'The object {key} is put into the bucket with other content than was promised.',
  'otherObject.found': { one: 'it holds {count} byte', other: 'it holds {count} bytes' },
  'otherObject.why': 'The vendor can read it, and only company.seedObjects were promised to be put there.',
  'otherObject.change': 'Remove it, or put it into company.seedObjects.',

  // What remains when a stack is deleted, or when another resource takes the place of one.
  'stays.deleted': '{type} {logicalId} stays when its stack is deleted.',
  'stays.replaced': '{type} {logicalId} stays when another takes its place.',
  'stays.found': 'its {attribute} is {value}',
  'stays.why': 'It gives access, and whoever has the access keeps it after the share has ended.',
  'stays.change': 'Remove the {attribute}, or set it to Delete (in CDK: RemovalPolicy.DESTROY).',
  'keptBucket.deleted': 'The bucket {bucket} is kept when its stack is deleted.',
  'keptBucket.replaced': 'The bucket {bucket} is kept when another takes its place.',
  'keptBucket.found': 'its {attribute} means that it is kept',
  'deletedBucket.deleted': 'The bucket {bucket} is deleted when its stack is deleted.',
  'deletedBucket.replaced': 'The bucket {bucket} is deleted when another takes its place.',
  'deletedBucket.found': 'its {attribute} means that it is deleted',
  'fate.why': 'The share says: {promised} (company.whenStackIsDeleted).',
  'fate.change': 'Set its {attribute} to {value}, or correct company.whenStackIsDeleted in parameters.ts.',
  'emptied.headline': 'All objects in the bucket {bucket} are deleted when its stack is deleted.',
  'emptied.found': 'a function empties the bucket',
  'emptied.change':
    'Remove it (in CDK: autoDeleteObjects), or correct company.whenStackIsDeleted in parameters.ts.',
  'deletedKey.deleted': 'The {resource} is deleted when its stack is deleted.',
  'deletedKey.replaced': 'The {resource} is deleted when another takes its place.',
  'deletedKey.found': 'its {attribute} means that it is deleted',
  'deletedKey.why': 'The bucket {bucket} is kept, and nobody can read its objects without the key.',
  'deletedKey.change': 'Set its {attribute} to Retain.',
} as const satisfies Messages;
