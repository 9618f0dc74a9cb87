import { randomUUID } from 'node:crypto';
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
import type { World } from './core/world';
import { authenticate, type Identity } from './access/authenticate';
import { accessDenied, authorize, type Authorization } from './access/authorize';
import { errorResponse } from './wire/error-response';
import { decodePercent, type HttpRequest } from './wire/http-request';
import { formOf, guessedProtocol, serviceNamed } from './recognition';
import type { RequestEntry } from './request-entry';

/**
 * Where every request comes in: finds the service, proves the caller, asks whether each needed permission is given,
 * and only then lets the service run.
 */
export class FrontDoor {
  constructor(
    private readonly world: World,
    private readonly services: readonly Service[],
    private readonly onRequest: (entry: RequestEntry) => void,
    /** Makes what follows from the state as it is, before anybody looks at it. */
    private readonly beforeEach: () => void = () => undefined,
  ) {}

  async answer(http: HttpRequest): Promise<ServiceResponse> {
    const requestId = randomUUID();
    this.beforeEach();
    const visit = new Visit(http, requestId, this.world, this.services);
    let response: ServiceResponse;
    try {
      response = await visit.run();
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
      authorizations: [],
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
  private readonly service: Service | undefined;
  private operation: Operation | undefined;
  private identity: Identity = { caller: { kind: 'anonymous' } };
  private readonly authorizations: Authorization[] = [];
  error: AwsError | undefined;

  constructor(
    private readonly http: HttpRequest,
    private readonly requestId: string,
    private readonly world: World,
    services: readonly Service[],
  ) {
    this.serviceName = serviceNamed(http, services);
    this.service = services.find(({ name }) => name === this.serviceName);
  }

  get protocol(): Protocol {
    return this.service?.protocol ?? guessedProtocol(this.http, this.serviceName);
  }

  async run(): Promise<ServiceResponse> {
    const { service } = this;
    if (service === undefined) {
      await this.identifyForTheLog();
      throw notModelled(`the service "${this.serviceName}"`);
    }
    if (service.protocol !== 'rest-json')
      this.identity = await authenticate(this.http, service.protocol, this.world);
    const region = this.identity.signature?.region ?? 'us-east-1';
    const operation = service.operationOf(this.serviceRequest(region));
    this.operation = operation;
    const denialOf = (permission: Permission): AwsError | undefined => {
      const authorization = authorize(permission, this.http, this.identity, region, this.world);
      this.authorizations.push(authorization);
      return authorization.decision.allowed ? undefined : accessDenied(authorization, service.protocol);
    };
    for (const permission of operation.permissions) {
      const denied = denialOf(permission);
      if (denied !== undefined) throw denied;
    }
    return operation.run({ denialOf });
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
      authorizations: this.authorizations,
      status,
      ...(this.error === undefined ? {} : { error: { code: this.error.code, message: this.error.message } }),
    };
  }

  /** What a request that did not get as far as its operation asked for, where its protocol says so. */
  private operationAsked(): string | undefined {
    const target = this.http.headers['x-amz-target'];
    if (target !== undefined) return nameIn(target.slice(target.lastIndexOf('.') + 1));
    if (this.protocol === 'query') return nameIn(formOf(this.http).get('Action'));
    return this.service?.operationName?.(this.serviceRequest(''));
  }

  private queried(name: string): string | undefined {
    return this.http.query.find(([candidate]) => candidate === name)?.[1];
  }
}

const nameIn = (text: string | null): string | undefined =>
  text !== null && /^\w+$/.test(text) ? text : undefined;

function internalFailure(error: unknown): AwsError {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new AwsError('InternalFailure', `The sandbox failed: ${reason}`, 500);
}
