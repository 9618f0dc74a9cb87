// tools/iam/parse-policy.ts, tools/iam/parse-statement.ts, tools/iam/parse-principals.ts, tools/iam/parse-conditions.ts
import { inLanguage } from '../../words/speech';
import fc, { cases } from '../properties';
import { parsePolicy } from '../../tools/iam/parse-policy';
import { UnsupportedPolicyError } from '../../tools/iam/unsupported-policy-error';
import type { PolicyKind } from '../../tools/iam/policy';

const BUCKET = 'arn:aws:s3:::data/*';
const allow = { Effect: 'Allow', Action: 's3:GetObject', Resource: BUCKET };
const lend = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: '222222222222' } };
const share = { ...allow, Principal: { AWS: '222222222222' } };

describe('what is understood', () => {
  test('every element of an identity policy', () => {
    const policy = parsePolicy(
      {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'Read',
            Effect: 'Allow',
            Action: ['s3:Get*', 's3:ListBucket'],
            NotResource: 'arn:aws:s3:::secret/*',
            Condition: {
              NumericLessThan: { 's3:TlsVersion': 1.3 },
              BoolIfExists: { 'aws:SecureTransport': [true, 'false'] },
            },
          },
          { Effect: 'Deny', NotAction: 's3:*', Resource: '*' },
        ],
      },
      'identity',
      'mine',
    );

    expect(policy).toEqual({
      kind: 'identity',
      name: 'mine',
      statements: [
        {
          index: 0,
          sid: 'Read',
          effect: 'Allow',
          action: { negated: false, patterns: ['s3:Get*', 's3:ListBucket'] },
          resource: { negated: true, patterns: ['arn:aws:s3:::secret/*'] },
          conditions: [
            { operator: 'NumericLessThan', ifExists: false, key: 's3:tlsversion', values: ['1.3'] },
            { operator: 'Bool', ifExists: true, key: 'aws:securetransport', values: ['true', 'false'] },
          ],
        },
        {
          index: 1,
          effect: 'Deny',
          action: { negated: true, patterns: ['s3:*'] },
          resource: { negated: false, patterns: ['*'] },
          conditions: [],
        },
      ],
    });
  });

  test.each([
    ['*', [{ type: 'everyone' }]],
    [{ AWS: '*' }, [{ type: 'everyone' }]],
    [{ AWS: '222222222222' }, [{ type: 'account', account: '222222222222' }]],
    [{ AWS: 'arn:aws:iam::222222222222:root' }, [{ type: 'account', account: '222222222222' }]],
    [
      {
        AWS: [
          'arn:aws:iam::222222222222:role/path/to/reader',
          'arn:aws:sts::222222222222:assumed-role/reader/me@example.com',
        ],
      },
      [
        { type: 'arn', account: '222222222222', arn: 'arn:aws:iam::222222222222:role/path/to/reader' },
        {
          type: 'arn',
          account: '222222222222',
          arn: 'arn:aws:sts::222222222222:assumed-role/reader/me@example.com',
        },
      ],
    ],
    [
      { Service: ['lambda.amazonaws.com', 'logs.ap-northeast-1.amazonaws.com'], AWS: '111111111111' },
      [
        { type: 'service', service: 'lambda.amazonaws.com' },
        { type: 'service', service: 'logs.ap-northeast-1.amazonaws.com' },
        { type: 'account', account: '111111111111' },
      ],
    ],
    [
      { Federated: ['www.amazon.com', 'arn:aws:iam::222222222222:oidc-provider/token.example/id/1'] },
      [
        { type: 'federated', provider: 'www.amazon.com' },
        { type: 'federated', provider: 'arn:aws:iam::222222222222:oidc-provider/token.example/id/1' },
      ],
    ],
    [
      { AWS: ['AROAJQABLZS4A3QDU576Q', 'AIDAJQABLZS4A3QDU576Q'] },
      [
        { type: 'gone', id: 'AROAJQABLZS4A3QDU576Q' },
        { type: 'gone', id: 'AIDAJQABLZS4A3QDU576Q' },
      ],
    ],
  ])('Principal %j', (principal, expected) => {
    const policy = parsePolicy({ Statement: { ...lend, Principal: principal } }, 'trust', 'trust');

    expect(policy.statements[0]?.principals).toEqual(expected);
  });

  test.each([
    ['one statement without a list', { Version: '2012-10-17', Statement: allow }],
    [
      'the older version, which differs in policy variables alone',
      { Version: '2008-10-17', Statement: [allow] },
    ],
    ['no version, which means the older one', { Statement: [allow] }],
    ['an empty Condition, as the console writes it', { Statement: [{ ...allow, Condition: {} }] }],
    [
      'an empty Sid, twice',
      {
        Statement: [
          { Sid: '', ...allow },
          { Sid: '', ...allow },
        ],
      },
    ],
    [
      'unicode in a resource and in a value',
      {
        Statement: [
          {
            ...allow,
            Resource: 'arn:aws:s3:::data/日本/*',
            Condition: { StringLike: { 'aws:PrincipalTag/команда': 'жё*' } },
          },
        ],
      },
    ],
  ])('%s', (_name, document) => {
    expect(() => parsePolicy(document, 'identity', 'mine')).not.toThrow();
  });

  test('a resource policy may have an Id, and spaces in its Sid', () => {
    expect(() =>
      parsePolicy(
        { Id: 'my policy', Statement: { Sid: 'let them read', ...share } },
        'resource',
        'bucket policy',
      ),
    ).not.toThrow();
  });
});

