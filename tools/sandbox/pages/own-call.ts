import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Share } from '../../../lib/share/share';
import type { Credential } from '../core/identities';
import type { ServiceResponse } from '../core/service';
import type { World } from '../core/world';
import type { FrontDoor } from '../front-door';
import type { Journal } from '../journal';
import type { RequestEntry } from '../request-entry';
import type { ObjectData } from '../s3/object-data';
import type { SeededWorld } from '../seed/seed-world';
import { encodePath } from '../wire/signature';

/** The sandbox that pages show. */
export interface Surroundings extends SeededWorld {
  readonly share: Share;
  readonly objects: ObjectData;
  readonly journal: Journal;
  readonly frontDoor: Pick<FrontDoor, 'answer' | 'turnAway'>;
}

/** One request of AWS's API, as far as it differs from `GET /`. */
export interface OwnRequest {
  /** As in the credential scope of a signature: `s3`, `sts`, `iam`. */
  readonly service: string;
  readonly region: string;
  /** @default 'GET' */
  readonly method?: string;
  /** Percent-encoded. @default '/' */
  readonly path?: string;
  /** Decoded. */
  readonly query?: Readonly<Record<string, string>>;
  /** Lower-case names. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Who asks: a credential of the world, which signs; or a signed-in person's token of the SSO portal. */
export type Asker = Credential | { readonly portalToken: string };

export interface OwnAnswer {
  readonly body: ServiceResponse['body'];
  /** What was decided, and the answer's status. */
  readonly entry: RequestEntry;
}

/** Sends requests of a page of the sandbox. */
export type OwnCall = (asker: Asker, request: OwnRequest) => Promise<OwnAnswer>;

type OwnSandbox = Pick<Surroundings, 'frontDoor' | 'journal' | 'world'>;

/**
 * What a page of the sandbox asks of AWS, it asks as any client does: signed, through the front door, so that it is
 * authenticated, decided and logged as every request. Only the wire is left out.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html
 */
export function ownCalls({ frontDoor, journal, world }: OwnSandbox): OwnCall {
  return async (asker, asked) => {
    const { service, region, method = 'GET', path = '/', query = {}, body = '' } = asked;
    const isPerson = 'portalToken' in asker;
    const token = isPerson && { 'x-amz-sso_bearer_token': asker.portalToken };
    const headers = { ...asked.headers, ...token, host: HOST };
    const request = { method, protocol: 'http:', hostname: HOST, path, query: { ...query }, headers, body };
    // S3 encodes a path once, every other service twice.
    const sent = isPerson
      ? request
      : await new SignatureV4({
          service,
          region,
          credentials: asker,
          sha256: Sha256,
          uriEscapePath: service !== 's3',
        }).sign(request, { signingDate: world.now() });
    const answer = await frontDoor.answer(
      { ...sent, rawPath: path, query: Object.entries(query), sourceIp: HOST },
      () => Promise.resolve(Buffer.from(body)),
    );
    const { 'x-amz-request-id': ofS3, 'x-amzn-requestid': requestId = ofS3 } = answer.headers ?? {};
    const entry = journal.entryOf(requestId ?? '');
    if (entry === undefined) throw new Error(`${service}: no decision is known of this request`);
    return { body: answer.body, entry };
  };
}

/** The name by which the sandbox is always itself, whatever the browser calls it. */
const HOST = '127.0.0.1';

/** An operation of a service that speaks query: `AssumeRole` of `sts`. Lists and structures are written out by the caller. */
export function queryOperation(
  service: string,
  region: string,
  operation: string,
  input: Readonly<Record<string, string>> = {},
): OwnRequest {
  return {
    service,
    region,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ Action: operation, Version: VERSIONS[service] ?? '', ...input }).toString(),
  };
}

const VERSIONS: Readonly<Record<string, string>> = { iam: '2010-05-08', sts: '2011-06-15' };

/** An answer's whole body. */
export function textOf({ body }: Pick<OwnAnswer, 'body'>): string {
  return typeof body === 'string' ? body : Buffer.concat([body].flat()).toString('utf8');
}

/** The credential that STS or the portal has given out with an answer. */
export function issuedWith(answer: OwnAnswer, { credentials }: World): Credential | undefined {
  if (answer.entry.error !== undefined) return undefined;
  return credentials.get(/\baccessKeyId\W+(\w+)/i.exec(textOf(answer))?.[1] ?? '');
}

/** A session of a role, for somebody who may have one. */
export function assumeRole(region: string, role: string, session: string, externalId?: string): OwnRequest {
  const input = { RoleArn: role, RoleSessionName: session, ...(externalId && { ExternalId: externalId }) };
  return queryOperation('sts', region, 'AssumeRole', input);
}

/** The portal's: https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html */
export const roleCredentials = (region: string, account: string, set: string): OwnRequest => ({
  service: 'awsssoportal',
  region,
  path: '/federation/credentials',
  query: { account_id: account, role_name: set },
});

export const getObject = (region: string, bucket: string, key: string): OwnRequest => ({
  service: 's3',
  region,
  path: encodePath(`/${bucket}/${key}`),
});
