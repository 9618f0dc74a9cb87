import { sayReading } from '../../../words/say';
import {
  GetPolicyCommand,
  GetPolicyVersionCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  type IAMClient,
  paginateListAttachedRolePolicies,
  paginateListRolePolicies,
} from '@aws-sdk/client-iam';
import type { Grant } from '../../../lib/share/grant';
import type { FoundPolicy, RoleEntry } from '../../proof/templates/inventory';
import type { AwsClients } from '../aws-clients';
import { type Call, decodedDocument, type LiveReader } from './live-reader';

/** The lent role as it is: an empty list if there is none, undefined if it may not be read. */
export function readRole(
  live: LiveReader,
  { iam }: AwsClients,
  grant: Grant,
): Promise<RoleEntry[] | undefined> {
  const RoleName = grant.roleName;
  const origin = { stack: grant.companyAccount, logicalId: RoleName, live: true };
  return live.thing(sayReading('role', { role: RoleName }), async (call) => {
    const asked = iam.send(new GetRoleCommand({ RoleName }), call.options());
    const { Role: role } = (await call.ifThere(asked, 'NoSuchEntity', 'NoSuchEntityException')) ?? {};
    if (role === undefined) return [];
    const policies: FoundPolicy[] = [];
    const inline = paginateListRolePolicies({ client: iam }, { RoleName }, call.options());
    for await (const { PolicyNames } of call.pages(inline)) {
      for (const PolicyName of PolicyNames ?? []) {
        const command = new GetRolePolicyCommand({ RoleName, PolicyName });
        const { PolicyDocument } = await call.answer(iam.send(command, call.options()));
        policies.push({ name: `${PolicyName} (inline)`, document: decodedDocument(PolicyDocument), origin });
      }
    }
    const attached = paginateListAttachedRolePolicies({ client: iam }, { RoleName }, call.options());
    for await (const page of call.pages(attached)) {
      for (const { PolicyArn } of page.AttachedPolicies ?? [])
        policies.push(await managedPolicy(iam, PolicyArn, grant, call));
    }
    const boundary = role.PermissionsBoundary?.PermissionsBoundaryArn;
    return [
      {
        arn: role.Arn ?? grant.roleArn,
        account: grant.companyAccount,
        name: RoleName,
        trust: {
          name: `trust policy of ${RoleName}`,
          document: decodedDocument(role.AssumeRolePolicyDocument),
          origin,
        },
        maxSessionDuration: role.MaxSessionDuration ?? 3600,
        policies,
        unknownPolicies: [],
        ...(boundary === undefined ? {} : { boundary: await managedPolicy(iam, boundary, grant, call) }),
        origin,
      },
    ];
  });
}

/** Its default version: the one that counts. */
async function managedPolicy(
  iam: IAMClient,
  PolicyArn: string | undefined,
  grant: Grant,
  call: Call,
): Promise<FoundPolicy> {
  const { Policy } = await call.answer(iam.send(new GetPolicyCommand({ PolicyArn }), call.options()));
  const version = { PolicyArn, VersionId: Policy?.DefaultVersionId };
  const asked = iam.send(new GetPolicyVersionCommand(version), call.options());
  const { PolicyVersion } = await call.answer(asked);
  const name = Policy?.PolicyName ?? PolicyArn ?? 'managed policy';
  const origin = { stack: grant.companyAccount, logicalId: name, live: true };
  return { name, document: decodedDocument(PolicyVersion?.Document), origin };
}
