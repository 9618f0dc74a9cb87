import { sayProofPage as say } from '../../words/say';
import { listed } from '../../words/speech';
import { type Grant, grantsOf } from '../../lib/share/grant';
import { type VendorKind, vendorKind } from '../../lib/share/vendor-kind';
import type { Share, Vendor } from '../../lib/share/share';
import { proveAssembly } from './prove-directory';
import { cannotJudge } from './report/finding';
import { CLAIM_IDS, type ProofReport } from './report/report';
import { reportOf } from './report/report-of';
import { type Assembly, readAssembly } from './templates/assembly';
import { NO_ASSETS } from './templates/assets';
import { isObject, type JsonObject } from './templates/json';

/** The template of one vendor's half, as the vendor's administrator gets it. */
export interface GivenHalf {
  /** Place in `share.vendors`; a vendor without `identityCenter`. */
  readonly index: number;
  /** A CloudFormation template. */
  readonly template: unknown;
}

/**
 * Proves a directory that `cdk synth` wrote together with the halves that vendors deploy by themselves: with any instance, and
 * any group or user, that a vendor's administrator enters. What holds of one holds of all, since nothing depends on which it is.
 *
 * @throws UnreadableAssemblyError
 */
export function proveWithVendorHalves(
  directory: string,
  share: Share,
  halves: readonly GivenHalf[],
): ProofReport {
  const assembly = readAssembly(directory);
  const completed = halves.map((half) => completedWith(half, share));
  const unread = completed.flatMap((half) => ('problem' in half ? [half.problem] : []));
  if (unread.length > 0) {
    const findings = unread.map((what) => cannotJudge(what, undefined, CLAIM_IDS));
    return reportOf(findings, [], { notProved: [] }, 0);
  }
  const known = completed.flatMap((half) => ('vendor' in half ? [half] : []));
  const vendors = share.vendors.map(
    (vendor, index) => known.find((half) => half.index === index)?.vendor ?? vendor,
  );
  const stacks = [...assembly.stacks, ...known.map(({ stack }) => stack)];
  return proveAssembly({ stacks }, { ...share, vendors });
}

/** A report that holds, with what was proved of the halves beside it. */
export function withProvedHalves(report: ProofReport, together: ProofReport, share: Share): ProofReport {
  if (report.verdict !== 'holds' || together.verdict !== 'holds')
    return report.verdict === 'holds' ? together : report;
  const text = textOfHalves(share);
  const claims = report.claims.map((claim) => {
    const proved = together.claims.find(({ id }) => id === claim.id);
    return claim.id === 'permission-set' && proved ? { ...claim, classes: proved.classes, text } : claim;
  });
  return { ...report, claims };
}

/** What is claimed of whom: by name only where it is not the same of all. */
function textOfHalves(share: Share): string {
  const grants = grantsOf(share);
  const [set, policy] = [vendorsOf(grants, 'permission set'), vendorsOf(grants, 'roles and users')];
  if (set.length === grants.length) return say('permissionSetOfHandoff');
  if (policy.length === grants.length) return say('policyOfHandoff');
  const [stack, own] = [vendorsOf(grants, 'identity center'), vendorsOf(grants, 'product')];
  const said = [
    ...(stack.length > 0 ? [say('setOfStack', { vendors: listed(stack) })] : []),
    ...(set.length > 0 ? [say('setOfTemplate', { vendors: listed(set) })] : []),
    ...(policy.length > 0 ? [say('setOfPolicy', { vendors: listed(policy) })] : []),
    ...(own.length > 0 ? [say('setOfOwn', { vendors: listed(own) })] : []),
  ];
  return said.reduce((before, sentence) => say('sentences', { before, sentence }), say('setsOfSeveral'));
}

function vendorsOf(grants: readonly Grant[], kind: VendorKind): string[] {
  return grants.filter((grant) => vendorKind(grant) === kind).map(({ name }) => name);
}

type Completed =
  | { readonly index: number; readonly vendor: Vendor; readonly stack: Assembly['stacks'][number] }
  | { readonly problem: string };

