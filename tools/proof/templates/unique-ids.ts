import { sayProofTemplates as say } from '../../../words/say';
import { isUniqueId } from '../../iam/parse-principals';
import type { AccessInventory, Unjudged } from './inventory';
import { isObject } from './json';

/**
 * Policies that name a principal by its unique id. On a live account that is somebody who was deleted; in a template, AWS puts
 * the role or user in its place that has the id, of whatever account.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function namedByUniqueId({
  roles,
  buckets,
  resourcePolicies,
}: Pick<AccessInventory, 'roles' | 'buckets' | 'resourcePolicies'>): Unjudged[] {
  const policies = [
    ...roles.map(({ trust }) => trust),
    ...buckets.flatMap(({ policy }) => policy ?? []),
    ...resourcePolicies.map(({ policy }) => policy),
  ];
  return policies.flatMap(({ name, document, origin }) => {
    const statements = isObject(document) ? [document.Statement].flat() : [];
    const named = statements
      .filter(isObject)
      .flatMap(({ Principal: principal }) => (isObject(principal) ? [principal.AWS].flat() : []));
    const ids = named.filter((one): one is string => typeof one === 'string' && isUniqueId(one));
    return [...new Set(ids)].map((id) => ({ what: say('uniqueId', { policy: name, id }), origin }));
  });
}
