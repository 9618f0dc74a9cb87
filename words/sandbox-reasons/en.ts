import type { Messages } from '../speech';

/** Why the sandbox allowed or denied a request: its own remark, which AWS does not make. `{side}` is whose account it is. */
export const en = {
  allowedByBoth: 'allowed by {own} ({side}) and {given} ({owner})',
  allowedByOne: 'allowed by {statement} ({side})',
  needsNothing: '{action} needs no permission',
  denies: '{statement} denies it ({side})',
  remark: '{remark} ({side})',
  statement: '{label} of {policy}',

  trust: "the role's trust policy does not allow this caller ({side})",
  identity: 'no identity-based policy of the caller allows it ({side})',
  resource: 'no resource-based policy allows this caller ({side})',
  boundary: "the caller's permissions boundary does not allow it ({side})",
  session: "the caller's session policy does not allow it ({side})",

  closest: '{sentence}. Closest statement: {statement}; its {element} does not match',
  closestCondition: '{sentence}. Closest statement: {statement}; its {condition}',

  'side.company': 'company',
  'side.vendor': 'vendor',
  'side.anybody': 'anybody',
} as const satisfies Messages;
