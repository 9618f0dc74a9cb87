import { XMLBuilder } from 'fast-xml-parser';
import type { AwsError, Protocol, ServiceResponse } from '../core/service';

/**
 * An error as the service's protocol writes it.
 *
 * - https://smithy.io/2.0/aws/protocols/aws-query-protocol.html
 * - https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
 * - https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
export function errorResponse(
  error: AwsError,
  protocol: Protocol,
  requestId: string,
  method: string,
): ServiceResponse {
  const { status, extra } = error;
  const rendered = RENDERERS[protocol](error, requestId);
  const headers = { ...rendered.headers, ...extra.headers };
  return { status, headers, body: method === 'HEAD' ? '' : rendered.body };
}

type Rendered = { readonly headers: Record<string, string>; readonly body: string };

const RENDERERS: Record<Protocol, (error: AwsError, requestId: string) => Rendered> = {
  query: ({ code, message, status }, requestId) => ({
    headers: { 'content-type': 'text/xml' },
    body: xml({
      ErrorResponse: {
        Error: {
          Type: status < 500 ? 'Sender' : 'Receiver',
          Code: code,
          ...(message === '' ? {} : { Message: message }),
        },
        RequestId: requestId,
      },
    }),
  }),
  json: ({ code, message, extra }) => ({
    headers: { 'content-type': 'application/x-amz-json-1.1' },
    body: JSON.stringify({ __type: code, message, ...extra.fields }),
  }),
  'rest-json': ({ code, message }) => ({
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': code },
    body: JSON.stringify({ message }),
  }),
  s3: ({ code, message, extra }, requestId) => ({
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n${xml({
      Error: { Code: code, Message: message, ...extra.fields, RequestId: requestId, HostId: 'sandbox' },
    })}`,
  }),
};

const builder = new XMLBuilder({});
/** XML has no way to write control characters, not even escaped; errors repeat what a client sent. */
const xml = (document: unknown): string =>
  String(builder.build(document)).replace(
    /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,
    '\ufffd',
  );
