import type { Messages } from '../speech';

/** The sandbox's log: the outcome of a request, and why; its own remark, which AWS does not make. `{side}` is whose account it is. */
export const en = {
  allowedByBoth: 'allowed by {own} ({side}) and {given} ({owner})',
  allowedByOne: 'allowed by {statement} ({side})',
  needsNothing: '{action} needs no permission',
  denies: '{statement} denies it ({side})',
  remark: '{remark} ({side})',
  statement: '{label} of {policy}',
  'policy.trust': 'trust policy of {name}',
  'policy.bucket': 'bucket policy of {name}',
  'policy.key': 'key policy of {name}',

  trust: "the role's trust policy does not allow this caller ({side})",
  identity: 'no identity-based policy of the caller allows it ({side})',
  resource: 'no resource-based policy allows this caller ({side})',
  boundary: "the caller's permissions boundary does not allow it ({side})",
  session: "the caller's session policy does not allow it ({side})",

  closest: '{sentence}. Closest statement: {statement}; its {element} does not match',
  closestCondition: '{sentence}. Closest statement: {statement}; its {condition}',

  publicAccessBlock: "the bucket's public access block has RestrictPublicBuckets",

  'outcome.allowed': 'allowed',
  'outcome.denied': 'denied',
  'outcome.failed': 'failed',
  deniedWithin: 'but {denied} of {all} denied within: {action} {resource}: {reason}',
  deployment: {
    one: '{account} deployment: {count} request of the CDK CLI and CloudFormation',
    other: '{account} deployment: {count} requests of the CDK CLI and CloudFormation',
  },

  'side.company': 'company',
  'side.vendor': 'vendor',
  'side.anybody': 'anybody',
} as const satisfies Messages;
