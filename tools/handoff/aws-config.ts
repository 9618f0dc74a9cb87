import type { Grant } from '../../lib/share/grant';
import type { Share } from '../../lib/share/share';

/** What the sections of the vendor's `~/.aws/config` are called. */
export interface ProfileNames {
  readonly ssoSession: string;
  /** Signs in through Identity Center, as the permission set. */
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
 *
 * 2 to 64 characters of `[\w+=,.@-]`: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export function roleSessionName(grant: Pick<Grant, 'name' | 'accounts'>): string {
  const [account] = grant.accounts;
  return `${grant.name.slice(0, 64 - account.length - 1)}-${account}`;
}

/** Where the vendor's people sign in. */
export interface SignInPortal {
  readonly startUrl: string;
  readonly region: string;
}

/**
 * The vendor's `~/.aws/config`, ready to paste: sign in, then chain on to the company's role. Understood by the
 * AWS CLI and by every SDK; `aws sso login` itself needs version 2 of the CLI.
 *
 * - https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sso.html
 * - https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-role.html
 */
export function awsConfig(
  grant: Grant,
  share: Share,
  portal: SignInPortal | undefined = grant.identityCenter,
): string {
  const names = profileNames(grant);
  const { externalId } = grant.vendor;
  const [account] = grant.accounts;
  return [
    ...(portal
      ? [
          section(`sso-session ${names.ssoSession}`, {
            sso_start_url: portal.startUrl,
            sso_region: portal.region,
            sso_registration_scopes: 'sso:account:access',
          }),
          section(`profile ${names.permissionSet}`, {
            sso_session: names.ssoSession,
            sso_account_id: account,
            sso_role_name: grant.permissionSetName,
            region: share.company.region,
          }),
        ]
      : []),
    section(`profile ${names.borrowedRole}`, {
      role_arn: grant.roleArn,
      source_profile: names.permissionSet,
      role_session_name: roleSessionName(grant),
      // From a permission-set session, AssumeRole is role chaining: one hour is the most that AWS gives.
      duration_seconds: '3600',
      ...(externalId === undefined ? {} : { external_id: externalId }),
      region: share.company.region,
    }),
  ].join('\n');
}

function section(title: string, settings: Record<string, string>): string {
  const lines = Object.entries(settings).map(([key, value]) => `${key} = ${value}\n`);
  return `[${title}]\n${lines.join('')}`;
}
