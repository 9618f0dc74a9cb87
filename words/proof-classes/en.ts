import type { Messages } from '../speech';

/** A policy of which the proof cannot tell apart what requests it is about. */
export const en = {
  spelledOut:
    '{policy}: "{text}" spells out a name that CloudFormation makes up, and its end is not known yet. Refer to the resource instead.',
  'tooMany.states':
    'telling all values of {what} apart needs more than {limit} states; the patterns that cost most: {patterns}. Write them with fewer wildcards.',
  'tooMany.classes':
    'telling all values of {what} apart needs more than {limit} classes; the patterns that cost most: {patterns}. Write them with fewer wildcards.',
  'tooMany.valuesInOneRequest':
    'telling all values of {what} apart needs more than {limit} kinds of values in one request; the patterns that cost most: {patterns}. Write them with fewer wildcards.',
  requestsTo: 'requests to {what}',
  theAction: 'the action',
  theResource: 'the resource',
  theCaller: 'the caller',
  mixedComparisons:
    '{key} is compared as {kinds}: values of one key are divided into classes in one way only. Use one kind of operator for it.',
} as const satisfies Messages;
