import type { Fault, Wanted } from '../../../intrinsics/scope';
import { AwsError } from '../../core/service';

export function templateError(message: string): AwsError {
  return new AwsError('ValidationError', `Template error: ${message}`);
}

/** What is wrong with a call of an intrinsic function, in CloudFormation's words. */
export function functionError(fault: Fault): AwsError {
  return templateError(words(fault));
}

function words(fault: Fault): string {
  switch (fault.kind) {
    case 'malformed':
      return MALFORMED[fault.wants](fault.name, JSON.stringify(fault.got) ?? 'AWS::NoValue');
    case 'missing':
      return MISSING[fault.name](fault.at, JSON.stringify(fault.argument));
    case 'unsupported':
      return `the function ${fault.name} is not supported`;
  }
}

const MALFORMED: Readonly<Record<Wanted, (name: string, got: string) => string>> = {
  text: (name, got) => `every ${name} object requires string values, got ${got}`,
  'a list': (name) => `every ${name} object requires a list`,
  'two arguments': (name) => `every ${name} object requires two parameters`,
  'three arguments': (name) => `${name} requires three arguments`,
  'three texts': (name) => `${name} needs three strings: map, top level key, second key`,
  'one condition': (name) => `${name} takes a list of one condition`,
  '2 to 10 conditions': (name) => `${name} takes a list of 2 to 10 conditions`,
  'true or false': (_, got) => `a condition must be true or false, got ${got}`,
  'a text and its variables': (name) =>
    `One or more ${name} intrinsic functions don't specify expected arguments`,
  'a resource and an attribute': (name) =>
    `every ${name} object requires two non-empty parameters, the resource name and the resource attribute`,
};

const MISSING = {
  Ref: (_: string, name: string) => `Ref to ${name}, which is not in the template`,
  'Fn::Select': (index: string) => `Fn::Select cannot select nonexistent value at index ${index}`,
  'Fn::FindInMap': (path: string) => `Unable to get mapping for ${path}`,
};
