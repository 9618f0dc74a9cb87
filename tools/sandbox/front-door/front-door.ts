import { randomUUID } from 'node:crypto';
import type { Caller } from '../../iam/evaluate';
import {
  AwsError,
  notModelled,
  type Operation,
  type Permission,
  type Protocol,
  type Service,
  type ServiceResponse,
} from '../service';
import { SIGN_IN_PATHS } from '../sign-in/sso-oidc';
import { provisionPermissionSets } from '../identity-center';
import type { World } from '../world';
import { authenticate, type Identity } from './authenticate';
import { accessDenied, judge, type Verdict } from './authorize';
import { errorResponse } from './error-response';
import { decodePercent, type HttpRequest } from './http-request';
import { MalformedSignature, readSignature } from './signature';

/** What happened to one request: for the log, for `rehearse`, and for tests. Holds no secret. */
export interface RequestEntry {
  readonly time: Date;
  readonly requestId: string;
  readonly service: string;
  /** `GetObject`; the HTTP method and path where the sandbox did not get as far. */
  readonly operation: string;
  readonly caller: Caller;
  /** Name of the person behind an SSO portal token. */
  readonly who?: string;
  /** Every question that was asked, in order; the last one decided a refusal. */
  readonly verdicts: readonly Verdict[];
  readonly status: number;
  /** Absent when the request succeeded. */
  readonly error?: { readonly code: string; readonly message: string };
}

/**
 * Where every request comes in: finds the service, proves the caller, asks whether each needed permission is given,
 * and only then lets the service run.
 */
export class FrontDoor {
  constructor(
    private readonly world: World,
    private readonly services: readonly Service[],
    private readonly onRequest: (entry: RequestEntry) => void,
  ) {}

  async answer(http: HttpRequest): Promise<ServiceResponse> {
    const requestId = randomUUID();
    // Assignments and permission sets are plain data that CloudFormation changes; what follows from them is made here.
    provisionPermissionSets(this.world);
    const visit = new Visit(http, requestId, this.world);
    let response: ServiceResponse;
    try {
      response = await visit.run(this.services);
    } catch (error) {
      visit.error = error instanceof AwsError ? error : internalFailure(error);
      response = errorResponse(visit.error, visit.protocol, requestId, http.method);
    }
    this.onRequest(visit.entry(response.status));
    const idHeaders =
      visit.protocol === 's3' ? { 'x-amz-request-id': requestId } : { 'x-amzn-requestid': requestId };
    return { ...response, headers: { ...response.headers, ...idHeaders } };
  }
}

/** One request on its way through; remembers how far it got. */
class Visit {
  private service: Service | undefined;
  private operation: Operation | undefined;
  private identity: Identity = { caller: { kind: 'anonymous' } };
  private readonly verdicts: Verdict[] = [];
  error: AwsError | undefined;

  constructor(
    private readonly http: HttpRequest,
    private readonly requestId: string,
    private readonly world: World,
  ) {}

  get protocol(): Protocol {
    return this.service?.protocol ?? guessProtocol(this.http);
  }

  async run(services: readonly Service[]): Promise<ServiceResponse> {
    const name = serviceName(this.http);
    const service = services.find((candidate) => candidate.name === name);
    if (service === undefined) throw notModelled(`the service "${name}"`);
    this.service = service;
    if (service.protocol !== 'rest-json')
      this.identity = await authenticate(this.http, service.protocol, this.world);
    const region = this.identity.signature?.region ?? 'us-east-1';
    const operation = service.operationOf({
      method: this.http.method,
      path: service.protocol === 's3' ? this.http.rawPath : decodePercent(this.http.rawPath),
      query: new URLSearchParams(this.http.query.map(([key, value]): [string, string] => [key, value])),
      headers: this.http.headers,
      body: this.http.body,
      caller: this.identity.caller,
      account: this.identity.credential?.account ?? '',
      region,
      requestId: this.requestId,
    });
    this.operation = operation;
    const refusalOf = (permission: Permission): AwsError | undefined => {
      const verdict = judge(permission, this.http, this.identity, region, this.world);
      this.verdicts.push(verdict);
      return verdict.decision.allowed ? undefined : accessDenied(verdict, service.protocol);
    };
    for (const permission of operation.permissions) {
      const refused = refusalOf(permission);
      if (refused !== undefined) throw refused;
    }
    return operation.run({ refusalOf });
  }

  entry(status: number): RequestEntry {
    return {
      time: this.world.now(),
      requestId: this.requestId,
      service: this.service?.name ?? '?',
      operation: this.operation?.name ?? `${this.http.method} ${this.http.rawPath}`,
      caller: this.identity.caller,
      ...(this.operation?.who === undefined ? {} : { who: this.operation.who }),
      verdicts: this.verdicts,
      status,
      ...(this.error === undefined ? {} : { error: { code: this.error.code, message: this.error.message } }),
    };
  }
}

/** A signed request names its service; the SSO portal's calls and anonymous ones are told by their shape. */
function serviceName(http: HttpRequest): string {
  const signed = signedService(http);
  if (signed !== undefined) return signed;
  if (http.headers['x-amz-sso_bearer_token'] !== undefined) return 'awsssoportal';
  if (PORTAL_PATHS.has(http.rawPath)) return 'awsssoportal';
  if (SIGN_IN_PATHS.has(http.rawPath)) return 'sso-oauth';
  const target = http.headers['x-amz-target'];
  if (target !== undefined) return JSON_TARGETS.get(target.split('.')[0] ?? '') ?? target;
  if (http.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
    return QUERY_VERSIONS.get(new URLSearchParams(http.body.toString('utf8')).get('Version') ?? '') ?? 's3';
  }
  return 's3';
}

function signedService(http: HttpRequest): string | undefined {
  try {
    return readSignature(http)?.service;
  } catch (error) {
    if (error instanceof MalformedSignature) return undefined;
    throw error;
  }
}

const PORTAL_PATHS = new Set([
  '/federation/credentials',
  '/assignment/accounts',
  '/assignment/roles',
  '/logout',
]);

const JSON_TARGETS = new Map([
  ['AmazonSSM', 'ssm'],
  ['SWBExternalService', 'sso'],
  ['AWSIdentityStore', 'identitystore'],
]);

const QUERY_VERSIONS = new Map([
  ['2011-06-15', 'sts'],
  ['2010-05-08', 'iam'],
  ['2010-05-15', 'cloudformation'],
]);

/** For errors about a service that the sandbox does not have. */
function guessProtocol(http: HttpRequest): Protocol {
  if (http.headers['x-amz-target'] !== undefined) return 'json';
  return http.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ? 'query' : 's3';
}

function internalFailure(error: unknown): AwsError {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new AwsError('InternalFailure', `The sandbox failed: ${reason}`, 500);
}
