/** Which of the sampled requests AWS could ever see: the others decide nothing, whatever a policy says about them. */

export interface Request {
  readonly callerArn: string | undefined;
  readonly callerKind: string;
  readonly action: string;
  readonly resource: string;
  /** Keys in lower case. */
  readonly context: Readonly<Record<string, string | undefined>>;
}

/** An action's kind decides which resources it can be about, and which keys go with it. */
export function kindOfAction(action: string): string {
  const [service = '', name = ''] = action.toLowerCase().split(':');
  if (service === 'sts') return name === 'assumerole' ? 'sts:assumerole' : 'sts';
  if (service !== 's3') return 'other';
  if (['listbucket', 'listbucketversions', 'listbucketmultipartuploads'].includes(name)) return 's3-list';
  if (name === 'listallmybuckets') return 's3-account';
  if (/bucket/.test(name)) return 's3-bucket';
  if (/^(get|put|delete|restore)object|^listmultipartuploadparts$/.test(name)) return 's3-object';
  return 's3-unknown';
}

export function kindOfResource(resource: string): string {
  if (resource === '*') return '*';
  if (/^arn:aws:s3:::[^/]+$/.test(resource)) return 'bucket';
  if (/^arn:aws:s3:::[^/]+\/./u.test(resource)) return 'object';
  if (/^arn:aws:iam::\d{12}:role\/./.test(resource)) return 'role';
  // Everything else that S3 has is beyond these samples; no other service's action is about it.
  if (resource.startsWith('arn:aws:s3:::')) return 'none';
  if (/^arn:aws:[a-z0-9-]+:[a-z0-9-]*:(\d{12})?:./.test(resource)) return 'other';
  return 'none';
}

const RESOURCES_OF: Record<string, readonly string[]> = {
  'sts:assumerole': ['role'],
  sts: ['role'],
  's3-list': ['bucket'],
  's3-bucket': ['bucket'],
  's3-object': ['object'],
  's3-account': ['*'],
  // A read that AWS invents tomorrow may be about either.
  's3-unknown': ['bucket', 'object'],
  other: ['*', 'other'],
};

/** Whether a key can be there (with that value) or absent. `undefined` is absent. */
export function kindOfValue(key: string, value: string | undefined): string {
  if (value === undefined) return ALWAYS_SENT.includes(key) ? 'never' : 'absent';
  switch (key) {
    case 'aws:securetransport':
      return /^(true|false)$/.test(value) ? value : 'never';
    case 'aws:multifactorauthpresent':
      return /^(true|false)$/.test(value) ? 'sent' : 'never';
    case 'aws:currenttime':
      return Number.isNaN(Date.parse(value)) ? 'never' : 'sent';
    case 's3:tlsversion':
      return /^1\.[0-3]$/.test(value) ? 'sent' : 'never';
    case 'sts:externalid':
      return /^[\w+=,.@:/-]{2,1224}$/.test(value) ? 'sent' : 'never';
    case 's3:prefix':
    case 'aws:sourceip':
    case 'aws:principalorgid':
    case 'sts:rolesessionname':
    case 'aws:useragent':
    case 'aws:referer':
    case 'aws:sourcevpce':
    case 'aws:calledvia':
    case 'aws:principaltag/team':
    case 'aws:resourceaccount':
    case 's3:resourceaccount':
      return 'sent';
    case 'aws:sourcearn':
      return /^arn:aws:[a-z0-9-]+:[a-z0-9-]*:(\d{12})?:./.test(value) ? `of ${value.split(':')[4]}` : 'never';
    case 'aws:sourceaccount':
      return /^\d{12}$/.test(value) ? value : 'never';
    case 'token.actions.githubusercontent.com:sub':
      return 'sent';
    default:
      // A key that AWS does not have, a misspelt one for instance, is in no request.
      return 'never';
  }
}

const ALWAYS_SENT = ['aws:securetransport', 'aws:currenttime', 'aws:resourceaccount'];

export function canHappen({ callerArn, callerKind, action, resource, context }: Request): boolean {
  const kind = kindOfAction(action);
  if (!RESOURCES_OF[kind]?.includes(kindOfResource(resource))) return false;
  // Machines and networks have ARNs of their own.
  if (/^ec2:/i.test(action) && !/^(\*$|arn:aws:ec2:)/.test(resource)) return false;
  if (callerArn !== undefined && !isARealCaller(callerArn)) return false;
  for (const [key, value] of Object.entries(context)) {
    if (kindOfValue(key, value) === 'never') return false;
    if (key === 's3:resourceaccount' && value === undefined && kind.startsWith('s3')) return false;
    if (value === undefined) continue;
    if (key.startsWith('aws:source') && /account|arn/.test(key) && callerKind !== 'service') return false;
    if (key === 's3:prefix' && kind !== 's3-list') return false;
    if (key.startsWith('sts:') && kind !== 'sts:assumerole') return false;
    if (key.startsWith('s3:') && !kind.startsWith('s3')) return false;
  }
  // STS takes no request without TLS: https://docs.aws.amazon.com/general/latest/gr/sts.html
  if (kind.startsWith('sts') && callerKind !== 'service' && context['aws:securetransport'] === 'false')
    return false;
  const [account, owner] = [context['aws:sourceaccount'], context['aws:sourcearn']?.split(':')[4]];
  if (account !== undefined && owner !== undefined && owner !== '' && account !== owner) return false;
  // The TLS version goes with TLS.
  if (!('s3:tlsversion' in context && 'aws:securetransport' in context) || !kind.startsWith('s3'))
    return true;
  return (context['aws:securetransport'] === 'true') === (context['s3:tlsversion'] !== undefined);
}

/** Nobody but Identity Center makes roles under aws-reserved, and it makes them in this form. */
export function isARealCaller(arn: string): boolean {
  if (!/^arn:aws:iam::\d{12}:(user|role)\/([\x21-\x7e]+\/)?[\w+=,.@-]{1,64}$/.test(arn)) return false;
  if (!arn.includes(':role/aws-reserved/')) return true;
  return /:role\/aws-reserved\/sso\.amazonaws\.com\/([a-z]{2}-[a-z]+-\d\/)?AWSReservedSSO_[\w+=,.@-]{1,32}_[0-9a-f]{16}$/.test(
    arn,
  );
}
