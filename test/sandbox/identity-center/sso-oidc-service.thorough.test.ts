import { createHash } from 'node:crypto';
import {
  CreateTokenCommand,
  RegisterClientCommand,
  SSOOIDCClient,
  StartDeviceAuthorizationCommand,
} from '@aws-sdk/client-sso-oidc';
import { share } from '../../../parameters';
import { type Sandbox, startSandbox } from '../../../tools/sandbox/sandbox';
import { recording, type WireAnswer } from '../raw-answer';

const START_URL = 'https://vendor.awsapps.com/start';
const DEVICE = 'urn:ietf:params:oauth:grant-type:device_code';

let sandbox: Sandbox;
let oidc: SSOOIDCClient;
let now = new Date('2026-11-23T12:00:00Z');

beforeAll(async () => {
  sandbox = await startSandbox({ share, now: () => now });
  oidc = new SSOOIDCClient({ region: 'ap-northeast-1', endpoint: sandbox.url });
});

afterAll(async () => {
  oidc.destroy();
  await sandbox.stop();
});

describe('signing in with a device code, as every AWS client can', () => {
  test('the token is pending until somebody is chosen on the page, and then is that person', async () => {
    const { client, device } = await startDevice();
    await expect(tokenFor(client, device.deviceCode)).rejects.toMatchObject({
      name: 'AuthorizationPendingException',
    });

    const page = await fetch(device.verificationUriComplete ?? '');
    expect(await page.text()).toContain(device.userCode ?? '-');
    await choose(device.userCode, assignedUser().userId);
    const token = await tokenFor(client, device.deviceCode);

    expect(token.tokenType).toBe('Bearer');
    expect(await accountsOf(token.accessToken ?? '')).toBe(200);
  });

  test('a code is good for one token only', async () => {
    const { client, device } = await startDevice();
    await choose(device.userCode, assignedUser().userId);
    await tokenFor(client, device.deviceCode);

    await expect(tokenFor(client, device.deviceCode)).rejects.toMatchObject({
      name: 'InvalidGrantException',
    });
  });

  test('another client cannot fetch the token, nor can a wrong secret', async () => {
    const { client, device } = await startDevice();
    const other = await oidc.send(new RegisterClientCommand({ clientName: 'other', clientType: 'public' }));
    await choose(device.userCode, assignedUser().userId);

    await expect(tokenFor(other, device.deviceCode)).rejects.toMatchObject({ name: 'InvalidGrantException' });
    await expect(tokenFor({ ...client, clientSecret: 'guessed' }, device.deviceCode)).rejects.toMatchObject({
      name: 'InvalidClientException',
    });
  });

  test('a code expires after ten minutes', async () => {
    const { client, device } = await startDevice();
    const start = now;
    now = new Date(start.getTime() + 600_000);
    try {
      await expect(tokenFor(client, device.deviceCode)).rejects.toMatchObject({
        name: 'ExpiredTokenException',
      });
      expect((await choose(device.userCode, assignedUser().userId)).status).toBe(400);
    } finally {
      now = start;
    }
  });

  test('an unknown start URL is invalid, and named in a remark', async () => {
    const client = await oidc.send(new RegisterClientCommand({ clientName: 'cli', clientType: 'public' }));
    const { clientId, clientSecret } = client;
    const start = new StartDeviceAuthorizationCommand({
      clientId,
      clientSecret,
      startUrl: 'https://other.example/start',
    });

    const answers: WireAnswer[] = [];
    const other = new SSOOIDCClient({ region: 'ap-northeast-1', endpoint: sandbox.url });
    const listening = recording(other, (answer) => answers.push(answer));
    await expect(listening.send(start)).rejects.toMatchObject({ name: 'InvalidRequestException' });
    expect(answers[0]?.headers['x-sandbox-remark']).toBe(
      'no Identity Center of the sandbox has the start URL https://other.example/start',
    );
  });
});

