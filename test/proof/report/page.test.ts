// tools/proof/report/page.ts and tools/proof/report/report-of.ts
import { problemsPage, proofPage } from '../../../tools/proof/report/page';
import { reportOf } from '../../../tools/proof/report/report-of';
import type { ProofReport } from '../../../tools/proof/report/report';
import { cannotJudge } from '../../../tools/proof/report/finding';

test('a claim that hangs on what cannot be judged is shown as not judged, and the others are not', () => {
  const findings = [cannotJudge('a policy with a condition of its own', undefined, ['borrowers'])];
  const report = reportOf(findings, [], { notProved: [] }, 0);
  expect(report.verdict).toBe('not decided');
  expect(report.claims.map(({ id, result }) => [id, result])).toEqual([
    ['outsiders', 'holds'],
    ['borrowers', 'unknown'],
    ['permission-set', 'holds'],
    ['it-works', 'holds'],
  ]);
  const page = proofPage(report, { color: false, width: 200 });
  const marks = page.split('\n').flatMap((line) => /^ {2}([✔✘?]) /.exec(line)?.[1] ?? []);
  expect(marks.slice(0, 4)).toEqual(['✔', '?', '✔', '✔']);
  expect(page).toMatch(/^Not decided: 1 item is outside what the proof understands\./);
});

const broken: ProofReport = {
  verdict: 'broken',
  promises: [
    {
      vendor: 'Vendor',
      who: 'the group Analysts',
      through: 'arn:aws:iam::111111111111:role/VendorAccessRole',
      what: ['s3:GetObject', 's3:ListBucket'],
      onWhat: ['arn:aws:s3:::data', 'arn:aws:s3:::data/*'],
      untilWhen: '2027-01-31T00:00:00Z',
      conditions: ['with MFA', 'from 203.0.113.0/24'],
    },
    {
      vendor: 'Acme',
      who: 'everybody',
      through: 'arn:aws:iam::111111111111:role/Acme',
      what: ['s3:GetObject'],
      onWhat: ['arn:aws:s3:::data/*'],
      untilWhen: 'no end',
      conditions: ['none'],
    },
  ],
  claims: [
    { id: 'outsiders', text: 'Nobody else can assume the role.', result: 'holds', classes: 1 },
    { id: 'borrowers', text: 'The borrowers can do nothing else.', result: 'broken', classes: 2 },
    { id: 'permission-set', text: 'The permission set allows one thing.', result: 'unknown', classes: 3 },
  ],
  failures: [
    {
      claim: 'borrowers',
      kind: 'extra',
      headline: 'Borrowers can write s3:PutObject on every object of the bucket.',
      witness: {
        caller: 'a session of VendorAccessRole',
        action: 's3:PutObject',
        actionIsReal: true,
        resource: 'arn:aws:s3:::data/a',
        context: { 'aws:SourceIp': '203.0.113.1', 'aws:MultiFactorAuthAge': null },
      },
      blame: [
        {
          policy: 'inline policy',
          statement: 'Statement[0]',
          matches: 'Action s3:* matches',
          origin: { stack: 'CompanyStack', logicalId: 'Role1' },
        },
        {
          policy: 'bucket policy',
          statement: 'Statement[1]',
          matches: 'Principal * matches',
          origin: { stack: 'CompanyStack', logicalId: 'Policy', constructPath: 'CompanyStack/Bucket/Policy' },
        },
      ],
      why: 'It is not promised.',
      change: 'Take it out.',
      classes: 3,
    },
    {
      claim: 'permission-set',
      kind: 'setting',
      headline: 'It lasts PT12H.',
      blame: [
        {
          policy: 'setting',
          statement: '',
          matches: 'SessionDuration PT12H',
          origin: { stack: 'VendorStack', logicalId: 'Set', live: true },
        },
      ],
      why: 'PT1H is promised.',
      change: 'Set it.',
      classes: 1,
    },
  ],
  refusals: [
    { what: 'a policy with a condition', origin: { stack: 'VendorStack', logicalId: 'Set' } },
    { what: 'a nested stack' },
  ],
  readBothWays: ['NotPrincipal of logs', 'one other'],
  classes: 12345,
  milliseconds: 1234,
  notCovered: ['What AWS does.'],
  notProved: ['The vendor’s half is not proved, since nothing of it is in these templates.'],
};

