import { type Cidr, parseCidr } from '../../iam/cidr';

/**
 * One address for each way of being in or out of some CIDR ranges: the first address of every range, and the first one
 * behind it, for each family; ranges either nest or are apart, so nothing else can be told apart.
 */
export function addressClasses(ranges: readonly string[]): string[] {
  const cidrs = ranges.map((range) => parseCidr(range)).filter((cidr) => cidr !== undefined);
  return ([32, 128] as const).flatMap((bits) => {
    const family = cidrs.filter((cidr) => cidr.bits === bits);
    const last = (1n << BigInt(bits)) - 1n;
    const starts = new Set([0n, ...family.flatMap((cidr) => [first(cidr), behind(cidr)])]);
    return [...starts].filter((address) => address <= last).map((address) => text(address, bits));
  });
}

function first({ address, bits, prefix }: Cidr): bigint {
  const ignored = BigInt(bits - prefix);
  return (address >> ignored) << ignored;
}

function behind(cidr: Cidr): bigint {
  return first(cidr) + (1n << BigInt(cidr.bits - cidr.prefix));
}

function text(address: bigint, bits: 32 | 128): string {
  const [count, width] = bits === 32 ? [4, 8n] : [8, 16n];
  const parts = Array.from({ length: count }, (_, index) => {
    const shift = width * BigInt(count - 1 - index);
    return Number((address >> shift) & ((1n << width) - 1n));
  });
  return bits === 32 ? parts.join('.') : parts.map((part) => part.toString(16)).join(':');
}
