import type { ProofReport } from '../../tools/proof/report/report';
import { failureRows, unjudgedText } from '../../tools/proof/report/rows';

/** All that a report says of what is wrong, a line for each thing. */
export function inFull({ claims, failures, refusals, readBothWays }: ProofReport): string {
  return [
    claims.map(({ id, result }) => `${id} ${result}`).join(', '),
    ...failures.flatMap((failure) => [
      `✘ ${failure.headline}`,
      ...failureRows(failure).map(([label, text]) => `  ${label}: ${text}`),
    ]),
    ...refusals.map((one) => `? ${unjudgedText(one)}`),
    ...readBothWays.map((part) => `both ways: ${part}`),
  ].join('\n');
}

/** What is said of each of the tampered templates, by what was done to it. */
export const IN_FULL: Readonly<Record<string, string>> = {
  'a session of twelve hours': `outsiders holds, borrowers broken, permission-set holds, it-works holds
✘ A session of VendorAccessRole may last 43200 seconds.
  found in: its MaxSessionDuration is 43200 (CompanyStack/VendorAccessRole/Resource, VendorAccessRole5980B812 in CompanyStack)
  reason: Sessions of one hour were promised.
  change: Set MaxSessionDuration to 3600, or remove it.`,

  'a session of twelve hours, in quotes': `outsiders holds, borrowers broken, permission-set holds, it-works holds
✘ A session of VendorAccessRole may last 43200 seconds.
  found in: its MaxSessionDuration is 43200 (CompanyStack/VendorAccessRole/Resource, VendorAccessRole5980B812 in CompanyStack)
  reason: Sessions of one hour were promised.
  change: Set MaxSessionDuration to 3600, or remove it.`,

  'ec2 trusted': `outsiders broken, borrowers holds, permission-set holds, it-works holds
✘ The service ec2.amazonaws.com can assume arn:aws:iam::111111111111:role/VendorAccessRole.
  caller: The service ec2.amazonaws.com
  action: sts:AssumeRole
  resource: arn:aws:iam::111111111111:role/VendorAccessRole
  allowed by: trust policy of VendorAccessRole, statement 2: Principal ec2.amazonaws.com matches the caller (CompanyStack/VendorAccessRole/Resource, VendorAccessRole5980B812 in CompanyStack)
  reason: This was not promised. The role is lent to account 222222222222 only.
  change: Take the principal out of this statement, or promise it in parameters.ts.`,

  'an account by a pattern': `outsiders unknown, borrowers holds, permission-set holds, it-works unknown
? trust policy of VendorAccessRole: Statement[1].Principal.AWS must be "*" or hold no wildcard at all, got "arn:aws:iam::*:root". (CompanyStack/VendorAccessRole/Resource, VendorAccessRole5980B812 in CompanyStack)`,

  'any role of any account by a pattern': `outsiders unknown, borrowers holds, permission-set holds, it-works unknown
? trust policy of VendorAccessRole: Statement[1].Principal.AWS must be "*" or hold no wildcard at all, got "arn:aws:iam::*:role/Vendor". (CompanyStack/VendorAccessRole/Resource, VendorAccessRole5980B812 in CompanyStack)`,

  'everybody whose account begins like the vendor’s': `outsiders broken, borrowers holds, permission-set holds, it-works holds
✘ A session of the role arn:aws:iam::222222222220:role/a can assume arn:aws:iam::111111111111:role/VendorAccessRole.
  caller: arn:aws:sts::222222222220:assumed-role/a/any-session
  action: sts:AssumeRole
  resource: arn:aws:iam::111111111111:role/VendorAccessRole
  context: aws:PrincipalAccount = 222222222220
  allowed by: trust policy of VendorAccessRole, statement 2: Principal * matches the caller (CompanyStack/VendorAccessRole/Resource, VendorAccessRole5980B812 in CompanyStack)
  reason: This was not promised. The role is lent to account 222222222222 only.
  change: Take the principal out of this statement, or promise it in parameters.ts.`,

  'everybody but a stranger’s account': `outsiders broken, borrowers holds, permission-set holds, it-works holds
✘ A session of the role arn:aws:iam::999999999999:role/AnyRole can assume arn:aws:iam::111111111111:role/VendorAccessRole.
  caller: arn:aws:sts::999999999999:assumed-role/AnyRole/any-session
  action: sts:AssumeRole
  resource: arn:aws:iam::111111111111:role/VendorAccessRole
  context: aws:PrincipalAccount = 999999999999
  allowed by: trust policy of VendorAccessRole, statement 2: Principal * matches the caller (CompanyStack/VendorAccessRole/Resource, VendorAccessRole5980B812 in CompanyStack)
  reason: This was not promised. The role is lent to account 222222222222 only.
  change: Take the principal out of this statement, or promise it in parameters.ts.`,

  'one session by name': `outsiders broken, borrowers holds, permission-set holds, it-works holds
✘ A session of the role arn:aws:iam::333333333333:role/Reader can assume arn:aws:iam::111111111111:role/VendorAccessRole.
  caller: arn:aws:sts::333333333333:assumed-role/Reader/eve
  action: sts:AssumeRole
  resource: arn:aws:iam::111111111111:role/VendorAccessRole
  allowed by: trust policy of VendorAccessRole, statement 2: Principal arn:aws:sts::333333333333:assumed-role/Reader/eve matches the caller (CompanyStack/VendorAccessRole/Resource, VendorAccessRole5980B812 in CompanyStack)
  reason: This was not promised. The role is lent to account 222222222222 only.
  change: Take the principal out of this statement, or promise it in parameters.ts.`,

  'everybody after a date, which is asked of the caller': `outsiders unknown, borrowers holds, permission-set holds, it-works unknown
? trust policy of VendorAccessRole: aws:PrincipalArn is compared as string and date: values of one key are divided into classes in one way only. Use one kind of operator for it. (CompanyStack/VendorAccessRole/Resource, VendorAccessRole5980B812 in CompanyStack)`,

  'a stranger by the unique id of his user, in whose place AWS puts him': `outsiders unknown, borrowers unknown, permission-set unknown, it-works unknown
? trust policy of VendorAccessRole: AIDACKCEVSQ6C2EXAMPLE is the unique id of a role or user, and whose that is cannot be known. Name it by its ARN instead. (CompanyStack/VendorAccessRole/Resource, VendorAccessRole5980B812 in CompanyStack)`,

  'a stranger by the unique id of his role, in the policy of another bucket': `outsiders unknown, borrowers unknown, permission-set unknown, it-works unknown
? bucket policy of company-logs: AROACKCEVSQ6C2EXAMPLE is the unique id of a role or user, and whose that is cannot be known. Name it by its ARN instead. (CompanyStack, LogsPolicy)`,

  'a stranger by the unique id of his user, in the policy of a topic': `outsiders unknown, borrowers unknown, permission-set unknown, it-works unknown
? policy of the topic alarms: AIDACKCEVSQ6C2EXAMPLE is the unique id of a role or user, and whose that is cannot be known. Name it by its ARN instead. (CompanyStack, Policy)`,

  'a user who signed in with GetSessionToken, whose requests say when': `outsiders broken, borrowers holds, permission-set holds, it-works holds
✘ The user arn:aws:iam::333333333333:user/eve can assume arn:aws:iam::111111111111:role/VendorAccessRole.
  caller: arn:aws:iam::333333333333:user/eve
  action: sts:AssumeRole
  resource: arn:aws:iam::111111111111:role/VendorAccessRole
  context: aws:TokenIssueTime = something-else
  allowed by: trust policy of VendorAccessRole, statement 2: Principal arn:aws:iam::333333333333:user/eve matches the caller (CompanyStack/VendorAccessRole/Resource, VendorAccessRole5980B812 in CompanyStack)
  reason: This was not promised. The role is lent to account 222222222222 only.
  change: Take the principal out of this statement, or promise it in parameters.ts.`,

  'a service that a condition names and no principal does, which reads the bucket': `outsiders broken, borrowers holds, permission-set holds, it-works holds
✘ The service cloudtrail.amazonaws.com can do s3:GetObject on arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt.
  caller: The service cloudtrail.amazonaws.com
  action: s3:GetObject
  resource: arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt
  context: aws:SecureTransport = true
  context: s3:TlsVersion = 1.2
  context: aws:PrincipalServiceName = cloudtrail.amazonaws.com
  allowed by: bucket policy of company-shared-data-bucket-12345, statement 3: Principal * matches the caller (CompanyStack/Bucket/Policy/Resource, BucketPolicyE9A3008A in CompanyStack)
  reason: This was not promised. No AWS service was promised to read the shared bucket.
  change: Take the principal out of this statement, or promise it in parameters.ts.`,

  'services whose name begins alike, and of which nobody knows what they do': `outsiders broken, borrowers holds, permission-set holds, it-works holds
✘ The service ec2.amazonaws.com can assume arn:aws:iam::111111111111:role/VendorAccessRole.
  caller: The service ec2.amazonaws.com
  action: sts:AssumeRole
  resource: arn:aws:iam::111111111111:role/VendorAccessRole
  context: aws:PrincipalServiceName = ec2.amazonaws.com
  allowed by: trust policy of VendorAccessRole, statement 2: Principal * matches the caller (CompanyStack/VendorAccessRole/Resource, VendorAccessRole5980B812 in CompanyStack)
  reason: This was not promised. The role is lent to account 222222222222 only.
  change: Take the principal out of this statement, or promise it in parameters.ts.
? It cannot be told whether ec2a.amazonaws.com calls for the company only when it does sts:AssumeRole. (CompanyStack, Other)`,

  'a federation, let in where it may be a service, because its requests may not say': `outsiders broken, borrowers holds, permission-set holds, it-works holds
✘ Somebody signed in through accounts.google.com can do sts:AssumeRoleWithWebIdentity on arn:aws:iam::111111111111:role/VendorAccessRole.
  caller: Somebody signed in through accounts.google.com
  action: sts:AssumeRoleWithWebIdentity
  resource: arn:aws:iam::111111111111:role/VendorAccessRole
  context: aws:PrincipalIsAWSService = true
  allowed by: trust policy of VendorAccessRole, statement 2: Principal accounts.google.com matches the caller (CompanyStack/VendorAccessRole/Resource, VendorAccessRole5980B812 in CompanyStack)
  reason: This was not promised. The role is lent to account 222222222222 only.
  change: Take the principal out of this statement, or promise it in parameters.ts.`,

  'the role a second time': `outsiders unknown, borrowers unknown, permission-set unknown, it-works unknown
? AWS::IAM::Role VendorAccessRole is in the templates more than once. (CompanyStack, Again)
? the role arn:aws:iam::111111111111:role/VendorAccessRole is in the templates 2 times. (CompanyStack/VendorAccessRole/Resource, VendorAccessRole5980B812 in CompanyStack)`,

  'one of its actions spelt as a number': `outsiders holds, borrowers unknown, permission-set holds, it-works unknown
? VendorS3AccessPolicy: Statement[2].Action must be a string or a list of strings, got 5. (CompanyStack/VendorAccessRole/ReadPolicy, VendorAccessRoleReadPolicy214BAB46 in CompanyStack)`,

  'ACLs switched on': `outsiders broken, borrowers holds, permission-set holds, it-works holds
✘ ACLs are not switched off on the bucket company-shared-data-bucket-12345.
  found in: its object ownership is ObjectWriter (CompanyStack/Bucket/Resource, Bucket83908E77 in CompanyStack)
  reason: An ACL gives access in addition to all policies, and this proof reads policies.
  change: Set ObjectOwnership to BucketOwnerEnforced.`,

  'no word about ACLs': `outsiders broken, borrowers holds, permission-set holds, it-works holds
✘ ACLs are not switched off on the bucket company-shared-data-bucket-12345.
  found in: its object ownership is not set (CompanyStack/Bucket/Resource, Bucket83908E77 in CompanyStack)
  reason: An ACL gives access in addition to all policies, and this proof reads policies.
  change: Set ObjectOwnership to BucketOwnerEnforced.`,

  'objects encrypted with a key': `outsiders holds, borrowers holds, permission-set holds, it-works broken
✘ Objects in company-shared-data-bucket-12345 are encrypted with aws:kms: a session of the role cannot decrypt them.
  found in: its encryption is aws:kms (CompanyStack/Bucket/Resource, Bucket83908E77 in CompanyStack)
  reason: Reading such an object also needs kms:Decrypt on the key, which is not promised.
  change: Use S3-managed encryption (AES256), or say which key it is: company.kmsKey in parameters.ts.`,

  'the bucket a second time': `outsiders unknown, borrowers unknown, permission-set unknown, it-works unknown
? the bucket company-shared-data-bucket-12345 is in the templates more than once. (CompanyStack, Again)`,

  'another name for it, and that one twice': `outsiders unknown, borrowers broken, permission-set unknown, it-works broken
✘ A session of the role arn:aws:iam::111111111111:role/VendorAccessRole can do s3:ListBucket on arn:aws:s3:::company-shared-data-bucket-12345.
  caller: arn:aws:sts::111111111111:assumed-role/VendorAccessRole/VendorTestSession
  action: s3:ListBucket
  resource: arn:aws:s3:::company-shared-data-bucket-12345
  context: aws:SecureTransport = true
  context: s3:TlsVersion = 1.1
  allowed by: VendorS3AccessPolicy, AllowS3BucketListAccess: it has no condition (CompanyStack/VendorAccessRole/ReadPolicy, VendorAccessRoleReadPolicy214BAB46 in CompanyStack)
  reason: This was not promised. The bucket is reached over TLS 1.2 or later only.
  change: Put the Deny back into the policy of the bucket (enforceSSL and minimumTLSVersion in lib/company-stack.ts).
✘ A session of the role arn:aws:iam::111111111111:role/VendorAccessRole can do s3:GetObject on arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt.
  caller: arn:aws:sts::111111111111:assumed-role/VendorAccessRole/VendorTestSession
  action: s3:GetObject
  resource: arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt
  context: aws:SecureTransport = true
  context: s3:TlsVersion = 1.1
  allowed by: VendorS3AccessPolicy, AllowS3ObjectReadAccess: it has no condition (CompanyStack/VendorAccessRole/ReadPolicy, VendorAccessRoleReadPolicy214BAB46 in CompanyStack)
  reason: This was not promised. The bucket is reached over TLS 1.2 or later only.
  change: Put the Deny back into the policy of the bucket (enforceSSL and minimumTLSVersion in lib/company-stack.ts).
✘ There is no bucket company-shared-data-bucket-12345 in account 111111111111.
  reason: It is the bucket that was promised to be shared.
  change: Synthesize the templates again from these parameters, or correct the name in parameters.ts.
? the bucket company-logs is in the templates more than once. (CompanyStack, Logs)`,

  'a second policy': `outsiders unknown, borrowers unknown, permission-set unknown, it-works unknown
? AWS::S3::Bucket Bucket83908E77: it has two bucket policies, of which only one would be in force. (CompanyStack/Bucket/Resource, Bucket83908E77 in CompanyStack)`,

  'a lifecycle rule with a single transition': `outsiders holds, borrowers holds, permission-set holds, it-works unknown
? the bucket company-shared-data-bucket-12345: its LifecycleConfiguration moves objects to DEEP_ARCHIVE. This may take objects away from the vendor. (CompanyStack/Bucket/Resource, Bucket83908E77 in CompanyStack)`,

  'the analysis of another bucket put into it': `outsiders holds, borrowers unknown, permission-set holds, it-works holds
? the analysis of the bucket company-logs: it is put into company-shared-data-bucket-12345, where the vendor could read it. Use another bucket. (CompanyStack, Logs)`,

  'an analysis that goes to no bucket': `outsiders unknown, borrowers unknown, permission-set unknown, it-works unknown
? AWS::S3::Bucket Logs: its BucketArn must be the ARN of a bucket, got arn:aws:sqs:ap-northeast-1:111111111111:jobs. (CompanyStack, Logs)`,

  'nine services by way of which a request may come': `outsiders holds, borrowers unknown, permission-set holds, it-works unknown
? policies of VendorAccessRole: telling all values of aws:CalledVia apart needs more than 8 kinds of values in one request; it is compared with a.amazonaws.com, b.amazonaws.com, c.amazonaws.com and others. Compare it with fewer values. (CompanyStack/VendorAccessRole/Resource, VendorAccessRole5980B812 in CompanyStack)`,

  'a Deny under twenty conditions': `outsiders holds, borrowers unknown, permission-set holds, it-works unknown
? policies of VendorAccessRole: telling all requests apart needs more than 200000 classes; among what costs most: aws:SecureTransport, s3:TlsVersion, aws:principaltag/a. Use fewer conditions and wildcards. (CompanyStack/VendorAccessRole/Resource, VendorAccessRole5980B812 in CompanyStack)`,

  'one key compared as a number and as text': `outsiders holds, borrowers unknown, permission-set holds, it-works unknown
? policies of VendorAccessRole: s3:TlsVersion is compared as number and string: values of one key are divided into classes in one way only. Use one kind of operator for it. (CompanyStack/VendorAccessRole/Resource, VendorAccessRole5980B812 in CompanyStack)`,

  'a sign-in of twelve hours': `outsiders holds, borrowers holds, permission-set broken, it-works holds
✘ A sign-in through the permission set AllowAssumeCompanyRole lasts PT12H.
  found in: its SessionDuration is PT12H (VendorStack/PermissionSet/Resource, PermissionSet236DCE1D in VendorStack)
  reason: PT1H was promised.
  change: Set the session duration that parameters.ts says.`,

  'a customer managed policy on it': `outsiders holds, borrowers holds, permission-set broken, it-works holds
✘ The permission set AllowAssumeCompanyRole also carries the customer managed policy {"Name":"More"}.
  found in: the customer managed policy {"Name":"More"} (VendorStack/PermissionSet/Resource, PermissionSet236DCE1D in VendorStack)
  reason: It was promised to carry one inline policy and nothing else.
  change: Remove it from the permission set.`,

  'a boundary on it': `outsiders holds, borrowers holds, permission-set broken, it-works holds
✘ The permission set AllowAssumeCompanyRole also carries the permissions boundary {"ManagedPolicyArn":"arn:aws:iam::aws:policy/ReadOnlyAccess"}.
  found in: the permissions boundary {"ManagedPolicyArn":"arn:aws:iam::aws:policy/ReadOnlyAccess"} (VendorStack/PermissionSet/Resource, PermissionSet236DCE1D in VendorStack)
  reason: It was promised to carry one inline policy and nothing else.
  change: Remove it from the permission set.`,

  'the permission set a second time': `outsiders holds, borrowers holds, permission-set unknown, it-works unknown
? the permission set AllowAssumeCompanyRole is there twice. (VendorStack, Again)`,

  'no policy in it': `outsiders holds, borrowers holds, permission-set holds, it-works broken
✘ A session of the role arn:aws:iam::222222222222:role/aws-reserved/sso.amazonaws.com/ap-northeast-1/AWSReservedSSO_AllowAssumeCompanyRole_0123456789abcdef cannot assume arn:aws:iam::111111111111:role/VendorAccessRole, which was promised.
  caller: arn:aws:sts::222222222222:assumed-role/AWSReservedSSO_AllowAssumeCompanyRole_0123456789abcdef/any-user
  action: sts:AssumeRole
  resource: arn:aws:iam::111111111111:role/VendorAccessRole
  reason: It was promised, but no policy of the caller allows it.
  change: Make the statement allow it as the share says, or correct the share in parameters.ts.`,

  'an assignment to what is no account': `outsiders unknown, borrowers unknown, permission-set unknown, it-works unknown
? AWS::SSO::Assignment PermissionSetGROUPa1b2c3d4567890abcdef1111222233332222222222222BDFDB74: its TargetType must be AWS_ACCOUNT, got AWS_OU. (VendorStack/PermissionSet/GROUP-a1b2c3d4-5678-90ab-cdef-111122223333-222222222222, PermissionSetGROUPa1b2c3d4567890abcdef1111222233332222222222222BDFDB74 in VendorStack)`,

  'an assignment to the user of that id': `outsiders holds, borrowers holds, permission-set broken, it-works broken
✘ The permission set AllowAssumeCompanyRole is also assigned to USER a1b2c3d4-5678-90ab-cdef-111122223333 in account 222222222222.
  found in: PrincipalType USER, PrincipalId a1b2c3d4-5678-90ab-cdef-111122223333, TargetId 222222222222, InstanceArn arn:aws:sso:::instance/ssoins-1234567890abcdef (VendorStack/PermissionSet/GROUP-a1b2c3d4-5678-90ab-cdef-111122223333-222222222222, PermissionSetGROUPa1b2c3d4567890abcdef1111222233332222222222222BDFDB74 in VendorStack)
  reason: This assignment was not promised: exactly the assignees in parameters.ts get the permission set, in the vendor’s account.
  change: Remove the assignment, or add the assignee to parameters.ts.
✘ The permission set AllowAssumeCompanyRole is not assigned to the group Analysts (a1b2c3d4-5678-90ab-cdef-111122223333) in account 222222222222.
  reason: The share promises that they can assume the role, and there is no such assignment.
  change: Add the assignment, or remove the assignee from parameters.ts.`,

  'an assignment to another group': `outsiders holds, borrowers holds, permission-set broken, it-works broken
✘ The permission set AllowAssumeCompanyRole is also assigned to GROUP ffffffff-5678-90ab-cdef-111122223333 in account 222222222222.
  found in: PrincipalType GROUP, PrincipalId ffffffff-5678-90ab-cdef-111122223333, TargetId 222222222222, InstanceArn arn:aws:sso:::instance/ssoins-1234567890abcdef (VendorStack/PermissionSet/GROUP-a1b2c3d4-5678-90ab-cdef-111122223333-222222222222, PermissionSetGROUPa1b2c3d4567890abcdef1111222233332222222222222BDFDB74 in VendorStack)
  reason: This assignment was not promised: exactly the assignees in parameters.ts get the permission set, in the vendor’s account.
  change: Remove the assignment, or add the assignee to parameters.ts.
✘ The permission set AllowAssumeCompanyRole is not assigned to the group Analysts (a1b2c3d4-5678-90ab-cdef-111122223333) in account 222222222222.
  reason: The share promises that they can assume the role, and there is no such assignment.
  change: Add the assignment, or remove the assignee from parameters.ts.`,

  'an assignment in another instance': `outsiders holds, borrowers holds, permission-set broken, it-works broken
✘ The permission set AllowAssumeCompanyRole is also assigned to GROUP a1b2c3d4-5678-90ab-cdef-111122223333 in account 222222222222.
  found in: PrincipalType GROUP, PrincipalId a1b2c3d4-5678-90ab-cdef-111122223333, TargetId 222222222222, InstanceArn arn:aws:sso:::instance/ssoins-0000000000000000 (VendorStack/PermissionSet/GROUP-a1b2c3d4-5678-90ab-cdef-111122223333-222222222222, PermissionSetGROUPa1b2c3d4567890abcdef1111222233332222222222222BDFDB74 in VendorStack)
  reason: This assignment was not promised: exactly the assignees in parameters.ts get the permission set, in the vendor’s account.
  change: Remove the assignment, or add the assignee to parameters.ts.
✘ The permission set AllowAssumeCompanyRole is not assigned to the group Analysts (a1b2c3d4-5678-90ab-cdef-111122223333) in account 222222222222.
  reason: The share promises that they can assume the role, and there is no such assignment.
  change: Add the assignment, or remove the assignee from parameters.ts.`,

  'the assignment twice': `outsiders holds, borrowers holds, permission-set broken, it-works holds
✘ The permission set AllowAssumeCompanyRole is also assigned to GROUP a1b2c3d4-5678-90ab-cdef-111122223333 in account 222222222222.
  found in: PrincipalType GROUP, PrincipalId a1b2c3d4-5678-90ab-cdef-111122223333, TargetId 222222222222, InstanceArn arn:aws:sso:::instance/ssoins-1234567890abcdef (VendorStack, Again)
  reason: This assignment was not promised: exactly the assignees in parameters.ts get the permission set, in the vendor’s account.
  change: Remove the assignment, or add the assignee to parameters.ts.`,

  "a policy in the vendor's account for a role of that name": `outsiders unknown, borrowers unknown, permission-set unknown, it-works unknown
? Stray is attached to the role VendorAccessRole, which is not in these templates: who can use it is not known. (VendorStack, Stray)`,

  "a role in the vendor's account": `outsiders broken, borrowers holds, permission-set holds, it-works holds
✘ The templates also make the role Another in account 222222222222.
  found in: as it stands in the template (VendorStack, Another)
  reason: Nothing of the kind was promised there.
  change: Remove it, or deploy it from another app, whose owner is responsible for it.`,

  'another bucket open to everybody by an ACL': `outsiders broken, borrowers holds, permission-set holds, it-works holds
✘ The bucket company-logs has an ACL: PublicRead.
  found in: its ACL is PublicRead (CompanyStack, Logs)
  reason: An ACL gives access in addition to all policies, and none was promised.
  change: Remove the ACL.`,

  'another bucket open to everybody by its policy': `outsiders broken, borrowers holds, permission-set holds, it-works holds
✘ A session of the role arn:aws:iam::999999999999:role/AnyRole can do s3:GetObject on arn:aws:s3:::company-logs/test-data.txt.
  caller: arn:aws:sts::999999999999:assumed-role/AnyRole/any-session
  action: s3:GetObject
  resource: arn:aws:s3:::company-logs/test-data.txt
  allowed by: bucket policy of company-logs, statement 1: Principal * matches the caller (CompanyStack, LogsPolicy)
  reason: This was not promised. Only the company may use the bucket company-logs.
  change: Take the principal out of this statement, or promise it in parameters.ts.`,

  'another bucket open to whoever does not sign in': `outsiders broken, borrowers holds, permission-set holds, it-works holds
✘ Anyone, without signing in, can do s3:GetObject on arn:aws:s3:::company-logs/test-data.txt.
  caller: Anyone, without signing in
  action: s3:GetObject
  resource: arn:aws:s3:::company-logs/test-data.txt
  context: aws:PrincipalAccount = anonymous
  allowed by: bucket policy of company-logs, statement 1: Principal * matches the caller (CompanyStack, LogsPolicy)
  reason: This was not promised. Only the company may use the bucket company-logs.
  change: Take the principal out of this statement, or promise it in parameters.ts.`,

  'another bucket open to a session of the lent role by name': `outsiders broken, borrowers holds, permission-set holds, it-works holds
✘ A session of the role arn:aws:iam::111111111111:role/VendorAccessRole can do s3:GetObject on arn:aws:s3:::company-logs/test-data.txt.
  caller: arn:aws:sts::111111111111:assumed-role/VendorAccessRole/eve
  action: s3:GetObject
  resource: arn:aws:s3:::company-logs/test-data.txt
  allowed by: bucket policy of company-logs, statement 1: Principal arn:aws:sts::111111111111:assumed-role/VendorAccessRole/eve matches the caller (CompanyStack, LogsPolicy)
  reason: This was not promised. Only the company may use the bucket company-logs.
  change: Take the principal out of this statement, or promise it in parameters.ts.`,

  'another bucket open to a user that has no policy': `outsiders broken, borrowers holds, permission-set holds, it-works holds
✘ The user arn:aws:iam::111111111111:user/bob can do s3:GetObject on arn:aws:s3:::company-logs/test-data.txt.
  caller: arn:aws:iam::111111111111:user/bob
  action: s3:GetObject
  resource: arn:aws:s3:::company-logs/test-data.txt
  allowed by: bucket policy of company-logs, statement 1: Principal arn:aws:iam::111111111111:user/bob matches the caller (CompanyStack, LogsPolicy)
  reason: This was not promised. Only the company may use the bucket company-logs.
  change: Take the principal out of this statement, or promise it in parameters.ts.`,

  'a user who may do little of what its policy says': `outsiders broken, borrowers holds, permission-set holds, it-works holds
✘ The user arn:aws:iam::111111111111:user/bob can do s3:GetObject on arn:aws:s3:::company-shared-data-bucket-12345/odd/example.
  caller: arn:aws:iam::111111111111:user/bob
  action: s3:GetObject
  resource: arn:aws:s3:::company-shared-data-bucket-12345/odd/example
  allowed by: All, statement 1: Action * matches s3:GetObject (CompanyStack, Bob)
  : Bound, statement 1: Action s3:GetObject matches s3:GetObject (CompanyStack, Bound)
  reason: This was not promised. No user is part of the promise.
  change: Take these statements out of the policies.`,

  'a group with a policy': `outsiders broken, borrowers holds, permission-set holds, it-works holds
✘ A member of the group arn:aws:iam::111111111111:group/all can do iam:CreateUser on arn:aws:iam::111111111111:role/AnotherRole.
  caller: arn:aws:iam::111111111111:group/all
  action: iam:CreateUser
  resource: arn:aws:iam::111111111111:role/AnotherRole
  allowed by: All, statement 1: Action iam:* matches iam:CreateUser (CompanyStack, All)
  reason: This was not promised. No group is part of the promise.
  change: Take this statement out of the policy.`,

  'a user in a group of elsewhere': `outsiders unknown, borrowers unknown, permission-set unknown, it-works unknown
? the group admins is not in these templates: what it gives is not known. (CompanyStack, Bob)`,

  'somebody put into a group of elsewhere': `outsiders unknown, borrowers unknown, permission-set unknown, it-works unknown
? the group admins is not in these templates: what it gives is not known. (CompanyStack, More)`,

  'an access point open to another account': `outsiders broken, borrowers holds, permission-set holds, it-works holds
✘ A session of the role arn:aws:iam::333333333333:role/AnyRole can do s3:GetObject on arn:aws:s3:ap-northeast-1:111111111111:accesspoint/point/object/example.
  caller: arn:aws:sts::333333333333:assumed-role/AnyRole/any-session
  action: s3:GetObject
  resource: arn:aws:s3:ap-northeast-1:111111111111:accesspoint/point/object/example
  allowed by: policy of the access point Point, statement 1: Principal account 333333333333 matches the caller (CompanyStack, Point)
  reason: This was not promised. Only the company may use the access point Point.
  change: Take the principal out of this statement, or promise it in parameters.ts.`,

  'a function that everybody may call': `outsiders broken, borrowers holds, permission-set holds, it-works holds
✘ A session of the role arn:aws:iam::999999999999:role/AnyRole can do lambda:InvokeFunction on *.
  caller: arn:aws:sts::999999999999:assumed-role/AnyRole/any-session
  action: lambda:InvokeFunction
  resource: *
  allowed by: permission Call on the Lambda function copier, statement 1: Principal * matches the caller (CompanyStack, Call)
  reason: This was not promised. Only the company may use the Lambda function copier.
  change: Take the principal out of this statement, or promise it in parameters.ts.`,

  'a resource that is text': `outsiders unknown, borrowers unknown, permission-set unknown, it-works unknown
? Text is not a resource that can be read: "AWS::IAM::Role". (CompanyStack, Text)`,

  'a resource without a type': `outsiders unknown, borrowers unknown, permission-set unknown, it-works unknown
? Nothing is not a resource that can be read: {"Properties":{}}. (CompanyStack, Nothing)`,

  'a macro in a list, among what gives nothing': `outsiders unknown, borrowers unknown, permission-set unknown, it-works unknown
? the template of CompanyStack has an Fn::Transform, which can change what is deployed.`,

  'a function of another account for the seed objects': `outsiders unknown, borrowers unknown, permission-set unknown, it-works unknown
? Custom::CDKBucketDeployment SeedObjectsDeploymentCustomResource6062C4C0: its ServiceToken arn:aws:lambda:ap-northeast-1:999999999999:function:theirs is no Lambda function of this assembly. (CompanyStack/SeedObjects/Deployment/CustomResource/Default, SeedObjectsDeploymentCustomResource6062C4C0 in CompanyStack)`,

  'an attribute of what is not there': `outsiders unknown, borrowers unknown, permission-set unknown, it-works unknown
? AWS::IAM::ManagedPolicy VendorAccessRoleReadPolicy214BAB46: its PolicyDocument cannot be known: Fn::GetAtt Nowhere.Arn: CompanyStack has no such resource. (CompanyStack/VendorAccessRole/ReadPolicy, VendorAccessRoleReadPolicy214BAB46 in CompanyStack)`,

  'the name of what only a deployment names': `outsiders holds, borrowers unknown, permission-set holds, it-works unknown
? Of VendorS3AccessPolicy, its PolicyDocument cannot be known: Ref Vpc (AWS::EC2::VPC) is known only once it is deployed. So it cannot be told whether this is true, which was not promised: A session of the role arn:aws:iam::111111111111:role/VendorAccessRole can do s3:PutObject on arn:aws:s3:::company-shared-data-bucket-12345/test-data.txt. (CompanyStack/VendorAccessRole/Resource, VendorAccessRole5980B812 in CompanyStack)
both ways: of VendorS3AccessPolicy, its PolicyDocument cannot be known: Ref Vpc (AWS::EC2::VPC) is known only once it is deployed`,

  'a rule on a bus of its own': `outsiders unknown, borrowers unknown, permission-set unknown, it-works unknown
? AWS::IAM::ManagedPolicy VendorAccessRoleReadPolicy214BAB46: its PolicyDocument cannot be known: the ARN of Rule (on an event bus by name) is not modelled. (CompanyStack/VendorAccessRole/ReadPolicy, VendorAccessRoleReadPolicy214BAB46 in CompanyStack)`,

  'a made-up name spelt out in a trust policy': `outsiders unknown, borrowers unknown, permission-set unknown, it-works unknown
? trust policy of Another: "arn:aws:iam::111111111111:role/CompanyStack-Worker-A1B2C3D4E5F6" spells out a name that CloudFormation makes up, and its end is not known yet. Refer to the resource instead. (CompanyStack, Another)`,

  "a made-up name spelt out in a bucket's policy": `outsiders unknown, borrowers unknown, permission-set unknown, it-works unknown
? bucket policy of company-logs: "arn:aws:iam::111111111111:role/CompanyStack-Worker-A1B2C3D4E5F6" spells out a name that CloudFormation makes up, and its end is not known yet. Refer to the resource instead. (CompanyStack, LogsPolicy)`,

  "a made-up name spelt out in a key's policy": `outsiders unknown, borrowers unknown, permission-set unknown, it-works unknown
? policy of the KMS key Key: "arn:aws:iam::111111111111:role/CompanyStack-Worker-A1B2C3D4E5F6" spells out a name that CloudFormation makes up, and its end is not known yet. Refer to the resource instead. (CompanyStack, Key)`,

  "a made-up name spelt out in the permission set's policy": `outsiders unknown, borrowers unknown, permission-set unknown, it-works unknown
? inline policy of AllowAssumeCompanyRole: "arn:aws:iam::111111111111:role/CompanyStack-Worker-A1B2C3D4E5F6" spells out a name that CloudFormation makes up, and its end is not known yet. Refer to the resource instead. (VendorStack/PermissionSet/Resource, PermissionSet236DCE1D in VendorStack)`,

  "a made-up name spelt out in a user's policy": `outsiders unknown, borrowers unknown, permission-set unknown, it-works unknown
? None: "arn:aws:iam::111111111111:role/CompanyStack-Worker-A1B2C3D4E5F6" spells out a name that CloudFormation makes up, and its end is not known yet. Refer to the resource instead. (CompanyStack, Bob)`,

  'the made-up name of a bucket spelt out': `outsiders unknown, borrowers unknown, permission-set unknown, it-works unknown
? VendorS3AccessPolicy: "arn:aws:s3:::companystack-bare-a1b2c3d4e5f6/*" spells out a name that CloudFormation makes up, and its end is not known yet. Refer to the resource instead. (CompanyStack/VendorAccessRole/ReadPolicy, VendorAccessRoleReadPolicy214BAB46 in CompanyStack)`,
};
