import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { secretsHere } from '../../tools/verify/secrets-here';

describe('the keys and tokens on this computer', () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'vendor-share-secrets-'));
  });
  afterEach(() => rmSync(home, { recursive: true }));

  const write = (path: string, text: string): string => {
    const file = join(home, path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, text);
    return file;
  };

  test('are those of the environment, the two files and every sign-in', () => {
    write(
      '.aws/config',
      '[profile a]\naws_access_key_id = AKIA1\n  AWS_SECRET_ACCESS_KEY=secret/1 \nregion = x\n',
    );
    write('.aws/credentials', '[b]\naws_session_token\t=\ttoken/1\n# aws_session_token\n');
    write('.aws/sso/cache/1.json', '{"accessToken": "access-1", "refreshToken" :"refresh-1", "region": "x"}');
    write('.aws/sso/cache/2.json', '{"clientSecret":"client-1","clientId":"c"}');
    const env = {
      AWS_ACCESS_KEY_ID: 'AKIA2',
      AWS_SECRET_ACCESS_KEY: 'secret/2',
      AWS_SESSION_TOKEN: 'token/2',
    };

    expect(secretsHere({ HOME: home, ...env, AWS_PROFILE: 'a' })).toEqual([
      ...['AKIA2', 'secret/2', 'token/2'],
      ...['AKIA1', 'secret/1', 'token/1'],
      ...['access-1', 'refresh-1', 'client-1'],
    ]);
    expect(secretsHere({ USERPROFILE: home })).toHaveLength(6);
    expect(secretsHere({ HOME: join(home, 'nobody'), USERPROFILE: home })).toEqual([]);
  });

  test('are looked for where the environment says', () => {
    const env = {
      HOME: home,
      AWS_CONFIG_FILE: write('c', 'aws_access_key_id=AKIA1'),
      AWS_SHARED_CREDENTIALS_FILE: write('s', 'aws_access_key_id=AKIA2'),
    };

    expect(secretsHere(env)).toEqual(['AKIA1', 'AKIA2']);
  });
});
