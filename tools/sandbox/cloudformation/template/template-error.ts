import type { Fault, Problem } from '../../../intrinsics/scope';
import type { AwsError } from '../../core/service';
import { validationError } from '../../wire/query-protocol';

export function templateError(message: string): AwsError {
  return validationError(`Template error: ${message}`);
}

/** What is wrong with a call of an intrinsic function, in CloudFormation's words. */
export function functionError({ name, problem, got, at = '' }: Fault): AwsError {
  return templateError(WORDS[problem](name, JSON.stringify(got) ?? 'AWS::NoValue', at));
}

const WORDS: Readonly<Record<Problem, (name: string, got: string, at: string) => string>> = {
  'wants text': (name, got) => `every ${name} object requires string values, got ${got}`,
  'wants a delimiter': (name) => `every ${name} object requires a delimiter`,
  'wants a list': (name) => `every ${name} object requires a list`,
  'wants two arguments': (name) => `every ${name} object requires two parameters`,
  'wants three arguments': (name) => `${name} requires three arguments`,
  'wants three texts': (name) => `${name} needs three strings: map, top level key, second key`,
  'wants one condition': (name) => `${name} takes a list of one condition`,
  'wants 2 to 10 conditions': (name) => `${name} takes a list of 2 to 10 conditions`,
  'wants true or false': (_, got) => `a condition must be true or false, got ${got}`,
  'wants a text and its variables': (name) =>
    `One or more ${name} intrinsic functions don't specify expected arguments`,
  'wants a resource and an attribute': (name) =>
    `every ${name} object requires two non-empty parameters, the resource name and the resource attribute`,
  'wants a list without AWS::NoValue': (name) => `the list of ${name} holds AWS::NoValue`,
  'is too long': (name) => `what ${name} comes to is longer than any template`,
  'names nothing': (name, got) => `${name} to ${got}, which is not in the template`,
  'selects nothing': (name, _, at) => `${name} cannot select nonexistent value at index ${at}`,
  'finds nothing': (_name, _got, at) => `Unable to get mapping for ${at}`,
  'is not supported': (name) => `the function ${name} is not supported`,
};
