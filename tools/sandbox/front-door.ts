import { randomUUID } from 'node:crypto';
import { inLanguage } from '../../words/speech';
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
import { authenticate, checkBody, type Identity } from './access/authenticate';
import { accessDenied, authorize, type Authorization } from './access/authorize';
import { ANONYMOUS_BODY, bodyTooLarge, SMALL_BODY } from './wire/body-limit';
import { errorResponse } from './wire/error-response';
import { passGate } from './wire/gate';
import { decodePercent, type ReadBody, type RequestHead } from './wire/http-request';
import { checkResponseHeaders } from './wire/response-headers';
import { guessedProtocol, serviceNamed } from './recognition';
import { reasonOf } from './reasons';
import type { RequestEntry } from './request-entry';

/**
 * Where every request comes in: the gate looks at its form, then the caller is proved, the service found, each needed
 * permission asked for, and only then does the service run. A small body is read as soon as the caller is known, a large
 * one when it may be sent.
 */
export class FrontDoor {
  constructor(
    private readonly world: World,
    private readonly services: readonly Service[],
    private readonly onRequest: (entry: RequestEntry) => void,
    /** Told what no client is told: why the sandbox itself failed. */
    private readonly onFailure: (error: unknown) => void = () => undefined,
  ) {}

  async answer(head: RequestHead, readBody: ReadBody): Promise<ServiceResponse> {
    const requestId = randomUUID();
    const visit = new Visit(head, readBody, requestId, this.world, this.services);
    let response: ServiceResponse;
    try {
      response = await visit.run();
      checkResponseHeaders(response);
    } catch (error) {
      visit.error = this.awsErrorOf(error);
      response = errorResponse(visit.error, visit.protocol, requestId, head.method);
    }
    this.onRequest(visit.entry(response.status));
    return withId(withRemark(response, visit.remark), requestId, visit.protocol);
  }

  /** Answers a request whose address cannot be read. */
  turnAway(error: unknown, method: string, url: string): ServiceResponse {
    const requestId = randomUUID();
    const awsError = this.awsErrorOf(error);
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
      error: told(awsError),
    });
    return withId(response, requestId, 's3');
  }

  /** Of a failure of the sandbox itself a client hears only that there was one. */
  private awsErrorOf(error: unknown): AwsError {
    if (error instanceof AwsError) return error;
    this.onFailure(error);
    return new AwsError('InternalFailure', 'The sandbox failed. With --verbose it says where.', 500);
  }
}

/** For the log. */
const told = ({ code, message, extra: { remark } }: AwsError): NonNullable<RequestEntry['error']> => ({
  code,
  message,
  ...(remark === undefined ? {} : { remark }),
});

