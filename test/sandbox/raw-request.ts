import { createHash, createHmac } from 'node:crypto';
import { request } from 'node:http';
import type { Sandbox } from '../../tools/sandbox/sandbox';
import { REGION, type Keys } from './clients';

/** One request, signed by hand, so that a test can send what no SDK would. */
export interface RawCall {
  /** @default - not signed */
  readonly keys?: Keys | undefined;
  /** In the credential scope. @default 's3' */
  readonly service?: string;
  /** In the credential scope. @default 'ap-northeast-1' */
  readonly region?: string;
  readonly method?: string;
  /** Percent-encoded, as it is sent and signed. @default '/' */
  readonly path?: string;
  readonly query?: readonly (readonly [string, string])[];
  /** Signed. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent, and not signed. */
  readonly unsigned?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** `20261123T101500Z`. @default - now */
  readonly date?: string;
  /** Seconds: signs in the query instead of in a header. */
  readonly expires?: string;
  /** Changes the query (if presigned) or the headers after they were signed. */
  readonly tamper?: (signed: Record<string, string>) => Record<string, string>;
}

export interface RawAnswer {
  readonly status: number;
  /** The words after the status: `Forbidden`. */
  readonly phrase: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  /** Of an error, in any of the protocols. */
  readonly code: string | undefined;
  /** Whether the server asked for the body, of a call that waits for that (`expect: 100-continue`). */
  readonly asked: boolean;
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html */
export function sendRaw(sandbox: Sandbox, call: RawCall): Promise<RawAnswer> {
  const { query, headers } = signed(sandbox, call);
  const { method = 'GET', path = '/', body = '' } = call;
  const search = query.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
  return new Promise((resolve, reject) => {
    let asked = false;
    const sent = request(
      {
        host: '127.0.0.1',
        port: sandbox.port,
        method,
        path: `${path}${search === '' ? '' : `?${search}`}`,
        headers: { ...headers, ...(body.length > 0 && { 'content-length': Buffer.byteLength(body) }) },
        agent: false,
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject);
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          const code = /<Code>(\w+)<|"__type":"(\w+)"/.exec(text);
          resolve({
            status: answer.statusCode ?? 0,
            phrase: answer.statusMessage ?? '',
            headers: answer.headers,
            text,
            asked,
            code: code?.[1] ?? code?.[2] ?? answer.headers['x-amzn-errortype']?.toString(),
          });
        });
      },
    );
    sent.on('error', reject);
    if (headers.expect === undefined) sent.end(body);
    else {
      sent.flushHeaders();
      sent.on('continue', () => {
        asked = true;
        sent.end(body);
      });
    }
  });
}

function signed(sandbox: Sandbox, call: RawCall) {
  const {
    keys,
    service = 's3',
    region = REGION,
    method = 'GET',
    path = '/',
    body = '',
    unsigned = {},
  } = call;
  const date = call.date ?? new Date().toISOString().replace(/[-:]|\.\d{3}/g, '');
  const presigned = call.expires !== undefined;
  const hash = presigned && service === 's3' ? 'UNSIGNED-PAYLOAD' : sha256(body);
  const tamper = call.tamper ?? ((it) => it);
  const headers: Record<string, string> = { host: `127.0.0.1:${sandbox.port}`, ...call.headers };
  const query = [...(call.query ?? [])];
  if (keys === undefined) return { query, headers: tamper({ ...headers, ...unsigned }) };
  if (!presigned) {
    headers['x-amz-date'] = date;
    if (service === 's3') headers['x-amz-content-sha256'] ??= hash;
    if (keys.sessionToken !== undefined) headers['x-amz-security-token'] = keys.sessionToken;
  }
  const scope = `${date.slice(0, 8)}/${region}/${service}/aws4_request`;
  const names = Object.keys(headers).sort();
  if (presigned) {
    query.push(
      ['X-Amz-Algorithm', 'AWS4-HMAC-SHA256'],
      ['X-Amz-Credential', `${keys.accessKeyId}/${scope}`],
      ['X-Amz-Date', date],
      ['X-Amz-SignedHeaders', names.join(';')],
    );
    if (call.expires !== '') query.push(['X-Amz-Expires', call.expires ?? '']);
    if (keys.sessionToken !== undefined) query.push(['X-Amz-Security-Token', keys.sessionToken]);
  }
  const canonical = [
    method,
    service === 's3' ? path : path.split('/').map(encode).join('/'),
    query
      .map(([name, value]) => `${encode(name)}=${encode(value)}`)
      .sort()
      .join('&'),
    ...names.map((name) => `${name}:${headers[name]?.trim().replace(/ +/g, ' ')}`),
    '',
    names.join(';'),
    headers['x-amz-content-sha256'] ?? hash,
  ].join('\n');
  const text = ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n');
  const key = [date.slice(0, 8), region, service, 'aws4_request'].reduce<Buffer>(
    (previous, part) => hmac(previous, part),
    Buffer.from(`AWS4${keys.secretAccessKey}`),
  );
  const signature = hmac(key, text).toString('hex');
  if (presigned) {
    const changed = tamper(Object.fromEntries([...query, ['X-Amz-Signature', signature]]));
    return { query: Object.entries(changed), headers: { ...headers, ...unsigned } };
  }
  const authorization = `AWS4-HMAC-SHA256 Credential=${keys.accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  return { query, headers: tamper({ ...headers, ...unsigned, authorization }) };
}

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const encode = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
