import { Readable } from 'node:stream';
import { XMLParser } from 'fast-xml-parser';

/** An answer as it came over the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Of an error, in the words of `test/cases/aws-answers.json`: what AWS does not say is null. */
export interface Refusal {
  readonly code: string | null;
  readonly httpStatus: number | null;
  readonly message: string | null;
}

/** What of a client of any of AWS's SDKs is needed. */
export interface Recordable {
  readonly config: {
    readonly requestHandler: { handle(request: never, options?: never): Promise<{ response: unknown }> };
  };
}

/** Has a client show every answer before it reads it. */
export function recording<Client extends Recordable>(
  client: Client,
  onAnswer: (answer: WireAnswer) => void,
): Client {
  const { requestHandler }: Recordable['config'] = client.config;
  const handle = requestHandler.handle.bind(requestHandler);
  requestHandler.handle = async (request, options) => {
    const result = await handle(request, options);
    const response = result.response as Response;
    const chunks: Buffer[] = [];
    for await (const chunk of response.body) chunks.push(Buffer.from(chunk as Uint8Array));
    const whole = Buffer.concat(chunks);
    response.body = Readable.from(whole.length === 0 ? [] : [whole]);
    onAnswer({ status: response.statusCode, headers: response.headers, text: whole.toString('utf8') });
    return result;
  };
  return client;
}

interface Response {
  readonly statusCode: number;
  readonly headers: Record<string, string>;
  body: Readable;
}

/** Code, status and message of an error document, in any of the protocols. */
export function refusalIn({
  status,
  headers,
  text,
}: Pick<WireAnswer, 'status' | 'text'> & {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}): Refusal {
  if (text.startsWith('{')) {
    const document = JSON.parse(text) as { __type?: string; message?: string };
    const code = document.__type ?? String(headers['x-amzn-errortype']);
    return { code, httpStatus: status, message: document.message ?? null };
  }
  const document = parser.parse(text) as { ErrorResponse?: { Error: Said }; Error?: Said };
  const { Code, Message } = document.ErrorResponse?.Error ?? document.Error ?? {};
  return { code: Code ?? null, httpStatus: status, message: Message ?? null };
}

interface Said {
  readonly Code?: string;
  readonly Message?: string;
}

const parser = new XMLParser({ parseTagValue: false, trimValues: false, htmlEntities: true });
