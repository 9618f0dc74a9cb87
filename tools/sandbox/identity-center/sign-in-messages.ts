import { AwsError, type ServiceRequest, type ServiceResponse } from '../core/service';

/** The members of one message, each asked for by name. */
export interface Input {
  /** @throws AwsError InvalidRequestException that names the missing member */
  required(name: string): string;
  optional(name: string): string | undefined;
  list(name: string): readonly string[];
}

/** @throws AwsError InvalidRequestException where the body is not a JSON object */
export function readJson(request: ServiceRequest): Input {
  const body = parse(request.body.toString('utf8'));
  if (typeof body !== 'object' || body === null) throw invalid('the body is not a JSON object');
  const members = new Map<string, unknown>(Object.entries(body));
  return input(
    (name) => {
      const value = members.get(name);
      return typeof value === 'string' ? value : undefined;
    },
    (name) => {
      const value = members.get(name);
      return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
    },
  );
}

/** The same over a query string or a submitted form. */
export function codeInput(parameters: URLSearchParams): Input {
  return input(
    (name) => parameters.get(name) ?? undefined,
    (name) => parameters.getAll(name),
  );
}

export function json(body: unknown): ServiceResponse {
  return { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function input(
  optional: (name: string) => string | undefined,
  list: (name: string) => readonly string[],
): Input {
  return {
    optional,
    list,
    required(name) {
      const value = optional(name);
      if (value === undefined || value === '') throw invalid(`${name} is missing`);
      return value;
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const invalid = (message: string): AwsError => new AwsError('InvalidRequestException', message);
