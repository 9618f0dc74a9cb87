import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import { isRecord } from '../core/json';
import { AwsError, type ServiceResponse } from '../core/service';

const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';
const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@' });
const parser = new XMLParser({
  parseTagValue: false,
  ignoreAttributes: true,
  trimValues: false,
  htmlEntities: true,
});

/** A tree of elements: text, a list of elements of one name, or named children. */
export type XmlValue = string | readonly XmlValue[] | { readonly [name: string]: XmlValue | undefined };

export function xmlResponse(root: string, content: XmlValue, status = 200): ServiceResponse {
  return { status, headers: { 'content-type': 'application/xml' }, body: toXml(root, content) };
}

export function toXml(root: string, content: XmlValue): string {
  const children = typeof content === 'object' && !Array.isArray(content) ? content : { '#text': content };
  const xml = String(builder.build({ [root]: { '@xmlns': NAMESPACE, ...children } }));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml}`;
}

/** @throws AwsError MalformedXML */
export function parseXml(body: Buffer, root: string): Record<string, unknown> {
  try {
    const document: unknown = parser.parse(body.toString('utf8'), true);
    const found = isRecord(document) ? document[root] : undefined;
    if (isRecord(found)) return found;
    if (typeof found === 'string' && found.trim() === '') return {}; // nothing in it
  } catch {
    // said below
  }
  throw malformedXml();
}

export const malformedXml = (): AwsError =>
  new AwsError(
    'MalformedXML',
    'The XML you provided was not well-formed or did not validate against our published schema',
  );

/** One child or several: always a list. */
export const children = (value: unknown): Record<string, unknown>[] =>
  (Array.isArray(value) ? value : [value]).filter(isRecord);

export const childText = (element: Record<string, unknown>, name: string): string | undefined => {
  const value = element[name];
  return typeof value === 'string' ? value : undefined;
};
