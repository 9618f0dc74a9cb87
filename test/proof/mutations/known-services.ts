/**
 * What the oracle knows of AWS services, written for it alone from AWS's pages: for whom a service acts when a policy of
 * the company lets it do something.
 */
export type ActsFor =
  /** Nobody but the account that the policy is of, or (with a pin) the account that the request names. */
  | 'the company'
  /** For people whom the company does not know, or it reads what is shared. */
  | 'strangers'
  | 'nobody knows';

/** It carries what strangers ask, or is told what to do by machines that are not AWS's. */
const RELAYING =
  `apigateway appsync cloudfront cognito-identity cognito-idp edgelambda elasticloadbalancing iot rolesanywhere ssm
  transfer vpc-lattice`.split(/\s+/);

/**
 * It enters a role only for a thing in the role's account, which somebody there gave the role.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
const ENTERING =
  `backup cloudtrail codebuild codepipeline config ec2 ecs-tasks events firehose glue lambda rds s3 scheduler states
  vpc-flow-logs`.split(/\s+/);

/** It calls for whoever set it up, anywhere, and says for whom in aws:SourceAccount or aws:SourceArn. */
const SAYS_FOR_WHOM: readonly (readonly [services: string, action: RegExp])[] = [
  ['logging.s3 s3 cloudtrail config delivery.logs', /^s3:putobject$/],
  ['s3 events sns logs config', /^lambda:invokefunction$/],
  ['cloudtrail s3 sns logs', /^kms:(generatedatakey|decrypt$|describekey$)/],
];

/** Whoever sends a message, or asks whether it may deliver, tells nobody anything by it. */
const HARMLESS: typeof SAYS_FOR_WHOM = [
  ['s3 events cloudwatch sns budgets', /^(sns:publish|sqs:sendmessage)$/],
  ['cloudtrail config delivery.logs', /^s3:(getbucketacl|listbucket)$/],
];

interface ServiceRequest {
  readonly service: string;
  readonly action: string;
  /** Keys in lower case. */
  readonly context: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly company: string;
  /** On the bucket that is shared. */
  readonly onSharedBucket: boolean;
}

export function actsFor({ service, action, context, company, onSharedBucket }: ServiceRequest): ActsFor {
  const name = service.replace('.amazonaws.com', '');
  const what = action.toLowerCase();
  if (RELAYING.includes(name)) return 'strangers';
  if (onSharedBucket && /^s3:(get|list)/.test(what)) return 'strangers';
  if (what === 'sts:assumerole') return ENTERING.includes(name) ? 'the company' : 'nobody knows';
  const isIn = (table: typeof SAYS_FOR_WHOM) =>
    table.some(([names, actions]) => names.split(' ').includes(name) && actions.test(what));
  if (isIn(HARMLESS)) return 'the company';
  if (!isIn(SAYS_FOR_WHOM)) return 'nobody knows';
  const arn = context['aws:sourcearn'];
  const owner = typeof arn === 'string' ? arn.split(':')[4] : undefined;
  return context['aws:sourceaccount'] === company || owner === company ? 'the company' : 'strangers';
}
