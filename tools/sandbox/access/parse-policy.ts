import { inLanguage } from '../../../words/speech';
import { parsePolicy as parse } from '../../iam/parse-policy';
import type { Policy, PolicyKind } from '../../iam/policy';

/**
 * Reads a policy document as `tools/iam` does, and complains in English whatever language is spoken: the complaint becomes
 * part of an answer of AWS's.
 *
 * @throws UnsupportedPolicyError for anything malformed, misspelt or not modelled, by name
 */
export function parsePolicy(document: unknown, kind: PolicyKind, name: string): Policy {
  return inLanguage('en', () => parse(document, kind, name));
}
