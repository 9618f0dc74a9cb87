// tools/iam/evaluate.ts and test/naive/evaluator.ts, which must decide alike
import fc, { cases } from '../properties';
import { decide } from '../../tools/iam/evaluate';
import type { PoliciesInForce } from '../../tools/iam/request';
import { parsePolicy } from '../../tools/iam/parse-policy';
import { naiveDecide, type NaivePolicies } from '../naive/evaluator';
import { randomCase, randomCondition } from './random-policies';

test('tools/iam and a second evaluator that shares nothing with it decide thousands of random cases alike', () => {
  const outcomes = { allowed: 0, explicit: 0, identity: 0, boundary: 0, session: 0, resource: 0 };

  fc.assert(
    fc.property(randomCase(), ({ request, policies }) => {
      const decision = decide(request, parsed(policies));
      outcomes[
        decision.allowed
          ? 'allowed'
          : decision.denial.kind === 'explicit'
            ? 'explicit'
            : decision.denial.missing
      ]++;
      return decision.allowed === naiveDecide(request, policies);
    }),
    { numRuns: cases(2_000) },
  );

  // The comparison is worth something only if every outcome is common.
  for (const [outcome, count] of Object.entries(outcomes))
    expect([outcome, count > 8]).toEqual([outcome, true]);
});

test('they read every single condition alike', () => {
  fc.assert(
    fc.property(
      randomCondition(),
      ({ request, policies }) => decide(request, parsed(policies)).allowed === naiveDecide(request, policies),
    ),
    { numRuns: cases(2_000) },
  );
});

function parsed({ identity, boundary, session, resource }: NaivePolicies): PoliciesInForce {
  return {
    identity: identity.map((document) => parsePolicy(document, 'identity', 'identity')),
    ...(boundary !== undefined && { boundary: parsePolicy(boundary, 'identity', 'boundary') }),
    ...(session && { session: session.map((document) => parsePolicy(document, 'identity', 'session')) }),
    ...(resource && { resource: parsePolicy(resource.document, resource.kind, 'resource') }),
  };
}
