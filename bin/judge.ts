import { sayCli as say } from '../words/say';
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { Share } from '../lib/share/share';
import { validateShare } from '../lib/share/validate-share';
import { PlainError } from '../tools/exit-code';
import { brokenPromise } from '../tools/proof/synth-check';
import { boundaryIn, type CdkContext } from '../tools/synth/cdk-context';
import { processTerminal } from '../tools/terminal';

/** Why the templates in a directory are not as promised; undefined if they are. */
export type Judge = (directory: string) => string | undefined;

/**
 * Judges against the parameters as they are now. Whoever is given them afterwards may do with them what it likes: the
 * promise does not move with the code that should keep it.
 */
export function judgeOf(parameters: unknown, context: CdkContext = contextOfTheCli()): Judge {
  const promised = copyOf(parameters);
  return (directory) => brokenPromise(directory, judgedShare(promised, context), processTerminal);
}

/**
 * A share of one's own, equal to the parameters in everything, but for a permissions boundary that CDK's own context puts on
 * every role.
 *
 * @throws InvalidShareError
 * @throws PlainError if the validation makes something else of them
 */
export function judgedShare(parameters: unknown, context: CdkContext): Share {
  const promised = copyOf(parameters);
  const share = structuredClone(validateShare(parameters));
  if (isDeepStrictEqual(share, promised)) return underBoundaryOf(context, share);
  throw new PlainError(say('otherShare'));
}

/** Undefined for what is no data, which no validation takes. */
function copyOf(parameters: unknown): unknown {
  try {
    return structuredClone(parameters);
  } catch {
    return undefined;
  }
}

/** As the CLI hands it to the app. https://docs.aws.amazon.com/cdk/v2/guide/context.html */
function contextOfTheCli(
  { CDK_CONTEXT_JSON: text, CONTEXT_OVERFLOW_LOCATION_ENV: file } = process.env,
): CdkContext {
  const read = (json: string): CdkContext => Object(JSON.parse(json)) as CdkContext;
  return { ...read(text ?? '{}'), ...(file !== undefined && read(readFileSync(file, 'utf8'))) };
}

/** A boundary takes access away and gives none, so that the share need not name it to be judged with it. */
function underBoundaryOf(context: CdkContext, share: Share): Share {
  const { account, region, permissionsBoundary = boundaryIn(context)?.(account, region) } = share.company;
  if (permissionsBoundary === undefined) return share;
  return { ...share, company: { ...share.company, permissionsBoundary } };
}
