import type { ChainLink } from './profile-chain';
import type { ProfileProblem } from './profile-problem';

/** "The profile asks for X, and the share is for Y." */
export function difference(
  link: ChainLink,
  field: string,
  wanted: string | readonly string[],
  found = link.settings[field],
): ProfileProblem {
  const either = typeof wanted === 'string' ? wanted : wanted.join(' or ');
  const asks = found === undefined ? `has no ${field}` : `asks for ${field} = ${found}${at(link, field)}`;
  return problem(link, field, {
    found: found ?? '',
    wanted: either,
    sentence: `profile "${link.profile}" ${asks}, and the share is for ${either}`,
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
    todo: `write this into the AWS config${inPlaceOf(link, field)}`,
    commands: [`[profile ${link.profile}]`, `${field} = ${said.wanted}`],
    ...said,
  };
}

export function at(link: ChainLink, field: string): string {
  return link.lineOf(field) === undefined ? '' : ` (line ${link.lineOf(field)})`;
}

export const inPlaceOf = (link: ChainLink, field: string): string =>
  link.lineOf(field) === undefined ? '' : `, in the place of line ${link.lineOf(field)}`;

export const line = (link: ChainLink, field: string): string =>
  `line ${link.lineOf(field) ?? `that says ${field}`}`;
