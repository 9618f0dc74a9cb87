import type { Context } from './request';

/**
 * The text with its policy variables replaced by their values; undefined if it holds one whose value is not known here.
 * Modelled are the two that have one value always: `${aws:PrincipalAccount}` and `${aws:ResourceAccount}`.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function withVariables(text: string, context: Context): string | undefined {
  if (!text.includes('${')) return text;
  let known = true;
  const replaced = text.replace(VARIABLE, (_, name: string) => {
    const value = MODELLED.has(name.toLowerCase()) ? context[name.toLowerCase()] : undefined;
    if (typeof value === 'string') return value;
    known = false;
    return '';
  });
  return known && !replaced.includes('${') ? replaced : undefined;
}

/** Whether every variable in the text is one of the two. */
export function isModelled(text: string): boolean {
  return withVariables(text, NO_MATTER_WHICH) !== undefined;
}

/** A pattern that covers whatever the text can become. */
export function coveringAllVariables(text: string): string {
  return text.replace(VARIABLE, '*').replace(/\$\{.*$/s, '*');
}

const VARIABLE = /\$\{([^{}]*)\}/g;
const MODELLED = new Set(['aws:principalaccount', 'aws:resourceaccount']);
const NO_MATTER_WHICH: Context = { 'aws:principalaccount': '', 'aws:resourceaccount': '' };
