import { parseJson } from '../../iam/json';
import { parsePolicy } from '../access/parse-policy';
import { UnsupportedPolicyError } from '../../iam/unsupported-policy-error';
import { missingPrincipal } from '../access/policy-principals';
import { shownPolicy, storedPolicy } from '../access/stored-policy';
import { isRecord, textOf } from '../core/json';
import { AwsError, notModelled, type Operation, type Service, type ServiceRequest } from '../core/service';
import type { Key, World } from '../core/world';
import { type JsonObject, jsonResponse, readJsonRequest, text } from '../wire/json-operation';
import { keyPermission, newKey } from './keys';

/**
 * What of KMS one makes and reads a key with, and breaks and mends its policy. Nothing is encrypted here:
 * that S3 decrypts only for those who may is decided in `s3/object-encryption.ts`.
 *
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_Operations.html
 */
export function kmsService(world: World): Service {
  return {
    name: 'kms',
    protocol: 'json',
    recognition: { jsonTarget: 'TrentService' },
    operations: ['CreateKey', 'ListKeys', ...Object.keys(ABOUT_A_KEY)],
    operationOf(request) {
      const { operation, input } = readJsonRequest(request);
      if (operation === 'ListKeys') return listKeys(request, world);
      if (operation === 'CreateKey') return createKey(input, request, world);
      const key = keyOf(text(input, 'KeyId'), request, world);
      const run = Object.hasOwn(ABOUT_A_KEY, operation) ? ABOUT_A_KEY[operation] : undefined;
      return {
        name: operation,
        permissions: [keyPermission(operation, key, request.account, {})],
        run: () => {
          if (run === undefined) throw notModelled(`kms:${operation}`);
          return jsonResponse(run(key, input, world));
        },
      };
    },
  };
}

const ABOUT_A_KEY: Readonly<Record<string, (key: Key, input: JsonObject, world: World) => unknown>> = {
  DescribeKey: (key) => ({ KeyMetadata: describeKey(key) }),
  GetKeyPolicy: (key, input, world) => {
    checkPolicyName(input);
    return { Policy: JSON.stringify(shownPolicy(key.policy, world)), PolicyName: 'default' };
  },
  ListKeyPolicies: () => ({ PolicyNames: ['default'], Truncated: false }),
  PutKeyPolicy: (key, input, world) => {
    checkPolicyName(input);
    key.policy = checked(text(input, 'Policy'), world);
    return {};
  },
  UpdateKeyDescription: (key, { Description: description }) => {
    key.description = typeof description === 'string' ? description : '';
    return {};
  },
  GetKeyRotationStatus: ({ arn, rotates }) => ({ KeyId: arn, KeyRotationEnabled: rotates }),
  ListResourceTags: ({ tags }) => ({
    Tags: Object.entries(tags).map(([TagKey, TagValue]) => ({ TagKey, TagValue })),
    Truncated: false,
  }),
  EnableKeyRotation: (key) => {
    key.rotates = true;
    return {};
  },
  DisableKeyRotation: (key) => {
    key.rotates = false;
    return {};
  },
  TagResource: (key, input) => {
    key.tags = { ...key.tags, ...tagsIn(input) };
    return {};
  },
  UntagResource: (key, { TagKeys: gone }) => {
    const kept = Object.entries(key.tags).filter(([name]) => !Array.isArray(gone) || !gone.includes(name));
    key.tags = Object.fromEntries(kept);
    return {};
  },
  DisableKey: (key) => {
    checkState(key);
    key.state = 'Disabled';
    return {};
  },
  EnableKey: (key) => {
    checkState(key);
    key.state = 'Enabled';
    return {};
  },
  /** A key is not deleted but scheduled to be, a week on at the soonest: until then it opens nothing. */
  ScheduleKeyDeletion: (key, { PendingWindowInDays: days = 30 }, world) => {
    checkState(key);
    if (typeof days !== 'number' || !Number.isInteger(days) || days < 7 || days > 30)
      throw new AwsError('ValidationException', 'PendingWindowInDays must be a whole number from 7 to 30');
    key.state = 'PendingDeletion';
    const DeletionDate = world.now().getTime() / 1000 + days * 86_400;
    return { KeyId: key.arn, DeletionDate, KeyState: key.state, PendingWindowInDays: days };
  },
  CancelKeyDeletion: (key) => {
    if (key.state === 'PendingDeletion') key.state = 'Disabled';
    return { KeyId: key.arn };
  },
};

