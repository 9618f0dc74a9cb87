import 'aws-cdk-lib/testhelpers/jest-autoclean';
import type { IdentityCenter, Share, Vendor } from '../../../lib/share/share';
import { buildApp } from '../../../lib/share-app';
import type { JsonObject } from '../../naive/json';
import type { Assembly } from './cloudformation';

// CDK's own check of a template costs a second per process and says nothing about access.

/** One share with the assembly that its stacks synthesize to: what the mutants are mutants of. */
export interface Base {
  readonly title: string;
  readonly share: Share;
  readonly assembly: Assembly;
  /** Where it was written, with what it uploads. */
  readonly directory: string;
}

const company: Share['company'] = {
  account: '111111111111',
  region: 'ap-northeast-1',
  bucketName: 'company-shared-data-bucket-12345',
  seedObjects: [{ key: 'test-data.txt', content: 'confidential data\n' }],
};

const vendor: Vendor & { readonly identityCenter: IdentityCenter } = {
  account: '222222222222',
  identityCenter: {
    instanceArn: 'arn:aws:sso:::instance/ssoins-1234567890abcdef',
    region: 'ap-northeast-1',
    startUrl: 'https://vendor.awsapps.com/start',
  },
  assignees: [{ type: 'GROUP', id: 'a1b2c3d4-5678-90ab-cdef-111122223333', name: 'Analysts' }],
};

const everyOption: Vendor = {
  ...vendor,
  prefixes: ['reports/', 'exports/2026/'],
  borrowers: 'permission-set',
  externalId: 'Example-1234',
  until: '2027-01-31T00:00:00Z',
  rolePath: '/vendors/',
};

const secondVendor: Vendor = {
  ...vendor,
  name: 'Acme',
  account: '555555555555',
  identityCenter: {
    ...vendor.identityCenter,
    instanceArn: 'arn:aws:sso:::instance/ssoins-abcdef1234567890',
    region: 'us-east-1',
  },
  assignees: [{ type: 'USER', id: 'b1b2c3d4-5678-90ab-cdef-444455556666', name: 'ann' }],
  prefixes: ['acme/'],
  borrowers: 'permission-set',
};

const withoutSeeds = { ...company, seedObjects: [] };

const SHARES: Record<string, Share> = {
  default: { company, vendors: [vendor] },
  'every option': { company: withoutSeeds, vendors: [everyOption] },
  'two vendors': { company: withoutSeeds, vendors: [vendor, secondVendor] },
  'us-east-1': {
    company: { ...company, whenStackIsDeleted: 'delete-with-all-data' },
    vendors: [
      {
        ...vendor,
        identityCenter: { ...vendor.identityCenter, region: 'us-east-1' },
        borrowers: 'permission-set',
      },
    ],
  },
};

export function bases(): Base[] {
  return Object.entries(SHARES).map(([title, share]) => {
    const { directory, stacks } = buildApp(share, { analyticsReporting: false }).synth();
    const assembly = stacks.map((stack) => ({
      name: stack.stackName,
      account: stack.environment.account,
      region: stack.environment.region,
      template: stack.template as JsonObject,
    }));
    return { title, share, assembly, directory };
  });
}