/** What the vendor's administrator enters, for the template and for the share alike. */
function completedWith({ index, template }: GivenHalf, { company, vendors }: Share): Completed {
  const vendor = vendors[index];
  if (vendor === undefined) return { problem: say('noSuchVendor', { index }) };
  const [account = ''] = [vendor.account].flat();
  const number = String(index).padStart(16, '0');
  const entered = {
    InstanceArn: `arn:aws:sso:::instance/ssoins-${number}`,
    PrincipalType: 'GROUP',
    PrincipalId: `00000000-0000-0000-0000-${number.slice(-12)}`,
  };
  const resources = isObject(template) ? template.Resources : undefined;
  if (!isObject(resources)) return { problem: say('halfWithoutResources', { index }) };
  const filled = Array.isArray(vendor.borrowers)
    ? asPermissionSet(resources, vendor, entered)
    : (withValues(resources, entered) as JsonObject);
  if (filled === undefined) {
    return { problem: say('halfWithMore', { index }) };
  }
  return {
    index,
    vendor: {
      ...vendor,
      identityCenter: {
        instanceArn: entered.InstanceArn,
        region: company.region,
        account,
        startUrl: 'https://example.awsapps.com/start',
      },
      assignees: [{ type: 'GROUP', id: entered.PrincipalId, name: say('enteredAssignee') }],
    },
    stack: {
      name: `vendor-half-${index}`,
      account,
      region: company.region,
      template: { Resources: filled },
      assets: NO_ASSETS,
      constructPaths: new Map(),
    },
  };
}

function withValues(value: unknown, entered: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(value)) return value.map((one) => withValues(one, entered));
  if (!isObject(value)) return value;
  const { Ref: name, ...others } = value;
  if (typeof name === 'string' && Object.keys(others).length === 0 && Object.hasOwn(entered, name))
    return entered[name];
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withValues(one, entered)]));
}

/**
 * What a managed policy lets the borrowers do is judged as what a permission set lets its users do: the borrowers are not in
 * the templates, and the policy is all that is given to them. Undefined if the template holds anything else.
 */
function asPermissionSet(
  resources: JsonObject,
  vendor: Vendor,
  {
    InstanceArn,
    PrincipalType,
    PrincipalId,
  }: Readonly<Record<'InstanceArn' | 'PrincipalType' | 'PrincipalId', string>>,
): JsonObject | undefined {
  const { borrowers = [], permissionSetName = 'AllowAssumeCompanyRole', sessionDuration = 'PT1H' } = vendor;
  const names = [borrowers].flat().map((arn) => arn.slice(arn.lastIndexOf('/') + 1));
  const documents = new Set<string>();
  for (const resource of Object.values(resources)) {
    if (!isObject(resource) || resource.Type !== 'AWS::IAM::ManagedPolicy' || !isObject(resource.Properties))
      return undefined;
    const { PolicyDocument, Roles = [], Users = [] } = resource.Properties;
    const isPlain = Object.keys(resource.Properties).every((property) => OF_A_PLAIN_POLICY.has(property));
    const holders = [Roles, Users].flat();
    if (!isPlain || !holders.every((one) => names.includes(String(one)))) return undefined;
    documents.add(JSON.stringify(PolicyDocument));
  }
  const [document, ...more] = documents;
  if (document === undefined || more.length > 0) return undefined;
  const assignments = [vendor.account].flat().map((account): [string, JsonObject] => [
    `Assignment${account}`,
    {
      Type: 'AWS::SSO::Assignment',
      Properties: {
        InstanceArn,
        PermissionSetArn: { 'Fn::GetAtt': ['PermissionSet', 'PermissionSetArn'] },
        PrincipalType,
        PrincipalId,
        TargetType: 'AWS_ACCOUNT',
        TargetId: account,
      },
    },
  ]);
  return {
    PermissionSet: {
      Type: 'AWS::SSO::PermissionSet',
      Properties: {
        InstanceArn,
        Name: permissionSetName,
        SessionDuration: sessionDuration,
        InlinePolicy: JSON.parse(document) as unknown,
      },
    },
    ...Object.fromEntries(assignments),
  };
}

const OF_A_PLAIN_POLICY = new Set(['Description', 'ManagedPolicyName', 'PolicyDocument', 'Roles', 'Users']);
