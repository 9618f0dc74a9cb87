import { decide } from '../../tools/iam/evaluate';
import { denialMessage } from '../../tools/iam/denial-message';
import type { AccessRequest, PoliciesInForce } from '../../tools/iam/request';
import { parsePolicy } from '../../tools/iam/parse-policy';
import type { Policy, PolicyKind } from '../../tools/iam/policy';

/** Wordings: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
describe('denialMessage', () => {
  const john = { kind: 'user', account: '123456789012', arn: 'arn:aws:iam::123456789012:user/John' } as const;
  const deployments: AccessRequest = {
    caller: john,
    action: 'codedeploy:ListDeployments',
    resource: 'arn:aws:codedeploy:us-east-1:123456789012:deploymentgroup:*',
    resourceAccount: '123456789012',
    context: {},
  };
  const repositories: AccessRequest = {
    ...deployments,
    action: 'codecommit:ListRepositories',
    resource: '*',
  };
  const secret: AccessRequest = {
    ...deployments,
    action: 'secretsmanager:GetSecretValue',
    resource: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:*',
  };
  const assume: AccessRequest = {
    ...deployments,
    action: 'sts:AssumeRole',
    resource: 'arn:aws:iam::111111111111:role/VendorAccessRole',
    resourceAccount: '111111111111',
  };
  const object: AccessRequest = {
    ...deployments,
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::data/a.txt',
  };

  const everything = policy('identity', { Effect: 'Allow', Action: '*', Resource: '*' });
  const nothing = policy('identity', { Effect: 'Allow', Action: 'none:None', Resource: '*' });
  const denying = policy('identity', { Effect: 'Deny', Action: '*', Resource: '*' });
  const resourceDenying = policy('resource', { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' });
  const trustDenying = policy('trust', { Effect: 'Deny', Principal: '*', Action: 'sts:*' });

  test.each<[string, AccessRequest, PoliciesInForce, string]>([
    [
      'no identity-based policy, and no resource to name',
      repositories,
      { identity: [] },
      'User: arn:aws:iam::123456789012:user/John is not authorized to perform: codecommit:ListRepositories because no identity-based policy allows the codecommit:ListRepositories action',
    ],
    [
      'an explicit deny in an identity-based policy',
      deployments,
      { identity: [everything, denying] },
      'User: arn:aws:iam::123456789012:user/John is not authorized to perform: codedeploy:ListDeployments on resource: arn:aws:codedeploy:us-east-1:123456789012:deploymentgroup:* with an explicit deny in an identity-based policy',
    ],
    [
      'no permissions boundary',
      deployments,
      { identity: [everything], boundary: nothing },
      'User: arn:aws:iam::123456789012:user/John is not authorized to perform: codedeploy:ListDeployments on resource: arn:aws:codedeploy:us-east-1:123456789012:deploymentgroup:* because no permissions boundary allows the codedeploy:ListDeployments action',
    ],
    [
      'an explicit deny in a permissions boundary',
      repositories,
      { identity: [everything], boundary: denying },
      'User: arn:aws:iam::123456789012:user/John is not authorized to perform: codecommit:ListRepositories with an explicit deny in a permissions boundary',
    ],
    [
      'no session policy',
      repositories,
      { identity: [everything], session: [nothing] },
      'User: arn:aws:iam::123456789012:user/John is not authorized to perform: codecommit:ListRepositories because no session policy allows the codecommit:ListRepositories action',
    ],
    [
      'an explicit deny in a session policy',
      deployments,
      { identity: [everything], session: [denying] },
      'User: arn:aws:iam::123456789012:user/John is not authorized to perform: codedeploy:ListDeployments on resource: arn:aws:codedeploy:us-east-1:123456789012:deploymentgroup:* with an explicit deny in a sessions policy',
    ],
    [
      'no resource-based policy',
      { ...secret, resourceAccount: '111111111111' },
      { identity: [everything] },
      'User: arn:aws:iam::123456789012:user/John is not authorized to perform: secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:us-east-1:123456789012:secret:* because no resource-based policy allows the secretsmanager:GetSecretValue action',
    ],
    [
      'an explicit deny in a resource-based policy',
      secret,
      { identity: [everything], resource: resourceDenying },
      'User: arn:aws:iam::123456789012:user/John is not authorized to perform: secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:us-east-1:123456789012:secret:* with an explicit deny in a resource-based policy',
    ],
    [
      'no role trust policy',
      assume,
      { identity: [everything] },
      'User: arn:aws:iam::123456789012:user/John is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111111111111:role/VendorAccessRole because no role trust policy allows the sts:AssumeRole action',
    ],
    [
      'an explicit deny in the role trust policy',
      assume,
      { identity: [everything], resource: trustDenying },
      'User: arn:aws:iam::123456789012:user/John is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111111111111:role/VendorAccessRole with an explicit deny in the role trust policy',
    ],
    [
      'the caller may not assume',
      assume,
      { identity: [] },
      'User: arn:aws:iam::123456789012:user/John is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111111111111:role/VendorAccessRole because no identity-based policy allows the sts:AssumeRole action',
    ],
    [
      'root',
      { ...assume, caller: { kind: 'root', account: '123456789012' } },
      { identity: [] },
      'Roles may not be assumed by root accounts.',
    ],
    [
      'S3 quotes the resource',
      object,
      { identity: [] },
      'User: arn:aws:iam::123456789012:user/John is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::data/a.txt" because no identity-based policy allows the s3:GetObject action',
    ],
    [
      'S3 tells another account nothing',
      { ...object, resourceAccount: '111111111111' },
      { identity: [] },
      'Access Denied',
    ],
    [
      'S3 tells the anonymous nothing',
      { ...object, caller: { kind: 'anonymous' } },
      { identity: [] },
      'Access Denied',
    ],
    ...(
      [
        [{ kind: 'root', account: '123456789012' }, 'arn:aws:iam::123456789012:root'],
        [{ kind: 'service', service: 'lambda.amazonaws.com' }, 'lambda.amazonaws.com'],
        [{ kind: 'federated', provider: 'accounts.google.com' }, 'accounts.google.com'],
        [{ kind: 'anonymous' }, 'anonymous'],
      ] satisfies [AccessRequest['caller'], string][]
    ).map(([caller, name]): [string, AccessRequest, PoliciesInForce, string] => [
      `whoever asks has a name: ${caller.kind}`,
      { ...secret, caller },
      { identity: [], resource: resourceDenying },
      `User: ${name} is not authorized to perform: secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:us-east-1:123456789012:secret:* with an explicit deny in a resource-based policy`,
    ]),
  ])('%s', (_name, request, policies, expected) => {
    const decision = decide(request, policies);

    expect(decision.allowed || denialMessage(request, decision.denial)).toBe(expected);
  });

  function policy(kind: PolicyKind, statement: unknown): Policy {
    return parsePolicy({ Version: '2012-10-17', Statement: statement }, kind, kind);
  }
});