/** What the sandbox knows and AWS does not say. Names are ASCII; what else a session could be called is left out. */
function withRemark(response: ServiceResponse, remark: string | undefined): ServiceResponse {
  if (remark === undefined) return response;
  const text = remark.replaceAll(/[^ -~]/g, '?').slice(0, 1000);
  return { ...response, headers: { ...response.headers, 'x-sandbox-remark': text } };
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
  private body: Buffer | undefined;
  error: AwsError | undefined;

  constructor(
    private readonly head: RequestHead,
    private readonly readBody: ReadBody,
    private readonly requestId: string,
    private readonly world: World,
    services: readonly Service[],
  ) {
    this.serviceName = serviceNamed(head, services);
    this.service = services.find(({ name }) => name === this.serviceName);
  }

  get protocol(): Protocol {
    return this.service?.protocol ?? guessedProtocol(this.head, this.serviceName);
  }

  async run(): Promise<ServiceResponse> {
    const { head, protocol, service } = this;
    const signature = passGate(head, protocol);
    const body = async (): Promise<Buffer> => this.take(SMALL_BODY);
    // Callers of the sign-in and of its portal prove themselves by tokens.
    if (service?.protocol !== 'rest-json')
      this.identity = await authenticate(head, signature, protocol, body, this.world);
    if (service === undefined) throw notModelled(`the service "${this.serviceName}"`);
    const region = this.identity.signature?.region ?? 'us-east-1';
    const request = this.serviceRequest(region);
    const isKnown = this.identity.credential !== undefined;
    const limit = service.bodyLimit?.(request) ?? (isKnown ? SMALL_BODY : ANONYMOUS_BODY);
    if (isKnown && limit <= SMALL_BODY) await this.take(limit);
    const operation = service.operationOf(request);
    this.operation = operation;
    const denialOf = (permission: Permission): AwsError | undefined => {
      const authorization = authorize(permission, head, this.identity, region, this.world);
      this.authorizations.push(authorization);
      return authorization.decision.allowed ? undefined : accessDenied(authorization, service.protocol);
    };
    for (const permission of operation.permissions) {
      const denied = denialOf(permission);
      if (denied !== undefined) throw denied;
    }
    await this.take(limit);
    return operation.run({ denialOf });
  }

  /** Reads the body, the first time. */
  private async take(limit: number): Promise<Buffer> {
    if (this.body !== undefined) return this.body;
    const body = limit === 0 ? Buffer.alloc(0) : await this.readBody(limit);
    if (body === undefined) throw bodyTooLarge(limit, this.protocol);
    if (this.serviceName === 's3') await checkBody(body, this.head, this.identity);
    this.body = body;
    return body;
  }

  private serviceRequest(region: string): ServiceRequest {
    const { head } = this;
    const body = (): Buffer => this.body ?? Buffer.alloc(0);
    return {
      method: head.method,
      path: this.protocol === 's3' ? head.rawPath : decodePercent(head.rawPath),
      query: new URLSearchParams(head.query.map(([key, value]): [string, string] => [key, value])),
      headers: head.headers,
      get body() {
        return body(); // of an upload it is there when the operation runs
      },
      caller: this.identity.caller,
      account: this.identity.credential?.account ?? '',
      region,
      requestId: this.requestId,
    };
  }

  /** Why it was allowed, denied or failed; the last question decided a denial. */
  get remark(): string | undefined {
    if (this.error?.extra.remark !== undefined) return this.error.extra.remark;
    const [first] = this.authorizations;
    const last = this.authorizations.at(-1);
    const decisive = last?.decision.allowed === false ? last : first;
    return decisive && inLanguage('en', () => reasonOf(decisive)); // headers are ASCII
  }

  entry(status: number): RequestEntry {
    const operation = this.operation?.name ?? this.operationAsked();
    const part = operation === 'UploadPart' ? this.queried('partNumber') : undefined;
    return {
      time: this.world.now(),
      requestId: this.requestId,
      service: this.serviceName,
      operation: operation ?? `${this.head.method} ${this.head.rawPath}`,
      ...(part === undefined ? {} : { part }),
      ...(this.protocol === 's3' ? { path: this.head.rawPath } : {}),
      caller: this.identity.caller,
      ...(this.operation?.who === undefined ? {} : { who: this.operation.who }),
      authorizations: this.authorizations,
      status,
      ...(this.error === undefined ? {} : { error: told(this.error) }),
    };
  }

  /** What a request that did not get as far as its operation asked for, where its protocol says so. */
  private operationAsked(): string | undefined {
    const target = this.head.headers['x-amz-target'];
    if (target !== undefined) return nameIn(target.slice(target.lastIndexOf('.') + 1));
    if (this.protocol === 'query')
      return nameIn(new URLSearchParams(this.body?.toString('utf8')).get('Action'));
    return this.service?.operationName?.(this.serviceRequest(''));
  }

  private queried(name: string): string | undefined {
    return this.head.query.find(([candidate]) => candidate === name)?.[1];
  }
}

const nameIn = (text: string | null): string | undefined =>
  text !== null && /^\w+$/.test(text) ? text : undefined;
