import { isObject, type Json, type JsonObject, parseJson, textOf } from '../../core/json';
import { ifThere } from '../../resource-type/differences';
import type { ServiceClient } from '../../resource-type/service-client';

/** A role or user, named as calls name it. */
export type HolderName = { readonly RoleName: string } | { readonly UserName: string };

/** `AttachRolePolicy` or `AttachUserPolicy`, by what is named. */
export const operationFor = (verb: string, what: string, holder: HolderName): string =>
  `${verb}${'RoleName' in holder ? 'Role' : 'User'}${what}`;

/** ARNs of the managed policies. */
export async function attachedTo(holder: HolderName, aws: ServiceClient): Promise<string[]> {
  const answer = await aws.call(
    'iam',
    `ListAttached${'RoleName' in holder ? 'Role' : 'User'}Policies`,
    holder,
  );
  return listOf(answer.AttachedPolicies).flatMap((one) => (isObject(one) ? textOf(one.PolicyArn) : []));
}

/** Documents of the inline policies, by name. */
export async function inlineOf(holder: HolderName, aws: ServiceClient): Promise<JsonObject> {
  const { PolicyNames: names } = await aws.call('iam', operationFor('List', 'Policies', holder), holder);
  const found: JsonObject = {};
  for (const name of listOf(names)) {
    const input = { ...holder, PolicyName: name };
    const answer = await ifThere(aws.call('iam', operationFor('Get', 'Policy', holder), input));
    if (answer !== undefined) found[textOf(name)] = policyDocument(answer.PolicyDocument);
  }
  return found;
}

/** Documents travel percent-encoded. */
export const policyDocument = (encoded: Json | undefined): Json =>
  parseJson(decodeURIComponent(textOf(encoded)));

export const listOf = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);
