import { isIPv4, isIPv6 } from 'node:net';

/** A range of addresses. `bits` is the length of the family's addresses: 32 or 128. */
export interface Cidr {
  readonly bits: 32 | 128;
  readonly address: bigint;
  /** Leading bits that count. */
  readonly prefix: number;
}

/**
 * `203.0.113.0/24`, `2001:DB8::/32`, or one address without a prefix. Undefined for anything else.
 * Bits behind the prefix are ignored, as routers do.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress
 */
export function parseCidr(text: string): Cidr | undefined {
  const [addressText = '', prefixText, ...rest] = text.split('/');
  const parsed = parseAddress(addressText);
  if (!parsed || rest.length > 0) return undefined;
  if (prefixText === undefined) return { ...parsed, prefix: parsed.bits };
  const prefix = /^(0|[1-9]\d{0,2})$/.test(prefixText) ? Number(prefixText) : Infinity;
  return prefix <= parsed.bits ? { ...parsed, prefix } : undefined;
}

/** Of the same family, and equal in the bits that count. `inner` may itself be a range. */
export function cidrContains(outer: Cidr, inner: Cidr): boolean {
  if (outer.bits !== inner.bits || outer.prefix > inner.prefix) return false;
  const ignored = BigInt(outer.bits - outer.prefix);
  return outer.address >> ignored === inner.address >> ignored;
}

function parseAddress(text: string): Pick<Cidr, 'bits' | 'address'> | undefined {
  if (isIPv4(text)) return { bits: 32, address: joinParts(text.split('.').map(Number), 8) };
  if (!isIPv6(text) || text.includes('%')) return undefined;
  const [head = '', tail] = text.split('::');
  const before = groups(head);
  const after = tail === undefined ? [] : groups(tail);
  const zeros = new Array<number>(8 - before.length - after.length).fill(0);
  return { bits: 128, address: joinParts([...before, ...zeros, ...after], 16) };
}

/** Sixteen bits each; the last two may be written as an IPv4 address. */
function groups(text: string): number[] {
  if (text === '') return [];
  return text.split(':').flatMap((group) => {
    if (!group.includes('.')) return [parseInt(group, 16)];
    const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number);
    return [a * 256 + b, c * 256 + d];
  });
}

function joinParts(parts: readonly number[], width: number): bigint {
  return parts.reduce((all, part) => (all << BigInt(width)) | BigInt(part), 0n);
}
