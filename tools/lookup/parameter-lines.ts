import type { Share } from '../../lib/share/share';
import type { LookupResult } from './lookup';

/** The lines to paste into a vendor of parameters.ts, indented as they stand there. */
export function parameterLines({
  identityCenter,
  assignees,
}: Pick<LookupResult, 'identityCenter' | 'assignees'>): string {
  return fieldLines({ identityCenter, ...(assignees.length > 0 && { assignees }) }, 3);
}

/** The lines to paste into the share of parameters.ts: all of it. */
export function shareLines({ company, vendors }: Share): string {
  return fieldLines({ company, vendors }, 1);
}

/** One field a line, as TypeScript; what has no value is left out. */
function fieldLines(fields: object, depth: number): string {
  return Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${'  '.repeat(depth)}${name}: ${literal(value, depth)},`)
    .join('\n');
}

function literal(value: unknown, depth: number): string {
  const end = '  '.repeat(depth);
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => listed(item, depth + 1));
    if (items.every((item) => !item.includes('\n')) && value.every((item) => typeof item === 'string'))
      return `[${items.join(', ')}]`;
    return `[\n${items.map((item) => `${end}  ${item},\n`).join('')}${end}]`;
  }
  if (typeof value === 'object' && value !== null) return `{\n${fieldLines(value, depth + 1)}\n${end}}`;
  throw new Error(`a share holds texts, lists and objects, got ${typeof value}`);
}

/** A group or user stands on one line, as in parameters.ts. */
function listed(item: unknown, depth: number): string {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return literal(item, depth);
  const entries = Object.entries(item);
  const isAssignee = 'id' in item && entries.every(([, value]) => typeof value === 'string');
  if (!isAssignee) return literal(item, depth);
  return `{ ${entries.map(([name, value]) => `${name}: ${quoted(String(value))}`).join(', ')} }`;
}

/** A TypeScript string with single quotes, as in parameters.ts. */
function quoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
