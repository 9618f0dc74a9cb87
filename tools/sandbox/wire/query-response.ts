import { XMLBuilder } from 'fast-xml-parser';
import type { ServiceRequest, ServiceResponse } from '../core/service';

/** A result of the query protocol: `undefined` members are left out, arrays become `<member>` lists. */
export type QueryResult = { readonly [name: string]: QueryValue | undefined };
type QueryValue = string | number | boolean | Date | readonly QueryValue[] | QueryResult;

/** https://smithy.io/2.0/aws/protocols/aws-query-protocol.html */
export function queryResponse(
  namespace: string,
  action: string,
  result: QueryResult,
  request: ServiceRequest,
): ServiceResponse {
  const document = {
    [`${action}Response`]: {
      '@xmlns': namespace,
      [`${action}Result`]: toXml(result),
      ResponseMetadata: { RequestId: request.requestId },
    },
  };
  return { status: 200, headers: { 'content-type': 'text/xml' }, body: String(builder.build(document)) };
}

/** STS's answers have a name space of their own. */
export const stsResponse = (action: string, result: QueryResult, request: ServiceRequest): ServiceResponse =>
  queryResponse('https://sts.amazonaws.com/doc/2011-06-15/', action, result, request);

const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@' });

function toXml(value: QueryValue): unknown {
  if (value instanceof Date) return value.toISOString().replace(/\.\d{3}Z$/, 'Z');
  if (isList(value)) return { member: value.map(toXml) };
  if (typeof value !== 'object') return String(value);
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, member]) => (member === undefined ? [] : [[name, toXml(member)]])),
  );
}

const isList = (value: QueryValue): value is readonly QueryValue[] => Array.isArray(value);
