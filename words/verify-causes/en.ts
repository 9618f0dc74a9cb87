/** What verify says of a cause (`ID.cause`) and of what to do about it (`ID.todo`); a row has variants where facts differ. */
export const en = {
  // What several rows say.
  'just-changed': 'if this was changed in the last minute, run it again; otherwise {todo}',
  'policy-named': '{cause}. AWS names the policy: {policy}',
  'profile-as-it-should-be': 'npm run handoff -- --config prints the profile as it should be',
  'deploy-company':
    'the company’s administrator deploys CompanyStack again. --revert-drift also restores what was changed outside CloudFormation; leave it out if the stack was never deployed',
  'read-company': 'the company’s administrator reads what the role may do',
  'vendor-side.borrowers': 'no policy of {borrowers} allows sts:AssumeRole on {role}',
  'vendor-side.permission-set': 'permission set {permissionSet} does not allow sts:AssumeRole on {role}',
  'vendor-side.own':
    'permission set {permissionSet}, or what the vendor has in its place, does not allow sts:AssumeRole on {role}',

  // Sign in.
  'expired.cause': 'the sign-in has expired',
  'profile-needs-mfa.cause': 'profile "{profile}" has an mfa_serial, and verify cannot ask for a code',
  'profile-needs-mfa.todo':
    'get credentials with the code first (aws sts get-session-token), put them into a profile of their own, and name that profile with --profile',
  'profile-unreadable.cause': 'the AWS CLI cannot get credentials for profile "{profile}" as it is written',
  'wrong-start-url.cause': 'Identity Center does not know the start URL in the region that the profile names',
  'wrong-start-url.todo':
    'compare sso_start_url and sso_region: npm run handoff -- --config prints the profile as it should be',
  'wrong-keys.cause':
    'AWS does not know these credentials: the access key ID, its secret or the session token is wrong',
  'wrong-keys.todo': 'sign in again, or get new ones: {signIn}',
  'bad-profile.cause': 'profile "{profile}" does not say how to get credentials',
  'not-signed-in.cause': 'you are not signed in',
  'bad-profile.todo': 'npm run handoff -- --config prints the sections to paste into ~/.aws/config',
  'wrong-permission-set.cause':
    'the profile asks for permission set {found} in account {account}, and the share is for {permissionSet} in {accounts}',
  'not-assigned.cause': 'permission set {permissionSet} is not assigned to this user in account {accounts}',
  'not-assigned.todo':
    'the user must be one of vendors[{index}].assignees, or a member of such a group. The first command reads the assignment, for the vendor’s administrator. If it finds no fault, the user is not in the group, and the other commands add the user (replace USER-NAME by the name of the user)',
  'not-assigned.todo.handoff':
    'the vendor’s administrator assigns it: deploy the template of the handoff again; the page of the handoff has the command',

  // Assume the role.
  'ended.cause': 'the share ended on {until}, and AWS denies sts:AssumeRole as promised',
  'ended.todo':
    'if it should go on, set vendors[{index}].until in parameters.ts to a later moment and deploy CompanyStack',
  'root-user.cause':
    'profile "{profile}" has access keys of a root user, and AWS lets no root user assume a role',
  'root-user.todo':
    'use the profile of a vendor user who is not the root user; npm run handoff -- --config prints that profile',
  'wrong-mfa-code.cause':
    'AWS did not accept the MFA code: it was mistyped, was used before, or is of another device',
  'wrong-mfa-code.todo':
    'wait for the next code and run it again; if that fails too, compare mfa_serial in profile "{profile}" with the device',
  'wrong-mfa-code.cause.incomplete':
    'AWS asks for both, the serial number of the MFA device and its code, and did not get both',
  'session-duration.cause':
    'profile "{profile}" asks for a session duration (duration_seconds) that AWS does not give for this role',
  'session-duration.todo':
    'delete duration_seconds from the profile: with role chaining, a session lasts one hour at most, whatever the maximum of the role is',
  'wrong-role-setting.cause': 'the {setting} of profile "{profile}" does not have the form that AWS asks for',
  'session-end-unknown.cause':
    'profile "{profile}" has the credentials of a session and does not say when the session ends',
  'session-tags.cause':
    'the session carries session tags, AWS passes them on with AssumeRole, and {role} allows sts:AssumeRole without sts:TagSession',
  'session-tags.todo':
    'the vendor’s administrator makes the tags not transitive, or starts the session without them. To accept them, both sides must allow sts:TagSession, and this share does not',
  'source-identity.cause':
    'the session carries a source identity, AWS passes it on with AssumeRole, and {role} allows sts:AssumeRole without sts:SetSourceIdentity',
  'source-identity.todo':
    'the vendor’s administrator starts the session without a source identity. To accept it, both sides must allow sts:SetSourceIdentity, and this share does not',
  'borrower-denied.cause':
    'a policy of the vendor denies sts:AssumeRole on {role}; a Deny overrides every Allow',
  'borrower-denied.todo':
    'the vendor’s administrator removes that Deny from the vendor’s users, or exempts this role in it; deploying the vendor’s half again does not help',
  'borrower-boundary.cause':
    'the permissions boundary of the vendor’s user or role does not allow sts:AssumeRole on {role}',
  'borrower-boundary.todo': 'the vendor’s administrator allows it in that boundary',
  'trust-denies.cause': 'the trust policy of {role} denies this caller',
  'permission-set-policy.todo': 'the vendor’s administrator restores the inline policy of the permission set',
  'permission-set-policy.todo.handoff':
    'the vendor’s administrator restores it: deploy the template of the handoff again; the page of the handoff has the command',
  'trust-policy.cause': 'the trust policy of {role} does not allow this caller, or the role does not exist',
  'trust-policy.cause.external-id':
    'the trust policy of {role} does not allow this caller or asks for another ExternalId, or the role does not exist',
  'trust-policy.cause.account':
    '{trust}. The trust policy allows the whole vendor account, so it may also be the vendor’s side: {vendor}',
  'trust-policy.todo.account': 'read both sides; each side finds its own fault, and prints what repairs it',
  'trust-policy.todo.account.handoff':
    'the company’s administrator reads the role. The vendor’s administrator restores the vendor’s half: deploy the template of the handoff again; the page of the handoff has the command',
  'cannot-borrow.cause':
    'AWS does not say which: the role does not exist, or does not trust account {accounts} (the company’s side); or {vendor} (the vendor’s side)',
  'cannot-borrow.cause.external-id':
    'AWS does not say which: the role does not exist, or does not trust account {accounts} with this ExternalId (the company’s side); or {vendor} (the vendor’s side)',
  'cannot-borrow.todo':
    'read both sides: the vendor’s administrator reads the permission set, the company’s administrator the role. Each finds the fault of its own side, and prints what repairs it',
  'cannot-borrow.todo.handoff':
    'the company’s administrator reads the role. On the vendor’s side, deploy the template of the handoff again; the page of the handoff has the command',

  // A forbidden call that AWS allowed.
  'external-id-not-required.cause': 'the trust policy of {role} does not require the ExternalId',
  'door-open.cause': 'AWS allowed a call to assume {role} that must be denied: {probe}',
  'bucket-open.cause': 'the policy of bucket {bucket} allows the vendor without the role',
  'role-too-wide.cause': '{role} may do more than read what is shared',
  'role-too-wide.todo':
    'take away what was added to the role or to the bucket policy; the promise is {policy} alone. The company’s administrator sees which statement it is, and what takes it away',

  // Regions.
  'sts-not-active.cause': 'STS is not active in region {region} for account {account}',
  'sts-not-active.cause.unnamed':
    'STS is not active in region {region} for an account that AWS does not name',
  'sts-not-active.todo':
    'an administrator of that account activates it: IAM console, Account settings, Security Token Service, Endpoints. Signing in again does not help',
  'region-not-enabled.cause':
    '{region} is an opt-in region, and AWS accepts no credentials there of an account that has not enabled it: the vendor’s account {vendor}, or the company’s account {company}',
  'region-not-enabled.todo':
    'each side’s administrator checks whether the region is enabled, and enables it in the console under Account, AWS Regions, if it is not (this takes minutes to hours)',
  'region-not-enabled.todo.sign-in':
    'each side’s administrator checks whether the region is enabled, and enables it in the console under Account, AWS Regions, if it is not (this takes minutes to hours). If both have enabled it, the credentials are not valid: {signIn}',

  // Use S3.
  'no-bucket.cause': 'there is no bucket {bucket}',
  'no-bucket.todo.given': 'correct company.bucketName in parameters.ts: the stack creates no bucket',
  'no-other-bucket.cause': 'the company’s account has no bucket of the CDK bootstrap stack to try this with',
  'no-other-bucket.todo':
    'try another bucket of the company by hand: aws s3 ls s3://ITS-NAME --profile {profile} must say AccessDenied',
  'wrong-region.cause': 'bucket {bucket} is not in region {region}',
  'wrong-region.todo':
    'set company.region in parameters.ts to the region of the bucket, and write the handoff again',
  'no-outside-object.cause':
    'there is no known object outside the prefix to try with (S3 gives the same answer for a missing one)',
  'no-outside-object.todo':
    'add one to company.seedObjects in parameters.ts (its key outside every prefix), deploy, and run it again; --deployed proves it without one',
  'no-outside-object.todo.given':
    'parameters.ts names no object of a bucket that is there already, so this cannot be tried; the company proves it without one',
  'no-object.cause': 'the object to read is not there',
  'no-object.todo':
    'put the object back into the bucket: a deployment writes its objects only when they change',
  'no-object.todo.given': 'put an object into the bucket, where the vendor may read: aws s3 cp',
  'archived.cause':
    'the object to read is archived (a Glacier storage class or an archive tier): the role may read it, and nobody can read it until it is restored',
  'archived.todo':
    'the company restores it, which takes minutes to two days, and then runs this again (for an archive tier of Intelligent-Tiering leave out Days=7)',
  'archived.todo.unnamed':
    'the company restores it (aws s3api restore-object), which takes minutes to two days, and then runs this again',
  'key-pending-deletion.cause': 'the KMS key of the data is waiting for its deletion: {said}',
  'key-pending-deletion.todo':
    'the company cancels the deletion in time, and enables the key; without it the data cannot be read again',
  'key-pending-import.cause': 'the KMS key of the data has no key material: {said}',
  'key-pending-import.todo':
    'the company imports the same key material again (aws kms import-key-material); without it the data cannot be read',
  'key-missing.cause': 'the KMS key of the data does not exist any more: {said}',
  'key-missing.todo':
    'what was encrypted with it is lost: the company writes the objects again, with a key that exists',
  'key-unusable.cause': 'the KMS key of the data cannot be used: {said}',
  'key-unusable.todo': 'the company makes the key usable again; S3 decrypts with no other key',
  'key-disabled.todo': 'the company enables the key again; S3 decrypts with no other key',
  'role-boundary.cause': 'the permissions boundary of {role} does not allow it',
  'role-boundary.todo':
    'the company’s administrator sees which boundary it is, and what takes it off; a boundary that is wanted belongs in company.permissionsBoundary of parameters.ts',
  'role-denied.cause':
    'a policy of {role} denies it, and a Deny overrides every Allow. The company may have revoked the sessions that began before a moment',
  'role-denied.todo':
    'sign in again ({signIn}) and assume the role again. If it is still denied, the company means it and knows why: its administrator sees which policy it is',
  'key-of-another-account.cause':
    'the data is encrypted with a KMS key of account {account}, not of the company’s account {company}, and {role} may not use it',
  'key-of-another-account.todo':
    'there are two ways. The administrator of account {account} allows kms:Decrypt to {role} in the key policy, and the company sets company.kmsKey in parameters.ts. Or the company writes the objects again with a key of its own',
  'key-denies.cause': 'the policy of the KMS key {key} does not allow {role} to decrypt',
  'key-denies.cause.stack': 'the policy of the KMS key of the stack does not allow {role} to decrypt',
  'key-denies.todo':
    'the key policy must leave the decision to the policies of the account (Principal: the root of the account). The company’s administrator reads it',
  'key-not-allowed.cause': '{policy} does not allow {role} to decrypt with KMS key {key}',
  'key-not-allowed.cause.other':
    'the data is not encrypted with KMS key {key}, or {role} may not use that key',
  'key-not-allowed.todo':
    '{deploy}. Objects that were written with another key must be copied over themselves',
  'kms.cause': 'the data is encrypted with a KMS key that {role} may not use',
  'kms.todo':
    'set company.kmsKey in parameters.ts to that key, and deploy. Or set the default encryption of the bucket to SSE-S3, then copy each object over itself',
  'bucket-denies-everybody.cause':
    'the policy of bucket {bucket} denies it to the company’s own administrators, too',
  'bucket-denies-everybody.todo':
    'if the policy denies everybody, only the root user of account {company} can repair it: sign in to the console as the root user and delete the bucket policy, then deploy CompanyStack',
  'bucket-denies-everybody.todo.given':
    'if the policy denies everybody, only the root user of account {company} can repair it: sign in to the console as the root user, and delete or replace the bucket policy',
  'bucket-policy.cause': 'the policy of bucket {bucket} denies it',
  'bucket-policy.todo':
    'the company’s administrator reads the bucket policy, and sees what repairs it. If the policy denies everybody, the company’s administrators included, a deployment cannot repair it: only the root user of account {company} can, because it can always delete or replace the bucket policy',
  'bucket-policy.todo.given':
    'whoever maintains the bucket policy decides whether the Deny is meant for this role; the command names it. If the policy denies everybody, the company’s administrators included, only the root user of account {company} can repair it: it can always delete or replace the bucket policy',
  'role-policy.cause': '{policy} is not attached to {role}, or does not allow what it should',
  'denied.todo':
    'the company’s administrator reads both sides of the company, the role and the bucket, and finds the fault',
  'denied.cause':
    'AWS does not say which: {policy} of {role} does not allow it, or the policy of bucket {bucket} denies it',

  // Everywhere.
  'endpoint-policy.cause':
    'the policy of a VPC endpoint in the network where this runs does not allow the call; the share is not the reason',
  'endpoint-policy.todo':
    'the administrator of that network allows the role and the bucket in the policy of its STS and S3 endpoints; or run verify from another network',
  'endpoint-region.cause':
    'the call to region {region} went through a VPC endpoint of another region, which AWS does not support',
  'endpoint-region.todo':
    'run verify from a network in region {region}, or from a network without that endpoint',
  'outsiders-denied.cause':
    'a resource control policy of the company’s organization does not allow the vendor to assume {role}: such a policy often denies sts:AssumeRole to everybody outside the organization',
  'outsiders-denied.todo':
    'the administrator of the company’s organization exempts account {accounts} in that policy; no deployment of this share changes it',
  'organization-denies.cause.resource':
    'a resource control policy of the company’s organization does not allow it',
  'organization-denies.cause.company':
    'a service control policy of the company’s organization does not allow it',
  'organization-denies.cause.vendor':
    'a service control policy of the vendor’s organization does not allow it',
  'organization-denies.todo':
    'the administrator of that organization allows it there, or says that it is meant; no deployment of this share changes it',
  'session-policy.cause':
    'the session of profile "{profile}" was narrowed by a session policy that does not allow it',
  'session-policy.todo':
    'start the session without a session policy (--policy, --policy-arns); npm run handoff -- --config prints the profile as it should be',
  'proves-nothing.cause':
    'AWS answered {code}. It may say this before it checks whether the caller is allowed, so it does not show who may do it: {probe}',
  'unexpected.cause': 'unexpected answer from AWS: {code}',
  'unexpected.todo':
    'run it again; if it stays the same, look the code up in the documentation of the service',
  'unexpected.cause.success': 'unexpected answer from AWS: success',
} as const;
