import { lowerAscii } from '../../iam/glob';
import {
  ANY,
  BUCKET_CHARACTER,
  DIGIT,
  exactly,
  type Language,
  language,
  literally,
  many,
  NO_COLON,
  one,
} from './language';
import { isRealAction, s3KindOf } from './real-actions';

const BUCKET = [...literally('arn:aws:s3:::'), one(BUCKET_CHARACTER), many(BUCKET_CHARACTER)];

/** The kinds of resources that {@link canExist} tells apart, so that every class of resources is of one kind. */
export const RESOURCE_KINDS: readonly Language[] = [
  language('*', literally('*')),
  language('arn:aws:s3:*', [...literally('arn:aws:s3:'), many(ANY)]),
  language('arn:aws:iam:*', [...literally('arn:aws:iam:'), many(ANY)]),
  language('arn:aws:s3:::BUCKET', BUCKET),
  language('arn:aws:s3:::BUCKET/KEY', [...BUCKET, ...literally('/'), one(ANY), many(ANY)]),
  language('arn:aws:s3:REGION:ACCOUNT:accesspoint/…', [
    ...literally('arn:aws:s3:'),
    many(NO_COLON), // none for a point of several regions
    ...literally(':'),
    ...exactly(12, DIGIT),
    ...literally(':accesspoint/'),
    one(ANY),
    many(ANY),
  ]),
  language('arn:aws:iam::ACCOUNT:role/…', [
    ...literally('arn:aws:iam::'),
    ...exactly(12, DIGIT),
    ...literally(':role/'),
    one(ANY),
    many(ANY),
  ]),
];

/** False for what nobody can send: `s3:ListBucket` is about a bucket, never about an object. */
export function canExist(action: string, resource: string): boolean {
  const isRole = /^arn:aws:iam::\d{12}:role\/./s.test(resource);
  if (ABOUT_A_ROLE.has(lowerAscii(action))) return isRole;
  const isPoint = /^arn:aws:s3:[^:]*:\d{12}:accesspoint\/./s.test(resource);
  const [service = ''] = lowerAscii(action).split(':');
  if (WITH_OWN_RESOURCES.has(service))
    return !resource.startsWith('arn:aws:s3:') && (service === 'iam' || !resource.startsWith('arn:aws:iam:'));
  switch (s3KindOf(action)) {
    case 'object':
      return isPoint || /^arn:aws:s3:::[\w.-]+\/./s.test(resource);
    case 'bucket':
      return isPoint || /^arn:aws:s3:::[\w.-]+$/.test(resource);
    case 'none':
      return resource === '*';
    case undefined:
      return true;
  }
}

/** Services whose actions are about resources of their own, or about none. */
const WITH_OWN_RESOURCES = new Set([
  'cloudwatch',
  'dynamodb',
  'ec2',
  'ecr',
  'ecs',
  'events',
  'iam',
  'kms',
  'lambda',
  'logs',
  'rds',
  'secretsmanager',
  'sns',
  'sqs',
  'states',
]);

const ABOUT_A_ROLE = new Set([
  'sts:assumerole',
  'sts:assumerolewithsaml',
  'sts:assumerolewithwebidentity',
  'sts:setsourceidentity',
  'sts:tagsession',
]);

/** `s3:GetObject` on an S3 resource, `sts:AssumeRole` on a role; for services that are not known here, also on `*`. */
export function fitsService(action: string, resource: string): boolean {
  const [service = ''] = lowerAscii(action).split(':');
  if (resource === '*') return service !== 's3' && service !== 'sts';
  return resource.startsWith(service === 'sts' ? 'arn:aws:iam:' : `arn:aws:${service}:`);
}

/** Of actions and resources that are all answered alike, a pair that a person recognizes; undefined if none can exist. */
export function plainestPair(
  actions: readonly string[],
  resources: readonly string[],
): { readonly action: string; readonly resource: string } | undefined {
  let best: { action: string; resource: string; merit: number } | undefined;
  for (const resource of resources) {
    for (const action of actions) {
      if (!canExist(action, resource)) continue;
      const fit = fitsService(action, resource) ? (resource === '*' ? 4 : 5) : 0;
      const merit = (isRealAction(action) ? 2 : 0) + fit;
      if (best === undefined || merit > best.merit) best = { action, resource, merit };
      if (merit === 7) return best;
    }
  }
  return best;
}

/** Of the actions of a class, one for each service and each kind of resource: enough to find the plainest pair. */
export function representatives(actions: readonly string[]): string[] {
  const found = new Map<string, string>();
  for (const action of actions) {
    const service = lowerAscii(action.slice(0, action.indexOf(':')));
    const kind = ABOUT_A_ROLE.has(lowerAscii(action)) ? 'role' : (s3KindOf(action) ?? '');
    const key = `${service} ${kind} ${isRealAction(action)}`;
    if (!found.has(key)) found.set(key, action);
  }
  return [...found.values()];
}
