import type { Grant } from '../../../lib/share/grant';
import { listed } from '../../../words/speech';
import { sayCause } from '../../../words/say';
import { ExitCode } from '../../exit-code';
import type { Cause, Clues, Situation } from '../situation';
import { profileAsItShouldBe, READ_VENDOR } from './steps';

/** Identity Center does not let this user have what the profile asks for. */
export const notAssignedCauses: readonly Cause[] = [
  {
    id: 'bad-profile',
    hop: 'sign in',
    side: 'you',
    when: ({ code }) => code === 'BadProfile',
    cause: ({ message }) => message,
    todo: () => sayCause('bad-profile.todo'),
    exitCode: ExitCode.WrongUsage,
  },
  {
    id: 'wrong-permission-set',
    hop: 'sign in',
    side: 'you',
    when: (clues, situation) => notAssigned(clues) && asksForAnother(situation),
    cause: (_clues, situation) => {
      const { permissionSetName: permissionSet, accounts } = situation.grant;
      const { name: found = '', account = '' } = askedFor(situation);
      const slots = { found, account, permissionSet, accounts: listed(accounts, 'or') };
      return sayCause('wrong-permission-set.cause', slots);
    },
    todo: profileAsItShouldBe,
    exitCode: ExitCode.WrongUsage,
  },
  {
    id: 'not-assigned',
    hop: 'sign in',
    side: 'the vendor',
    when: notAssigned,
    cause: (_clues, { grant }) =>
      sayCause('not-assigned.cause', {
        permissionSet: grant.permissionSetName,
        accounts: listed(grant.accounts, 'or'),
      }),
    todo: (_clues, { grant }) =>
      grant.identityCenter
        ? sayCause('not-assigned.todo', { index: grant.index })
        : sayCause('not-assigned.todo.handoff'),
    commands: (_clues, { grant }) => assignedAgain(grant),
    exitCode: ExitCode.Broken,
  },
];

/** The assignment, and a member of each group that is assigned: who it was, AWS tells nobody who is not let in. */
function assignedAgain(grant: Grant): string[] {
  const members = (grant.identityCenter?.assignees ?? []).flatMap(({ type, id }) =>
    type === 'GROUP' ? memberAgain(id) : [],
  );
  return grant.identityCenter === undefined ? [] : [...READ_VENDOR, ...members];
}

function memberAgain(groupId: string): string[] {
  return [
    "STORE=$(aws sso-admin list-instances --query 'Instances[0].IdentityStoreId' --output text --profile vendor)",
    'MEMBER=$(aws identitystore get-user-id --identity-store-id $STORE --alternate-identifier \'{"UniqueAttribute":{"AttributePath":"userName","AttributeValue":"USER-NAME"}}\' --query UserId --output text --profile vendor)',
    `aws identitystore create-group-membership --identity-store-id $STORE --group-id ${groupId} --member-id UserId=$MEMBER --profile vendor`,
  ];
}

function notAssigned({ hop, code }: Clues): boolean {
  return hop === 'sign in' && code === 'ForbiddenException';
}

/** What the profile at the start of the chain asks for. */
function askedFor({ profile, profiles }: Situation): { readonly name?: string; readonly account?: string } {
  const start = profiles.profiles[profile]?.source_profile ?? profile;
  const { sso_role_name: name, sso_account_id: account } = profiles.profiles[start] ?? {};
  return { ...(name !== undefined && { name }), ...(account !== undefined && { account }) };
}

function asksForAnother(situation: Situation): boolean {
  const { name, account } = askedFor(situation);
  const { permissionSetName, accounts } = situation.grant;
  if (name === undefined || account === undefined) return false;
  return name !== permissionSetName || !accounts.includes(account);
}
