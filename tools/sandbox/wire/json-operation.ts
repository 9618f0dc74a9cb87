import { isRecord } from '../core/json';
import { AwsError, type ServiceRequest, type ServiceResponse } from '../core/service';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Operation and input of a JSON 1.1 request: `X-Amz-Target: AmazonSSM.GetParameter`. */
export function readJsonRequest(request: ServiceRequest): { operation: string; input: JsonObject } {
  const operation = request.headers['x-amz-target']?.split('.')[1] ?? '';
  if (operation === '') throw new AwsError('UnknownOperationException', 'X-Amz-Target names no operation');
  return { operation, input: parseBody(request.body) };
}

/** @throws AwsError ValidationException */
export function text(input: JsonObject, field: string): string {
  const value = input[field];
  if (typeof value !== 'string' || value === '') {
    throw new AwsError('ValidationException', `${field} must be a string that is not empty`);
  }
  return value;
}

export function jsonResponse(body: unknown): ServiceResponse {
  return {
    status: 200,
    headers: { 'content-type': 'application/x-amz-json-1.1' },
    body: JSON.stringify(body),
  };
}

function parseBody(body: Buffer): JsonObject {
  try {
    const parsed: unknown = JSON.parse(body.length === 0 ? '{}' : body.toString('utf8'));
    if (isRecord(parsed)) return parsed;
  } catch {
    // said below
  }
  throw new AwsError('SerializationException', 'The body is not a JSON object');
}
