import type { Grant } from '../../lib/share/grant';
import type { Share } from '../../lib/share/share';
import { en } from '../../words/handoff-config/en';
import { inLanguage, speaker } from '../../words/speech';
import { type Borrower, borrowersOf } from './vendor-half';
import { vendorKind } from '../../lib/share/vendor-kind';

const say = speaker(() => en);

/** What the sections of the vendor's `~/.aws/config` are called. */
export interface ProfileNames {
  readonly ssoSession: string;
  /** Signs in as the permission set, or as the role or user that borrows. */
  readonly permissionSet: string;
  /** Borrows the company's role; `source_profile` is the one above. */
  readonly borrowedRole: string;
}

export function profileNames(grant: Pick<Grant, 'fileName'>): ProfileNames {
  const { fileName } = grant;
  return { ssoSession: fileName, permissionSet: `${fileName}-user`, borrowedRole: `${fileName}-data` };
}

/**
 * Who the company's CloudTrail will show. One file serves all of the vendor's users, so it names the vendor;
 * each user may write their own name there instead.
 */
export function roleSessionName(grant: Pick<Grant, 'name' | 'accounts'>): string {
  const [account] = grant.accounts;
  return `${grant.name.slice(0, 64 - account.length - 1)}-${account}`;
}

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const SESSION_NAME = {
  pattern: /^[\w+=,.@-]{2,64}$/,
  /** Beside letters and digits. */
  others: '_+=,.@-',
} as const;

/** Where the vendor's people sign in. */
export interface SignInPortal {
  readonly startUrl: string;
  readonly region: string;
}

/**
 * The vendor's `~/.aws/config`, ready to paste: sign in, then chain on to the company's role. Understood by the
 * AWS CLI and by every SDK; `aws sso login` itself needs version 2 of the CLI.
 *
 * Where only the vendor knows how its people sign in, there is a word in capitals to fill in, and the other ways stand
 * beside it as comments. Every reader of such files takes the text as it is.
 *
 * - https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sso.html
 * - https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-role.html
 * - https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html
 *
 * @param portal looked at where people sign in with a permission set
 * @param sessionName who the company's log shows
 */
export function awsConfig(
  grant: Grant,
  share: Share,
  portal: SignInPortal | undefined = grant.identityCenter,
  sessionName: string = roleSessionName(grant),
): string {
  const region = share.company.region;
  // In ASCII: on a Windows of another language, the AWS CLI would read other letters as broken ones, and stop.
  const [signIn, source, remark] = inLanguage('en', () => signInOf(grant, region, portal));
  const { externalId } = grant.vendor;
  const borrow = section(`profile ${profileNames(grant).borrowedRole}`, {
    role_arn: grant.roleArn,
    ...source,
    role_session_name: sessionName,
    // From a permission-set session, AssumeRole is role chaining: one hour is the most that AWS gives.
    duration_seconds: '3600',
    ...(externalId === undefined ? {} : { external_id: externalId }),
    region,
  });
  return [...signIn, borrow, ...(remark === undefined ? [] : [remark])].join('\n');
}

type Settings = Readonly<Record<string, string>>;

/** The sections that sign in, what the borrowing profile draws on, and the other ways. */
type SignIn = readonly [sections: readonly string[], source: Settings, remark?: string | undefined];

function signInOf(grant: Grant, region: string, portal: SignInPortal | undefined): SignIn {
  const kind = vendorKind(grant);
  if (kind === 'roles and users') return asBorrower(grant, region);
  if (portal) return throughIdentityCenter(grant, region, portal);
  if (kind === 'product') return asMachine(grant);
  const unknown = {
    startUrl: 'https://YOUR-PORTAL.awsapps.com/start',
    region: 'REGION-OF-YOUR-IDENTITY-CENTER',
  };
  const [[session = '', ...others], source] = throughIdentityCenter(grant, region, unknown);
  const filledIn = `${comment(say('fillIn'))}${session}`;
  return [
    [filledIn, ...others],
    source,
    // A permission set's people alone are trusted: there is no other way then.
    grant.vendor.borrowers === 'permission-set' ? undefined : otherWays(grant),
  ];
}

function throughIdentityCenter(grant: Grant, region: string, portal: SignInPortal): SignIn {
  const { ssoSession, permissionSet } = profileNames(grant);
  const [account, ...others] = grant.accounts;
  const session = section(`sso-session ${ssoSession}`, {
    sso_start_url: portal.startUrl,
    sso_region: portal.region,
    sso_registration_scopes: 'sso:account:access',
  });
  const user = section(`profile ${permissionSet}`, {
    sso_session: ssoSession,
    sso_account_id: account,
    sso_role_name: grant.permissionSetName,
    region,
  });
  const remark = others.length === 0 ? '' : comment(say('otherAccounts', { accounts: others.join(', ') }));
  return [[session, `${remark}${user}`], { source_profile: permissionSet }];
}

/** Of several borrowers the first; the others are named beside it. */
function asBorrower(grant: Grant, region: string): SignIn {
  const { permissionSet } = profileNames(grant);
  const [first, ...others] = borrowersOf(grant);
  const may =
    others.length === 0 ? '' : comment(say('otherBorrowers'), ...others.map(({ arn }) => `  ${arn}`));
  const remark = first?.kind === 'role' ? waysOfRole(grant) : undefined;
  return [
    [`${may}${first === undefined ? '' : sectionOf(first, permissionSet, region)}`],
    { source_profile: permissionSet },
    remark,
  ];
}

function sectionOf({ arn, kind, name }: Borrower, profile: string, region: string): string {
  if (kind === 'user') {
    return `${comment(say('accessKey', { name, profile }))}${section(`profile ${profile}`, { region })}`;
  }
  const settings = { role_arn: arn, source_profile: 'A-PROFILE-THAT-YOU-HAVE', region };
  return `${comment(say('fillInForRole', { name }))}${section(`profile ${profile}`, settings)}`;
}

function asMachine(grant: Grant): SignIn {
  const { permissionSet } = profileNames(grant);
  return [
    [],
    { credential_source: 'Ec2InstanceMetadata' },
    comment(
      say('onMachine'),
      '  credential_source = EcsContainer',
      '  source_profile = A-PROFILE-THAT-YOU-HAVE',
      say('orProgram', { profile: permissionSet }),
      `  [profile ${permissionSet}]`,
      '  credential_process = /PATH/TO/PROGRAM',
    ),
  ];
}

function otherWays(grant: Grant): string {
  const { permissionSet } = profileNames(grant);
  return comment(
    say('withoutIdentityCenter'),
    '  source_profile = A-PROFILE-THAT-YOU-HAVE',
    '  credential_source = Ec2InstanceMetadata',
    '  credential_source = EcsContainer',
    say('orProgramWithoutSource'),
    `  [profile ${permissionSet}]`,
    '  credential_process = /PATH/TO/PROGRAM',
  );
}

function waysOfRole(grant: Grant): string {
  const { permissionSet } = profileNames(grant);
  return comment(
    say('onMachineWithRole', { profile: permissionSet }),
    '  credential_source = Ec2InstanceMetadata',
    '  credential_source = EcsContainer',
    say('programOfRole', { profile: permissionSet }),
    '  credential_process = /PATH/TO/PROGRAM',
  );
}

function section(title: string, settings: Settings): string {
  const lines = Object.entries(settings).map(([key, value]) => `${key} = ${value}\n`);
  return `[${title}]\n${lines.join('')}`;
}

/** A line of its own each: behind a value, some readers take the remark for a part of it. */
function comment(...lines: readonly string[]): string {
  return lines.map((line) => `# ${line}\n`).join('');
}