describe('what is refused, by name', () => {
  const statement = (change: object): unknown => ({
    Version: '2012-10-17',
    Statement: [{ ...allow, ...change }],
  });
  const principal = (value: unknown): unknown => ({
    Version: '2012-10-17',
    Statement: [{ ...lend, Principal: value }],
  });
  const condition = (value: unknown): unknown => statement({ Condition: value });

  test.each<[string, PolicyKind, unknown, string]>([
    // the document
    ['text', 'identity', '{}', 'document must be a JSON object, got "{}"'],
    ['a list', 'identity', [], 'document must be a JSON object, got []'],
    ['null', 'identity', null, 'document must be a JSON object, got null'],
    ['no statement', 'identity', { Version: '2012-10-17' }, 'Statement is missing'],
    ['no statements', 'identity', { Statement: [] }, 'Statement must not be empty'],
    [
      'a statement that is none',
      'identity',
      { Statement: ['x'] },
      'Statement[0] must be a JSON object, got "x"',
    ],
    [
      'a version yet to come',
      'identity',
      { Version: '2030-01-01', Statement: allow },
      'Version must be "2012-10-17", got "2030-01-01"',
    ],
    [
      'a misspelt element',
      'identity',
      { Statements: [], Statement: allow },
      'Statements is not an element of a policy; Version, Id and Statement are',
    ],
    [
      'an element called __proto__',
      'identity',
      JSON.parse('{"__proto__":1,"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}'),
      '__proto__ is not an element of a policy; Version, Id and Statement are',
    ],
    // elements of a statement
    [
      'a misspelt Condition',
      'identity',
      statement({ Conditions: {} }),
      'Statement[0].Conditions is not an element of a statement; Sid, Effect, Principal, NotPrincipal, Action, NotAction, Resource, NotResource, Condition are',
    ],
    [
      'NotPrincipal',
      'resource',
      { Statement: { Effect: 'Deny', NotPrincipal: '*', Action: 's3:GetObject', Resource: '*' } },
      'Statement[0].NotPrincipal is not modelled; use Principal "*" and a condition on aws:PrincipalArn',
    ],
    [
      'NotPrincipal beside Principal',
      'resource',
      { Statement: { ...share, NotPrincipal: '*' } },
      'Statement[0] must not have both Principal and NotPrincipal',
    ],
    ...[
      'Google',
      'https://accounts.google.com',
      'accounts.google.com/',
      'arn:aws:iam::222222222222:role/saml-provider/idp',
      'x:arn:aws:iam::222222222222:saml-provider/idp',
      'arn:aws:iam::222222222222:saml-provider/idp of ann',
    ].map((provider): [string, PolicyKind, unknown, string] => [
      `the provider ${provider}`,
      'trust',
      principal({ Federated: provider }),
      `Statement[0].Principal.Federated must be the ARN of a SAML or OIDC provider, or a host such as "accounts.google.com", got "${provider}"`,
    ]),
    [
      'a set operator that does not exist',
      'identity',
      condition({ 'ForSomeValues:StringEquals': { 'aws:TagKeys': 'a' } }),
      'Statement[0].Condition.ForSomeValues:StringEquals is not a condition operator that is known (spelling and case count)',
    ],
    [
      'a variable in a policy of the older version',
      'identity',
      { Version: '2008-10-17', Statement: { ...allow, Resource: 'arn:aws:s3:::${aws:PrincipalAccount}' } },
      'Statement[0] holds "${", which is a policy variable only with Version "2012-10-17"',
    ],
    [
      'an Effect in lower case',
      'identity',
      statement({ Effect: 'allow' }),
      'Statement[0].Effect must be "Allow" or "Deny", got "allow"',
    ],
    [
      'no Effect',
      'identity',
      { Statement: { Action: '*', Resource: '*' } },
      'Statement[0].Effect must be "Allow" or "Deny", got nothing',
    ],
    [
      'a Sid with spaces',
      'identity',
      statement({ Sid: 'let me' }),
      'Statement[0].Sid may hold only letters and digits, got "let me"',
    ],
    ['a Sid that is a number', 'identity', statement({ Sid: 1 }), 'Statement[0].Sid must be a string, got 1'],
    [
      'a Sid twice',
      'identity',
      {
        Statement: [
          { Sid: 'A', ...allow },
          { Sid: 'A', ...allow },
        ],
      },
      'Statement[1].Sid "A" is used twice',
    ],
    // actions
    [
      'no action',
      'identity',
      { Statement: { Effect: 'Allow', Resource: '*' } },
      'Statement[0] must have Action or NotAction',
    ],
    [
      'both kinds of action',
      'identity',
      statement({ NotAction: 's3:*' }),
      'Statement[0] must not have both Action and NotAction',
    ],
    [
      'an empty list of actions',
      'identity',
      statement({ Action: [] }),
      'Statement[0].Action must not be empty',
    ],
    [
      'an action that is a number',
      'identity',
      statement({ Action: [7] }),
      'Statement[0].Action must be a string or a list of strings, got 7',
    ],
    ...[
      's3',
      's3:',
      ':GetObject',
      's*:GetObject',
      '*:*',
      's3:Get Object',
      's3:GetObject\n',
      's3:${aws:username}',
      '',
    ].map((action): [string, PolicyKind, unknown, string] => [
      `the action ${JSON.stringify(action)}`,
      'identity',
      statement({ Action: action }),
      `Statement[0].Action must be "*" or "service:Action" without a wildcard in the service, got ${JSON.stringify(action)}`,
    ]),
    [
      'another service in a trust policy',
      'trust',
      { Statement: { ...lend, Action: 's3:*' } },
      'Statement[0].Action of a trust policy must be an STS action such as "sts:AssumeRole", got "s3:*"',
    ],
    [
      'everything in a trust policy',
      'trust',
      { Statement: { ...lend, Action: '*' } },
      'Statement[0].Action of a trust policy must be an STS action such as "sts:AssumeRole", got "*"',
    ],
    [
      'NotAction in a trust policy',
      'trust',
      { Statement: { Effect: 'Allow', Principal: '*', NotAction: 'sts:AssumeRole' } },
      'Statement[0].NotAction is not modelled in a trust policy',
    ],
    // resources
    [
      'no resource',
      'identity',
      { Statement: { Effect: 'Allow', Action: '*' } },
      'Statement[0] must have Resource or NotResource',
    ],
    [
      'both kinds of resource',
      'identity',
      statement({ NotResource: '*' }),
      'Statement[0] must not have both Resource and NotResource',
    ],
    [
      'a resource in a trust policy',
      'trust',
      { Statement: { ...lend, Resource: '*' } },
      'Statement[0].Resource is not allowed in a trust policy',
    ],
    [
      'an object where a resource should be',
      'identity',
      statement({ Resource: { Ref: 'Bucket' } }),
      'Statement[0].Resource must be a string or a list of strings, got {"Ref":"Bucket"}',
    ],
    ...[
      'data/*',
      'arn:aws:s3',
      'arn:aws:s3:::',
      'arn:aws:*:::data',
      'arn:aws:s?:::data',
      'arn:*',
      '**',
      'arn:aws::::data',
      'ARN:aws:s3:::data',
      '',
    ].map((resource): [string, PolicyKind, unknown, string] => [
      `the resource ${JSON.stringify(resource)}`,
      'identity',
      statement({ Resource: resource }),
      `Statement[0].Resource must be "*" or an ARN of six parts that names its service, got ${JSON.stringify(resource)}`,
    ]),
    [
      'a policy variable',
      'identity',
      statement({ Resource: 'arn:aws:s3:::data/${aws:username}/*' }),
      'Statement[0].Resource holds a policy variable, which is not modelled: "arn:aws:s3:::data/${aws:username}/*"',
    ],
    [
      'an escaped wildcard',
      'identity',
      statement({ Resource: 'arn:aws:s3:::data/${*}' }),
      'Statement[0].Resource holds a policy variable, which is not modelled: "arn:aws:s3:::data/${*}"',
    ],
    // principals
    [
      'a principal in an identity policy',
      'identity',
      statement({ Principal: '*' }),
      'Statement[0].Principal is not allowed in an identity policy',
    ],
    [
      'no principal in a trust policy',
      'trust',
      { Statement: { Effect: 'Allow', Action: 'sts:AssumeRole' } },
      'Statement[0].Principal is missing: a trust policy must name one',
    ],
    [
      'no principal in a bucket policy',
      'resource',
      statement({}),
      'Statement[0].Principal is missing: a resource policy must name one',
    ],
    ['an empty principal', 'trust', principal({}), 'Statement[0].Principal must not be empty'],
    [
      'a bare account',
      'trust',
      principal('222222222222'),
      'Statement[0].Principal must be "*" or an object with AWS, Service or Federated, got "222222222222"',
    ],
    [
      'an empty list of principals',
      'trust',
      principal({ AWS: [] }),
      'Statement[0].Principal.AWS must not be empty',
    ],
    [
      'an account that lost its quotes',
      'trust',
      principal({ AWS: 222222222222 }),
      'Statement[0].Principal.AWS must be a string or a list of strings, got 222222222222',
    ],
    [
      'a canonical user',
      'trust',
      principal({ CanonicalUser: '79a5' }),
      'Statement[0].Principal.CanonicalUser is not modelled: which account has the canonical user id is not known',
    ],
    [
      'a misspelt type',
      'trust',
      principal({ aws: '222222222222' }),
      'Statement[0].Principal.aws is no kind of principal; AWS, Service and Federated are',
    ],
    ...[
      'arn:aws:iam::222222222222:role/*',
      'arn:aws:iam::*:root',
      'arn:aws:sts::222222222222:assumed-role/reader/*',
      '2222*',
    ].map((arn): [string, PolicyKind, unknown, string] => [
      `a wildcard in a principal: ${arn}`,
      'trust',
      principal({ AWS: arn }),
      `Statement[0].Principal.AWS must be "*" or hold no wildcard at all, got "${arn}"`,
    ]),
    [
      'a variable in a principal',
      'trust',
      principal({ AWS: 'arn:aws:iam::222222222222:user/${aws:username}/x' }),
      'Statement[0].Principal.AWS holds a policy variable, which is not modelled: "arn:aws:iam::222222222222:user/${aws:username}/x"',
    ],
    ...[
      '22222222222',
      'AROAEXAMPLEID',
      'arn:aws:iam::222222222222:group/g',
      'arn:aws:sts::222222222222:federated-user/f',
      'arn:aws:iam::222222222222:saml-provider/p',
      'arn:aws:iam::222222222222:role/',
      'arn:aws:iam:us-east-1:222222222222:root',
      'arn:awz:iam::222222222222:root',
      'arn:aws:sts::222222222222:assumed-role/reader',
      'arn:aws:iam::222222222222:rootless',
      'arn:aws:iam::2222222222220:root',
      'arn:aws:iam::0222222222222:root',
      'arn:aws:iam::222222222222:super/role/reader',
      'arn:aws:iam::222222222222:role/reader of data',
      'arn:aws:iam::222222222222:assumed-role/reader/ann',
      'arn:aws:sts::222222222222:root',
      'arn:aws:sts::222222222222:role/reader',
      'arn:aws:sts::222222222222:not-assumed-role/reader/ann',
      'arn:aws:sts::222222222222:assumed-role/reader/ann/x',
      'arn:aws:s3:::data',
      '2222222222220',
      '0222222222222',
      'arn:AROAJQABLZS4A3QDU576Q',
      'AROAJQABLZS4A3QDU576Q of ann',
    ].map((name): [string, PolicyKind, unknown, string] => [
      `the principal ${name}`,
      'trust',
      principal({ AWS: name }),
      `Statement[0].Principal.AWS must be an account or the ARN of a user, role or role session, got "${name}"`,
    ]),
    ...[
      '*',
      'lambda',
      'amazonaws.com',
      'evil.example/lambda.amazonaws.com',
      'lambda.amazonaws.com.evil.example',
      'lambda.amazonaws.com.cnn',
    ].map((service): [string, PolicyKind, unknown, string] => [
      `the service ${service}`,
      'trust',
      principal({ Service: service }),
      `Statement[0].Principal.Service must be a service such as "lambda.amazonaws.com", got "${service}"`,
    ]),
    // conditions
    [
      'a condition that is a list',
      'identity',
      condition([]),
      'Statement[0].Condition must be a JSON object, got []',
    ],
    [
      'an operator without keys',
      'identity',
      condition({ StringEquals: {} }),
      'Statement[0].Condition.StringEquals must name a condition key',
    ],
    [
      'an operator with text',
      'identity',
      condition({ StringEquals: 'x' }),
      'Statement[0].Condition.StringEquals must be an object of condition keys, got "x"',
    ],
    [
      'BinaryEquals',
      'identity',
      condition({ BinaryEquals: { 'aws:Key': 'QQ==' } }),
      'Statement[0].Condition.BinaryEquals is not modelled',
    ],
    [
      'NullIfExists',
      'identity',
      condition({ NullIfExists: { 'aws:Key': 'true' } }),
      'Statement[0].Condition.NullIfExists does not exist: Null itself asks whether the key exists',
    ],
    ...[
      'stringEquals',
      'StringEqual',
      'StringLikeifExists',
      'StringEqualsIfExistsIfExists',
      'IfExists',
      '',
      'constructor',
      'NotBool',
    ].map((operator): [string, PolicyKind, unknown, string] => [
      `the operator ${JSON.stringify(operator)}`,
      'identity',
      condition({ [operator]: { 'aws:Key': 'x' } }),
      `Statement[0].Condition.${operator} is not a condition operator that is known (spelling and case count)`,
    ]),
    ...[
      'ExternalId',
      '',
      'aws:',
      'aws:PrincipalTag/*',
      'aws:PrincipalTag/${x}',
      'aws:Principal Arn',
      '*',
    ].map((key): [string, PolicyKind, unknown, string] => [
      `the key ${JSON.stringify(key)}`,
      'identity',
      condition({ StringEquals: { [key]: 'x' } }),
      `Statement[0].Condition.StringEquals.${key} must be a condition key such as "aws:SourceIp"`,
    ]),
    [
      'a key twice, in different case',
      'identity',
      condition({ StringEquals: { 'aws:Key': 'a', 'AWS:key': 'b' } }),
      'Statement[0].Condition.StringEquals.AWS:key is there twice: keys are the same whatever their case',
    ],
    [
      'no values',
      'identity',
      condition({ StringEquals: { 'aws:Key': [] } }),
      'Statement[0].Condition.StringEquals.aws:Key must have a value',
    ],
    [
      'null as a value',
      'identity',
      condition({ StringEquals: { 'aws:Key': null } }),
      'Statement[0].Condition.StringEquals.aws:Key must be text, a number or a boolean, got null',
    ],
    [
      'a list in a list',
      'identity',
      condition({ StringEquals: { 'aws:Key': [['a']] } }),
      'Statement[0].Condition.StringEquals.aws:Key must be text, a number or a boolean, got ["a"]',
    ],
    [
      'a number that JSON cannot hold',
      'identity',
      // oxlint-disable-next-line no-loss-of-precision -- that it is lost is why the parser refuses it
      condition({ StringEquals: { 'aws:Key': 12345678901234567890 } }),
      'Statement[0].Condition.StringEquals.aws:Key must be text, a number or a boolean, got 12345678901234567000',
    ],
    [
      'a number where text is compared',
      'identity',
      condition({ StringEquals: { 's3:TlsVersion': 1.2 } }),
      'Statement[0].Condition.StringEquals.s3:TlsVersion is compared as text: write "…" around it, or 1.0 has become 1, got 1.2',
    ],
    [
      'a variable as a value',
      'identity',
      condition({ StringEquals: { 'aws:Key': ['x', '${aws:username}'] } }),
      'Statement[0].Condition.StringEquals.aws:Key holds a policy variable, which is not modelled: "${aws:username}"',
    ],
    [
      'a date that is none',
      'identity',
      condition({ DateLessThan: { 'aws:CurrentTime': '2026-02-30' } }),
      'Statement[0].Condition.DateLessThan.aws:CurrentTime must be a date such as "2026-11-23T10:00:00Z" or epoch seconds, got "2026-02-30"',
    ],
    [
      'a number that is none',
      'identity',
      condition({ NumericEqualsIfExists: { 's3:max-keys': 'ten' } }),
      'Statement[0].Condition.NumericEqualsIfExists.s3:max-keys must be a number of at most 15 digits, got "ten"',
    ],
    [
      'an address that is none',
      'identity',
      condition({ NotIpAddress: { 'aws:SourceIp': '203.0.113.0/33' } }),
      'Statement[0].Condition.NotIpAddress.aws:SourceIp must be an IP address or a CIDR range, got "203.0.113.0/33"',
    ],
    [
      'an ARN that is none',
      'identity',
      condition({ ArnLike: { 'aws:PrincipalArn': '*' } }),
      'Statement[0].Condition.ArnLike.aws:PrincipalArn is compared as an ARN and is none of six parts: "*"',
    ],
    [
      'a boolean that is none',
      'identity',
      condition({ Bool: { 'aws:SecureTransport': 'yes' } }),
      'Statement[0].Condition.Bool.aws:SecureTransport must be "true" or "false", got "yes"',
    ],
    [
      'a boolean that is none, for Null',
      'identity',
      condition({ Null: { 'aws:TokenIssueTime': 0 } }),
      'Statement[0].Condition.Null.aws:TokenIssueTime must be "true" or "false", got 0',
    ],
    [
      'case that AWS does not define',
      'identity',
      condition({ StringEqualsIgnoreCase: { 'aws:Key': 'straße' } }),
      'Statement[0].Condition.StringEqualsIgnoreCase.aws:Key must hold only ASCII to be compared without regard to case, got "straße"',
    ],
  ])('%s', (_name, kind, document, problem) => {
    expect(problemsOf(document, kind)).toEqual([problem]);
  });

  test('everything that is wrong, at once, under the name of the policy', () => {
    const document = {
      Version: 'new',
      Statement: [
        { Effect: 'allow', Action: 's3', Resource: 'data' },
        { Effect: 'Deny', Actions: '*', Resource: '*' },
      ],
    };

    expect(() => parsePolicy(document, 'identity', 'VendorS3AccessPolicy')).toThrow(
      'VendorS3AccessPolicy: Version must be "2012-10-17", got "new"; ' +
        'Statement[0].Action must be "*" or "service:Action" without a wildcard in the service, got "s3"; ' +
        'Statement[0].Resource must be "*" or an ARN of six parts that names its service, got "data"; ' +
        'Statement[0].Effect must be "Allow" or "Deny", got "allow"; ' +
        'Statement[1].Actions is not an element of a statement; Sid, Effect, Principal, NotPrincipal, Action, NotAction, Resource, NotResource, Condition are; ' +
        'Statement[1] must have Action or NotAction',
    );
  });

  test('in Japanese, where that is spoken; the place and the value stay as they are written', () => {
    const document = { Statement: { ...lend, Effect: 'allow', Condition: { Like: { 'aws:Key': 'x' } } } };
    expect(inLanguage('ja', () => problemsOf(document, 'trust'))).toEqual([
      'Statement[0].Condition.Like: 知らない条件演算子です (大文字と小文字も区別します)。',
      'Statement[0].Effect: "Allow" か "Deny" にしてください。現在の値: "allow"',
    ]);
  });

  function problemsOf(document: unknown, kind: PolicyKind): readonly string[] {
    try {
      parsePolicy(document, kind, 'policy');
    } catch (error) {
      if (error instanceof UnsupportedPolicyError) return error.problems;
      throw error;
    }
    return [];
  }
});

