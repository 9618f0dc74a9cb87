// tools/rehearse over every kind of share: what is deployed, walked, refused and verified, and the company's side read live
import type { Company, Share, Vendor } from '../../lib/share/share';
import { validateShare } from '../../lib/share/validate-share';
import { ExitCode } from '../../tools/exit-code';
import { walkthroughShare, walkthroughVendor } from '../lib/walkthrough-share';
import { rehearsed } from './rehearsed';
import { verifyIn } from '../verify/verify-in';

const KEY = 'arn:aws:kms:ap-northeast-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab';

interface Case {
  readonly name: string;
  readonly company?: Partial<Company>;
  readonly vendor: Vendor;
  /** Lines that the rehearsal prints. */
  readonly prints?: readonly string[];
  /** `who: what` that must be refused, beside what always is. */
  readonly refused?: readonly string[];
}

const ACCOUNT = '222222222222';
const cases: readonly Case[] = [
  {
    name: 'account only',
    vendor: { account: ACCOUNT },
    refused: ['not-assigned: sign in with the permission set'],
  },
  {
    name: 'account with ExternalId, an existing bucket',
    company: { bucket: 'existing', seedObjects: [] },
    vendor: { account: ACCOUNT, externalId: 'agreement-4711' },
    prints: ['identity  arn:aws:sts::222222222222:assumed-role/product/'],
    refused: ['role product: assume the role without the ExternalId'],
  },
  {
    name: 'the permission set alone, of a vendor that does its half by itself',
    vendor: { account: ACCOUNT, borrowers: 'permission-set' },
    refused: ['admin of 222222222222: assume the role'],
  },
  {
    name: 'a role',
    vendor: { account: ACCOUNT, borrowers: ['arn:aws:iam::222222222222:role/jobs/etl'] },
    prints: ['identity  arn:aws:sts::222222222222:assumed-role/etl/'],
    refused: ['admin of 222222222222: assume the role', 'role etl: list the bucket without the role'],
  },
  {
    name: 'a user',
    vendor: { account: ACCOUNT, borrowers: ['arn:aws:iam::222222222222:user/loader'] },
    prints: ['identity  arn:aws:iam::222222222222:user/loader'],
    refused: ['admin of 222222222222: assume the role', 'user loader: list the bucket without the role'],
  },
  {
    name: 'an existing bucket with an existing key',
    company: { bucket: 'existing', seedObjects: [], kmsKey: KEY },
    vendor: { account: ACCOUNT },
  },
  {
    name: 'prefixes and a key of the stack',
    company: { kmsKey: 'make', seedObjects: [{ key: 'reports/a.txt', content: 'a' }] },
    vendor: { account: ACCOUNT, prefixes: ['reports/', 'public/'] },
    refused: ['the borrowed role: list the whole bucket'],
  },
  {
    name: 'prefixes of an existing bucket',
    company: { bucket: 'existing', seedObjects: [] },
    vendor: { account: ACCOUNT, prefixes: ['reports/', 'public/'] },
    refused: ['the borrowed role: read outside the prefix'],
  },
  { name: 'several accounts', vendor: { account: [ACCOUNT, '333333333333'] } },
  {
    name: 'both halves with boundary, tags and logs, and further reads',
    company: {
      permissionsBoundary: 'arn:aws:iam::111111111111:policy/OrgBoundary',
      tags: { owner: 'data-platform' },
      accessLogs: 'company-logs-12345',
    },
    vendor: { ...walkthroughVendor, alsoRead: ['location', 'versions', 'tags'] },
  },
];

test.each(cases)(
  '$name: rehearsed as promised, and --deployed as the company',
  async ({ company, vendor, prints = [], refused = [] }) => {
    const share: Share = validateShare({
      company: { ...walkthroughShare.company, ...company },
      vendors: [vendor],
    });
    await rehearsed(share, async ({ result, printed, deployed }) => {
      expect({ problems: result.problems, exitCode: result.verification.exitCode }).toEqual({
        problems: [],
        exitCode: 0,
      });
      for (const line of prints) expect(printed).toContain(line);
      const whats = result.refusals.map(({ who, what }) => `${who}: ${what}`);
      expect(whats).toEqual(expect.arrayContaining([...refused]));

      const { run, text } = await verifyIn(deployed, { profiles: ['company'], deployed: true });
      if (run.exitCode !== ExitCode.AsPromised) throw new Error(text);
    });
  },
  60_000,
);
