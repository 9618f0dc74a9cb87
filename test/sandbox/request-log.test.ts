import { inLanguage } from '../../words/speech';
import type { AccessRequest, Denial, PolicyType } from '../../tools/iam/request';
import type { RequestEntry } from '../../tools/sandbox/request-entry';
import { requestData, requestLine, requestLines } from '../../tools/sandbox/request-log';

describe('a line of the log', () => {
  const entry: RequestEntry = {
    time: new Date('2026-11-23T21:40:03Z'),
    requestId: 'r',
    service: 's3',
    operation: 'HeadObject',
    caller: { kind: 'user', account: '111111111111', arn: 'arn:aws:iam::111111111111:user/Administrator' },
    authorizations: [],
    status: 200,
  };
  const line = (more: Partial<RequestEntry>) => requestLine({ ...entry, ...more }, { color: false });

  test('says when, what came of it, who and what', () => {
    expect(line({})).toBe('21:40:03 allowed  111111111111 Administrator  s3:HeadObject');
  });

  test('tells a refusal from a failure, by status or by code', () => {
    const error = (code: string) => ({ error: { code, message: 'Told.' } });
    expect(line({ status: 403, ...error('AccessDenied') })).toContain('denied');
    expect(line({ status: 400, ...error('ExpiredToken') })).toContain('denied');
    expect(line({ status: 404, ...error('NoSuchKey') })).toMatch(/failed .* NoSuchKey: Told\.$/);
  });

  test('says what the sandbox knows and AWS does not say', () => {
    const told = (message: string) =>
      line({ status: 400, error: { code: 'ValidationError', message, remark: 'It is B.' } });
    expect(told('A is wrong.')).toMatch(/ValidationError: A is wrong\. It is B\.$/);
    expect(told('')).toMatch(/ValidationError: It is B\.$/);
  });

  const sides = { caller: 'company', owner: 'company' };
  const question = {
    caller: entry.caller,
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::b/k',
    resourceAccount: '111111111111',
    context: {},
  };
  const stranger: AccessRequest['caller'] = {
    kind: 'user',
    account: '222222222222',
    arn: 'arn:aws:iam::222222222222:user/Administrator',
  };
  const statement = {
    index: 0,
    sid: 'NoSecrets',
    effect: 'Deny' as const,
    action: { negated: false, patterns: ['*'] },
    conditions: [],
  };
  const blamed = {
    policy: { kind: 'resource' as const, name: 'bucket policy of b', statements: [statement] },
    statement,
  };
  const denied = (denial: Denial, more: Partial<AccessRequest> = {}): Partial<RequestEntry> => ({
    operation: 'GetObject',
    status: 403,
    error: { code: 'AccessDenied', message: 'Access Denied' },
    authorizations: [{ request: { ...question, ...more }, decision: { allowed: false, denial }, sides }],
  });
  const explicit: Denial = { kind: 'explicit', in: 'resource', by: blamed };
  const implicit = (missing: PolicyType, ...because: string[]): Denial => ({
    kind: 'implicit',
    missing,
    nearMisses: because.map((reason) => ({ ...blamed, because: reason })),
  });

  test('names the statement that refused, or that came closest', () => {
    expect(line(denied(explicit))).toBe(
      '21:40:03 denied   111111111111 Administrator  s3:GetObject arn:aws:s3:::b/k  AccessDenied: NoSecrets of bucket policy of b denies it (company)',
    );
    expect(line(denied(implicit('identity', 'action', 'resource')))).toMatch(
      /  AccessDenied: no identity-based policy of the caller allows it \(company\)\. Closest statement: NoSecrets of bucket policy of b; its Resource does not match$/,
    );
  });

  test('does not call a statement close that is about something else', () => {
    expect(line(denied(implicit('identity', 'action')))).toMatch(
      /no identity-based policy of the caller allows it \(company\)$/,
    );
  });

  test('says what S3 keeps from callers of other accounts', () => {
    const from = { caller: stranger };
    expect(line(denied(implicit('resource', 'principal'), from))).toMatch(
      /  AccessDenied: no resource-based policy allows this caller \(company\)\. Closest statement: NoSecrets of bucket policy of b; its Principal does not match$/,
    );
    expect(line(denied(implicit('identity'), from))).toMatch(
      /: no identity-based policy of the caller allows it \(company\)$/,
    );
    expect(line(denied(explicit, from))).toMatch(/: NoSecrets of bucket policy of b denies it \(company\)$/);
    expect(
      line({ caller: { kind: 'anonymous' }, ...denied(explicit), authorizations: [], path: '/b/k' }),
    ).toBe(
      "21:40:03 denied   anonymous  s3:GetObject /b/k  AccessDenied: the bucket's public access block has RestrictPublicBuckets",
    );
  });

  test('names the operation where its action does not', () => {
    const by = { request: question, decision: { allowed: true as const, by: [blamed] }, sides };
    expect(line({ authorizations: [by] })).toMatch(
      /  s3:GetObject \(HeadObject\) arn:aws:s3:::b\/k  allowed by NoSecrets of bucket policy of b \(company\)$/,
    );
    expect(line({ authorizations: [by], operation: 'GetObject' })).toMatch(
      /  s3:GetObject arn:aws:s3:::b\/k  allowed by/,
    );
    const put = { ...by, request: { ...question, action: 's3:PutObject' } };
    expect(line({ authorizations: [put], operation: 'UploadPart', part: '3' })).toMatch(
      /  s3:PutObject \(UploadPart 3\) arn:aws:s3:::b\/k  allowed by/,
    );
  });

  test('of a request that nobody could read has its address alone', () => {
    expect(line({ service: '?', operation: 'GET /%zz', caller: { kind: 'anonymous' } })).toBe(
      '21:40:03 allowed  anonymous  GET /%zz',
    );
  });

  test('does not call everything allowed that was refused within', () => {
    const { authorizations = [] } = denied(explicit);
    const allowed = { request: question, decision: { allowed: true as const, by: [] }, sides };
    const deleted = { operation: 'GetObject', authorizations: [allowed, ...authorizations] };
    expect(line(deleted)).toBe(
      '21:40:03 allowed  111111111111 Administrator  s3:GetObject arn:aws:s3:::b/k  but 1 of 2 denied within: s3:GetObject arn:aws:s3:::b/k: NoSecrets of bucket policy of b denies it (company)',
    );
    expect(requestData({ ...entry, ...deleted }).asked).toEqual([
      { action: 's3:GetObject', resource: 'arn:aws:s3:::b/k', allowed: true },
      { action: 's3:GetObject', resource: 'arn:aws:s3:::b/k', allowed: false },
    ]);
  });

  test('is one line, whatever a key is called', () => {
    const resource = 'arn:aws:s3:::b/two\nlines\u001b[2J';
    expect(line(denied(explicit, { resource }))).toContain(
      'arn:aws:s3:::b/two\\u{a}lines\\u{1b}[2J  AccessDenied',
    );
  });

  // https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing
  test('turns no letters round, whatever a session, a path or an error is called', () => {
    const turned = 'a\u202eb\u2066c\u200fd';
    const shown = 'a\\u{202e}b\\u{2066}c\\u{200f}d';
    const caller = {
      ...entry.caller,
      arn: `arn:aws:iam::111111111111:user/${turned}`,
    } as typeof entry.caller;
    const error = { code: 'NoSuchKey', message: turned };
    const given = { ...entry, caller, path: `/${turned}`, status: 404, error };
    const expected = `21:40:03 failed   111111111111 ${shown}  s3:HeadObject /${shown}  NoSuchKey: ${shown}`;
    expect(requestLine(given, { color: false })).toBe(expected);
    expect(requestLines(given, { color: false, width: 300 })).toBe(expected);
  });

  describe('for somebody who watches', () => {
    const lines = (more: Partial<RequestEntry>) =>
      requestLines({ ...entry, ...more }, { color: false, width: 80 });

    test('is the same where there is room', () => {
      expect(lines({})).toBe('21:40:03 allowed  111111111111 Administrator  s3:HeadObject');
    });

    test('has what does not fit below, indented', () => {
      expect(lines(denied(implicit('identity', 'resource')))).toBe(
        [
          '21:40:03 denied   111111111111 Administrator  s3:GetObject b/k',
          '           AccessDenied: no identity-based policy of the caller allows it',
          '           (company). Closest statement: NoSecrets of bucket policy of b; its',
          '           Resource does not match',
        ].join('\n'),
      );
    });

    test('is told in Japanese, and folded by the columns that it takes', () => {
      inLanguage('ja', () => {
        expect(lines({})).toBe('21:40:03 許可  111111111111 Administrator  s3:HeadObject');
        expect(lines(denied(implicit('identity', 'resource')))).toBe(
          [
            '21:40:03 拒否  111111111111 Administrator  s3:GetObject b/k',
            '           AccessDenied: 企業側: 呼び出し元のアイデンティティベースのポリシー',
            '           に、許可するものがありません。最も近いステートメント: b のバケットポ',
            '           リシーの NoSecrets (Resource が一致しません)',
          ].join('\n'),
        );
      });
    });

    test.each([
      [
        'arn:aws:iam::111111111111:role/cdk-hnb659fds-file-publishing-role-111111111111-ap-northeast-1',
        '111111111111 cdk file-publishing role',
      ],
      [
        'arn:aws:s3:::cdk-hnb659fds-assets-111111111111-ap-northeast-1/da4918d9b7a355d6e5c2a02f42f661b92f9f0633d1746c4541d49f9a6554664c.json',
        '111111111111 cdk assets bucket/da4918d9….json',
      ],
      [
        'arn:aws:cloudformation:eu-west-1:222222222222:stack/VendorStack/658e03e0-a51a-4d6e-aa52-7ded520ff184',
        'arn:aws:cloudformation:eu-west-1:222222222222:stack/VendorStack',
      ],
      ['arn:aws:iam::111111111111:role/VendorAccessRole', 'arn:aws:iam::111111111111:role/VendorAccessRole'],
    ])('%s is %s', (resource, short) => {
      expect(
        requestLines({ ...entry, ...denied(explicit, { resource }) }, { color: false, width: 300 }),
      ).toContain(`  s3:GetObject ${short}  AccessDenied`);
      expect(line(denied(explicit, { resource }))).toContain(`  s3:GetObject ${resource}  AccessDenied`);
    });

    test.each([
      ['cdk-hnb659fds-deploy-role-111111111111-us-gov-east-1/aws-cdk-root', 'cdk deploy role'],
      ['cdk-hnb659fds-deploy-role-111111111111-ap-northeast-1/by-hand', 'cdk deploy role/by-hand'],
      [
        'AWSReservedSSO_AllowAssumeCompanyRole_4217f30a4b9c69a8/alice',
        'AWSReservedSSO_AllowAssumeCompanyRole/alice',
      ],
      ['VendorAccessRole/Test', 'VendorAccessRole/Test'],
    ])('the caller %s is %s', (session, short) => {
      const arn = `arn:aws:sts::111111111111:assumed-role/${session}`;
      const caller = { kind: 'role-session' as const, account: '111111111111', arn, roleArn: '' };
      expect(requestLines({ ...entry, caller }, { color: false, width: 300 })).toBe(
        `21:40:03 allowed  111111111111 ${short}  s3:HeadObject`,
      );
    });
  });
});
