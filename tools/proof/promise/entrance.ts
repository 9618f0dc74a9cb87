import { sayProofPromise as say } from '../../../words/say';
import { listed } from '../../../words/speech';
import type { Vendor } from '../../../lib/share/share';
import type { Caller } from '../../iam/request';
import { accountLanguage, permissionSetRoleLanguage } from '../classes/principal-arns';
import type { PromisedAccess } from '../classes/promised-access';
import { ALWAYS, CALLER_IDENTITY, denied, exactly, isOver, linesAt, momentLine, sameAction } from './answers';

/** Claim 1: who may enter the vendor's role. */
export function promisedEntrance(
  roleArn: string,
  permissionSetName: string,
  accounts: readonly string[],
  vendor: Vendor,
): PromisedAccess {
  const { externalId, until, borrowers = 'account' } = vendor;
  const arns = Array.isArray(borrowers) ? (borrowers as readonly string[]) : [];
  return {
    callers: [
      ...accounts.map(accountLanguage),
      ...accounts.map((account) => permissionSetRoleLanguage(account, permissionSetName)),
      ...arns.map(exactly),
    ],
    actions: ['sts:AssumeRole', CALLER_IDENTITY],
    resources: [exactly(roleArn)],
    lines: {
      ...(externalId !== undefined && { 'sts:externalid': linesAt([externalId], [externalId]) }),
      ...momentLine(until),
    },
    answer: ({ caller, action, resource, context }) => {
      if (sameAction(action, CALLER_IDENTITY)) return ALWAYS;
      if (!('account' in caller) || !accounts.includes(caller.account)) {
        const words = () => ({ count: accounts.length, accounts: listed(accounts) });
        return denied('caller', () => say('lentToAccounts', words()));
      }
      if (borrowers === 'permission-set' && !isSessionOf(caller, caller.account, permissionSetName)) {
        return denied('caller', () => say('lentToSessions', { set: permissionSetName }));
      }
      if (arns.length > 0 && !arns.includes(identityOf(caller)))
        return denied('caller', () => say('lentToArns', { arns: listed(arns) }));
      if (!sameAction(action, 'sts:AssumeRole')) return denied('action', () => say('onlyAssumeRole'));
      if (resource !== roleArn) return denied('resource', () => say('promisedRole', { role: roleArn }));
      if (externalId !== undefined && context['sts:externalid'] !== externalId) {
        return denied('condition', () => say('externalId', { externalId }));
      }
      if (until !== undefined && isOver(until, context['aws:currenttime']))
        return denied('condition', () => say('ended', { until }));
      if (caller.kind === 'root') return { says: 'either', why: 'AWS lets no root user assume a role' };
      return { says: 'allowed' };
    },
  };
}

/** The role or user that somebody acts as. */
export function identityOf(caller: Caller): string {
  if (caller.kind === 'role-session') return caller.roleArn;
  return caller.kind === 'user' ? caller.arn : '';
}

export function isSessionOf(caller: Caller, account: string, permissionSetName: string): boolean {
  if (caller.kind !== 'role-session') return false;
  const start = `arn:aws:iam::${account}:role/aws-reserved/sso.amazonaws.com/`;
  if (!caller.roleArn.startsWith(start)) return false;
  const [name = '', region, ...more] = caller.roleArn.slice(start.length).split('/').reverse();
  const inRegion = region === undefined || /^[a-z0-9-]+$/.test(region);
  const suffix = name.slice(-17);
  return (
    more.length === 0 &&
    inRegion &&
    name.slice(0, -17) === 'AWSReservedSSO_' + permissionSetName &&
    /^_[0-9a-f]{16}$/.test(suffix)
  );
}
