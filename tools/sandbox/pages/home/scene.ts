import type { en } from '../../../../words/sandbox-home/en';
import { saySandboxHome as say } from '../../../../words/say';
import type { Grant } from '../../../../lib/share/grant';
import type { AccessRequest } from '../../../iam/request';
import { inColour } from '../../../pages/parts';
import type { Html } from '../../../pages/html';
import { profileOf } from '../../seed/seed-world';
import type { OwnCall, Surroundings } from '../own-call';
import { both } from '../page';

/** What pages show: the sandbox, all that it lends, and the vendor that was chosen. */
export interface Scene extends Surroundings {
  readonly grants: readonly [Grant, ...Grant[]];
  readonly grant: Grant;
  readonly call: OwnCall;
}

/** A message of the front page in both languages, with nothing in it that differs by language. */
export const said = <Id extends keyof typeof en>(...spoken: Parameters<typeof say<Id>>): Html =>
  both(() => say<Id>(...spoken));

/** A message in which nothing is filled in. */
export type PlainId = {
  [Id in keyof typeof en]: (typeof en)[Id] extends `${string}{${string}` | object ? never : Id;
}[keyof typeof en];

export type Side = 'vendor' | 'company';

/** Whose an account is, in this share; undefined for anybody else's. */
export function sideOf(account: string | undefined, { grant, administrators }: Scene): Side | undefined {
  if (account === grant.companyAccount) return 'company';
  return [...administrators.values()].some((one) => one.account === account) ? 'vendor' : undefined;
}

/** The account that a caller belongs to. */
export const accountOf = ({ caller }: Pick<AccessRequest, 'caller'>): string | undefined =>
  'account' in caller ? caller.account : undefined;

/** A text in which account ids wear the colour of their account, whoever's. */
export const coloured = (text: string, { grant, world }: Pick<Scene, 'grant' | 'world'>): Html =>
  inColour(text, grant.companyAccount, [...world.accounts.keys()]);

export const vendorOf = ({ vendor, index }: Grant): string => profileOf(vendor, index);

/** An object that the vendor may read, once everything is there. */
export function firstKey({ grant, share }: Scene): string {
  const prefixes = grant.vendor.prefixes ?? [''];
  const seed = share.company.seedObjects.find(({ key }) => prefixes.some((prefix) => key.startsWith(prefix)));
  if (seed !== undefined) return seed.key;
  const [prefix = ''] = prefixes;
  return `${prefix}${grant.bucketIsThere ? 'hello.txt' : 'test-data.txt'}`;
}
