import { saySandboxHome as say } from '../../../../words/say';
import type { RequestEntry } from '../../request-entry';

/** Who asked, as short as a person says it: `member-of-analysts`, `VendorAccessRole`, `Administrator`. */
export function callerName({ who, caller }: Pick<RequestEntry, 'who' | 'caller'>): string {
  if (who !== undefined) return who;
  if (caller.kind === 'anonymous') return say('anonymous');
  if (caller.kind === 'service') return caller.service;
  if (caller.kind === 'federated') return caller.provider;
  if (caller.kind === 'root') return `${caller.account} root`;
  // Of a permission set, the session's name is the person's.
  const isPerson = caller.kind === 'user' || /\/AWSReservedSSO_/.test(caller.roleArn);
  return lastPart(isPerson ? caller.arn : caller.roleArn);
}

const lastPart = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);

/** What it was about, where that has a name: a role, a bucket, the key of an object. */
export function targetName({ authorizations }: RequestEntry): string | undefined {
  const resource = authorizations[0]?.request.resource;
  if (resource === undefined || /^(?:arn:aws:s3:::)?\*$/.test(resource)) return undefined;
  const [, , service, , , ...rest] = resource.split(':');
  const path = rest.join(':');
  if (service !== 's3') return lastPart(path);
  return path.includes('/') ? path.slice(path.indexOf('/') + 1) : path;
}
