import { parsePolicy } from '../../iam/parse-policy';
import type { PolicyKind } from '../../iam/policy';
import { UnsupportedPolicyError } from '../../iam/unsupported-policy-error';
import { missingPrincipal } from '../access/policy-principals';
import type { World } from '../core/world';
import { type Json, parseJson } from '../core/json';
import { iamError, s3Error } from './handler-error';
import { fail, type ResourceProperties } from './properties';

/**
 * A policy document as IAM or S3 would store it: well-formed, within its quota, and with principals that exist.
 *
 * What `tools/iam` does not model is refused here already, so that no policy is in force that nothing can judge.
 *
 * @throws HandlerError MalformedPolicyDocument and the like
 */
export function checkedPolicy(
  properties: ResourceProperties,
  property: string,
  kind: PolicyKind,
  name: string,
  world: World,
): Json {
  const document = policyDocument(properties, property);
  const refused = kind === 'resource' ? s3Error : iamError;
  try {
    const policy = parsePolicy(document, kind, name);
    const missing = missingPrincipal(policy, world);
    if (missing !== undefined) throw refused('InvalidRequest', 400, invalidPrincipal(kind, missing));
  } catch (error) {
    if (!(error instanceof UnsupportedPolicyError)) throw error;
    throw refused('InvalidRequest', 400, `MalformedPolicyDocument: ${error.message}`);
  }
  return document;
}

/** An object, or the text of one: CloudFormation takes both. */
export function policyDocument(properties: ResourceProperties, property: string): Json {
  const value = properties.values[property];
  if (value === undefined) return fail(`Property ${property} cannot be empty.`);
  if (typeof value !== 'string') return value;
  try {
    return parseJson(value);
  } catch {
    throw iamError('InvalidRequest', 400, `MalformedPolicyDocument: ${property} is not valid JSON`);
  }
}

/** How IAM counts a document: characters other than white space. */
export function policySize(document: Json): number {
  return JSON.stringify(document).replaceAll(/\s/g, '').length;
}

function invalidPrincipal(kind: PolicyKind, principal: string): string {
  return kind === 'resource'
    ? 'Invalid principal in policy'
    : `Invalid principal in policy: "AWS":"${principal}"`;
}
