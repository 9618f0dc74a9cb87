import { randomUUID } from 'node:crypto';
import type { Caller } from '../iam/request';
import {
  AwsError,
  notModelled,
  type Operation,
  type Permission,
  type Protocol,
  type Service,
  type ServiceRequest,
  type ServiceResponse,
} from './core/service';
import { SIGN_IN_PATHS } from './identity-center/sso-oidc-service';
import { provisionPermissionSets } from './identity-center/provisioning';
import { askedOf } from './s3/asked';
import type { World } from './core/world';
import { authenticate, type Identity } from './access/authenticate';
import { accessDenied, judge, type Verdict } from './access/authorize';
import { errorResponse } from './wire/error-response';
import { decodePercent, type HttpRequest } from './wire/http-request';
import { MalformedSignature, readSignature } from './wire/signature';

/** What happened to one request: for the log, for `rehearse`, and for tests. Holds no secret. */
export interface RequestEntry {
  readonly time: Date;
  readonly requestId: string;
  /** As in ARNs and actions, also of a service that the sandbox does not have: `s3`, `cloudtrail`. */
  readonly service: string;
  /** `GetObject`; the HTTP method and path where the request does not tell. */
  readonly operation: string;
  /** Which one, of an upload in parts. */
  readonly part?: string;
  /** Percent-encoded; of requests to S3, which name their resource here. */
  readonly path?: string;
  /** Anonymous as long as nothing is proved. */
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
    return withId(response, requestId, visit.protocol);
  }

  /** Answers a request that could not even be read: its address is none, or its body too large. */
  turnAway(error: unknown, method: string, url: string): ServiceResponse {
    const requestId = randomUUID();
    const awsError = error instanceof AwsError ? error : internalFailure(error);
    const response = errorResponse(awsError, 's3', requestId, method);
    const [path = ''] = url.split('?'); // a query may hold a session token
    this.onRequest({
      time: this.world.now(),
      requestId,
      service: '?',
      operation: `${method} ${path}`,
      caller: { kind: 'anonymous' },
      verdicts: [],
      status: response.status,
      error: { code: awsError.code, message: awsError.message },
    });
    return withId(response, requestId, 's3');
  }
}

function withId(response: ServiceResponse, requestId: string, protocol: Protocol): ServiceResponse {
  const name = protocol === 's3' ? 'x-amz-request-id' : 'x-amzn-requestid';
  return { ...response, headers: { ...response.headers, [name]: requestId } };
}

/** One request on its way through; remembers how far it got. */
class Visit {
  private readonly serviceName: string;
  private service: Service | undefined;
  private operation: Operation | undefined;
  private identity: Identity = { caller: { kind: 'anonymous' } };
  private readonly verdicts: Verdict[] = [];
  error: AwsError | undefined;

  constructor(
    private readonly http: HttpRequest,
    private readonly requestId: string,
    private readonly world: World,
  ) {
    this.serviceName = serviceName(http);
  }

  get protocol(): Protocol {
    return this.service?.protocol ?? guessProtocol(this.http, this.serviceName);
  }

  async run(services: readonly Service[]): Promise<ServiceResponse> {
    const service = services.find((candidate) => candidate.name === this.serviceName);
    if (service === undefined) {
      await this.identifyForTheLog();
      throw notModelled(`the service "${this.serviceName}"`);
    }
    this.service = service;
    if (service.protocol !== 'rest-json')
      this.identity = await authenticate(this.http, service.protocol, this.world);
    const region = this.identity.signature?.region ?? 'us-east-1';
    const operation = service.operationOf(this.serviceRequest(region));
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

  private serviceRequest(region: string): ServiceRequest {
    return {
      method: this.http.method,
      path: this.protocol === 's3' ? this.http.rawPath : decodePercent(this.http.rawPath),
      query: new URLSearchParams(this.http.query.map(([key, value]): [string, string] => [key, value])),
      headers: this.http.headers,
      body: this.http.body,
      caller: this.identity.caller,
      account: this.identity.credential?.account ?? '',
      region,
      requestId: this.requestId,
    };
  }

  /** Where there is no service there is nothing to guard; who cannot prove who they are stays anonymous. */
  private async identifyForTheLog(): Promise<void> {
    try {
      this.identity = await authenticate(this.http, this.protocol, this.world);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
    }
  }

  entry(status: number): RequestEntry {
    const operation = this.operation?.name ?? this.operationAsked();
    const part = operation === 'UploadPart' ? this.queried('partNumber') : undefined;
    return {
      time: this.world.now(),
      requestId: this.requestId,
      service: this.serviceName,
      operation: operation ?? `${this.http.method} ${this.http.rawPath}`,
      ...(part === undefined ? {} : { part }),
      ...(this.protocol === 's3' ? { path: this.http.rawPath } : {}),
      caller: this.identity.caller,
      ...(this.operation?.who === undefined ? {} : { who: this.operation.who }),
      verdicts: this.verdicts,
      status,
      ...(this.error === undefined ? {} : { error: { code: this.error.code, message: this.error.message } }),
    };
  }

  /** What a request that did not get as far as its operation asked for, where its protocol says so. */
  private operationAsked(): string | undefined {
    const target = this.http.headers['x-amz-target'];
    if (target !== undefined) return nameIn(target.slice(target.lastIndexOf('.') + 1));
    if (this.protocol === 'query') return nameIn(formOf(this.http).get('Action'));
    return this.service?.name === 's3' ? s3OperationName(this.serviceRequest('')) : undefined;
  }

  private queried(name: string): string | undefined {
    return this.http.query.find(([candidate]) => candidate === name)?.[1];
  }
}

function s3OperationName(request: ServiceRequest): string | undefined {
  const { row } = askedOf(request);
  return typeof row === 'string' ? undefined : row.name;
}

const nameIn = (text: string | null): string | undefined =>
  text !== null && /^\w+$/.test(text) ? text : undefined;

const formOf = (http: HttpRequest): URLSearchParams => new URLSearchParams(http.body.toString('utf8'));

/** A signed request names its service; the SSO portal's calls and anonymous ones are told by their shape. */
function serviceName(http: HttpRequest): string {
  const signed = signedService(http);
  if (signed !== undefined) return signed;
  if (http.headers['x-amz-sso_bearer_token'] !== undefined) return 'awsssoportal';
  if (PORTAL_PATHS.has(http.rawPath)) return 'awsssoportal';
  if (SIGN_IN_PATHS.has(http.rawPath)) return 'sso-oauth';
  const target = http.headers['x-amz-target'];
  if (target !== undefined) return jsonService(target);
  return isForm(http) ? (QUERY_VERSIONS.get(formOf(http).get('Version') ?? '') ?? 's3') : 's3';
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

/** `AmazonSSM.GetParameter` → `ssm`; a target that is not known names its service itself. */
function jsonService(target: string): string {
  const [name = ''] = target.split('.');
  return JSON_TARGETS.get(name) ?? name;
}

/** For errors about a service that the sandbox does not have. But for a few old ones, they speak JSON. */
function guessProtocol(http: HttpRequest, service: string): Protocol {
  if (http.headers['x-amz-target'] !== undefined) return 'json';
  // Errors of REST-XML look like those of the query protocol, except for S3 and its relatives (`s3express`).
  if (isForm(http) || service === 'route53' || service === 'cloudfront') return 'query';
  return service.startsWith('s3') ? 's3' : 'rest-json';
}

const isForm = (http: HttpRequest): boolean =>
  http.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;

function internalFailure(error: unknown): AwsError {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new AwsError('InternalFailure', `The sandbox failed: ${reason}`, 500);
}
