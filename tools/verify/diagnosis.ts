import type { ExitCode } from '../exit-code';
import { sayCause } from '../../words/say';
import { causes } from './causes';
import { policyIn } from './causes/steps';
import { includesCode, provesNothing, sameCode } from './outcome';
import type { Hop } from './probe';
import type { Clues, Owner, Situation, Trouble } from './situation';

/** One cause, with everything that it explains. */
export interface Finding {
  /** Stable, for programs: `no-bucket`. */
  readonly id: string;
  readonly hop: Hop;
  readonly side: Owner;
  /** One sentence: what is wrong. */
  readonly cause: string;
  /** One sentence: what to do. */
  readonly todo: string;
  /** What can be typed as it is, in this order. */
  readonly commands: readonly string[];
  /** What AWS or the network said, in its own words; absent where nothing failed that should have, or `cause` says it. */
  readonly said?: string;
  /** The probes that it explains; empty for signing in. */
  readonly probes: readonly string[];
  readonly exitCode: ExitCode;
}

/** Explains each trouble, and puts together what has one cause. */
export function diagnose(troubles: readonly Trouble[], situation: Situation): Finding[] {
  const findings = new Map<string, Finding>();
  const saysLittle = ({ probe, outcome }: Trouble): boolean =>
    probe?.silent === true || (outcome.kind === 'failed' && provesNothing(outcome));
  const talkative = troubles.filter((trouble) => !saysLittle(trouble));
  for (const trouble of [...talkative, ...troubles.filter(saysLittle)]) {
    const clues = cluesOf(trouble);
    const [silentKey, explained] = trouble.probe?.silent ? sameHop(findings, clues) : [];
    if (silentKey !== undefined && explained !== undefined) {
      findings.set(silentKey, { ...explained, probes: [...explained.probes, trouble.probe?.id ?? ''] });
      continue;
    }
    // What proves nothing is worth no words of its own where the same hop is known to be open.
    if (
      provesNothing(clues) &&
      [...findings.values()].some(({ id, hop }) => id === 'role-too-wide' && hop === clues.hop)
    )
      continue;
    const row = causes.find((candidate) => candidate.when(clues, situation));
    if (row === undefined) throw new Error(`no cause for ${JSON.stringify(trouble.outcome)}`);
    const hop = row.hop ?? clues.hop;
    const cause = withPolicy(row.cause(clues, situation), clues);
    const key = `${row.id} ${hop} ${cause}`;
    const probes = [...(findings.get(key)?.probes ?? []), ...(trouble.probe ? [trouble.probe.id] : [])];
    const said = ['', cause].includes(clues.message) ? {} : { said: inItsWords(clues) };
    const { id, exitCode } = row;
    const side = typeof row.side === 'function' ? row.side(clues, situation) : row.side;
    const step = row.todo(clues, situation);
    // IAM takes seconds to spread a change; verify neither waits nor remembers, so the person decides.
    const todo = row.mayBeDelay ? sayCause('just-changed', { todo: step }) : step;
    const commands = row.commands?.(clues, situation) ?? [];
    findings.set(key, { id, hop, side, cause, todo, commands, ...said, probes, exitCode });
  }
  return [...findings.values()];
}

/** With the policy that AWS names, where it names one. */
function withPolicy(cause: string, { denied, message }: Clues): string {
  const policy = denied ? policyIn(message) : undefined;
  return policy === undefined ? cause : sayCause('policy-named', { cause, policy });
}

/** The credential providers put the code in front of the message themselves. */
function inItsWords({ code, message }: Clues): string {
  return message.startsWith(`${code}: `) ? message : `${code}: ${message}`;
}

/** What did say why, at the same hop: it explains the one that does not, too. */
function sameHop(findings: ReadonlyMap<string, Finding>, { hop, wasAllowed }: Clues): [string, Finding] | [] {
  return (!wasAllowed && [...findings].find(([, finding]) => finding.hop === hop)) || [];
}

function cluesOf(trouble: Trouble): Clues {
  const { outcome, probe } = trouble;
  const forbidden = probe?.expect.outcome === 'error';
  if (outcome.kind === 'done') {
    return { ...trouble, how: 'done', code: '', message: '', wasAllowed: forbidden, denied: false };
  }
  const { how, code, message } = outcome;
  const late = probe?.expect.outcome === 'error' && includesCode(probe.expect.lateCodes, code);
  const denied = how === 'answered' && sameCode(code, 'AccessDenied');
  return { ...trouble, how, code, message, wasAllowed: late, denied };
}
