import { lowerAscii, matchesGlob } from '../../iam/glob';
import type { AccessRequest, Context } from '../../iam/request';
import { ANY, type Language, language, literally, many } from '../classes/language';

/** For whom an AWS service makes a request. */
export type ServiceActsFor =
  | 'the company'
  /** For whoever asks it to: no condition says for which account. */
  | 'any account'
  /** For people whom no account knows, whatever a condition says. */
  | 'strangers'
  /** It is not on the list. */
  | 'nobody knows';

/**
 * Whether a service that may do something to a resource of the company does it for the company. docs/proof.md gives the
 * reason of every row.
 *
 * @param account of the company, 12 digits
 */
export function serviceActsFor(service: string, request: AccessRequest, account: string): ServiceActsFor {
  const { action } = request;
  const name = nameOf(service);
  if (relaysStrangers(service)) return 'strangers';
  if (lowerAscii(action) === 'sts:assumerole') return ENTERS_ROLES.has(name) ? 'the company' : 'nobody knows';
  const rules = USES.filter(
    ({ services, actions }) => services.has(name) && actions.some((one) => matches(one, action)),
  );
  if (rules.length === 0) return 'nobody knows';
  return rules.some((rule) => rule.isFor(account, request)) ? 'the company' : 'any account';
}

/** @param service `cloudfront.amazonaws.com` */
export function relaysStrangers(service: string): boolean {
  return RELAYS.has(nameOf(service));
}

/** They carry requests of people whom the company does not know, or run on machines that are not AWS's. */
const RELAYS = namesOf(
  'apigateway appsync cloudfront cognito-identity cognito-idp ecs elasticloadbalancing iot rolesanywhere ssm ' +
    'transfer vpc-lattice',
);

/**
 * They assume a role only for something in the role's own account, which somebody there was allowed to give the role
 * (`iam:PassRole`).
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
const ENTERS_ROLES = namesOf(
  'application-autoscaling autoscaling backup batch batchoperations.s3 bedrock budgets cloudformation cloudtrail ' +
    'codebuild codedeploy codepipeline config datapipeline datasync dlm dms ec2 ecs-tasks elasticmapreduce events ' +
    'export.rds firehose glue imagebuilder kinesisanalytics lambda logs monitoring.rds pipes rds redshift s3 ' +
    'sagemaker scheduler sns states vpc-flow-logs',
);

interface Use {
  readonly services: ReadonlySet<string>;
  /** Patterns as in an Action element, in lower case. */
  readonly actions: readonly string[];
  /** Whether it makes this request for the account. */
  isFor(account: string, request: AccessRequest): boolean;
}

const anyRequest = () => true;

const USES: readonly Use[] = [
  // Whoever sends a message reads nothing and reaches nothing.
  {
    services: namesOf(
      'backup budgets cloudformation cloudtrail cloudwatch codestar-notifications config costalerts events s3 ' +
        'scheduler sns',
    ),
    actions: ['sns:publish', 'sqs:sendmessage'],
    isFor: anyRequest,
  },
  // It asks whether it may deliver, and tells nobody the answer.
  {
    services: namesOf('cloudtrail config delivery.logs'),
    actions: ['s3:getbucketacl', 's3:listbucket', 's3:getbucketlocation'],
    isFor: anyRequest,
  },
  {
    services: namesOf('config events lambda.alarms.cloudwatch logs s3 scheduler secretsmanager sns'),
    actions: ['lambda:invokefunction'],
    isFor: namesTheAccount,
  },
  // Reports and logs are put into a bucket.
  {
    services: namesOf('cloudtrail config delivery.logs logdelivery.elasticloadbalancing logging.s3 s3'),
    actions: ['s3:putobject'],
    isFor: namesTheAccount,
  },
  {
    services: namesOf('cloudtrail config delivery.logs logdelivery.elasticloadbalancing'),
    actions: ['s3:putobject'],
    isFor: writesUnderItsAccount,
  },
  {
    services: namesOf('cloudtrail cloudwatch config delivery.logs events logging.s3 logs s3 sns'),
    actions: ['kms:decrypt*', 'kms:encrypt*', 'kms:generatedatakey*', 'kms:describe*', 'kms:reencrypt*'],
    isFor: namesTheAccount,
  },
  {
    services: namesOf('logs'),
    actions: ['kms:decrypt*', 'kms:encrypt*', 'kms:generatedatakey*', 'kms:describe*', 'kms:reencrypt*'],
    isFor: (account, { context }) => accountIn(context, 'kms:encryptioncontext:aws:logs:arn') === account,
  },
  {
    services: namesOf('delivery.logs events'),
    actions: ['logs:createlogstream', 'logs:putlogevents'],
    isFor: namesTheAccount,
  },
];

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html */
function namesTheAccount(account: string, { context }: AccessRequest): boolean {
  return context['aws:sourceaccount'] === account || accountIn(context, 'aws:sourcearn') === account;
}

/** https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html */
function writesUnderItsAccount(account: string, { resource }: AccessRequest): boolean {
  return resource.startsWith('arn:aws:s3:::') && resource.includes(`/AWSLogs/${account}/`);
}

function accountIn(context: Context, key: string): string | undefined {
  const arn = context[key];
  return typeof arn === 'string' ? arn.split(':')[4] : undefined;
}

/** Every service of the lists, with and without a region in its name. */
export function knownServices(): Language[] {
  const names = new Set([...RELAYS, ...ENTERS_ROLES, ...USES.flatMap(({ services }) => [...services])]);
  const end = literally('.amazonaws.com');
  return [...names].map((name) =>
    language(name, [...literally(name), ...end], [...literally(`${name}.`), many(ANY), ...end]),
  );
}

function matches(pattern: string, action: string): boolean {
  return matchesGlob(pattern, action, { ignoreCase: true });
}

/** `logs` for `logs.amazonaws.com` and `logs.ap-northeast-1.amazonaws.com`. */
function nameOf(service: string): string {
  return service.replace(/\.amazonaws\.com(\.cn)?$/, '').replace(/\.[a-z]{2}(-[a-z]+)+-\d$/, '');
}

function namesOf(names: string): ReadonlySet<string> {
  return new Set(names.split(' '));
}
