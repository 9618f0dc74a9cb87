import { listed } from '../../words/speech';
import { sayProfile } from '../../words/say';
import type { ChainLink } from './profile-chain';
import type { ProfileProblem } from './profile-problem';

/** "The profile asks for X, and the share is for Y." */
export function difference(
  link: ChainLink,
  field: string,
  wanted: string | readonly string[],
  found = link.settings[field],
): ProfileProblem {
  const either = typeof wanted === 'string' ? wanted : listed(wanted, 'or');
  const { profile } = link;
  return problem(link, field, {
    found: found ?? '',
    wanted: either,
    sentence:
      found === undefined
        ? sayProfile('difference.missing', { profile, field, wanted: either })
        : sayProfile('difference', { profile, setting: settingOf(link, field, found), wanted: either }),
    commands: [
      `[profile ${link.profile}]`,
      `${field} = ${typeof wanted === 'string' ? wanted : (wanted[0] ?? '')}`,
    ],
  });
}

/** With what is the same for each: where it is, and the line to paste. */
export function problem(
  link: ChainLink,
  field: string,
  said: Pick<ProfileProblem, 'found' | 'wanted' | 'sentence'> & Partial<ProfileProblem>,
): ProfileProblem {
  const written = link.lineOf(field);
  return {
    profile: link.profile,
    field,
    ...(written === undefined ? {} : { line: written }),
    todo: written === undefined ? sayProfile('write.todo') : sayProfile('write.todo.line', { line: written }),
    commands: [`[profile ${link.profile}]`, `${field} = ${said.wanted}`],
    ...said,
  };
}

/** `region = us-east-1 (line 18)` */
export function settingOf(link: ChainLink, field: string, found: string): string {
  const written = link.lineOf(field);
  return written === undefined
    ? sayProfile('setting', { field, found })
    : sayProfile('setting.line', { field, found, line: written });
}
