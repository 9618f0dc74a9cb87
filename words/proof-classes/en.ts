import type { Messages } from '../speech';

/** A policy of which the proof cannot tell apart what requests it is about. */
export const en = {
  spelledOut:
    '{policy}: "{text}" spells out a name that CloudFormation makes up, and its end is not known yet. Refer to the resource instead.',
  'tooMany.states':
    'telling all values of {what} apart needs more than {limit} states; the patterns that cost most: {patterns}. Write them with fewer wildcards.',
  'tooMany.classes':
    'telling {what} apart needs more than {limit} classes; among what costs most: {patterns}. Use fewer conditions and wildcards.',
  'tooMany.valuesInOneRequest':
    'telling all values of {what} apart needs more than {limit} kinds of values in one request; it is compared with {patterns} and others. Compare it with fewer values.',
  allRequests: 'all requests',
  theAction: 'the action',
  theResource: 'the resource',
  theCaller: 'the caller',
  mixedComparisons:
    '{key} is compared as {kinds}: values of one key are divided into classes in one way only. Use one kind of operator for it.',
} as const satisfies Messages;
