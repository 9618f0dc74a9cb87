import { NormalizedSchema } from '@smithy/core/schema';
import { XMLParser } from 'fast-xml-parser';
import type { WireAnswer } from './raw-answer';

/** How a service writes its answers. */
export type Protocol = 'query' | 'json' | 'rest-xml';

/** As the commands of an SDK carry it. */
export type OperationSchema = readonly [9, string, string, object | number, unknown, unknown];

/**
 * What of an answer does not fit the schema that the SDK reads it by: members that it does not have, required ones that are
 * missing, and values of another type. An SDK passes over all of these in silence. Empty when everything fits.
 */
export function misfits(operation: OperationSchema, answer: WireAnswer, protocol: Protocol): string[] {
  const [, , name, , , outputRef] = operation;
  const output = NormalizedSchema.of(outputRef as SchemaRef);
  if (protocol === 'json') return inJson(output, answer.text === '' ? {} : JSON.parse(answer.text), name);
  if (protocol === 'rest-xml') return [...inHeaders(output, answer, name), ...inBody(output, answer, name)];
  const root = child(parser.parse(answer.text), `${name}Response`);
  return inXml(output, child(root, `${name}Result`) ?? '', name);
}

type SchemaRef = Parameters<typeof NormalizedSchema.of>[0];

/** The SDK writes the required members first and then says how many they are. */
function requiredOf(struct: NormalizedSchema): string[] {
  const [, , , , names = [], , count = 0] = struct.getSchema() as unknown as [
    unknown,
    unknown,
    unknown,
    unknown,
    string[]?,
    unknown?,
    number?,
  ];
  return names.slice(0, count);
}

function inJson(schema: NormalizedSchema, value: unknown, path: string): string[] {
  if (schema.isDocumentSchema() || schema.isUnitSchema()) return [];
  if (schema.isListSchema()) {
    if (!Array.isArray(value)) return [wrong(path, 'a list', value)];
    return value.flatMap((item, index) => inJson(schema.getValueSchema(), item, `${path}[${index}]`));
  }
  if (schema.isMapSchema() || schema.isStructSchema()) {
    if (!isObject(value)) return [wrong(path, 'an object', value)];
    if (schema.isMapSchema())
      return Object.entries(value).flatMap(([key, item]) =>
        inJson(schema.getValueSchema(), item, `${path}.${key}`),
      );
    const members = new Map(schema.structIterator());
    return [
      ...missing(schema, (name) => name in value, path),
      ...Object.entries(value).flatMap(([name, item]) => {
        const member = members.get(name);
        return member === undefined ? [unknown(path, name)] : inJson(member, item, `${path}.${name}`);
      }),
    ];
  }
  if (schema.isBooleanSchema()) return typeof value === 'boolean' ? [] : [wrong(path, 'a boolean', value)];
  if (schema.isNumericSchema() || schema.isTimestampSchema())
    return typeof value === 'number' ? [] : [wrong(path, 'a number', value)];
  return typeof value === 'string' ? [] : [wrong(path, 'a text', value)];
}

function inXml(schema: NormalizedSchema, value: unknown, path: string): string[] {
  if (schema.isUnitSchema()) return value === '' ? [] : [wrong(path, 'nothing', value)];
  if (schema.isListSchema()) {
    const item = schema.getValueSchema();
    const name = xmlName(item) ?? 'member';
    if (value === '') return [];
    if (!isObject(value)) return [wrong(path, 'a list', value)];
    const others = Object.keys(value).filter((other) => other !== name && !isNamespace(other));
    return [
      ...others.map((other) => unknown(path, other)),
      ...[value[name] ?? []].flat().flatMap((one, index) => inXml(item, one, `${path}[${index}]`)),
    ];
  }
  if (schema.isStructSchema()) {
    if (value !== '' && !isObject(value)) return [wrong(path, 'an element with elements', value)];
    return inElement(schema, [...schema.structIterator()], value === '' ? {} : value, path);
  }
  if (typeof value !== 'string') return [wrong(path, 'a text', value)];
  return inText(schema, value, path, DATE_TIME);
}

function inElement(
  schema: NormalizedSchema,
  members: readonly (readonly [string, NormalizedSchema])[],
  element: Readonly<Record<string, unknown>>,
  path: string,
): string[] {
  const byElement = new Map(members.map(([name, member]) => [elementOf(name, member), { name, member }]));
  const known = new Set(members.map(([name]) => name));
  const present = new Set(Object.keys(element).map((one) => byElement.get(one)?.name));
  return [
    ...missing(schema, (name) => !known.has(name) || present.has(name), path),
    ...Object.entries(element).flatMap(([name, value]) => {
      if (isNamespace(name)) return [];
      const found = byElement.get(name);
      if (found === undefined) return [unknown(path, name)];
      const inside = `${path}.${found.name}`;
      if (!isFlattened(found.member)) return inXml(found.member, value, inside);
      const items = found.member.getValueSchema();
      return [value].flat().flatMap((one, index) => inXml(items, one, `${inside}[${index}]`));
    }),
  ];
}

