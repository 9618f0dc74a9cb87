import { listed } from '../../words/speech';
import { sayProfile } from '../../words/say';
import type { Grant } from '../../lib/share/grant';
import { profileNames } from '../handoff/aws-config';
import { borrowersOf } from '../handoff/vendor-half';
import type { ChainLink, ProfileChain } from './profile-chain';
import { borrows } from './borrow-problems';
import { difference, problem } from './differences';
import type { ProfileProblem } from './profile-problem';
import { resembles } from './resembles';
import { programOf } from './runnable';

type CanRun = (command: string) => boolean;

/** Whom the lent role is borrowed as: through Identity Center, a role or user that the share names, or a program. */
export function signInProblems(chain: ProfileChain, grant: Grant, canRun: CanRun): ProfileProblem[] {
  const borrower = borrows(chain, grant) ? chain.links[1] : chain.links[0];
  const last = chain.links.at(-1);
  return [
    ...(borrower === undefined || chain.isLoop ? [] : borrowerProblems(borrower, grant)),
    ...(last === undefined ? [] : programProblems(last, canRun)),
  ];
}

function borrowerProblems(link: ChainLink, grant: Grant): ProfileProblem[] {
  const { role_arn: role, sso_role_name: set } = link.settings;
  const named = borrowersOf(grant);
  const roles = named.filter(({ kind }) => kind === 'role').map(({ arn }) => arn);
  if (role === grant.roleArn) return [];
  if (role !== undefined)
    return roles.length === 0 || roles.includes(role) ? [] : [difference(link, 'role_arn', roles)];
  // A share that names its borrowers may name what Identity Center has made of a permission set.
  return set === undefined || named.length > 0 ? [] : identityCenterProblems(link, grant);
}

function identityCenterProblems(link: ChainLink, grant: Grant): ProfileProblem[] {
  const { sso_role_name: set = '', sso_account_id: account } = link.settings;
  const wanted = grant.permissionSetName;
  // Where the whole account is trusted, and its half is its own, the vendor may have called the permission set otherwise.
  const mustBeThis =
    resembles(set, wanted) ||
    grant.vendor.borrowers === 'permission-set' ||
    (grant.identityCenter !== undefined && link.profile === profileNames(grant).permissionSet);
  const field = set !== wanted && mustBeThis ? 'sso_role_name' : 'sso_account_id';
  const isOther = account !== undefined && !grant.accounts.includes(account);
  if (field === 'sso_role_name' || isOther) {
    const [first] = grant.accounts;
    const slots = { permissionSet: wanted, accounts: listed(grant.accounts, 'or') };
    return [
      problem(link, field, {
        found: sayProfile('wanted', {
          permissionSet: set,
          accounts: account ?? sayProfile('wanted.no-account'),
        }),
        wanted: sayProfile('wanted', slots),
        sentence: otherPermissionSet(link, field, slots),
        commands: [
          `[profile ${link.profile}]`,
          ...(field === 'sso_role_name' ? [`sso_role_name = ${wanted}`] : []),
          ...(isOther ? [`sso_account_id = ${first}`] : []),
        ],
      }),
    ];
  }
  return grant.identityCenter === undefined
    ? []
    : portalProblems(link, {
        sso_start_url: grant.identityCenter.startUrl,
        sso_region: grant.identityCenter.region,
      });
}

function otherPermissionSet(
  link: ChainLink,
  field: string,
  share: { readonly permissionSet: string; readonly accounts: string },
): string {
  const { sso_role_name: found = '', sso_account_id: account } = link.settings;
  const slots = { profile: link.profile, found, ...share };
  const written = link.lineOf(field);
  if (account === undefined) return sayProfile('permission-set.no-account', slots);
  return written === undefined
    ? sayProfile('permission-set', { ...slots, account })
    : sayProfile('permission-set.line', { ...slots, account, line: written });
}

function portalProblems(link: ChainLink, portal: Readonly<Record<string, string>>): ProfileProblem[] {
  const name = link.settings.sso_session;
  return Object.entries(portal).flatMap(([field, wanted]) => {
    const found = link.session[field] ?? link.settings[field];
    if (found === undefined || bare(found) === bare(wanted)) return [];
    const section = name === undefined ? `profile ${link.profile}` : `sso-session ${name}`;
    return {
      ...difference(link, field, wanted, found),
      commands: [`[${section}]`, `${field} = ${wanted}`],
    };
  });
}

/** The portal's address as the browser shows it ends otherwise: `/start/#/`. */
const bare = (url: string): string => url.replace(/\/?#?\/?$/, '').toLowerCase();

function programProblems(link: ChainLink, canRun: CanRun): ProfileProblem[] {
  const command = link.settings['credential_process'];
  if (command === undefined || canRun(command)) return [];
  const slots = { profile: link.profile, program: programOf(command) };
  const written = link.lineOf('credential_process');
  return [
    problem(link, 'credential_process', {
      found: command,
      wanted: sayProfile('wanted.program'),
      sentence:
        written === undefined
          ? sayProfile('program', slots)
          : sayProfile('program.line', { ...slots, line: written }),
      todo: sayProfile('program.todo'),
      commands: [`[profile ${link.profile}]`, 'credential_process = /PATH/TO/PROGRAM'],
    }),
  ];
}
