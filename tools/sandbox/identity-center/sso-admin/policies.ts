import { parsePolicy } from '../../access/parse-policy';
import { UnsupportedPolicyError } from '../../../iam/unsupported-policy-error';
import { awsManagedPolicy } from '../../access/aws-managed-policies';
import type { PermissionSet, PolicyReference } from '../../core/identity-center';
import { isRecord, parseJson } from '../../core/json';
import { sizeOf } from '../../iam/documents';
import type { JsonObject } from '../../wire/json-operation';
import {
  conflict,
  invalid,
  lastPart,
  MANAGED_POLICY_ARN,
  notFound,
  optionalText,
  permissionSetOf,
  quotaExceeded,
  type SsoOperation,
  validText,
} from './operation';

/**
 * What a permission set allows. None of it is in force in an account before the set is provisioned there again.
 *
 * https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_PutInlinePolicyToPermissionSet.html
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/howtocmp.html
 */
export const policyOperations: Readonly<Record<string, SsoOperation>> = {
  PutInlinePolicyToPermissionSet(call) {
    const set = permissionSetOf(call);
    set.inlinePolicy = inlinePolicyOf(call.input, set.name);
    return {};
  },
  GetInlinePolicyForPermissionSet(call) {
    const { inlinePolicy } = permissionSetOf(call);
    return { InlinePolicy: inlinePolicy === undefined ? '' : JSON.stringify(inlinePolicy) };
  },
  DeleteInlinePolicyFromPermissionSet(call) {
    delete permissionSetOf(call).inlinePolicy;
    return {};
  },

  AttachManagedPolicyToPermissionSet(call) {
    const set = permissionSetOf(call);
    const arn = managedPolicyOf(call.input);
    if (set.managedPolicies.includes(arn))
      throw conflict(
        `Permission set with id ${lastPart(set.arn)} already has a typed link attachment to a manged policy with ${arn}`,
      );
    checkQuota(set);
    set.managedPolicies.push(arn);
    return {};
  },
  DetachManagedPolicyFromPermissionSet(call) {
    const set = permissionSetOf(call);
    const arn = validText(call.input, 'ManagedPolicyArn', MANAGED_POLICY_ARN, 2048);
    const rest = set.managedPolicies.filter((other) => other !== arn);
    if (rest.length === set.managedPolicies.length)
      throw notFound(`Could not find ManagedPolicy with arn ${arn}`);
    set.managedPolicies = rest;
    return {};
  },
  ListManagedPoliciesInPermissionSet: (call) => ({
    AttachedManagedPolicies: permissionSetOf(call).managedPolicies.map((Arn) => ({
      Arn,
      Name: lastPart(Arn),
    })),
  }),

  AttachCustomerManagedPolicyReferenceToPermissionSet(call) {
    const set = permissionSetOf(call);
    const reference = referenceOf(call.input);
    if (set.customerManagedPolicies.some((other) => isSame(other, reference)))
      throw conflict(
        `Given customer managed policy with name: ${reference.name}  and path ${reference.path} already attached`,
      );
    checkQuota(set);
    set.customerManagedPolicies.push(reference);
    return {};
  },
  DetachCustomerManagedPolicyReferenceFromPermissionSet(call) {
    const set = permissionSetOf(call);
    const reference = referenceOf(call.input);
    const rest = set.customerManagedPolicies.filter((other) => !isSame(other, reference));
    if (rest.length === set.customerManagedPolicies.length)
      throw notFound(
        `Given managed policy with name: ${reference.name}  and path ${reference.path} does not exist on PermissionSet`,
      );
    set.customerManagedPolicies = rest;
    return {};
  },
  ListCustomerManagedPolicyReferencesInPermissionSet: (call) => ({
    CustomerManagedPolicyReferences: permissionSetOf(call).customerManagedPolicies.map(describe),
  }),

  PutPermissionsBoundaryToPermissionSet(call) {
    const set = permissionSetOf(call);
    set.permissionsBoundary = boundaryOf(call.input);
    return {};
  },
  GetPermissionsBoundaryForPermissionSet(call) {
    const { permissionsBoundary: boundary } = permissionSetOf(call);
    if (boundary === undefined) throw noBoundary();
    return {
      PermissionsBoundary:
        typeof boundary === 'string'
          ? { ManagedPolicyArn: boundary }
          : { CustomerManagedPolicyReference: describe(boundary) },
    };
  },
  DeletePermissionsBoundaryFromPermissionSet(call) {
    const set = permissionSetOf(call);
    if (set.permissionsBoundary === undefined) throw noBoundary();
    delete set.permissionsBoundary;
    return {};
  },
};

/** What nothing here could judge is rejected before it is in force. */
function inlinePolicyOf(input: JsonObject, setName: string): unknown {
  const text = validText(input, 'InlinePolicy', '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+', 32_768);
  const document = parsed(text, setName);
  const size = sizeOf(document);
  if (size > 10_240)
    throw invalid(
      `Current size of the non-whitespace characters present in the InlinePolicy Document is ${size} bytes which has exceeded the maximum limit of 10240 bytes`,
    );
  return document;
}

function parsed(text: string, setName: string): unknown {
  try {
    const document = parseJson(text);
    parsePolicy(document, 'identity', `inline policy of ${setName}`);
    return document;
  } catch (error) {
    if (error instanceof SyntaxError) throw invalid('Invalid PermissionsPolicy Document');
    if (error instanceof UnsupportedPolicyError) throw invalid(error.message);
    throw error;
  }
}

/** @throws AwsError `NotImplemented` for one of AWS's whose text is not known here */
function managedPolicyOf(input: JsonObject): string {
  const arn = validText(input, 'ManagedPolicyArn', MANAGED_POLICY_ARN, 2048);
  if (awsManagedPolicy(arn) === undefined) throw notFound(`Could not find ManagedPolicy with arn ${arn}`);
  return arn;
}

function referenceOf({ CustomerManagedPolicyReference: reference }: JsonObject): PolicyReference {
  const members = isRecord(reference) ? reference : {};
  return {
    name: validText(members, 'Name', '[\\w+=,.@-]+', 128),
    path: optionalText(members, 'Path', '((\\/[A-Za-z0-9\\.,\\+@=_\\-]+)*)\\/', 512) ?? '/',
  };
}

function boundaryOf({ PermissionsBoundary: given }: JsonObject): string | PolicyReference {
  const boundary = isRecord(given) ? given : {};
  const [byArn, byName] = [boundary.ManagedPolicyArn, boundary.CustomerManagedPolicyReference];
  if ((byArn === undefined) === (byName === undefined))
    throw invalid('Only ManagedPolicyArn or CustomerManagedPolicyReference should be given.');
  return byArn === undefined ? referenceOf(boundary) : managedPolicyOf(boundary);
}

/** https://docs.aws.amazon.com/singlesignon/latest/userguide/limits.html */
function checkQuota({ arn, managedPolicies, customerManagedPolicies }: PermissionSet): void {
  if (managedPolicies.length + customerManagedPolicies.length < 20) return;
  throw quotaExceeded(
    `You have exceeded AWS SSO limits. Cannot create ManagedPolicy more than 20 for id ${lastPart(arn)}. Please refer to https://docs.aws.amazon.com/singlesignon/latest/userguide/limits.html`,
  );
}

const isSame = (left: PolicyReference, right: PolicyReference): boolean =>
  left.name === right.name && left.path === right.path;

const describe = ({ name, path }: PolicyReference) => ({ Name: name, Path: path });

const noBoundary = () => notFound('Permissions boundary not found for the permission set');
