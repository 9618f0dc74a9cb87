import { lowerAscii, matchesGlob } from '../../iam/glob';

/** What it means when a policy of the company's lets an AWS service do something. */
export type ServiceUse =
  /** It calls for the account that the policy is of, whoever may set that up there. */
  | { readonly actsFor: 'its own account' }
  /** It calls for whoever asks it to, and says for which account: a condition has to pin that. */
  | { readonly actsFor: 'the account that it names' }
  | { readonly actsFor: 'strangers' }
  /** It is not on the list. */
  | { readonly actsFor: 'nobody knows' };

/** @param service `events.amazonaws.com`, also with a region in it */
export function serviceUse(service: string, action: string): ServiceUse {
  const name = nameOf(service);
  if (RELAYS.has(name)) return { actsFor: 'strangers' };
  if (lowerAscii(action) === 'sts:assumerole') {
    return { actsFor: ENTERS_ROLES.has(name) ? 'its own account' : 'nobody knows' };
  }
  const rule = USES.find(
    ({ services, actions }) => services.has(name) && actions.some((one) => matches(one, action)),
  );
  return { actsFor: rule?.actsFor ?? 'nobody knows' };
}

/**
 * They carry requests of people whom the company does not know into the account, or run on machines that are not
 * AWS's: what they may do, strangers may do, whatever a condition says about the source. docs/proof.md says of each why.
 */
const RELAYS = namesOf(
  'apigateway appsync cloudfront cognito-identity cognito-idp edgelambda elasticloadbalancing iot lex rolesanywhere ' +
    'ses ssm transfer vpc-lattice ecs',
);

/**
 * They assume a role only for something in the role's own account, which somebody there was allowed to give the role
 * (`iam:PassRole`).
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
const ENTERS_ROLES = namesOf(
  'application-autoscaling autoscaling backup batch batchoperations.s3 budgets cloudformation cloudtrail codebuild ' +
    'codedeploy codepipeline config datapipeline dms ec2 ecs-tasks elasticmapreduce events export.rds firehose glue ' +
    'imagebuilder kinesisanalytics lambda logs monitoring.rds pipes rds redshift s3 sagemaker scheduler sns states ' +
    'vpc-flow-logs',
);

interface Use {
  readonly services: ReadonlySet<string>;
  /** Patterns as in an Action element, in lower case. */
  readonly actions: readonly string[];
  readonly actsFor: ServiceUse['actsFor'];
}

/** What services do with resource policies; docs/proof.md says of each row why. */
const USES: readonly Use[] = [
  // Messages come in, and nobody reads anything or reaches anything by sending one.
  {
    services: namesOf(
      'backup budgets cloudformation cloudwatch codestar-notifications config events s3 scheduler sns',
    ),
    actions: ['sns:publish', 'sqs:sendmessage'],
    actsFor: 'its own account',
  },
  {
    services: namesOf('config events logs s3 secretsmanager sns'),
    actions: ['lambda:invokefunction'],
    actsFor: 'the account that it names',
  },
  // Reports and logs are put into a bucket.
  {
    services: namesOf('cloudtrail config delivery.logs logging.s3 s3'),
    actions: ['s3:putobject', 's3:getbucketacl', 's3:listbucket', 's3:getbucketlocation'],
    actsFor: 'the account that it names',
  },
  {
    services: namesOf('cloudtrail delivery.logs events logs s3 sns'),
    actions: ['kms:decrypt*', 'kms:encrypt*', 'kms:generatedatakey*', 'kms:describe*', 'kms:reencrypt*'],
    actsFor: 'the account that it names',
  },
  {
    services: namesOf('delivery.logs events'),
    actions: ['logs:createlogstream', 'logs:putlogevents'],
    actsFor: 'the account that it names',
  },
];

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
