import type { JsonObject } from '../../naive/json';

/**
 * What gives nobody anything, by type, and for types that could do more, by property; each with the reason. The oracle has no
 * opinion on anything else.
 */
const HARMLESS: Readonly<Record<string, Readonly<Record<string, string>> | string>> = {
  'AWS::IAM::Role': { Tags: 'a label', Description: 'a text' },
  'AWS::S3::Bucket': { Tags: 'a label', VersioningConfiguration: 'old versions have an action of their own' },
  'AWS::Lambda::Function': { MemorySize: 'how large', Timeout: 'how long', Description: 'a text' },
};

/** Undefined where it does; else an error, since somebody has to think first. */
export function givesNobodyAnything(type: string, properties: JsonObject): undefined {
  const rule = HARMLESS[type];
  if (typeof rule === 'string') return undefined;
  const unknown = Object.keys(properties).find((name) => rule?.[name] === undefined);
  if (rule === undefined || unknown !== undefined)
    throw new Error(`the oracle has no opinion on ${type} ${unknown ?? ''}: write a rule`);
  return undefined;
}