test('the whole page, wrapped', () => {
  expect(proofPage(broken, { color: false, width: 60 })).toBe(
    [
      'The promise is broken: 2 counterexamples. Also, 2 items are not decided: they are outside what the proof understands.',
      '',
      'What is promised',
      '  Vendor',
      '    role        arn:aws:iam::111111111111:role/VendorAccessRole',
      '    who         the group Analysts',
      '    actions     s3:GetObject and s3:ListBucket',
      '    resources   arn:aws:s3:::data and arn:aws:s3:::data/*',
      '    conditions  with MFA; from 203.0.113.0/24',
      '    expires     2027-01-31T00:00:00Z (31 January 2027, 00:00',
      '                UTC)',
      '  Acme',
      '    role        arn:aws:iam::111111111111:role/Acme',
      '    who         everybody',
      '    actions     s3:GetObject',
      '    resources   arn:aws:s3:::data/*',
      '    conditions  none',
      '    expires     no end',
      '',
      'What was proved, for every possible request',
      '  ✔ Nobody else can assume the role.',
      '  ✘ The borrowers can do nothing else.',
      '  ? The permission set allows one thing.',
      '',
      'What breaks it',
      '  1. Borrowers can write s3:PutObject on every object of the',
      '     bucket.',
      '     caller      a session of VendorAccessRole',
      '     action      s3:PutObject',
      '     resource    arn:aws:s3:::data/a',
      '     context     aws:SourceIp = 203.0.113.1',
      '     context     aws:MultiFactorAuthAge not sent',
      '     allowed by  inline policy, Statement[0]: Action s3:*',
      '                 matches (CompanyStack, Role1)',
      '                 bucket policy, Statement[1]: Principal *',
      '                 matches (CompanyStack/Bucket/Policy, Policy',
      '                 in CompanyStack)',
      '     reason      It is not promised.',
      '     change      Take it out.',
      '                 3 kinds of request have this cause; this is',
      '                 one example.',
      '',
      '  2. It lasts PT12H.',
      '     found in    SessionDuration PT12H (live in VendorStack:',
      '                 Set)',
      '     reason      PT1H is promised.',
      '     change      Set it.',
      '',
      'What is not decided',
      '  ? a policy with a condition (VendorStack, Set)',
      '  ? a nested stack',
      '',
      'Not understood, and so read both ways, as giving most access',
      'and as giving least: NotPrincipal of logs; one other.',
      '',
      'What is not covered',
      '  - The vendor’s half is not proved, since nothing of it is',
      '    in these templates.',
      '  - What AWS does.',
      '',
      '12345 classes of requests decided in 1.23 s; docs/proof.md explains how.',
    ].join('\n'),
  );
});

test('only what is wrong', () => {
  const page = proofPage(broken, { color: false, width: 60 });
  const wrong = page.slice(page.indexOf('What breaks it'), page.indexOf('\n\nWhat is not covered'));
  const [headline = ''] = page.split('\n');
  expect(problemsPage(broken, { color: false, width: 60 })).toBe(`${headline}\n\n${wrong}`);
  const undecided: ProofReport = { ...broken, failures: [], readBothWays: [], verdict: 'not decided' };
  expect(problemsPage(undecided, { color: false, width: 90 })).toBe(
    [
      'Not decided: 2 items are outside what the proof understands.',
      '',
      'What is not decided',
      '  ? a policy with a condition (VendorStack, Set)',
      '  ? a nested stack',
    ].join('\n'),
  );
});

test('in color, verdicts and marks are green, red and yellow, and labels stand back', () => {
  const colored = (text: string, ...codes: (readonly [on: number, off: number])[]) =>
    codes.reduce((inner, [on, off]) => `\u001b[${on}m${inner}\u001b[${off}m`, text);
  const [bold, dim, red, green, yellow] = [
    [1, 22],
    [2, 22],
    [31, 39],
    [32, 39],
    [33, 39],
  ] as const;
  const lines = proofPage(broken, { color: true, width: 200 }).split('\n');
  const [headline = ''] = lines;
  expect(headline).toBe(
    colored(
      'The promise is broken: 2 counterexamples. Also, 2 items are not decided: they are outside what the proof understands.',
      red,
      bold,
    ),
  );
  expect(lines).toEqual(
    expect.arrayContaining([
      colored('What is promised', bold),
      `    ${colored('who', dim)}         the group Analysts`,
      `  ${colored('✔', green)} Nobody else can assume the role.`,
      `  ${colored('✘', red)} The borrowers can do nothing else.`,
      `  ${colored('?', yellow)} The permission set allows one thing.`,
      colored(
        ` ${colored(' 1.', red)} Borrowers can write s3:PutObject on every object of the bucket.`,
        bold,
      ),
      `  ${colored('?', yellow)} a nested stack`,
    ]),
  );
  const first = (report: ProofReport) => proofPage(report, { color: true, width: 200 }).split('\n')[0];
  expect(first({ ...broken, refusals: [] })).toBe(
    colored('The promise is broken: 2 counterexamples.', red, bold),
  );
  expect(first({ ...broken, failures: [], verdict: 'not decided' })).toBe(
    colored('Not decided: 2 items are outside what the proof understands.', yellow, bold),
  );
  expect(first({ ...broken, failures: [], refusals: [], verdict: 'holds' })).toBe(
    colored('The promise holds: the templates give exactly the access that was promised.', green, bold),
  );
});
