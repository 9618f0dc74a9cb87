import type { Grant } from '../../lib/share/grant';
import { profileNames } from '../handoff/aws-config';
import { borrowersOf } from '../handoff/vendor-half';
import type { AwsProfiles } from './aws-profiles';
import { borrowProblems } from './borrow-problems';
import { configProblems } from './config-problems';
import { chainOf, type ProfileChain } from './profile-chain';
import type { ProfileProblem } from './profile-problem';
import { resembles, resemblesRole } from './resembles';
import { signInProblems } from './sign-in-problems';

export interface ProfileReader {
  readonly grant: Grant;
  /** Whether the program of a `credential_process` is there. */
  readonly canRun: (command: string) => boolean;
}

/**
 * Compares the whole chain of a profile with the share, before AWS is asked and before anybody else is blamed. A profile
 * that has nothing to do with the walkthrough (an administrator's) has no problem here; nor has a field that is absent
 * where AWS has a harmless default.
 *
 * @returns what is wrong with the file first: while that stands, the fields may be others than those that were read
 */
export function profileProblems(name: string, all: AwsProfiles, reader: ProfileReader): ProfileProblem[] {
  const chain = chainOf(name, all);
  const { config } = all;
  if (chain === undefined) {
    const isUnreadable = config?.encoding !== undefined || config?.glued.some((one) => one.name === name);
    return config !== undefined && isUnreadable ? configProblems(config, [], name) : [];
  }
  if (!isOfTheWalkthrough(chain, reader.grant)) return [];
  const ofFile = config === undefined ? [] : configProblems(config, chain.links, name);
  return ofFile.length > 0
    ? ofFile
    : [...borrowProblems(chain, reader.grant), ...signInProblems(chain, reader.grant, reader.canRun)];
}

function isOfTheWalkthrough({ links }: ProfileChain, grant: Grant): boolean {
  const { permissionSet, borrowedRole } = profileNames(grant);
  const arns = [grant.roleArn, ...borrowersOf(grant).map(({ arn }) => arn)];
  return (
    [permissionSet, borrowedRole].includes(links[0].profile) ||
    links.some(({ settings: { role_arn: role, sso_role_name: set } }) => {
      if (set !== undefined && resembles(set, grant.permissionSetName)) return true;
      return role !== undefined && arns.some((arn) => resemblesRole(role, arn));
    })
  );
}
