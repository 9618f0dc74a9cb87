import { DescribePermissionSetCommand, ListInstancesCommand } from '@aws-sdk/client-sso-admin';
import { refusalIn } from '../raw-answer';
import type { Refusal } from '../raw-answer';
import type { Situations } from './situation';
import type { Stage } from './stage';

export const SIGN_IN_SITUATIONS: Situations = {
  'sso-no-access'(stage) {
    const [users] = stage.sandbox.vendorUsers;
    return credentials(stage, users!.notAssigned.portalToken);
  },
  'sso-token-stale'(stage) {
    const [users] = stage.sandbox.vendorUsers;
    stage.setClock(new Date(Date.now() + 9 * 3_600_000));
    return credentials(stage, users!.assigned.portalToken);
  },
  'oidc-start-wrong': async (stage) =>
    post(stage, '/device_authorization', {
      ...(await client(stage)),
      startUrl: 'https://elsewhere.awsapps.com/start',
    }),
  'oidc-grant': async (stage) =>
    post(stage, '/token', {
      ...(await client(stage)),
      grantType: 'urn:ietf:params:oauth:grant-type:device_code',
      deviceCode: 'used-already',
    }),
  async 'oidc-client'(stage) {
    const registered = await client(stage);
    stage.setClock(new Date(Date.now() + 91 * 86_400_000));
    return post(stage, '/token', {
      ...registered,
      grantType: 'urn:ietf:params:oauth:grant-type:device_code',
      deviceCode: 'any',
    });
  },

  'ssoadmin-listinstances': async (stage) =>
    stage.refusal(stage.ssoAdmin(await stage.vendorKeys('Admin', 'me')).send(new ListInstancesCommand({}))),
  'ssoadmin-describe-set': async (stage) =>
    stage.refusal(
      stage.ssoAdmin(await stage.vendorKeys('Deployer', 'me')).send(
        new DescribePermissionSetCommand({
          InstanceArn: `arn:aws:sso:::instance/${stage.names.instance}`,
          PermissionSetArn: `arn:aws:sso:::permissionSet/${stage.names.instance}/ps-1234567890abcdef`,
        }),
      ),
    ),
};

const credentials = (stage: Stage, token: string) =>
  answerTo(
    fetch(
      `${stage.sandbox.url}/federation/credentials?role_name=AllowAssumeCompanyRole&account_id=${stage.names.vendor}`,
      { headers: { 'x-amz-sso_bearer_token': token } },
    ),
  );

async function client(stage: Stage): Promise<{ clientId: string; clientSecret: string }> {
  const response = await fetch(`${stage.sandbox.url}/client/register`, {
    method: 'POST',
    body: JSON.stringify({ clientName: 'test', clientType: 'public' }),
  });
  const { clientId, clientSecret } = (await response.json()) as { clientId: string; clientSecret: string };
  return { clientId, clientSecret };
}

const post = (stage: Stage, path: string, body: object) =>
  answerTo(fetch(`${stage.sandbox.url}${path}`, { method: 'POST', body: JSON.stringify(body) }));

async function answerTo(sent: Promise<Response>): Promise<Refusal> {
  const response = await sent;
  const headers = Object.fromEntries(response.headers);
  return refusalIn({ status: response.status, headers, text: await response.text() });
}
