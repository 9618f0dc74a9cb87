// bin/actions/sandbox-welcome.ts: what one can type next, for each kind of vendor
import { nextCommands } from '../../../bin/actions/sandbox-welcome';
import type { Vendor } from '../../../lib/share/share';
import { startSandbox } from '../../../tools/sandbox/sandbox';
import { walkthroughShare, walkthroughVendor } from '../../lib/walkthrough-share';

const COMPANY = 'npx cdk deploy CompanyStack --profile company';
const LIST = 'aws s3 ls s3://company-shared-data-bucket-12345/ --profile 111111111111-data';
const TEMPLATE = 'handoff/111111111111.vendor-half.template.json';

test.each<[string, Vendor, (string | RegExp)[]]>([
  ['with a VendorStack', walkthroughVendor, [COMPANY, 'npx cdk deploy VendorStack --profile vendor', LIST]],
  [
    'that does its half by itself',
    { account: '222222222222' },
    [
      COMPANY,
      'npm run handoff -- --out handoff',
      /^aws cloudformation deploy --template-file handoff\/111111111111\.vendor-half\.template\.json --stack-name VendorStack --parameter-overrides InstanceArn=arn:aws:sso:::instance\/ssoins-[0-9a-f]{16} PrincipalType=GROUP PrincipalId=\S+ --profile vendor$/,
      LIST,
    ],
  ],
  [
    'whose role borrows',
    { account: '222222222222', borrowers: ['arn:aws:iam::222222222222:role/etl'] },
    [
      COMPANY,
      'npm run handoff -- --out handoff',
      `aws cloudformation deploy --template-file ${TEMPLATE} --stack-name VendorStack --capabilities CAPABILITY_NAMED_IAM --profile vendor`,
      LIST,
    ],
  ],
])('a vendor %s', async (_, vendor, expected) => {
  const share = { ...walkthroughShare, vendors: [vendor] };
  const sandbox = await startSandbox({ share });
  const commands = nextCommands(sandbox, share);
  await sandbox.stop();
  expect(commands).toEqual(
    expected.map((one) => (typeof one === 'string' ? one : (expect.stringMatching(one) as string))),
  );
});
