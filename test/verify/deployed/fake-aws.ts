import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { IAMClient } from '@aws-sdk/client-iam';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { S3ControlClient } from '@aws-sdk/client-s3-control';
import { SSOAdminClient } from '@aws-sdk/client-sso-admin';
import { STSClient } from '@aws-sdk/client-sts';
import { type HttpRequest, HttpResponse } from '@smithy/core/protocols';
import type { AwsClients, Connection } from '../../../tools/verify/aws-clients';
import { Secrets } from '../../../tools/verify/secrets';

/** What AWS says: a body, and a status other than 200. */
export interface Said {
  readonly status?: number;
  readonly body: string;
  /** @default true - AWS's answers have one; those of a proxy have none */
  readonly hasRequestId?: boolean;
}

/**
 * Answers by what is asked: `s3 GET ?lifecycle`, `s3control GET accesspoint`, and the operation's name for the services that
 * have one in every request: `iam ListRoles`. A function gets the request's body.
 */
export type Answers = Readonly<Record<string, Said | ((body: string) => Said)>>;

/** An AWS whose state can be changed at once. */
export interface FakeAws {
  readonly connection: Connection;
  /** From now on, this is what is answered. */
  become(answers: Answers): void;
}

/** Real clients that reach no network: what they send is answered from a table. What is not in it is an error of AWS's. */
export function fakeAws(): FakeAws {
  let answers: Answers = {};
  const answer = (request: HttpRequest) => {
    const asked = askedBy(request);
    const found = answers[asked];
    const body = textOf(request.body);
    const said = typeof found === 'function' ? found(body) : found;
    const {
      status = 200,
      hasRequestId = true,
      body: text,
    } = said ?? {
      status: 500,
      body: `<Error><Code>InternalError</Code><Message>the table has no answer to ${asked}</Message></Error>`,
    };
    const headers = hasRequestId ? { 'x-amz-request-id': 'A1B2C3', 'x-amzn-requestid': 'A1B2C3' } : {};
    const response = new HttpResponse({ statusCode: status, headers, body: new TextEncoder().encode(text) });
    return Promise.resolve({ response });
  };
  const made = new Map<string, AwsClients>();
  const clients = (profile: string): AwsClients => {
    const known = made.get(profile);
    if (known !== undefined) return known;
    const credentials = {
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    };
    const config = {
      region: 'ap-northeast-1',
      credentials,
      maxAttempts: 1,
      requestHandler: {
        handle: (request: HttpRequest) => answer(withProfile(request, profile)),
        updateHttpClientConfig: () => undefined,
        httpHandlerConfigs: () => ({}),
      },
    };
    const cloudFormation = new CloudFormationClient(config);
    const all: AwsClients = {
      sts: new STSClient(config),
      s3: new S3Client(config),
      s3Control: new S3ControlClient(config),
      iam: new IAMClient(config),
      kms: new KMSClient(config),
      cloudFormation: () => cloudFormation,
      ssoAdmin: new SSOAdminClient(config),
      credentials: () => Promise.resolve(credentials),
    };
    made.set(profile, all);
    return all;
  };
  return {
    connection: {
      asProfile: clients,
      withKeys: (_keys, profile) => clients(profile),
      close: () => undefined,
      secrets: new Secrets(),
    },
    become: (next) => {
      answers = next;
    },
  };
}

/** The protocols with JSON send bytes. */
function textOf(body: unknown): string {
  if (body instanceof Uint8Array) return new TextDecoder().decode(body);
  return typeof body === 'string' ? body : '';
}

/** GetCallerIdentity has nothing else that says who asks. */
function withProfile(request: HttpRequest, profile: string): HttpRequest {
  request.headers['x-profile'] = profile;
  return request;
}

function askedBy({ method, path, query, headers, body, hostname }: HttpRequest): string {
  const target = headers['x-amz-target'];
  if (target !== undefined)
    return `${target.startsWith('TrentService') ? 'kms' : 'sso'} ${target.slice(target.indexOf('.') + 1)}`;
  const action = typeof body === 'string' ? new URLSearchParams(body).get('Action') : null;
  if (action !== null) {
    const [service = ''] = hostname.split('.');
    const who = action === 'GetCallerIdentity' ? ` ${headers['x-profile'] ?? ''}` : '';
    return `${service} ${action}${who}`;
  }
  if (hostname.includes('.s3-control.')) return `s3control ${method} ${path.replace('/v20180820/', '')}`;
  const [marker = ''] = Object.keys(query).filter((name) => name !== 'x-id' && name !== 'continuation-token');
  return `s3 ${method} ${marker === '' ? path : `?${marker}`}`;
}
