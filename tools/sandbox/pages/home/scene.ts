import type { Grant } from '../../../../lib/share/grant';
import type { Share } from '../../../../lib/share/share';
import type { AccessRequest } from '../../../iam/request';
import type { Journal } from '../../journal';
import type { ObjectData } from '../../s3/object-data';
import type { OwnCall } from '../own-call';
import { profileOf, type SeededWorld } from '../../seed/seed-world';

/** What pages show: the sandbox, and the vendor that was chosen. */
export interface Scene extends SeededWorld {
  readonly share: Share;
  readonly grant: Grant;
  readonly objects: ObjectData;
  readonly journal: Journal;
  readonly call: OwnCall;
}

export type Side = 'vendor' | 'company';

/** Whose an account is, in this share; undefined for anybody else's. */
export function sideOf(account: string | undefined, { grant, administrators }: Scene): Side | undefined {
  if (account === grant.companyAccount) return 'company';
  return [...administrators.values()].some((one) => one.account === account) ? 'vendor' : undefined;
}

/** The account that a caller belongs to. */
export const accountOf = ({ caller }: Pick<AccessRequest, 'caller'>): string | undefined =>
  'account' in caller ? caller.account : undefined;

export const vendorOf = ({ vendor, index }: Grant): string => profileOf(vendor, index);

/** An object that the vendor may read, once everything is there. */
export function firstKey({ grant, share, objects }: Scene): string {
  const prefixes = grant.vendor.prefixes ?? [''];
  const seed = share.company.seedObjects.find(({ key }) => prefixes.some((prefix) => key.startsWith(prefix)));
  if (seed !== undefined) return seed.key;
  const [prefix = ''] = prefixes;
  return grant.bucketIsThere && objects.find(grant.bucketName, `${prefix}hello.txt`) !== undefined
    ? `${prefix}hello.txt`
    : `${prefix}test-data.txt`;
}
