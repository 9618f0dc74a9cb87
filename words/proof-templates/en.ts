import type { Messages } from '../speech';

/**
 * What cannot be read in an assembly, or cannot be known before it is deployed. Messages without a full stop are clauses:
 * they stand in `{problem}` of a whole sentence, and "its" is the resource's that the sentence names.
 */
export const en = {
  resourceProblem: '{type} {logicalId}: {problem}.',
  resourcesNotObject: 'the Resources of {stack} must be an object, got {got}.',
  notAResource: '{logicalId} is not a resource that can be read: {got}.',

  // A value of a property that its resource type does not take. The property may be a path.
  mustBeText: 'its {property} must be text, got {got}',
  mustBeBoolean: 'its {property} must be true or false, got {got}',
  mustBeWholeNumber: 'its {property} must be a whole number, got {got}',
  mustBeList: 'its {property} must be a list, got {got}',
  mustBeTexts: 'its {property} must be a list of text, got {got}',
  mustBeObjects: 'its {property} must be a list of objects, got {got}',
  mustBeObject: 'its {property} must be an object, got {got}',
  mustBeOneObject: 'its {property} must be a list of one object',
  mustBeOneOf: 'its {property} must be one of {allowed}, got {got}',
  mustBeAccount: 'its {property} must be AWS_ACCOUNT, got {got}',
  mustBeBucketArn: 'its {property} must be the ARN of a bucket, got {got}',
  unknownMembers: 'its {property} has {members}, which is not understood',
  missing: 'its {property} is missing',
  cannotBeKnown: 'its {property} cannot be known: {problem}',
  notJson: 'its {property} is not JSON that can be judged ({problem}): {got}',
  jsonTooDeep: 'its {property} is JSON nested more than {levels} levels deep',
  policyWithoutName: 'its Policies must have a name and a document each, got {got}',
  differentCounts: 'it must have as many SourceBucketNames as SourceObjectKeys',

  // What is not on the lists.
  attributeDecidesLater: 'its {attribute} decides only at deployment what becomes of it',
  mayGiveAccess: 'its {properties} may give access and is not understood',
  runsOwnFunction:
    'it runs a function of its own when it is deployed, and the proof does not read what that does',
  unknownType:
    'this type is not one of those that the proof understands (tools/proof/templates/resource-types.ts), so it may give access',
  goesToAccount: 'its {property} names account {account}: what goes there, others can read',
  unknownProtocol: 'its Protocol is {protocol}: who reads what is sent to such an endpoint is not known',

  // Values that are not known before the deployment.
  parameter: 'Ref {name} is a parameter of {stack} or does not exist',
  noSuchResource: 'Fn::GetAtt {logicalId}.{attribute}: {stack} has no such resource',
  conditionLater: 'the condition {name} is decided only when it is deployed',
  refLater: 'Ref {logicalId} ({type}) is known only once it is deployed',
  attributeLater: 'Fn::GetAtt {logicalId}.{attribute} of {type} is known only once it is deployed',
  arnLater: 'the ARN of {logicalId} ({type}) is known only once it is deployed',
  arnOnBus: 'the ARN of {logicalId} (on an event bus by name) is not modelled',
  nameMustBeText: '{property} of {logicalId} must be text, got {got}',
  textTooLong: 'a text of {length} characters fits no template',
  readLater: '{text} is read only when it is deployed',
  unresolvedToken: '{text} is a CDK token that was never resolved',
  refersToItself: '{value} refers to itself',
  refersToItselfByWay: '{value} refers to itself, by way of {others}',
  chainTooLong: '{value} depends on more than {count} others in a row',
  'call.wants text': '{name} wants text, got {got}',
  'call.wants a delimiter': '{name} wants a delimiter, got {got}',
  'call.wants a list': '{name} wants a list, got {got}',
  'call.wants two arguments': '{name} wants two arguments, got {got}',
  'call.wants three arguments': '{name} wants three arguments, got {got}',
  'call.wants three texts': '{name} wants three texts, got {got}',
  'call.wants one condition': '{name} wants one condition, got {got}',
  'call.wants 2 to 10 conditions': '{name} wants 2 to 10 conditions, got {got}',
  'call.wants true or false': '{name} wants true or false, got {got}',
  'call.wants a text and its variables': '{name} wants a text and its variables, got {got}',
  'call.wants a resource and an attribute': '{name} wants a resource and an attribute, got {got}',
  'call.wants a list without AWS::NoValue': '{name} wants a list without AWS::NoValue, got {got}',
  'call.is too long': '{name} {got} is too long',
  'call.names nothing': '{name} {got} names nothing',
  'call.selects nothing': '{name} {got} selects nothing',
  'call.finds nothing': '{name} {got} finds nothing',
  'call.is not supported': '{name} {got} is decided only when it is deployed',
  notExported: 'Fn::ImportValue {name} is exported by no stack of this assembly',
  exportedTwice: 'Fn::ImportValue {name} is exported more than once',
  outputLater:
    'Fn::ImportValue {name}: whether the output {output} of {stack} is there is decided only when it is deployed',
  outputNotText: 'Fn::ImportValue {name}: the Value of the output {output} of {stack} is not text',
  exportWithoutName: 'the Export of the output {output} of {stack} has no Name that is text',

  // A stack as a whole.
  templateTooDeep:
    'the template of {stack} is nested more than {levels} levels deep, so nothing in it was read.',
  changingSection: 'the template of {stack} has a section {section}, which can change what is deployed.',
  changingTransform: 'the template of {stack} has an Fn::Transform, which can change what is deployed.',
  spellsMadeUp: 'the template of {stack} holds "{text}", which stands here for what CloudFormation makes up.',
  doubledExport:
    'the outputs {first} of {firstStack} and {second} of {secondStack} export one name, {name}: only one of them can be made.',
  circularImports:
    '{stacks}: what is imported there comes, directly or not, from what imports it, so it cannot be made.',
  uniqueId:
    '{policy}: {id} is the unique id of a role or user, and whose that is cannot be known. Name it by its ARN instead.',

  // Names of policies and resources, as they stand in sentences.
  trustPolicyOf: 'trust policy of {role}',
  inlinePolicies: 'inline policies',
  managedPolicies: 'managed policies',
  aBoundary: 'a permissions boundary',
  bucketPolicyOf: 'bucket policy of {bucket}',
  inlinePolicyOf: 'inline policy of {set}',
  policyOf: 'policy of the {resource}',
  accessPoint: 'access point {name}',
  kmsKey: 'KMS key {name}',
  topic: 'topic {name}',
  queue: 'queue {name}',
  logGroup: 'log group {name}',
  logsPolicy: 'policy {name} of the logs',
  logs: 'logs that {name} names',
  lambdaFunction: 'Lambda function {name}',
  lambdaPermission: 'permission {permission} on the Lambda function {name}',
  managedPolicy: 'the managed policy {name}',
  customerManagedPolicy: 'the customer managed policy {name}',
  permissionsBoundary: 'the permissions boundary {name}',
  accessLogs: 'the access logs of the bucket {name}',
  inventory: 'the inventory of the bucket {name}',
  analysis: 'the analysis of the bucket {name}',
  trail: 'what the trail {name} records',

  // Roles, users and groups.
  twiceInTemplates: '{type} {name} is in the templates more than once.',
  twoInlinePolicies: 'it has two inline policies named {name}, of which only one would be in force',
  'attachedElsewhere.Role':
    '{policy} is attached to the role {name}, which is not in these templates: who can use it is not known.',
  'attachedElsewhere.User':
    '{policy} is attached to the user {name}, which is not in these templates: who can use it is not known.',
  'attachedElsewhere.Group':
    '{policy} is attached to the group {name}, which is not in these templates: who can use it is not known.',
  groupElsewhere: 'the group {name} is not in these templates: what it gives is not known.',

  // Buckets.
  policyOfBucketElsewhere:
    'it is the policy of the bucket {bucket}, which is not in these templates in account {account}.',
  twoBucketPolicies: 'it has two bucket policies, of which only one would be in force',
  lifecycleHas: 'its LifecycleConfiguration has {name}',
  lifecycleMoves: 'its LifecycleConfiguration moves objects to {storageClass}',
  tieringMoves: 'its IntelligentTieringConfigurations move objects to {tier}',
  reportsElsewhere:
    'it reports to the bucket {bucket}, which is not in these templates: say whose it is (BucketAccountId)',

  // Keys.
  keyIsOff: 'its Enabled is false',
  keyIs: 'its {property} is {value}',

  // What is copied into a bucket.
  copiesUnknown: 'it copies {key}, which is not among what is uploaded for {stack}',
  copiesArchive: 'it copies {key}, an archive that was not made here',
  copiesOtherName:
    'it copies {key}, a name that does not come from what it holds: something else may be there under that name. Run `npx cdk synth` again',
  copiesFiltered: 'it copies only what its {filter} lets through',
  copiesArchivesAsTheyAre: 'it copies archives as they are (Extract is false)',
  markersWriteOver: 'its SourceMarkers write over what it copies',
  metadataHas: 'its SystemMetadata has {name} {value}',

  // Code.
  layerElsewhere: 'its layer {layer} is not in these templates: what runs there is not known',
  codeElsewhere:
    'its {property} is s3://{place}, which is not among what is uploaded for {stack}: what runs there is not known',
  imageElsewhere:
    'its Code is the image {image}, which is not among what is uploaded for {stack}: what runs there is not known',
  noSuchFunction: 'its ServiceToken {token} is no Lambda function of this assembly',
  functionDiffers: 'its function {name} is not that of the installed {cdk}: {difference}',
  functionHas: 'it has {name}',
  functionIs: 'its {property} is {value}',
  otherCode: 'its code is different',
  otherLayers: 'its layers are different',
  cdkHasNot: '{cdk} has no {file} to compare it with: run `npm ci`',
  notInstalled: '{name}, to compare it with, is not installed: run `npm ci`',
  assetUnreadable: '{path} cannot be read (run `npx cdk synth` again)',
  neitherFileNorFolder: '{path} is neither a file nor a folder',

  // A directory that cannot be read as an assembly.
  noDirectory: '{directory} does not exist: run `npx cdk synth` first, or name its output.',
  hintDirectory: 'is this a directory that `cdk synth` wrote?',
  hintTemplate: 'it is the template of {stack}; run `npx cdk synth` again.',
  hintMetadata: 'it belongs to stack {id}.',
  hintManifest: 'it says what is uploaded; run `npx cdk synth` again.',
  fileMissing: '{path} is missing: {hint}',
  fileHalfWritten: '{path} is not JSON (half written?): {hint}',
  fileNotJson: '{path} is not JSON ({problem}): {hint}',
  fileNotObject: '{path} does not hold a JSON object: {hint}',
  fileUnreadable: '{path} cannot be read: {hint}',
  fileTooLarge:
    '{path} has {size} bytes: CloudFormation takes a template of 1,000,000, and more than {largest} are not read here.',
  lookupsMissing:
    '{directory} was synthesized without values that CDK looks up on AWS: {keys}. Run `npx cdk synth` once with a profile (`--profile NAME`), so that cdk.context.json has them.',
  noStack: '{directory} holds no stack: nothing to prove.',
  stage: '{id} is an assembly within the assembly (a CDK stage), which is not modelled.',
  unknownArtifact: '{id} is an artifact of type {type}, which is not modelled.',
  noTemplate: '{manifest} names no template for stack {id}.',
  noEnvironment:
    'stack {stack} has no fixed environment (account "{account}", region "{region}"): who may do what depends on the account, so give the stack an env with both.',
  otherPartition: 'stack {stack} is for region {region}: only the partition "aws" is modelled.',
  artifactWithoutFile: '{id} names no file.',

  // What would be deployed is not what was read.
  disagree:
    'stack {stack}: {problem}. So what will be deployed is not known: synthesize again (`npx cdk synth`).',
  twoUploads: 'two files are uploaded as s3://{place}',
  noTemplateUrl:
    'it does not say where its template is uploaded to (stackTemplateAssetObjectUrl), as only a synthesizer other than CDK’s DefaultStackSynthesizer leaves it',
  templateOutside:
    'its template is deployed from {url}, which is not in the bucket that bootstrapping made for {account} in {region}',
  templateNotUploaded: 'its template is deployed from {url}, and its asset manifest uploads nothing to there',
  otherTemplate: 'what is deployed is {deployed} (packaging "{packaging}"), and its templateFile is {read}',
  changedTemplate:
    '{path} has the sha256 {hash} and is uploaded as {key}: it was changed after it was synthesized, and where a file of that name is there already, nothing is uploaded',
  assetNotFile: 'the asset {id} is no file: {got}',
  assetDestinations: {
    one: 'the asset {id} must have one destination, and has {count}',
    other: 'the asset {id} must have one destination, and has {count}',
  },
  assetBucket:
    'the asset {id} goes into the bucket {bucket}, which bootstrapping did not make for {account} in {region}',
  assetKey: 'the asset {id} has no objectKey that is text',
  assetRegion: 'the asset {id} goes to the region {region}',
  imageRepository: 'the image {id} must go into the one repository that bootstrapping made for {account}',
  notARole: 'stack {stack}: {role} is no role that can be read. {use}',
  foreignRole: 'stack {stack} is for account {account}, but this role is of account {other}: {role}. {use}',
  roleDeploys: 'The role would deploy the stack.',
  roleMakes: 'CloudFormation would make the resources of the stack with the role.',
  rolePublishesAsset: 'The role would upload the asset {id}.',
  rolePublishesImage: 'The role would upload the image {id}.',
} as const satisfies Messages;
