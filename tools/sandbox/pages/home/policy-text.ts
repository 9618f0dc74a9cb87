import { parsePolicy } from '../../../iam/parse-policy';
import type { PolicyKind, Statement } from '../../../iam/policy';
import { isRecord } from '../../core/json';

/** A policy's statements as they are written. */
export function statementsOf(document: unknown): readonly unknown[] {
  const statements = isRecord(document) ? document['Statement'] : undefined;
  if (Array.isArray(statements)) return statements;
  return statements === undefined ? [] : [statements];
}

/** One statement as the evaluator reads it, wherever it stands; undefined where that does not know it. */
export function parsedStatement(statement: unknown, kind: PolicyKind): Statement | undefined {
  try {
    return parsePolicy({ Version: '2012-10-17', Statement: [statement] }, kind, '').statements[0];
  } catch {
    return undefined;
  }
}

/** Lists and blocks that fit on a line stand on it. No string of JSON has a line break of its own. */
export const policyText = (policy: unknown): string =>
  JSON.stringify(policy, null, 2).replaceAll(/[[{]\n[^[\]{}]{1,70}[\]}]/g, (short) =>
    short.replaceAll(/\s*\n\s*/g, ' '),
  );
