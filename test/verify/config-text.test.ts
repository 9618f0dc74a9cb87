import { type ConfigText, readConfigText } from '../../tools/verify/config-text';

const read = (text: string): ConfigText => readConfigText(new TextEncoder().encode(text));
const keys = (text: string) => read(text).sections.flatMap(({ lines }) => lines);
const names = (text: string) => read(text).sections.map(({ kind, name }) => `${kind} ${name}`);

test('sections and their lines, with where each stands', () => {
  expect(
    read(
      [
        'nobody = before the first section',
        '[default]',
        'region = ap-northeast-1',
        '',
        '[profile  user ]',
        'SSO_Session=acme',
        '  sso_account_id = 222222222222',
        '[sso-session acme]',
        'sso_start_url = https://vendor.awsapps.com/start?a=b',
      ].join('\r\n'),
    ),
  ).toEqual({
    sections: [
      {
        kind: 'profile',
        name: 'default',
        header: '[default]',
        line: 2,
        lines: [{ key: 'region', value: 'ap-northeast-1', line: 3 }],
      },
      {
        kind: 'profile',
        name: 'user',
        header: '[profile  user ]',
        line: 5,
        lines: [{ key: 'sso_session', value: 'acme', line: 6 }],
      },
      {
        kind: 'sso-session',
        name: 'acme',
        header: '[sso-session acme]',
        line: 8,
        lines: [{ key: 'sso_start_url', value: 'https://vendor.awsapps.com/start?a=b', line: 9 }],
      },
    ],
    glued: [],
  });
});

test('an empty file has nothing', () => {
  expect(read('')).toEqual({ sections: [], glued: [] });
  expect(read('\n\n')).toEqual({ sections: [], glued: [] });
});

test('# and ; begin a remark at the start of a line and behind a space, and nowhere else', () => {
  const config = [
    '[default]',
    '#region = a',
    '; region = b',
    'a = x#y;z',
    'b = x #y',
    'c = x\t;y',
    'd =x',
    '[profile p] # p',
  ];
  expect(keys(config.join('\n'))).toEqual([
    { key: 'a', value: 'x#y;z', line: 4 },
    { key: 'b', value: 'x', line: 5 },
    { key: 'c', value: 'x', line: 6 },
    { key: 'd', value: 'x', line: 7 },
  ]);
  expect(names(config.join('\n'))).toEqual(['profile default', 'profile p']);
});

test.each([
  ['no equals sign', 'region'],
  ['nothing in front of the equals sign', '= ap-northeast-1'],
  ['a line of the block above', '  max_concurrent_requests = 20'],
  ['a line of the block above, behind a tab', '\tmax_concurrent_requests = 20'],
])('%s: no setting', (_, line) => {
  expect(keys(`[default]\n${line}\n`)).toEqual([]);
});

test('a setting without a value is one', () => {
  expect(keys('[default]\nr=\ns3 =\n')).toEqual([
    { key: 'r', value: '', line: 2 },
    { key: 's3', value: '', line: 3 },
  ]);
});

test.each([
  ['a section of another kind', '[services dev]'],
  ['a section without a kind', '[user]'],
  ['a profile without a name', '[profile]'],
  ['a kind that only ends like one', '[my-profile user]'],
  ['a header that is not closed', '[profile user'],
])('below %s no line is anybody’s', (_, header) => {
  expect(read(`${header}\nregion = x\n`).sections).toEqual([]);
  expect(keys(`[default]\na = b\n${header}\nregion = x\n`)).toEqual([{ key: 'a', value: 'b', line: 2 }]);
});

test.each([
  [`[profile "Acme Corp"]`, 'Acme Corp'],
  [`[profile 'Acme Corp']`, 'Acme Corp'],
  [`[profile "user]`, '"user'],
  [`[profile "user']`, `"user'`],
  [`[profile it's]`, `it's`],
  [`[profile it's his']`, `it's his'`],
  [`[profile a"b"]`, 'a"b"'],
  [`[profile "a" b]`, '"a" b'],
  [`[ profile user]`, 'user'],
  ['[profile\tuser]', 'user'],
  ['[profile    two words]', 'two words'],
  ['[profile a=b]', 'a=b'],
])('%s is %s', (header, name) => {
  expect(names(`${header}\n`)).toEqual([`profile ${name}`]);
});

