import { sayProfile } from '../../words/say';
import type { Grant } from '../../lib/share/grant';
import { profileNames, SESSION_NAME } from '../handoff/aws-config';
import { borrowersOf } from '../handoff/vendor-half';
import type { ChainLink, ProfileChain } from './profile-chain';
import { difference, problem, settingOf } from './differences';
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
  const slots = { profile: first.profile, setting: settingOf(first, 'source_profile', found) };
  return problem(first, 'source_profile', {
    found,
    wanted,
    sentence:
      again === undefined
        ? sayProfile('source-loop', slots)
        : sayProfile('source-is-role', { ...slots, source: again.profile }),
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
        wanted: sayProfile('wanted.no-line'),
        sentence: sayProfile('two-sources', {
          profile: link.profile,
          source,
          setting: settingOf(link, 'credential_source', place),
        }),
        todo: sayProfile('delete-one.todo'),
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
  const slots = { profile: link.profile, setting: settingOf(link, 'duration_seconds', found) };
  const written = link.lineOf('duration_seconds');
  return [
    problem(link, 'duration_seconds', {
      found,
      wanted: '3600',
      sentence:
        isNumber && Number(found) > 3600
          ? sayProfile('duration.too-long', slots)
          : sayProfile('duration.not-valid', slots),
      todo:
        written === undefined
          ? sayProfile('duration.todo')
          : sayProfile('duration.todo.line', { line: written }),
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
      wanted: sayProfile('wanted.session-name', { others: SESSION_NAME.others }),
      sentence: sayProfile('session-name', {
        profile: link.profile,
        setting: settingOf(link, 'role_session_name', found),
        others: SESSION_NAME.others,
      }),
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
  const written = first.lineOf('mfa_serial');
  return [
    problem(first, 'mfa_serial', {
      found,
      wanted: sayProfile('wanted.no-line'),
      sentence: sayProfile('mfa', {
        profile: first.profile,
        setting: settingOf(first, 'mfa_serial', found),
      }),
      todo: written === undefined ? sayProfile('mfa.todo') : sayProfile('mfa.todo.line', { line: written }),
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
