import { parseJson } from '../../iam/json';
import { parsePolicy } from '../access/parse-policy';
import { UnsupportedPolicyError } from '../../iam/unsupported-policy-error';
import { type QueryInput, validationError } from '../wire/query-protocol';
import { AwsError, notModelled } from '../core/service';

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export interface AssumeRoleInput {
  readonly roleArn: string;
  readonly account: string;
  readonly roleName: string;
  readonly sessionName: string;
  /** Seconds. */
  readonly duration: number;
  readonly externalId: string | undefined;
  readonly policy: unknown;
  readonly policyArns: readonly string[];
  /** By key. */
  readonly tags: ReadonlyMap<string, string>;
  readonly transitiveTagKeys: readonly string[];
  readonly sourceIdentity: string | undefined;
}

/** @throws AwsError ValidationError; `NotImplemented` for parameters that are not modelled, by name */
export function readAssumeRole(input: QueryInput): AssumeRoleInput {
  for (const name of ['SerialNumber', 'TokenCode', 'ProvidedContexts']) {
    if (input.has(name)) throw notModelled(`sts:AssumeRole with ${name}`);
  }
  const roleArn = input.requiredText('RoleArn');
  if (roleArn.length < 20)
    throw constraint(roleArn, 'roleArn', 'Member must have length greater than or equal to 20');
  const match = /^arn:aws:iam::(\d{12}):role\/(?:[\w+=,.@/-]+\/)?([\w+=,.@-]{1,64})$/.exec(roleArn);
  if (match === null) throw validationError(`${roleArn} is invalid`);
  const [, account = '', roleName = ''] = match;
  const sessionName = input.given('RoleSessionName') ?? input.requiredText('RoleSessionName');
  constrain('roleSessionName', sessionName, /^[\w+=,.@-]*$/, '[\\w+=,.@-]*', 2, 64);
  const externalId = input.text('ExternalId');
  if (externalId !== undefined)
    constrain('externalId', externalId, /^[\w+=,.@:/-]*$/, '[\\w+=,.@:\\/-]*', 2, 1224);
  const tags = readTags(input);
  const transitiveTagKeys = input.texts('TransitiveTagKeys', 50);
  if (tags.size === 0 && transitiveTagKeys.length > 0)
    throw notModelled('sts:AssumeRole with TransitiveTagKeys and no Tags');
  const sourceIdentity = input.text('SourceIdentity');
  if (sourceIdentity !== undefined)
    constrain('sourceIdentity', sourceIdentity, /^[\w+=,.@-]*$/, '[\\w+=,.@-]*', 2, 64);
  return {
    roleArn,
    account,
    roleName,
    sessionName,
    duration: readDuration(input.given('DurationSeconds')),
    externalId,
    policy: readPolicy(input.text('Policy')),
    policyArns: input.structures('PolicyArns', 10).map((policy) => policy.requiredText('arn')),
    tags,
    transitiveTagKeys,
    sourceIdentity,
  };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html */
function readTags(input: QueryInput): Map<string, string> {
  const tags = new Map<string, string>();
  const seen = new Set<string>();
  for (const tag of input.structures('Tags', 50)) {
    const key = tag.requiredText('Key');
    if (seen.has(key.toLowerCase()))
      throw new AwsError(
        'InvalidParameterValue',
        'Duplicate tag keys found. Please note that Tag keys are case insensitive.',
      );
    seen.add(key.toLowerCase());
    tags.set(key, tag.text('Value') ?? '');
  }
  return tags;
}

function readDuration(text: string | undefined): number {
  if (text === undefined) return 3600;
  if (text === '') throw new AwsError('MalformedInput', 'missing value for decimal type');
  // AWS gives no message at all.
  if (!/^-?\d{1,10}$/.test(text)) throw new AwsError('MalformedInput', '');
  const duration = Number(text);
  if (duration < 900)
    throw constraint(text, 'durationSeconds', 'Member must have value greater than or equal to 900');
  if (duration > 43_200)
    throw constraint(text, 'durationSeconds', 'Member must have value less than or equal to 43200');
  return duration;
}

function readPolicy(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  if (text.length > 2048)
    throw constraint(text, 'policy', 'Member must have length less than or equal to 2048');
  try {
    const document = parseJson(text);
    parsePolicy(document, 'identity', 'session policy');
    return document;
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new AwsError('MalformedPolicyDocument', 'This policy contains invalid Json');
    if (error instanceof UnsupportedPolicyError) throw new AwsError('MalformedPolicyDocument', error.message);
    throw error;
  }
}

function constrain(
  field: string,
  value: string,
  pattern: RegExp,
  shown: string,
  min: number,
  max: number,
): void {
  if (value.length < min)
    throw constraint(value, field, `Member must have length greater than or equal to ${min}`);
  if (value.length > max)
    throw constraint(value, field, `Member must have length less than or equal to ${max}`);
  if (!pattern.test(value))
    throw constraint(value, field, `Member must satisfy regular expression pattern: ${shown}`);
}

function constraint(value: string, field: string, rule: string): AwsError {
  return validationError(
    `1 validation error detected: Value '${value}' at '${field}' failed to satisfy constraint: ${rule}`,
  );
}
