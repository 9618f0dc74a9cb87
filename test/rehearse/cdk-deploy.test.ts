import { CdkOutput } from '../../tools/rehearse/cdk-deploy';

/** Lines that the CDK CLI 2.1148 printed. */
const DEPLOYED = `
✨  Synthesis time: 2.13s

VendorStack: start: Building VendorStack Template
VendorStack: success: Built VendorStack Template
VendorStack: success: Published VendorStack Template (222222222222-ap-northeast-1-f720cf39)
VendorStack: creating CloudFormation changeset...
VendorStack: deploying... [1/1]
VendorStack | 0/3 | 9:41:25 PM | CREATE_IN_PROGRESS      | AWS::CloudFormation::Stack | VendorStack User Initiated
VendorStack | 0/3 | 9:41:25 PM | CREATE_IN_PROGRESS      | AWS::SSO::PermissionSet    | PermissionSet (PermissionSet236DCE1D)
VendorStack | 1/3 | 9:41:25 PM | CREATE_COMPLETE         | AWS::SSO::PermissionSet    | PermissionSet (PermissionSet236DCE1D)
VendorStack | 2/3 | 9:41:25 PM | CREATE_COMPLETE         | AWS::SSO::Assignment       | PermissionSet/GROUP (PermissionSetGROUP)
VendorStack | 3/3 | 9:41:25 PM | CREATE_COMPLETE         | AWS::CloudFormation::Stack | VendorStack

✅  VendorStack

✨  Deployment time: 0.11s

Outputs:
VendorStack.PermissionSetArn = arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-ec9f36e5e6926d2f
Stack ARN:
arn:aws:cloudformation:ap-northeast-1:222222222222:stack/VendorStack/f03a00a5-2728-4ac6-832e-522abb4f9603

✨  Total time: 12.18s
`;

function read(text: string): { output: CdkOutput; progress: string[] } {
  const progress: string[] = [];
  const output = new CdkOutput((line) => progress.push(line));
  for (const line of text.split('\n')) output.take(line);
  return { output, progress };
}

test('a deployment is told in resources, outputs and progress, with nothing left to remark', () => {
  const { output, progress } = read(DEPLOYED);
  expect(output.resources).toEqual(['AWS::SSO::PermissionSet', 'AWS::SSO::Assignment']);
  expect(output.outputs).toEqual({
    PermissionSetArn: 'arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-ec9f36e5e6926d2f',
  });
  expect(output.assets).toBe(1);
  expect(output.remarks).toEqual([]);
  expect(progress).toContain('2 of 3 resources');
});

test('what is not progress is kept: a refusal must reach the person', () => {
  const { output } = read(`The promise is broken: everyone may read.
VendorStack | 1/3 | 9:41:25 PM | CREATE_FAILED | AWS::SSO::Assignment | PermissionSet/GROUP (X) no such group`);
  expect(output.remarks[0]).toBe('The promise is broken: everyone may read.');
  expect(output.remarks[1]).toMatch(/CREATE_FAILED.*no such group/);
});
