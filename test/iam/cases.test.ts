// tools/iam/evaluate.ts with all of tools/iam/ behind it, and test/naive/evaluator.ts: the cases of test/iam/cases
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { decide } from '../../tools/iam/evaluate';
import type { Decision, PoliciesInForce } from '../../tools/iam/request';
import { parsePolicy } from '../../tools/iam/parse-policy';
import type { Policy, PolicyKind } from '../../tools/iam/policy';
import { naiveDecide, type NaivePolicies, type NaiveRequest } from '../naive/evaluator';

/** One file of test/iam/cases: one idea, with the AWS page that says so. */
interface CaseFile {
  readonly source: string;
  /** What all cases ask, unless they say otherwise. */
  readonly request: NaiveRequest;
  /** Policies by the names that the cases use. */
  readonly documents?: Readonly<Record<string, unknown>>;
  readonly cases: readonly Case[];
}

interface Case {
  readonly name: string;
  readonly source?: string;
  readonly request?: Partial<NaiveRequest>;
  /** Names of documents. Absent: the caller has no policy. */
  readonly identity?: readonly string[];
  readonly boundary?: string;
  readonly session?: readonly string[];
  readonly resource?: string;
  readonly trust?: string;
  /** Short for one identity policy that allows everything under this condition. */
  readonly condition?: unknown;
  readonly expected:
    | 'allowed'
    /** `sid` or index of the statement to blame. */
    | { readonly kind: 'explicit'; readonly in: string; readonly by: string | number }
    /** `because` of the only near miss, where the case is about it. */
    | { readonly kind: 'implicit'; readonly missing: string; readonly because?: string };
}

const FOLDER = join(__dirname, 'cases');

for (const file of readdirSync(FOLDER)) {
  const { source, request, documents = {}, cases } = read(join(FOLDER, file));

  describe(`${file} (${source})`, () => {
    test.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
      // GIVEN
      const asked = { ...request, ...one.request };
      const raw = policiesOf(one, documents);

      // WHEN
      const decision = decide(asked, parsed(raw));

      // THEN
      expect(outcome(decision, one.expected)).toEqual(one.expected);
      expect(naiveDecide(asked, raw)).toBe(one.expected === 'allowed');
    });

    test('every case cites an AWS page', () => {
      for (const one of cases)
        expect(one.source ?? source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/\S+\.html/);
    });
  });
}

function read(path: string): CaseFile {
  return JSON.parse(readFileSync(path, 'utf8')) as CaseFile;
}

function policiesOf(one: Case, documents: Readonly<Record<string, unknown>>): NaivePolicies {
  const named = (name: string): unknown => {
    if (!(name in documents)) throw new Error(`${one.name}: there is no document ${name}`);
    return documents[name];
  };
  const conditional = {
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: '*', Resource: '*', Condition: one.condition },
  };
  return {
    identity: one.condition === undefined ? (one.identity ?? []).map(named) : [conditional],
    ...(one.boundary !== undefined && { boundary: named(one.boundary) }),
    ...(one.session && { session: one.session.map(named) }),
    ...(one.resource !== undefined && { resource: { kind: 'resource', document: named(one.resource) } }),
    ...(one.trust !== undefined && { resource: { kind: 'trust', document: named(one.trust) } }),
  };
}

function parsed({ identity, boundary, session, resource }: NaivePolicies): PoliciesInForce {
  const parse = (document: unknown, kind: PolicyKind, name: string): Policy =>
    parsePolicy(document, kind, name);
  return {
    identity: identity.map((document) => parse(document, 'identity', 'identity')),
    ...(boundary !== undefined && { boundary: parse(boundary, 'identity', 'boundary') }),
    ...(session && { session: session.map((document) => parse(document, 'identity', 'session')) }),
    ...(resource && { resource: parse(resource.document, resource.kind, 'resource') }),
  };
}

/** The decision in the terms of a case, as detailed as the case wants it. */
function outcome(decision: Decision, expected: Case['expected']): unknown {
  if (decision.allowed) return 'allowed';
  const { denial } = decision;
  if (denial.kind === 'explicit') {
    return { kind: 'explicit', in: denial.in, by: denial.by.statement.sid ?? denial.by.statement.index };
  }
  const wantsReason = typeof expected === 'object' && 'because' in expected;
  const because = denial.nearMisses.map((miss) => miss.because).join(' | ');
  return { kind: 'implicit', missing: denial.missing, ...(wantsReason && { because }) };
}