describe('whatever JSON it is given', () => {
  const kinds = fc.constantFrom<PolicyKind>('identity', 'resource', 'trust');
  const anyJson = fc.jsonValue({ maxDepth: 4 });
  /** A policy in which each element may be anything, so that every parser is reached. */
  const nearly = fc.record(
    {
      Version: fc.oneof(fc.constant('2012-10-17'), anyJson),
      Statement: fc.oneof(
        fc.array(
          fc.record(
            {
              Sid: fc.oneof(fc.string(), anyJson),
              Effect: fc.oneof(fc.constantFrom('Allow', 'Deny'), anyJson),
              Principal: fc.oneof(
                fc.constant('*'),
                fc.dictionary(fc.constantFrom('AWS', 'Service', 'Federated'), anyJson),
                anyJson,
              ),
              Action: fc.oneof(fc.constant('s3:*'), anyJson),
              Resource: fc.oneof(fc.constant('*'), anyJson),
              Condition: fc.dictionary(
                fc.constantFrom('StringEquals', 'DateLessThan', 'IpAddress', 'Null', 'x'),
                fc.oneof(fc.dictionary(fc.constantFrom('aws:a', 'b'), anyJson), anyJson),
              ),
            },
            { requiredKeys: [] },
          ),
        ),
        anyJson,
      ),
    },
    { requiredKeys: [] },
  );

  test('parsePolicy returns a policy or throws UnsupportedPolicyError with at least one problem, and nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(nearly, anyJson), kinds, (document, kind) => {
        try {
          const { statements } = parsePolicy(document, kind, 'any');
          return statements.length > 0;
        } catch (error) {
          return error instanceof UnsupportedPolicyError && error.problems.length > 0;
        }
      }),
      { numRuns: cases(100) },
    );
  });

  test('values that no JSON holds are refused the same way', () => {
    const loop: Record<string, unknown> = {};
    loop.Statement = loop;
    for (const odd of [
      undefined,
      Symbol('s'),
      1n,
      NaN,
      () => 1,
      new Date(),
      new Map(),
      loop,
      { Statement: { Effect: 1n, Action: [loop], Resource: Symbol('s') } },
    ]) {
      expect(() => parsePolicy(odd, 'identity', 'odd')).toThrow(UnsupportedPolicyError);
    }
  });
});
