import { XMLParser } from 'fast-xml-parser';
import { isObject, isRecord, type Json, type JsonObject, parseJson } from '../core/json';
import {
  AwsError,
  type Permission,
  type Service,
  type ServiceRequest,
  type ServiceResponse,
} from '../core/service';
import type { Caller } from '../../iam/request';
import { handlerError } from './handler-error';

/** Whoever acts inside AWS: a session of an execution role, or the caller whose rights CloudFormation uses. */
export interface Actor {
  readonly caller: Caller;
  /** 12 digits. */
  readonly account: string;
  readonly region: string;
  /** In the words of the service, or undefined when it is allowed. */
  denialOf(permission: Permission): AwsError | undefined;
}

/** A request of the actor's, as far as it differs from an empty POST. */
export type ClientRequest = Partial<Pick<ServiceRequest, 'method' | 'path' | 'query' | 'headers' | 'body'>>;

/**
 * Calls the sandbox's services from inside, as somebody: through the very operations that answer over the wire, so that
 * permission, quota, validation and the words of an error are the same by either door.
 */
export class ServiceClient {
  constructor(
    private readonly services: readonly Service[],
    readonly actor: Actor,
    /** How an error of a service is thrown. */
    private readonly errorOf: (error: AwsError, service: string, operation: string) => Error = handlerError,
  ) {}

  /** An operation of a service that speaks query or JSON. @throws HandlerError in the words of the service */
  async call(service: string, operation: string, input: JsonObject): Promise<JsonObject> {
    const { protocol } = this.service(service);
    const request = protocol === 'query' ? queryRequest(operation, input) : jsonRequest(operation, input);
    const { body } = await this.send(service, request);
    if (protocol !== 'query') return asObject(parseJson(String(body)));
    return resultIn(String(body), operation);
  }

  /** A request in the service's own protocol. @throws HandlerError in the words of the service */
  async send(serviceName: string, asked: ClientRequest): Promise<ServiceResponse> {
    const service = this.service(serviceName);
    const { caller, account, region } = this.actor;
    const request: ServiceRequest = {
      method: 'POST',
      path: '/',
      query: new URLSearchParams(),
      body: Buffer.alloc(0),
      ...asked,
      headers: { authorization: 'AWS4-HMAC-SHA256', ...asked.headers },
      caller,
      account,
      region,
      requestId: '',
    };
    let name = asked.method ?? '';
    try {
      const operation = service.operationOf(request);
      ({ name } = operation);
      for (const permission of operation.permissions) {
        const denial = this.actor.denialOf(permission);
        if (denial !== undefined) throw denial;
      }
      return await operation.run({ denialOf: (permission) => this.actor.denialOf(permission) });
    } catch (error) {
      if (error instanceof AwsError) throw this.errorOf(error, serviceName, name);
      throw error;
    }
  }

  private service(name: string): Service {
    const found = this.services.find((service) => service.name === name);
    if (found === undefined) throw new Error(`there is no service ${name}`);
    return found;
  }
}

/** An error as a program with an SDK sees it. */
export class ServiceError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'ServiceError';
  }
}

/** In the words of the SDK for Python, in which CDK's functions are written. */
export const sdkError = ({ code, message }: AwsError, _service: string, operation: string): ServiceError =>
  new ServiceError(code, `An error occurred (${code}) when calling the ${operation} operation: ${message}`);

/** https://smithy.io/2.0/aws/protocols/aws-query-protocol.html */
function queryRequest(operation: string, input: JsonObject): ClientRequest {
  const form = new URLSearchParams({ Action: operation });
  const add = (name: string, value: Json): void => {
    if (Array.isArray(value)) value.forEach((item, index) => add(`${name}.member.${index + 1}`, item));
    else if (isRecord(value))
      for (const [key, member] of Object.entries(value)) add(`${name}.${key}`, member);
    else form.append(name, String(value));
  };
  for (const [name, value] of Object.entries(input)) add(name, value);
  return { body: Buffer.from(form.toString()) };
}

function jsonRequest(operation: string, input: JsonObject): ClientRequest {
  return { headers: { 'x-amz-target': `Inside.${operation}` }, body: Buffer.from(JSON.stringify(input)) };
}

/** A result as plain data: `<member>` lists as arrays, every scalar as text, what is empty as ''. */
function resultIn(xml: string, operation: string): JsonObject {
  const plain = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(plain);
    if (!isObject(value)) return value;
    if (Array.isArray(value.member)) return value.member.map(plain);
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]));
  };
  const answer: unknown = parser.parse(xml);
  const response = isRecord(answer) ? answer[`${operation}Response`] : undefined;
  const result = isRecord(response) ? response[`${operation}Result`] : undefined;
  return asObject(plain((result ?? {}) as Json));
}

const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name === 'member' });

const asObject = (value: Json): JsonObject => (isObject(value) ? value : {});