describe('signing in with an authorization code, as version 2 of the AWS CLI does', () => {
  const verifier = 'a-code-verifier-that-is-at-least-forty-three-characters-long';

  test('the browser comes back with a code that only the verifier turns into a token', async () => {
    const { client, back } = await authorize('http://127.0.0.1:54321/oauth/callback');

    expect(back.origin + back.pathname).toBe('http://127.0.0.1:54321/oauth/callback');
    expect(back.searchParams.get('state')).toBe('the-state');
    await expect(exchange(client, back, `${verifier}-wrong`)).rejects.toMatchObject({
      name: 'InvalidGrantException',
    });
    expect(await accountsOf((await exchange(client, back, verifier)).accessToken ?? '')).toBe(200);
  });

  test.each([
    'http://127.0.0.1:54321/elsewhere',
    'https://127.0.0.1/oauth/callback',
    'http://example.com/oauth/callback',
    'not a url',
  ])('a redirect that was not registered is refused: %s', async (redirectUri) => {
    const client = await registered();

    const answer = await fetch(authorizeUrl(client.clientId, redirectUri), { redirect: 'manual' });

    expect(answer.status).toBe(400);
    expect(answer.headers.get('location')).toBeNull();
  });

  async function authorize(redirectUri: string) {
    const client = await registered();
    const toPage = await fetch(authorizeUrl(client.clientId, redirectUri), { redirect: 'manual' });
    const userCode = new URL(toPage.headers.get('location') ?? '', sandbox.url).searchParams.get('user_code');
    const chosen = await choose(userCode ?? '', assignedUser().userId);
    return { client, back: new URL(chosen.headers.get('location') ?? '') };
  }

  function registered() {
    return oidc.send(
      new RegisterClientCommand({
        clientName: 'cli',
        clientType: 'public',
        grantTypes: ['authorization_code', 'refresh_token'],
        redirectUris: ['http://127.0.0.1/oauth/callback'],
        issuerUrl: START_URL,
        scopes: ['sso:account:access'],
      }),
    );
  }

  function authorizeUrl(clientId: string | undefined, redirectUri: string): string {
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: clientId ?? '',
      redirect_uri: redirectUri,
      state: 'the-state',
      code_challenge_method: 'S256',
      scopes: 'sso:account:access',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    });
    return `${sandbox.url}/authorize?${query.toString()}`;
  }

  function exchange(client: Registered, back: URL, codeVerifier: string) {
    const { clientId, clientSecret } = client;
    const code = back.searchParams.get('code') ?? '';
    const redirectUri = back.origin + back.pathname;
    return oidc.send(
      new CreateTokenCommand({
        clientId,
        clientSecret,
        grantType: 'authorization_code',
        code,
        codeVerifier,
        redirectUri,
      }),
    );
  }
});

type Registered = { clientId?: string | undefined; clientSecret?: string | undefined };

async function startDevice() {
  const client = await oidc.send(new RegisterClientCommand({ clientName: 'cli', clientType: 'public' }));
  const { clientId, clientSecret } = client;
  const device = await oidc.send(
    new StartDeviceAuthorizationCommand({ clientId, clientSecret, startUrl: START_URL }),
  );
  return { client, device };
}

function tokenFor({ clientId, clientSecret }: Registered, deviceCode: string | undefined) {
  return oidc.send(new CreateTokenCommand({ clientId, clientSecret, grantType: DEVICE, deviceCode }));
}

/** Presses the button of one user on the sign-in page. */
function choose(userCode: string | undefined, userId: string): Promise<Response> {
  const body = new URLSearchParams({ user_code: userCode ?? '', user_id: userId });
  return fetch(`${sandbox.url}/device`, { method: 'POST', body, redirect: 'manual' });
}

/** What the portal answers to a token: 200 for one of a signed-in person. */
async function accountsOf(accessToken: string): Promise<number> {
  const answer = await fetch(`${sandbox.url}/assignment/accounts`, {
    headers: { 'x-amz-sso_bearer_token': accessToken },
  });
  return answer.status;
}

function assignedUser() {
  const users = sandbox.vendorUsers[0];
  if (users === undefined) throw new Error('the shipped share has a vendor');
  return users.assigned;
}
