import { resolveCondition } from '../../../intrinsics/intrinsics';
import type { Scope } from '../../../intrinsics/scope';
import type { Template } from './template';
import { validationError } from '../../wire/query-protocol';

/**
 * Checks the parameters against the template's rules (CDK's CheckBootstrapVersion is one).
 *
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html
 *
 * @throws AwsError ValidationError
 */
export function checkRules({ rules }: Template, scope: Scope): void {
  for (const [name, { condition, assertions }] of rules) {
    if (condition !== undefined && !resolveCondition(condition, scope)) continue;
    const broken = assertions.filter(({ assert }) => !resolveCondition(assert, scope));
    if (broken.length > 0) {
      const reasons = broken.map(({ description }) => description).join('; ');
      throw validationError(`Template constraint validation failed for rule ${name}: ${reasons}`);
    }
  }
}
