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
  const four = parts4(text);
  if (four) return { bits: 32, address: joinParts(four, 8) };
  const six = parts6(text);
  return six && { bits: 128, address: joinParts(six, 16) };
}

/** The four numbers of an IPv4 address, without leading zeros: some read those as octal. */
function parts4(text: string): readonly number[] | undefined {
  const parts = text.split('.');
  const isByte = (part: string): boolean => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256;
  return parts.length === 4 && parts.every(isByte) ? parts.map(Number) : undefined;
}

/** The eight groups of an IPv6 address. https://www.rfc-editor.org/rfc/rfc4291#section-2.2 */
function parts6(text: string): readonly number[] | undefined {
  const [head = '', tail, ...more] = text.split('::');
  if (more.length > 0) return undefined;
  const before = groups(head);
  const after = tail === undefined ? [] : groups(tail);
  if (!before || !after) return undefined;
  const missing = 8 - before.length - after.length;
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined;
  return [...before, ...new Array<number>(missing).fill(0), ...after];
}

/** Sixteen bits each; the last two may be written as an IPv4 address. */
function groups(text: string): readonly number[] | undefined {
  if (text === '') return [];
  const found: number[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    const four = index === parts.length - 1 ? parts4(part) : undefined;
    if (four) {
      const [a = 0, b = 0, c = 0, d = 0] = four;
      found.push(a * 256 + b, c * 256 + d);
    } else if (/^[0-9a-f]{1,4}$/i.test(part)) found.push(parseInt(part, 16));
    else return undefined;
  }
  return found;
}

function joinParts(parts: readonly number[], width: number): bigint {
  return parts.reduce((all, part) => (all << BigInt(width)) | BigInt(part), 0n);
}
