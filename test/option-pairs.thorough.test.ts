// Every two options of parameters.ts together, through lib/ and tools/proof
import 'aws-cdk-lib/testhelpers/jest-autoclean';
import type { Company, Share, Vendor } from '../lib/share/share';
import { InvalidShareError } from '../lib/share/invalid-share-error';
import { validateShare } from '../lib/share/validate-share';
import { proveDirectory } from '../tools/proof/prove-directory';
import { inLanguage } from '../words/speech';
import { walkthroughShare, walkthroughVendor } from './lib/walkthrough-share';
import { synthesized } from './proof/templates';

interface Options {
  readonly company?: Partial<Company>;
  readonly vendor?: Partial<Vendor>;
}

const OPTIONS: Readonly<Record<string, Options>> = {
  'no Identity Center': { vendor: {} },
  'an Identity Center': {
    vendor: {
      identityCenter: { ...walkthroughVendor.identityCenter, account: '555555555555' },
      assignees: walkthroughVendor.assignees,
    },
  },
  'several accounts': { vendor: { account: ['222222222222', '333333333333'] } },
  'borrowers by ARN': {
    vendor: {
      borrowers: ['arn:aws:iam::222222222222:role/batch/etl', 'arn:aws:iam::222222222222:user/loader'],
    },
  },
  'the permission set': { vendor: { borrowers: 'permission-set' } },
  externalId: { vendor: { externalId: 'acme-42' } },
  prefixes: { vendor: { prefixes: ['reports/', 'exports/2026/'] } },
  alsoRead: { vendor: { alsoRead: ['location', 'versions', 'tags'] } },
  until: { vendor: { until: '2100-01-31T00:00:00Z' } },
  'a path': { vendor: { rolePath: '/vendors/' } },
  'an existing bucket': { company: { bucket: 'existing', seedObjects: [] } },
  'deleted with its data': { company: { whenStackIsDeleted: 'delete-with-all-data' } },
  'a key of the stack': { company: { kmsKey: 'make' } },
  'an existing key': {
    company: { kmsKey: 'arn:aws:kms:ap-northeast-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab' },
  },
  boundary: { company: { permissionsBoundary: 'arn:aws:iam::111111111111:policy/OrgBoundary' } },
  'a boundary with its text': {
    company: {
      permissionsBoundary: {
        arn: 'arn:aws:iam::111111111111:policy/OrgBoundary',
        document: {
          Version: '2012-10-17',
          Statement: { Effect: 'Allow', Action: ['s3:*', 'kms:*'], Resource: '*' },
        },
      },
    },
  },
  tags: { company: { tags: { team: 'data' } } },
  accessLogs: { company: { accessLogs: 'company-access-logs' } },
  organizationId: { company: { organizationId: 'o-exampleorgid' } },
  contact: { company: { contact: 'Data team, data@company.example' } },
};

/** Those that say two things about one field, or that contradict each other, with the field that is then refused. */
const CONTRADICTIONS: readonly (readonly [one: string, other: string, field: string])[] = [
  ['an Identity Center', 'borrowers by ARN', 'vendors[0].borrowers'],
  ['several accounts', 'borrowers by ARN', 'vendors[0].account[1]'],
  ['an existing bucket', 'deleted with its data', 'company.whenStackIsDeleted'],
  ['an existing bucket', 'a key of the stack', 'company.kmsKey'],
  ['an existing bucket', 'accessLogs', 'company.accessLogs'],
];

const names = Object.keys(OPTIONS);
const pairs = names.flatMap((one, index) => names.slice(index + 1).map((other) => [one, other] as const));

function shareOf(...options: readonly string[]): unknown {
  const chosen = options.flatMap((option) => OPTIONS[option] ?? []);
  return {
    company: Object.assign({}, walkthroughShare.company, ...chosen.map(({ company }) => company)) as unknown,
    vendors: [Object.assign({ account: '222222222222' }, ...chosen.map(({ vendor }) => vendor)) as unknown],
  };
}

test.each(pairs)('%s and %s', (one, other) => {
  const [, , field] = CONTRADICTIONS.find((pair) => pair[0] === one && pair[1] === other) ?? [];
  const candidate = shareOf(one, other);
  if (field !== undefined) {
    expect(problemsOf(candidate)).toContain(field);
    return;
  }
  const share: Share = validateShare(candidate);
  const directory = synthesized(share);
  for (const language of ['en', 'ja'] as const) {
    const report = inLanguage(language, () => proveDirectory(directory, share));
    expect([report.verdict, report.failures, report.refusals]).toEqual(['holds', [], []]);
  }
});

function problemsOf(candidate: unknown): string[] {
  try {
    validateShare(candidate);
  } catch (error) {
    if (error instanceof InvalidShareError) return error.problems.map((problem) => problem.field);
    throw error;
  }
  return [];
}
