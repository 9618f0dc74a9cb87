import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { Share } from '../lib/share/share';
import { validateShare } from '../lib/share/validate-share';
import { PlainError } from '../tools/exit-code';
import { brokenPromise } from '../tools/proof/synth-check';
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

/** CDK's, by key. */
export type CdkContext = Readonly<Record<string, unknown>>;

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
  throw new PlainError(
    'nothing is judged: lib/share made something else of the share than what stands in parameters.ts',
  );
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

/**
 * A boundary takes access away and gives none, so that the share need not name it to be judged with it.
 *
 * https://docs.aws.amazon.com/cdk/v2/guide/customize-permissions-boundaries.html
 */
function underBoundaryOf(context: CdkContext, share: Share): Share {
  const asked = context['@aws-cdk/core:permissionsBoundary'];
  if (asked === undefined || share.company.permissionsBoundary !== undefined) return share;
  const { name, arn } = Object(asked) as { readonly name?: unknown; readonly arn?: unknown };
  const { account, region } = share.company;
  const qualifier = context['@aws-cdk/core:bootstrapQualifier'];
  const values: Readonly<Record<string, string>> = {
    'AWS::AccountId': account,
    'AWS::Region': region,
    'AWS::Partition': 'aws',
    Qualifier: typeof qualifier === 'string' ? qualifier : 'hnb659fds',
  };
  const whole = typeof arn === 'string' ? arn : `arn:aws:iam::${account}:policy/${String(name)}`;
  const permissionsBoundary = whole.replaceAll(/\$\{([\w:]+)\}/g, (text, key: string) => values[key] ?? text);
  return { ...share, company: { ...share.company, permissionsBoundary } };
}