test('what stands behind a header does not belong to it', () => {
  expect(read('[profile a] x]\nregion = x\n').sections).toEqual([
    {
      kind: 'profile',
      name: 'a',
      header: '[profile a]',
      line: 1,
      lines: [{ key: 'region', value: 'x', line: 2 }],
    },
  ]);
});

describe('a header at the end of a line', () => {
  test.each([
    ['region = ap-northeast-1[profile user]', '[profile user]', 'user'],
    ['region = ap-northeast-1 [sso-session acme]', '[sso-session acme]', 'acme'],
    ['region = ap-northeast-1   [profile   "Acme Corp" ]', '[profile   "Acme Corp" ]', 'Acme Corp'],
  ])('%s', (line, header, name) => {
    expect(read(`[default]\n${line}\n`).glued).toEqual([{ header, name, line: 2 }]);
  });

  test.each([
    ['alone on its line', '[profile user]'],
    ['indented', '  [profile user]'],
    ['in the middle of a value', 'a = [profile user] x'],
    ['of another kind', 'a = b[services dev]'],
    ['without a name', 'a = b[profile]'],
    ['in a remark', 'a = b # [profile user]'],
  ])('not where it is %s', (_, line) => {
    expect(read(`[default]\n${line}\n`).glued).toEqual([]);
  });
});

describe('what the bytes are', () => {
  const TEXT = '[default]\nregion = x\n';
  const utf16 = Buffer.from(TEXT, 'utf16le');
  const bytes = (...begin: number[]) => Buffer.from(begin);
  const section = {
    kind: 'profile',
    name: 'default',
    header: '[default]',
    line: 1,
    lines: [{ key: 'region', value: 'x', line: 2 }],
  };

  test.each([
    ['UTF-16, little end first, with its mark', Buffer.concat([bytes(0xff, 0xfe), utf16]), 'UTF-16'],
    ['UTF-16, little end first, without a mark', utf16, 'UTF-16'],
    [
      'UTF-16, big end first, with its mark',
      Buffer.concat([bytes(0xfe, 0xff), Buffer.from(utf16).swap16()]),
      'UTF-16',
    ],
    [
      'UTF-8 with a byte order mark',
      Buffer.concat([bytes(0xef, 0xbb, 0xbf), Buffer.from(TEXT)]),
      'UTF-8 with a byte order mark',
    ],
  ])('%s', (_, written, encoding) => {
    expect(readConfigText(written)).toEqual({ encoding, sections: [section], glued: [] });
  });

  test.each([
    ['plain UTF-8', Buffer.from(TEXT)],
    ['bytes of Latin-1 that begin as marks do', Buffer.concat([bytes(0xfe, 0x0a), Buffer.from(TEXT)])],
    ['one byte of the mark', Buffer.concat([bytes(0xff, 0x0a), Buffer.from(TEXT)])],
    ['the second byte of both marks', Buffer.concat([bytes(0x41, 0xff, 0x0a), Buffer.from(TEXT)])],
    ['the other one', Buffer.concat([bytes(0x41, 0xfe, 0x0a), Buffer.from(TEXT)])],
    ['two bytes of the mark of UTF-8', Buffer.concat([bytes(0xef, 0xbb, 0x0a), Buffer.from(TEXT)])],
    ['its first and third', Buffer.concat([bytes(0xef, 0x0a, 0xbf, 0x0a), Buffer.from(TEXT)])],
    ['its second and third', Buffer.concat([bytes(0x0a, 0xbb, 0xbf, 0x0a), Buffer.from(TEXT)])],
    ['nulls at the start', Buffer.concat([bytes(0, 0, 0x0a), Buffer.from(TEXT)])],
  ])('%s is read as UTF-8', (_, written) => {
    const { encoding, sections } = readConfigText(written);
    expect(encoding).toBeUndefined();
    expect(sections.map(({ name }) => name)).toEqual(['default']);
  });
});
