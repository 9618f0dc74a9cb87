import type { Messages } from '../speech';

/** The report of the proof: what was promised, what was proved, and one request for each cause that breaks it. */
export const en = {
  // The verdict.
  holdsIf:
    'The promise holds, if {boundary} allows {actions}: the templates give nothing more than was promised.',

  // The promise of one vendor. The labels stand before it.
  never: 'never',
  whoAnyPrincipal: {
    one: 'any principal that account {accounts} allows, and no other account',
    other: 'any principal that the accounts {accounts} allow, and no other account',
  },
  whoAnyPrincipalAndSet: {
    one: 'any principal that account {accounts} allows, and no other account; the permission set {set} allows {people}',
    other:
      'any principal that the accounts {accounts} allow, and no other account; the permission set {set} allows {people}',
  },
  whoSessions: {
    one: 'sessions of the permission set {set} in account {accounts}, and nobody else',
    other: 'sessions of the permission set {set} in the accounts {accounts}, and nobody else',
  },
  whoSessionsAssigned: {
    one: 'sessions of the permission set {set} in account {accounts}, and nobody else; it is assigned to {people}',
    other:
      'sessions of the permission set {set} in the accounts {accounts}, and nobody else; it is assigned to {people}',
  },
  whoArns: '{arns}, and nobody else',
  group: 'the group {name} ({id})',
  user: 'the user {name} ({id})',
  itsKey: 'its key',
  overTlsToOwner: 'over TLS, and only as long as the bucket belongs to account {account}',
  overTls: 'over TLS 1.2 or later',
  sessionLength: 'sessions of at most one hour',
  withExternalId: 'with the ExternalId "{externalId}"',
  listingWithPrefix: 'listing with a prefix that starts with {prefixes}',
  decrypting: 'decrypting through S3 only, and for this bucket only',

  // The claims. Each is true if it holds.
  outsiders:
    'Outsiders: only the promised principals can assume the role, and only under the promised conditions. This holds whatever other accounts allow. No other role can be assumed from outside, and the bucket gives outsiders nothing directly.',
  outsidersExistingBucket:
    'Outsiders: only the promised principals can assume the role, and only under the promised conditions. This holds whatever other accounts allow. No other role can be assumed from outside, and nothing in the templates opens the bucket to outsiders.',
  outsidersDeployed:
    'Outsiders: only the promised principals can assume the role, and only under the promised conditions. This holds whatever other accounts allow. The bucket gives outsiders nothing directly.',
  outsidersDeployedExistingBucket:
    'Outsiders: only the promised principals can assume the role, and only under the promised conditions. This holds whatever other accounts allow. The bucket is not public, and outside the role it gives this vendor nothing; its other readers are listed, not judged.',
  borrowers:
    'Borrowers: a session of the role can do exactly the promised actions on exactly the promised resources, and nothing else.',
  permissionSet:
    'Permission set: it allows its users exactly one thing, to assume exactly that role, and it is assigned to exactly the promised people.',
  permissionSetNone:
    'Permission set: none is in this share. The vendor’s half is the vendor’s own, and nothing is claimed about it.',
  permissionSetSome:
    'Permission set: it allows its users exactly one thing, to assume exactly that role, and it is assigned to exactly the promised people. The half of {vendors} is the vendor’s own, and nothing is claimed about it.',
  itWorks: 'It works: the promised people can do each promised thing; nothing is missing.',
  itWorksWithHalf:
    'It works: the promised people can do each promised thing; nothing is missing. The vendor’s half, which allows its people to assume the role, is taken to be there.',
  itWorksWithHalfOf:
    'It works: the promised people can do each promised thing; nothing is missing. The half of {vendors}, which allows the vendor’s people to assume the role, is taken to be there.',

  // What is not covered, and what is somebody else's.
  organizationPolicies:
    'Service and resource control policies of either organization: they can only take access away.',
  organizationFromOutside:
    'A resource control policy of the company’s organization that denies sts:AssumeRole to everyone outside the organization keeps every vendor out, whatever the role’s trust policy says.',
  ownPeople: 'What the company’s own people and roles may do. They cannot assume the vendor’s role.',
  servicesOfCompany:
    'What AWS services do for the company alone, such as Lambda for its functions: they count as the company.',
  callerIdentity: 'sts:GetCallerIdentity, which AWS allows everyone and which gives nothing.',
  groupMembers: 'Who is in the groups, and who can change that.',
  outsideTemplates:
    'Policies, users, roles and bucket settings that were made outside these templates, in either account.',
  drift:
    'Changes made by hand after the deployment (drift): `npm run verify -- --deployed --profile PROFILE` proves what that profile can read, and lists what it could not look at.',
  bootstrapAccess:
    'Who can write to the bootstrap bucket or use the deploy roles of either account: they can deploy something else. `npm run verify -- --deployed --profile PROFILE` names that bucket, those roles, and whom they let in from other accounts.',
  ownFunctions:
    'What the company’s own Lambda functions do after the deployment. (What runs during the deployment is CDK’s own code, byte for byte.)',
  attackInProcess:
    'Code in lib/ that attacks the check in its own process on purpose: prove judges in another process.',
  otherResources:
    'Other roles, users and buckets, in either account: only what this share names was read and is judged.',
  laterChanges: 'Changes made after this was read.',
  asDocumented:
    'That AWS evaluates policies as it documents: tools/iam follows the documentation, docs/proof.md lists the assumptions.',
  vendorHalfIsOwn:
    'The vendor’s half ({vendor}): the permission set or the policy that allows its people to assume the role, and who has it, are the vendor’s own.',
  bucketIsThere:
    'The bucket {bucket} is there already: its policy, ACL, access points, encryption and public access block are not in the templates. `npm run verify -- --deployed --profile PROFILE` reads them.',
  regionIsOptIn:
    'The region {region} is an opt-in region. AWS accepts no credentials there of an account that has not enabled it, so the vendor’s account {vendor} and the company’s account {company} must both have enabled it.',
  regionIsOptInOfSeveral:
    'The region {region} is an opt-in region. AWS accepts no credentials there of an account that has not enabled it, so the vendor’s accounts {vendor} and the company’s account {company} must all have enabled it.',
  keyIsThere:
    'The policy of the key {key} is not in the templates: it must let the account’s policies decide. `npm run verify -- --deployed --profile PROFILE` reads it.',

  // A request that is allowed or denied against the promise. The labels stand before its parts.
  labelCaller: 'caller',
  labelAction: 'action',
  labelResource: 'resource',
  labelContext: 'context',
  labelAllowedBy: 'allowed by',
  labelDeniedBy: 'denied by',
  labelFoundIn: 'found in',
  labelReason: 'reason',
  labelChange: 'change',
  unknownAction: '{action} (no AWS action known here has this name)',
  keyNotSent: '{key} not sent',
  keySent: '{key} = {value}',
  partOfPolicy: '{policy}, {statement}: {matches} ({place})',
  partOfSetting: '{matches} ({place})',
  itemAt: '{what} ({place})',
  placeLive: 'live in {stack}: {logicalId}',
  placeInStack: '{stack}, {logicalId}',
  placeOfConstruct: '{constructPath}, {logicalId} in {stack}',
  callerAnonymous: 'Anyone, without signing in,',
  anonymous: 'Anyone, without signing in',
  callerService: 'The service {service}',
  callerFederated: 'Somebody signed in through {provider}',
  callerRoot: 'The root user of account {account}',
  callerUser: 'The user {arn}',
  callerMember: 'A member of the group {arn}',
  callerSession: 'A session of the role {role}',
  canAssume: '{caller} can assume {role}.',
  canDo: '{caller} can do {action} on {resource}.',
  cannotAssume: '{caller} cannot assume {role}, which was promised.',
  cannotDo: '{caller} cannot do {action} on {resource}, which was promised.',
  notPromised: 'This was not promised. {promised}',
  deniedExplicitly: 'It was promised, but a statement denies it.',
  noIdentityPolicy: 'It was promised, but no policy of the caller allows it.',
  noResourcePolicy: 'It was promised, but no policy of the resource allows it.',
  noBoundary: 'It was promised, but the permissions boundary does not allow it.',
  noSessionPolicy: 'It was promised, but no session policy allows it.',
  denyApplies: 'this Deny applies',
  closestBut: 'closest statement, but this does not match: {because}',
  actionMatches: 'Action {pattern} matches {action}',
  notActionMatches: 'NotAction {patterns} does not exclude {action}',
  namesNoResource: 'it names no resource',
  resourceMatches: 'Resource {pattern} matches {resource}',
  notResourceMatches: 'NotResource {patterns} does not exclude it',
  principalMatches: 'Principal {principals} matches the caller',
  principalAccount: 'account {account}',
  noCondition: 'it has no condition',
  conditionsHold: 'its conditions hold: {conditions}',
  condition: '{operator} {key} {values}',
  narrowAction: {
    one: 'Narrow the Action of this statement to what was promised, or take the statement out.',
    other: 'Narrow the Action of these statements to what was promised, or take the statements out.',
  },
  narrowResource: {
    one: 'Narrow the Resource of this statement to what was promised, or take the statement out.',
    other: 'Narrow the Resource of these statements to what was promised, or take the statements out.',
  },
  removePrincipal: {
    one: 'Take the principal out of this statement, or promise it in parameters.ts.',
    other: 'Take the principal out of these statements, or promise it in parameters.ts.',
  },
  removeStatement: {
    one: 'Take this statement out of the policy.',
    other: 'Take these statements out of the policies.',
  },
  addCondition: {
    one: 'Add the missing condition to this statement. {promised}',
    other: 'Add the missing condition to these statements. {promised}',
  },
  narrowDeny:
    'Find out what this Deny is for. Narrow it to what was not promised, or correct the share in parameters.ts.',
  makeItAllow: 'Make the statement allow it as the share says, or correct the share in parameters.ts.',

  // A request of which it cannot be told whether it is allowed.
  doubtPromised: '{causes}. So it cannot be told whether this is true, which was promised: {sentence}',
  doubtNotPromised: '{causes}. So it cannot be told whether this is true, which was not promised: {sentence}',
  doubtCause: '{policy}, {statement}: {cause}',
  unknownVariable: 'Resource "{resource}" holds a policy variable that is not modelled',
  unknownWildcard:
    'Resource "{resource}" has a wildcard before the last part of the ARN, and AWS does not say how far it reaches',
  cannotDecide: 'it cannot be decided',
  conditionUndecided: 'its condition {operator} {key} cannot be decided',
  conditionSeveralValues:
    'its condition {operator} {key} cannot be decided, because the key can have several values in one request and the operator does not say which must match (ForAnyValue: and ForAllValues: do)',
  conditionOrganization:
    'its condition {operator} {key} depends on the organization that the company is in, which company.organizationId in parameters.ts can say',
} as const satisfies Messages;
