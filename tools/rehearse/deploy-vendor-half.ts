import {
  CloudFormationClient,
  CreateChangeSetCommand,
  DescribeChangeSetCommand,
  DescribeStackResourcesCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
  type Parameter,
} from '@aws-sdk/client-cloudformation';
import { IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { assumeRolePolicy } from '../../lib/policy-documents';
import { sayRehearse as say } from '../../words/say';
import type { Grant } from '../../lib/share/grant';
import { vendorKind } from '../../lib/share/vendor-kind';
import { option } from '../handoff/shell';
import { vendorHalfOf, vendorHalfTemplate } from '../handoff/vendor-half';
import { PRODUCT_ROLE } from '../sandbox/seed/borrowers';
import { identityCenterOf } from '../sandbox/seed/made-up-identity-center';
import type { Administrator } from '../sandbox/seed/seed-world';

export interface VendorHalfInput {
  readonly grant: Grant;
  readonly stack: string;
  /** Of the vendor's account that it is deployed in. */
  readonly administrator: Administrator;
  /** The sandbox's address. */
  readonly endpoint: string;
  readonly signal: AbortSignal;
}

/**
 * The vendor's half as its administrator does it, who has the handoff and neither Node nor this project.
 *
 * @returns the types of what was made
 * @throws Error with AWS's reason
 */
export function deployVendorHalf(input: VendorHalfInput): Promise<string[]> {
  return vendorKind(input.grant) === 'product' ? allowProduct(input) : deployTemplate(input);
}

/** The one policy of a product's page: there is nothing to deploy. */
async function allowProduct({ grant, administrator, endpoint, signal }: VendorHalfInput): Promise<string[]> {
  const { region, credential: credentials } = administrator;
  const client = new IAMClient({ endpoint, region, credentials });
  const { permissionSetName: PolicyName } = grant;
  const PolicyDocument = JSON.stringify(assumeRolePolicy(grant));
  try {
    const put = new PutRolePolicyCommand({ RoleName: PRODUCT_ROLE, PolicyName, PolicyDocument });
    await client.send(put, { abortSignal: signal });
    return ['AWS::IAM::RolePolicy'];
  } finally {
    client.destroy();
  }
}

/**
 * The vendor's half as its administrator deploys it, who has the handoff's template and neither Node nor this project: what
 * `aws cloudformation deploy` sends.
 *
 * https://docs.aws.amazon.com/cli/latest/reference/cloudformation/deploy/
 *
 * @throws Error with CloudFormation's reason
 */
async function deployTemplate(input: VendorHalfInput): Promise<string[]> {
  const { grant, stack: StackName, administrator, endpoint, signal: abortSignal } = input;
  const { region, credential: credentials } = administrator;
  const client = new CloudFormationClient({ endpoint, region, credentials });
  try {
    const { Id: ChangeSetName } = await client.send(
      new CreateChangeSetCommand({
        StackName,
        ChangeSetName: 'awscli-cloudformation-package-deploy',
        ChangeSetType: 'CREATE',
        TemplateBody: JSON.stringify(vendorHalfTemplate(grant)),
        Parameters: parametersOf(grant),
        Capabilities: ['CAPABILITY_NAMED_IAM'],
      }),
      { abortSignal },
    );
    const planned = await client.send(new DescribeChangeSetCommand({ ChangeSetName }), { abortSignal });
    if (planned.Status === 'FAILED') throw new Error(planned.StatusReason ?? say('changeSetFailed'));
    await client.send(new ExecuteChangeSetCommand({ ChangeSetName }), { abortSignal });
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName }), { abortSignal });
    const { StackStatus: status, StackStatusReason: reason } = Stacks?.[0] ?? {};
    const { StackResources } = await client.send(new DescribeStackResourcesCommand({ StackName }), {
      abortSignal,
    });
    if (status !== 'CREATE_COMPLETE') {
      const [failed] = (StackResources ?? []).flatMap(({ ResourceStatusReason: why }) => why ?? []);
      throw new Error(
        status === undefined
          ? say('stackMissing', { stack: StackName })
          : say('stackNotComplete', {
              stack: StackName,
              status,
              reason: failed ?? reason ?? say('noReason'),
            }),
      );
    }
    return (StackResources ?? []).map(({ ResourceType }) => ResourceType ?? '');
  } finally {
    client.destroy();
  }
}

/** As a person types it, who has the handoff's files in a folder: the current one, unless another is named. */
export function deployVendorHalfTyped(grant: Grant, stack: string, profile: string, folder?: string): string {
  if (vendorKind(grant) === 'product') return allowProductTyped(grant, profile);
  const file = `${grant.fileName}.vendor-half.template.json`;
  const parameters = parametersOf(grant).map(
    ({ ParameterKey: key, ParameterValue: value }) => `${key ?? ''}=${value ?? ''}`,
  );
  return [
    `aws cloudformation deploy --template-file ${folder === undefined ? file : `${folder}/${file}`} --stack-name ${stack}`,
    ...(parameters.length > 0
      ? [`--parameter-overrides ${parameters.join(' ')}`]
      : ['--capabilities CAPABILITY_NAMED_IAM']),
    `--profile ${profile}`,
  ].join(' ');
}

function allowProductTyped(grant: Grant, profile: string): string {
  return [
    'aws iam put-role-policy',
    option('--role-name', PRODUCT_ROLE),
    option('--policy-name', grant.permissionSetName),
    option('--policy-document', JSON.stringify(assumeRolePolicy(grant))),
    `--profile ${profile}`,
  ].join(' ');
}

/** What the vendor's administrator enters: the Identity Center instance, and who gets the permission set. */
function parametersOf(grant: Grant): Parameter[] {
  if (vendorHalfOf(grant) === 'policy') return [];
  const center = identityCenterOf(grant);
  const [assignee] = center?.assignees ?? [];
  const entered = {
    InstanceArn: center?.instanceArn,
    PrincipalType: assignee?.type,
    PrincipalId: assignee?.id,
  };
  return Object.entries(entered).map(([ParameterKey, ParameterValue = '']) => ({
    ParameterKey,
    ParameterValue,
  }));
}
