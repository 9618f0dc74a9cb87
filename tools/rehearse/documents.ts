import { sayRehearse as say } from '../../words/say';
import {
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
} from '@aws-sdk/client-iam';
import {
  DescribePermissionSetCommand,
  GetInlinePolicyForPermissionSetCommand,
  paginateListPermissionSets,
  SSOAdminClient,
} from '@aws-sdk/client-sso-admin';
import type { Grant } from '../../lib/share/grant';
import { vendorKind } from '../../lib/share/vendor-kind';
import { borrowersOf } from '../handoff/vendor-half';
import { PRODUCT_ROLE } from '../sandbox/seed/borrowers';
import { administratorProfileOf, type Administrator } from '../sandbox/seed/seed-world';
import type { Sandbox } from '../sandbox/sandbox';
import type { Explained } from './explained';

/** The documents that let the vendor in, read as they are deployed: on the company's side two, on the vendor's one. */
export async function deployedDocuments(grant: Grant, sandbox: Sandbox): Promise<Explained[]> {
  const company = sandbox.administrators.get('company');
  const vendor = sandbox.administrators.get(administratorProfileOf(grant));
  if (company === undefined || vendor === undefined) throw new Error(say('nobodyAdministers'));
  const iam = new IAMClient(clientOf(company, sandbox));
  try {
    const RoleName = grant.roleName;
    const { Role } = await iam.send(new GetRoleCommand({ RoleName }));
    const { AttachedPolicies = [] } = await iam.send(new ListAttachedRolePoliciesCommand({ RoleName }));
    const [attached] = AttachedPolicies;
    return [
      ...shown(say('trustPolicy'), Role?.AssumeRolePolicyDocument, say('whoMayAssume', { role: RoleName })),
      ...shown(
        attached?.PolicyName === undefined
          ? say('noRolePolicy')
          : say('rolePolicy', { policy: attached.PolicyName }),
        await managedPolicy(iam, attached?.PolicyArn),
        say('whatSessionMay'),
      ),
      ...(await ofVendor(grant, vendor, sandbox)),
    ];
  } finally {
    iam.destroy();
  }
}

async function ofVendor(grant: Grant, vendor: Administrator, sandbox: Sandbox): Promise<Explained[]> {
  const [borrower] = borrowersOf(grant);
  if (borrower !== undefined) {
    const [, administrator = vendor] =
      [...sandbox.administrators].find(([, { account }]) => account === borrower.account) ?? [];
    const iam = new IAMClient(clientOf(administrator, sandbox));
    const arn = `arn:aws:iam::${borrower.account}:policy/${grant.permissionSetName}`;
    const document = await managedPolicy(iam, arn);
    iam.destroy();
    return shown(
      say('borrowerPolicy', { borrower: borrower.name }),
      document,
      say('borrowerMayAssume', { kind: borrower.kind, borrower: borrower.name }),
    );
  }
  if (vendorKind(grant) === 'product') {
    const iam = new IAMClient(clientOf(vendor, sandbox));
    const policy = { RoleName: PRODUCT_ROLE, PolicyName: grant.permissionSetName };
    const { PolicyDocument } = await iam.send(new GetRolePolicyCommand(policy));
    iam.destroy();
    return shown(
      say('borrowerPolicy', { borrower: PRODUCT_ROLE }),
      PolicyDocument,
      say('borrowerMayAssume', { kind: 'role', borrower: PRODUCT_ROLE }),
    );
  }
  const sso = new SSOAdminClient(clientOf(vendor, sandbox));
  try {
    const document = await inlinePolicy(sso, grant, sandbox);
    return shown(say('inlinePolicy'), document, say('usersMayAssume'));
  } finally {
    sso.destroy();
  }
}

async function inlinePolicy(
  sso: SSOAdminClient,
  grant: Grant,
  { vendorUsers }: Sandbox,
): Promise<string | undefined> {
  const InstanceArn = vendorUsers[grant.index]?.assigned.instance.instanceArn;
  for await (const { PermissionSets = [] } of paginateListPermissionSets({ client: sso }, { InstanceArn })) {
    for (const PermissionSetArn of PermissionSets) {
      const about = { InstanceArn, PermissionSetArn };
      const { PermissionSet } = await sso.send(new DescribePermissionSetCommand(about));
      if (PermissionSet?.Name !== grant.permissionSetName) continue;
      const { InlinePolicy } = await sso.send(new GetInlinePolicyForPermissionSetCommand(about));
      return InlinePolicy;
    }
  }
  throw new Error(say('noPermissionSet', { name: grant.permissionSetName }));
}

async function managedPolicy(iam: IAMClient, PolicyArn: string | undefined): Promise<string | undefined> {
  const { Policy } = await iam.send(new GetPolicyCommand({ PolicyArn }));
  const version = { PolicyArn, VersionId: Policy?.DefaultVersionId };
  const { PolicyVersion } = await iam.send(new GetPolicyVersionCommand(version));
  return PolicyVersion?.Document;
}

/** A row for each statement; IAM sends documents percent-encoded. */
function shown(name: string, document: string | undefined, meaning: string): Explained[] {
  const text = document?.startsWith('%7B') === true ? decodeURIComponent(document) : (document ?? '{}');
  const { Statement = [] } = JSON.parse(text) as { Statement?: object | object[] };
  const statements = [Statement].flat().map((one) => JSON.stringify(one, null, 1).replaceAll(/\n */g, ' '));
  return statements.map((statement, place): Explained => {
    const isLast = place === statements.length - 1;
    const label = place === 0 ? name : '';
    return isLast ? [label, statement, meaning] : [label, statement];
  });
}

const clientOf = ({ credential, region }: Administrator, { url }: Sandbox) => ({
  endpoint: url,
  region,
  credentials: {
    accessKeyId: credential.accessKeyId,
    secretAccessKey: credential.secretAccessKey,
  },
});
