import { parseJson } from '../../iam/json';
import { parsePolicy } from '../../iam/parse-policy';
import { UnsupportedPolicyError } from '../../iam/unsupported-policy-error';
import { AwsError, notModelled, type Service, type ServiceRequest } from '../core/service';
import type { Key, World } from '../core/world';
import { type JsonObject, jsonResponse, readJsonRequest, text } from '../wire/json-operation';
import { keyPermission } from './keys';

/**
 * What of KMS one reads to check a key, and what one breaks and mends its policy with by hand. Nothing is encrypted here:
 * that S3 decrypts only for those who may is decided in `s3/object-encryption.ts`.
 *
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_Operations.html
 */
export function kmsService(world: World): Service {
  return {
    name: 'kms',
    protocol: 'json',
    recognition: { jsonTarget: 'TrentService' },
    operationOf(request) {
      const { operation, input } = readJsonRequest(request);
      if (operation === 'ListKeys') return listKeys(request, world);
      const key = keyOf(text(input, 'KeyId'), request, world);
      const run = Object.hasOwn(ABOUT_A_KEY, operation) ? ABOUT_A_KEY[operation] : undefined;
      return {
        name: operation,
        permissions: [keyPermission(operation, key, request.account, {})],
        run: () => {
          if (run === undefined) throw notModelled(`kms:${operation}`);
          return jsonResponse(run(key, input));
        },
      };
    },
  };
}

const ABOUT_A_KEY: Readonly<Record<string, (key: Key, input: JsonObject) => unknown>> = {
  DescribeKey: (key) => ({
    KeyMetadata: {
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
    },
  }),
  GetKeyPolicy: (key, input) => {
    checkPolicyName(input);
    return { Policy: JSON.stringify(key.policy), PolicyName: 'default' };
  },
  ListKeyPolicies: () => ({ PolicyNames: ['default'], Truncated: false }),
  PutKeyPolicy: (key, input) => {
    checkPolicyName(input);
    key.policy = checked(text(input, 'Policy'), key);
    return {};
  },
  GetKeyRotationStatus: ({ arn, rotates }) => ({ KeyId: arn, KeyRotationEnabled: rotates }),
  ListResourceTags: ({ tags }) => ({
    Tags: Object.entries(tags).map(([TagKey, TagValue]) => ({ TagKey, TagValue })),
    Truncated: false,
  }),
  DisableKey: (key) => {
    key.state = 'Disabled';
    return {};
  },
  EnableKey: (key) => {
    key.state = 'Enabled';
    return {};
  },
};

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

/** What nothing here could judge is refused before it is in force. */
function checked(policy: string, { id }: Key): unknown {
  try {
    const document = parseJson(policy);
    parsePolicy(document, 'resource', `key policy of ${id}`);
    return document;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof UnsupportedPolicyError)
      throw new AwsError('MalformedPolicyDocumentException', error.message);
    throw error;
  }
}
