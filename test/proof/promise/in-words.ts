import type { AccessRequest, Caller, Context } from '../../../tools/iam/request';
import type { Answer, PromisedAccess } from '../../../tools/proof/classes/promised-access';

/** An answer in one line: `denied by condition: Nothing is allowed from … on.` */
export function inWords(answer: Answer): string {
  switch (answer.says) {
    case 'allowed':
      return 'allowed';
    case 'either':
      return `either: ${answer.why}`;
    case 'unknown':
      return `unknown: ${answer.what}`;
    case 'denied': {
      const { because } = answer;
      const step = because.change === undefined ? '' : ` → ${because.change()}`;
      return `denied by ${because.part}: ${because.promised()}${step}`;
    }
  }
}

export function asked(
  promise: PromisedAccess,
  caller: Caller,
  action: string,
  resource: string,
  context: Context = {},
): string {
  const request: AccessRequest = { caller, action, resource, resourceAccount: '111111111111', context };
  return inWords(promise.answer(request));
}

/** A session of a role of the vendor's. */
export function session(account: string, role: string): Caller {
  const roleArn = `arn:aws:iam::${account}:role/${role}`;
  const name = role.slice(role.lastIndexOf('/') + 1);
  const arn = `arn:aws:sts::${account}:assumed-role/${name}/alice`;
  return { kind: 'role-session', account, roleArn, arn };
}