/** What REST-XML writes into headers. */
function inHeaders(output: NormalizedSchema, { headers }: WireAnswer, path: string): string[] {
  if (!output.isStructSchema()) return [];
  const members = new Map<string, NormalizedSchema>();
  const prefixes: string[] = [];
  for (const [, member] of output.structIterator()) {
    const { httpHeader, httpPrefixHeaders } = member.getMergedTraits();
    if (httpHeader !== undefined) members.set(httpHeader.toLowerCase(), member);
    if (httpPrefixHeaders !== undefined) prefixes.push(httpPrefixHeaders);
  }
  return Object.entries(headers).flatMap(([name, value]) => {
    const member = members.get(name);
    if (member !== undefined) return inText(member, value, `${path} header ${name}`, HTTP_DATE);
    const isKnown = ALWAYS_SENT.has(name) || prefixes.some((prefix) => name.startsWith(prefix));
    return isKnown ? [] : [unknown(`${path} header`, name)];
  });
}

const ALWAYS_SENT = new Set([
  'connection',
  'content-length',
  'content-type',
  'date',
  'keep-alive',
  'transfer-encoding',
  'x-amz-request-id',
  'x-sandbox-remark',
]);

function inBody(output: NormalizedSchema, { text }: WireAnswer, path: string): string[] {
  const members = output.isStructSchema() ? [...output.structIterator()] : [];
  const payload = members.find(([, member]) => member.getMergedTraits().httpPayload !== undefined);
  if (payload !== undefined) {
    const [name, schema] = payload;
    if (!schema.isStructSchema()) return []; // bytes, or a policy
    const root = xmlName(schema) ?? schema.getName() ?? name;
    return inXml(schema, child(parser.parse(text), root), `${path}.${name}`);
  }
  const inside = members.filter(([, member]) => {
    const { httpHeader, httpPrefixHeaders } = member.getMergedTraits();
    return httpHeader === undefined && httpPrefixHeaders === undefined;
  });
  if (inside.length === 0) return text === '' ? [] : [wrong(path, 'no body', text)];
  const root = xmlName(output) ?? output.getName() ?? '';
  const element = child(parser.parse(text), root);
  if (element === undefined) return [`${path}: there is no <${root}> in ${text.slice(0, 200)}`];
  // The one answer that is a text and not elements: https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html
  if (path === 'GetBucketLocation') return [];
  return inElement(output, inside, isObject(element) ? element : {}, path);
}

function inText(schema: NormalizedSchema, text: string, path: string, date: RegExp): string[] {
  if (schema.isBooleanSchema()) return /^(?:true|false)$/.test(text) ? [] : [wrong(path, 'a boolean', text)];
  if (schema.isNumericSchema()) return /^-?\d+(?:\.\d+)?$/.test(text) ? [] : [wrong(path, 'a number', text)];
  if (schema.isTimestampSchema()) return date.test(text) ? [] : [wrong(path, 'a timestamp', text)];
  return [];
}

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/;
const HTTP_DATE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;

const parser = new XMLParser({
  parseTagValue: false,
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  trimValues: false,
});

function missing(schema: NormalizedSchema, has: (name: string) => boolean, path: string): string[] {
  return requiredOf(schema)
    .filter((name) => !has(name))
    .map((name) => `${path}: ${name} is required and missing`);
}

const unknown = (path: string, name: string): string => `${path}: ${name} is unknown`;
const wrong = (path: string, wanted: string, value: unknown): string =>
  `${path}: is no ${wanted.replace(/^an? /, '')}: ${JSON.stringify(value)}`;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const child = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined);
const isNamespace = (name: string): boolean => name.startsWith('@xmlns') || name === '?xml';
const xmlName = (schema: NormalizedSchema): string | undefined => schema.getMergedTraits().xmlName;
const isFlattened = (schema: NormalizedSchema): boolean =>
  schema.isListSchema() && schema.getMergedTraits().xmlFlattened !== undefined;
const elementOf = (name: string, member: NormalizedSchema): string => {
  const { xmlAttribute, xmlName: renamed } = member.getMergedTraits();
  return `${xmlAttribute === undefined ? '' : '@'}${renamed ?? name}`;
};
