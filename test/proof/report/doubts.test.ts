import { undecidedStatements } from '../../../tools/iam/evaluate';
import { readPolicy, unknownPolicy } from '../../../tools/iam/parse-policy';
import type { AccessRequest, Context, PoliciesInForce } from '../../../tools/iam/request';
import type { Answer } from '../../../tools/proof/classes/promised-access';
import type { Doubt } from '../../../tools/proof/classes/request-classes';
import { doubtsFrom } from '../../../tools/proof/report/doubts';
import type { LocatedPolicy } from '../../../tools/proof/templates/inventory';
import { session } from '../promise/in-words';

const OBJECT = 'arn:aws:s3:::data/test-data.txt';
const ROLE = 'arn:aws:iam::111111111111:role/VendorAccessRole';
const HERE = { stack: 'CompanyStack', logicalId: 'Policy' };
const ELSEWHERE = { stack: 'CompanyStack', logicalId: 'Role' };
const PROMISED: Answer = { says: 'allowed' };
const NOT_PROMISED: Answer = { says: 'denied', because: { part: 'action', promised: () => '' } };

const policy = (name: string, statement: object): LocatedPolicy => ({
  ...readPolicy(
    { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*', ...statement }] },
    'identity',
    name,
  ).policy,
  origin: HERE,
});

interface Asked {
  readonly action?: string;
  readonly resource?: string;
  readonly context?: Context;
  readonly answer?: Answer;
}

function doubt(
  inForce: PoliciesInForce,
  { action = 's3:GetObject', resource = OBJECT, context = {}, answer = NOT_PROMISED }: Asked = {},
): Doubt {
  const caller = session('111111111111', 'VendorAccessRole');
  const request: AccessRequest = { caller, action, resource, resourceAccount: '111111111111', context };
  return { request, answer, undecided: undecidedStatements(request, inForce) };
}

const told = (...doubts: Doubt[]) => doubtsFrom(doubts, ['borrowers'], ELSEWHERE);
const CAN = `A session of the role ${ROLE} can do s3:GetObject on ${OBJECT}.`;
const NOT = `So it cannot be told whether this is true, which was not promised: ${CAN}`;
const variable = '$' + '{aws:username}';

describe('why it cannot be decided', () => {
  test.each<[object, Context, string]>([
    [
      { Resource: `arn:aws:s3:::data/${variable}` },
      {},
      `P, statement 1: Resource "arn:aws:s3:::data/${variable}" holds a policy variable that is not modelled`,
    ],
    [
      { Resource: 'arn:aws:s3*data/test-data.txt' },
      {},
      'P, statement 1: Resource "arn:aws:s3*data/test-data.txt" has a wildcard before the last part of the ARN, and AWS does not say how far it reaches',
    ],
    [
      { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-abc' } } },
      { 'aws:principalorgid': null },
      'P, statement 1: its condition StringEquals aws:PrincipalOrgID depends on the organization that the company is in, which company.organizationId in parameters.ts can say',
    ],
    [
      { Condition: { StringEquals: { 'aws:CalledVia': 'x' } } },
      { 'aws:calledvia': ['x', 'y'] },
      'P, statement 1: its condition StringEquals aws:CalledVia cannot be decided, because the key can have several values in one request and the operator does not say which must match (ForAnyValue: and ForAllValues: do)',
    ],
  ])('%j with %j', (statement, context, why) => {
    const [finding, ...others] = told(doubt({ identity: [policy('P', statement)] }, { context }));
    expect(others).toEqual([]);
    expect(finding).toEqual({
      kind: 'unjudged',
      what: `${why}. ${NOT}`,
      origin: HERE,
      claims: ['borrowers'],
      causes: ['P#0'],
    });
  });
});

test('a policy of which nothing is known', () => {
  const nothing = { ...unknownPolicy('P', 'the text of P is not in the templates'), origin: HERE };
  expect(told(doubt({ identity: [nothing] }))[0]).toMatchObject({
    what: `The text of P is not in the templates. ${NOT}`,
    origin: HERE,
  });
});

const organization = { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-abc' } } };
const context = { 'aws:principalorgid': null };

test('what was promised hangs on another claim', () => {
  const [finding] = told(doubt({ identity: [policy('P', organization)] }, { context, answer: PROMISED }));
  expect(finding).toMatchObject({ claims: ['it-works'] });
  expect(finding).toHaveProperty('what', expect.stringContaining(`which was promised: ${CAN}`));
});

test('one finding for each cause, with every claim; what may be too much is told first', () => {
  const one = { identity: [policy('P', organization)] };
  const other = { identity: [policy('Q', organization)] };
  const found = told(
    doubt(one, { context, answer: PROMISED }),
    doubt(one, { context, action: 's3:Unheard' }),
    doubt(one, { context, action: 's3:PutObject' }),
    doubt(other, { context }),
  );
  expect(found).toMatchObject([
    { claims: ['it-works', 'borrowers'], causes: ['P#0'] },
    { claims: ['borrowers'], causes: ['Q#0'] },
  ]);
  expect(found[0]).toHaveProperty('what', expect.stringContaining('can do s3:PutObject'));
});

test('two statements are both told, and each cause once', () => {
  const both = { identity: [policy('P', organization), policy('Q', organization)] };
  const [finding] = told(doubt(both, { context }));
  expect(finding).toMatchObject({ causes: ['P#0', 'Q#0'] });
  const { what } = finding as { what: string };
  expect(what.split('; ')).toHaveLength(2);
  expect(what).toMatch(/^P, statement 1: .*; Q, statement 1: /);
});

test('where it is not known what was promised, that is all that is told', () => {
  const answer: Answer = { says: 'unknown', what: 'It cannot be told.' };
  const found = told(doubt({ identity: [policy('P', {})] }, { answer }), doubt({ identity: [] }, { answer }));
  expect(found).toEqual([
    {
      kind: 'unjudged',
      what: 'It cannot be told.',
      origin: ELSEWHERE,
      claims: ['borrowers'],
      causes: ['It cannot be told.'],
    },
  ]);
});

test('without a claim that hangs on it there is none', () => {
  expect(
    doubtsFrom([doubt({ identity: [policy('P', organization)] }, { context })], [], ELSEWHERE),
  ).toMatchObject([{ claims: [] }]);
});
