import type { Grant } from '../../lib/share/grant';
import { profileNames, SESSION_NAME } from '../handoff/aws-config';
import { borrowersOf } from '../handoff/vendor-half';
import type { ChainLink, ProfileChain } from './profile-chain';
import { at, difference, inPlaceOf, line, problem } from './differences';
import type { ProfileProblem } from './profile-problem';
import { resemblesRole } from './resembles';

/** Whether the first profile of the chain is there to borrow the lent role, rather than to sign in. */
export function borrows({ links }: ProfileChain, grant: Grant): boolean {
  const [{ profile, settings }] = links;
  const role = settings.role_arn;
  const borrowers = borrowersOf(grant).map(({ arn }) => arn);
  if (profile === profileNames(grant).permissionSet || role === undefined) return false;
  return role === grant.roleArn || !borrowers.some((arn) => resemblesRole(role, arn));
}

/** What is wrong where the lent role is borrowed. */
export function borrowProblems(chain: ProfileChain, grant: Grant): ProfileProblem[] {
  const [first, ...sources] = chain.links;
  if (!borrows(chain, grant)) return regionProblems(first, grant);
  const again = sources.find(({ settings }) => settings.role_arn === grant.roleArn);
  if (again !== undefined || chain.isLoop) return [borrowedTwice(first, again, grant)];
  return [
    ...(first.settings.role_arn === grant.roleArn ? [] : [difference(first, 'role_arn', grant.roleArn)]),
    ...sourceProblems(first),
    ...externalIdProblems(first, grant),
    ...durationProblems(first),
    ...sessionNameProblems(first),
    ...mfaProblems(chain),
    ...regionProblems(first, grant),
    ...sources
      .filter(({ profile }) => profile === profileNames(grant).permissionSet)
      .flatMap((link) => regionProblems(link, grant)),
  ];
}

function borrowedTwice(first: ChainLink, again: ChainLink | undefined, grant: Grant): ProfileProblem {
  const found = first.settings.source_profile ?? '';
  const wanted = again?.settings.source_profile ?? profileNames(grant).permissionSet;
  const why =
    again === undefined
      ? 'the chain of source_profile comes back to where it began, and nobody signs in'
      : `profile "${again.profile}" is the lent role already, which may not borrow itself`;
  return problem(first, 'source_profile', {
    found,
    wanted,
    sentence: `profile "${first.profile}" borrows with source_profile = ${found}${at(first, 'source_profile')}, and ${why}`,
  });
}

/** https://docs.aws.amazon.com/sdkref/latest/guide/feature-assume-role-credentials.html */
function sourceProblems(link: ChainLink): ProfileProblem[] {
  const { source_profile: source, credential_source: place } = link.settings;
  if (place === undefined) return [];
  if (source !== undefined)
    return [
      problem(link, 'credential_source', {
        found: place,
        wanted: 'no such line',
        sentence: `profile "${link.profile}" has both source_profile = ${source} and credential_source = ${place}${at(link, 'credential_source')}, and AWS takes one of them`,
        todo: 'delete the one that is not meant',
        commands: [],
      }),
    ];
  const places = ['Ec2InstanceMetadata', 'EcsContainer', 'Environment'];
  return places.includes(place) ? [] : [difference(link, 'credential_source', places)];
}

/** One that nobody asks for does no harm. */
function externalIdProblems(link: ChainLink, { vendor: { externalId } }: Grant): ProfileProblem[] {
  if (externalId === undefined || link.settings.external_id === externalId) return [];
  return [difference(link, 'external_id', externalId)];
}

function durationProblems(link: ChainLink): ProfileProblem[] {
  const found = link.settings.duration_seconds;
  if (found === undefined) return [];
  const isNumber = /^\d+$/.test(found);
  if (isNumber && Number(found) >= 900 && Number(found) <= 3600) return [];
  const rule =
    isNumber && Number(found) > 3600
      ? 'a role that is borrowed from a role lasts an hour at most, as does the lent one'
      : 'AWS takes a whole number from 900 to 3600';
  return [
    problem(link, 'duration_seconds', {
      found,
      wanted: '3600',
      sentence: `profile "${link.profile}" asks for duration_seconds = ${found}${at(link, 'duration_seconds')}, and ${rule}`,
      todo: `write 3600${inPlaceOf(link, 'duration_seconds')}, or leave the line out`,
    }),
  ];
}

function sessionNameProblems(link: ChainLink): ProfileProblem[] {
  const found = link.settings.role_session_name;
  if (found === undefined || SESSION_NAME.pattern.test(found)) return [];
  const plain = found
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\w+=,.@-]+/g, '-')
    .slice(0, 64);
  return [
    problem(link, 'role_session_name', {
      found,
      wanted: `2 to 64 of ${SESSION_NAME.inWords}`,
      sentence: `profile "${link.profile}" has role_session_name = ${found}${at(link, 'role_session_name')}, and AWS takes 2 to 64 characters there: ${SESSION_NAME.inWords} (no spaces, no accents)`,
      commands: [
        `[profile ${link.profile}]`,
        `role_session_name = ${SESSION_NAME.pattern.test(plain) ? plain : 'YOUR-NAME'}`,
      ],
    }),
  ];
}

/** Only a user's own long-lived keys can come with a code of a device. */
function mfaProblems({ links }: ProfileChain): ProfileProblem[] {
  const [first, source] = links;
  const found = first.settings.mfa_serial;
  const isSession =
    source === undefined
      ? first.settings['credential_source'] !== undefined
      : (source.settings.sso_role_name ?? source.settings.role_arn) !== undefined;
  if (found === undefined || !isSession) return [];
  return [
    problem(first, 'mfa_serial', {
      found,
      wanted: 'no such line',
      sentence: `profile "${first.profile}" has mfa_serial = ${found}${at(first, 'mfa_serial')}, and a session cannot show a second factor when it borrows a role: it was asked for at the sign-in`,
      todo: `delete ${line(first, 'mfa_serial')}`,
      commands: [],
    }),
  ];
}

/** The handoff writes the bucket's into each of its profiles. */
function regionProblems(link: ChainLink, grant: Grant): ProfileProblem[] {
  const { permissionSet, borrowedRole } = profileNames(grant);
  const { region, role_arn: role } = link.settings;
  const isMeant = role === grant.roleArn || [permissionSet, borrowedRole].includes(link.profile);
  return region === undefined || region === grant.region || !isMeant
    ? []
    : [difference(link, 'region', grant.region)];
}
