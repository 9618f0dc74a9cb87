import { validateShare } from '../../lib/share/validate-share';
import { PlainError } from '../../tools/exit-code';
import { lookupClients, lookUp, parameterLines } from '../../tools/lookup/lookup';
import { printable, printableJson, printableLines } from '../../tools/printable';
import type { Terminal } from '../../tools/terminal';
import { profileProblem, readAwsProfiles } from '../../tools/verify/aws-profiles';
import { diagnose } from '../../tools/verify/diagnosis';
import { type Failure, failureOf } from '../../tools/verify/outcome';
import { chooseGrant } from './choose-grant';

export interface Options {
  readonly profile: string;
  readonly region?: string;
  readonly vendor?: string;
  readonly group?: string[];
  readonly user?: string[];
  readonly json?: true;
}

const TIMEOUT = 15_000;

export async function run(candidate: unknown, terminal: Terminal, options: Options): Promise<void> {
  const grant = chooseGrant(validateShare(candidate), options.vendor);
  const profiles = await readAwsProfiles();
  const { profile } = options;
  const problem = profileProblem(profile, profiles);
  if (problem !== undefined) throw new PlainError(`--profile: ${problem}`);
  const region = options.region ?? profiles.profiles[profile]?.region ?? grant.vendor.identityCenter.region;
  const found = await lookUp({
    grant,
    region,
    groups: options.group ?? [],
    users: options.user ?? [],
    clients: lookupClients(profile, region, TIMEOUT),
    options: () => ({ abortSignal: AbortSignal.timeout(TIMEOUT) }),
  }).catch((error: unknown) => {
    if (error instanceof PlainError) throw error;
    const outcome = failureOf(error);
    if (outcome.how === 'answered')
      throw new PlainError(refusedTo(profile, outcome), undefined, { cause: error });
    const situation = { grant, region, profile, profiles, now: new Date() };
    const [finding] = diagnose([{ hop: 'sign in', outcome }], situation);
    if (finding === undefined) throw error;
    const told = `${finding.cause}; ${finding.todo}`;
    throw new PlainError(`${told}\n(${outcome.code}: ${outcome.message})`, finding.exitCode, {
      cause: error,
    });
  });
  if (options.json) {
    terminal.print(printableJson(found, 2));
    return;
  }
  terminal.note(`Paste into vendors[${grant.index}] of parameters.ts:\n`);
  terminal.print(printableLines(parameterLines(found)));
  const remarks = [
    ...found.remarks,
    ...(found.assignees.length > 0 ? [] : ['name groups or users with --group and --user to get their ids']),
  ];
  for (const remark of remarks) terminal.note(`\nNote: ${printable(remark)}.`);
}

/** AWS knows who asks and says no. The causes that verify knows are about the share's roles, and not about these calls. */
function refusedTo(profile: string, { code, message }: Failure): string {
  const cause =
    code === 'ForbiddenException'
      ? `Identity Center does not give you what profile "${profile}" asks for: its sso_role_name in its sso_account_id`
      : `profile "${profile}" may not look it up: use one of the account that runs Identity Center that may ` +
        'sso:ListInstances, sso:DescribeInstance, sso:ListPermissionSets, identitystore:ListGroups and identitystore:ListUsers';
  return `${cause}\n(${code}: ${message})`;
}