const describeKey = (key: Key) => ({
  AWSAccountId: key.account,
  Arn: key.arn,
  CreationDate: key.createdAt.getTime() / 1000,
  CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT',
  Description: key.description,
  Enabled: key.state === 'Enabled',
  EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
  KeyId: key.id,
  KeyManager: 'CUSTOMER',
  KeySpec: 'SYMMETRIC_DEFAULT',
  KeyState: key.state,
  KeyUsage: 'ENCRYPT_DECRYPT',
  MultiRegion: key.id.startsWith('mrk-'),
  Origin: 'AWS_KMS',
});

/** https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html */
function createKey(input: JsonObject, request: ServiceRequest, world: World): Operation {
  const { account, region } = request;
  for (const name of ['CustomKeyStoreId', 'KeySpec', 'KeyUsage', 'MultiRegion', 'Origin', 'XksKeyId']) {
    if (input[name] !== undefined && !DEFAULTS.has(textOf(input[name])))
      throw notModelled(`kms:CreateKey with ${name}`);
  }
  return {
    name: 'CreateKey',
    permissions: [{ action: 'kms:CreateKey', resource: '*', resourceAccount: account }],
    run: () => {
      const { Description: description } = input;
      const key = newKey(account, region, {
        createdAt: world.now(),
        description: typeof description === 'string' ? description : '',
        tags: tagsIn(input),
        ...(input.Policy === undefined ? {} : { policy: checked(text(input, 'Policy'), world) }),
      });
      world.keys.set(key.arn, key);
      return jsonResponse({ KeyMetadata: describeKey(key) });
    },
  };
}

const DEFAULTS = new Set(['SYMMETRIC_DEFAULT', 'ENCRYPT_DECRYPT', 'false', 'AWS_KMS']);

/** Another word than the state of a key that is pending deletion. */
function checkState({ arn, state }: Key): void {
  if (state === 'PendingDeletion')
    throw new AwsError('KMSInvalidStateException', `${arn} is pending deletion.`);
}

/** `Tags: [{ TagKey, TagValue }]` */
function tagsIn({ Tags: tags }: JsonObject): Record<string, string> {
  const list: unknown[] = Array.isArray(tags) ? tags : [];
  return Object.fromEntries(
    list.filter(isRecord).map(({ TagKey, TagValue }) => [textOf(TagKey), textOf(TagValue)]),
  );
}

function listKeys(request: ServiceRequest, world: World) {
  const { account, region } = request;
  return {
    name: 'ListKeys',
    permissions: [{ action: 'kms:ListKeys', resource: '*', resourceAccount: account }],
    run: () => {
      const own = [...world.keys.values()].filter((key) => key.account === account && key.region === region);
      return jsonResponse({
        Keys: own.map(({ id, arn }) => ({ KeyId: id, KeyArn: arn })),
        Truncated: false,
      });
    },
  };
}

/** By id in the caller's account and region, or by ARN. */
function keyOf(named: string, { account, region }: ServiceRequest, world: World): Key {
  if (named.startsWith('alias/') || named.includes(':alias/')) throw notModelled('aliases of KMS keys');
  const arn = named.startsWith('arn:') ? named : `arn:aws:kms:${region}:${account}:key/${named}`;
  const key = world.keys.get(arn);
  if (key === undefined || key.region !== region)
    throw new AwsError('NotFoundException', `Key '${arn}' does not exist`);
  return key;
}

function checkPolicyName({ PolicyName: name }: JsonObject): void {
  if (name === undefined || name === 'default') return;
  throw new AwsError('NotFoundException', `No such policy exists`);
}

/** What nothing here could judge is rejected before it is in force. */
function checked(policy: string, world: World): unknown {
  try {
    const document = parseJson(policy);
    const missing = missingPrincipal(parsePolicy(document, 'resource', 'key policy'), world);
    if (missing === undefined) return storedPolicy(document, world);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof UnsupportedPolicyError)
      throw new AwsError('MalformedPolicyDocumentException', error.message);
    throw error;
  }
  throw new AwsError(
    'MalformedPolicyDocumentException',
    'Policy contains a statement with one or more invalid principals.',
  );
}
