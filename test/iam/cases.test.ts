// tools/iam/evaluate.ts with all of tools/iam/ behind it, and test/naive/evaluator.ts: the cases of test/iam/cases
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { decide } from '../../tools/iam/evaluate';
import type { Decision, PoliciesInForce } from '../../tools/iam/request';
import { parsePolicy } from '../../tools/iam/parse-policy';
import type { Policy, PolicyKind } from '../../tools/iam/policy';
import { UnsupportedPolicyError } from '../../tools/iam/unsupported-policy-error';
import { naiveDecide, type NaivePolicies, type NaiveRequest } from '../naive/evaluator';

/** One file of test/iam/cases: one idea, and where it comes from. */
interface CaseFile {
  /** A page of AWS that says so, or of somebody on GitHub who measured it on AWS. */
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
  /** What tools/iam does not model yet, so that the case is skipped. */
  readonly pending?: string;
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

/** AWS's documentation, or an issue or a file on GitHub. */
const CITABLE =
  /^https:\/\/(docs\.aws\.amazon\.com\/\S+\.html|github\.com\/[\w.-]+\/[\w.-]+\/(issues\/\d+|blob\/[0-9a-f]{40}\/\S+))/;

for (const file of readdirSync(FOLDER)) {
  const { source, request, documents = {}, cases } = read(join(FOLDER, file));

  const verdictsOn = (one: Case): unknown => {
    const asked = { ...request, ...one.request };
    const raw = policiesOf(one, documents);
    return { ours: outcome(decide(asked, parsed(raw)), one.expected), naive: naiveDecide(asked, raw) };
  };

  describe(`${file} (${source})`, () => {
    const pending = cases.filter((one) => one.pending !== undefined);
    for (const one of cases) {
      if (one.pending === undefined) test(one.name, () => expect(verdictsOn(one)).toEqual(expectedOf(one)));
      else test.skip(`${one.name} (pending: ${one.pending})`, () => {});
    }

    test('what is pending does not pass yet: take the mark away where it does', () => {
      expect(pending.filter((one) => passes(one, verdictsOn)).map(({ name }) => name)).toEqual([]);
    });

    test('every case cites where it comes from', () => {
      for (const one of cases) expect(one.source ?? source).toMatch(CITABLE);
    });
  });
}

function expectedOf({ expected }: Case): unknown {
  return { ours: expected, naive: expected === 'allowed' };
}

function passes(one: Case, verdictsOn: (one: Case) => unknown): boolean {
  try {
    return isDeepStrictEqual(verdictsOn(one), expectedOf(one));
  } catch (error) {
    if (error instanceof UnsupportedPolicyError) return false;
    throw error;
  }
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
