import { type AwsClients, connect, type Connection } from '../../tools/verify/aws-clients';
import { Secrets } from '../../tools/verify/secrets';

const KEYS = {
  accessKeyId: 'ASIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  sessionToken: 'IQoJb3JpZ2luX2VjEXAMPLE//token',
};
const before = { ...process.env };
let connection: Connection;
beforeEach(() => {
  connection = connect({
    region: 'ap-northeast-1',
    identityCenterRegion: 'eu-west-1',
    timeout: 5000,
    secrets: new Secrets(),
  });
});
afterEach(() => {
  connection.close();
  process.env = { ...before };
});

const clientsOf = ({ sts, s3, s3Control, iam, kms, cloudFormation, ssoAdmin }: AwsClients) => ({
  sts,
  s3,
  s3Control,
  iam,
  kms,
  cloudFormation: cloudFormation('us-west-2'),
  ssoAdmin,
});

test('every service is asked in its region, with the keys in hand, three times at most', async () => {
  const clients = clientsOf(connection.withKeys(KEYS, 'user'));
  const asked = Object.entries(clients).map(async ([name, { config }]) => [
    name,
    await config.region(),
    (await config.credentials()).sessionToken,
    await config.maxAttempts(),
  ]);
  const token = KEYS.sessionToken;
  expect(await Promise.all(asked)).toEqual([
    ['sts', 'ap-northeast-1', token, 3],
    ['s3', 'ap-northeast-1', token, 3],
    ['s3Control', 'ap-northeast-1', token, 3],
    ['iam', 'ap-northeast-1', token, 3],
    ['kms', 'ap-northeast-1', token, 3],
    ['cloudFormation', 'us-west-2', token, 3],
    ['ssoAdmin', 'eu-west-1', token, 3],
  ]);
});

test('keys in hand are known as secrets, and are asked of nobody', async () => {
  const clients = connection.withKeys(KEYS, 'user');
  expect(await clients.credentials()).toBe(KEYS);
  expect(clients.hasAskedForKeys).toBeUndefined();
  expect(connection.secrets.hiddenIn(`${KEYS.sessionToken} and ${KEYS.secretAccessKey}`)).toBe(
    '(secret) and (secret)',
  );
});

test('a profile says whether anybody was asked for its keys', () => {
  expect(connection.asProfile('user').hasAskedForKeys?.()).toBe(false);
});

test('at the end every client is closed', () => {
  const clients = clientsOf(connection.withKeys(KEYS, 'user'));
  const closed = Object.entries(clients).map(([name, client]) => {
    const spy = jest.spyOn(client, 'destroy');
    return () => [name, spy.mock.calls.length];
  });
  connection.close();
  expect(closed.map((count) => count())).toEqual(
    ['sts', 's3', 's3Control', 'iam', 'kms', 'cloudFormation', 'ssoAdmin'].map((name) => [name, 1]),
  );
});

test('every client is watched for what it is told', () => {
  const watch = jest.spyOn(connection.secrets, 'watch');
  const clients = clientsOf(connection.withKeys(KEYS, 'user'));
  expect(new Set(watch.mock.calls.map(([client]) => client))).toEqual(new Set(Object.values(clients)));
});

test('without other secrets those that lie on this computer are known', () => {
  process.env['AWS_SECRET_ACCESS_KEY'] = KEYS.secretAccessKey;
  const here = connect({ region: 'r', identityCenterRegion: 'r', timeout: 1 });
  here.close();
  expect(here.secrets.hiddenIn(`said ${KEYS.secretAccessKey}`)).toBe('said (secret)');
});

describe('S3 Control', () => {
  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_ListAccessPoints.html
  const endpointOf = (endpoint?: string) => {
    const { s3Control } = connection.withKeys(KEYS, 'user');
    const parameters = { Region: 'ap-northeast-1', AccountId: '111111111111', RequiresAccountId: true };
    return s3Control.config.endpointProvider({ ...parameters, ...(endpoint && { Endpoint: endpoint }) }).url
      .href;
  };

  test.each([
    ['http://localhost:4566', 'http://localhost:4566/'],
    ['http://127.0.0.1:4566', 'http://127.0.0.1:4566/'],
    ['http://[::1]:4566', 'http://[::1]:4566/'],
    ['https://s3-control.example', 'https://111111111111.s3-control.example/'],
    ['https://10.example', 'https://111111111111.10.example/'],
    ['https://localhost.example', 'https://111111111111.localhost.example/'],
    [undefined, 'https://111111111111.s3-control.ap-northeast-1.amazonaws.com/'],
  ])('of %s is asked at %s: an address can have no account in front', (endpoint, asked) => {
    expect(endpointOf(endpoint)).toBe(asked);
  });

  test('is signed at an address as it is at a name', () => {
    const { s3Control } = connection.withKeys(KEYS, 'user');
    const at = (Endpoint: string) =>
      s3Control.config.endpointProvider({
        Region: 'ap-northeast-1',
        AccountId: '111111111111',
        RequiresAccountId: true,
        Endpoint,
      }).properties;
    expect(at('http://127.0.0.1:4566')).toEqual(at('https://s3-control.example'));
  });
});

test('the SDK’s notice about Node 20 is for those who write software; who wants it, keeps it', () => {
  const name = 'AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED';
  const options = { region: 'r', identityCenterRegion: 'r', timeout: 1, secrets: new Secrets() };
  delete process.env[name];
  connect(options).close();
  expect(process.env[name]).toBe('true');
  process.env[name] = 'false';
  connect(options).close();
  expect(process.env[name]).toBe('false');
});
