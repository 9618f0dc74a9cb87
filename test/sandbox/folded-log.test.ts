import { FoldedLog } from '../../tools/sandbox/folded-log';
import { inLanguage } from '../../words/speech';
import type { RequestEntry } from '../../tools/sandbox/request-entry';

const entry = (more: Partial<RequestEntry> = {}): RequestEntry => ({
  time: new Date('2026-11-23T21:40:03Z'),
  requestId: 'r',
  service: 's3',
  operation: 'GetObject',
  caller: { kind: 'user', account: '111111111111', arn: 'arn:aws:iam::111111111111:user/Administrator' },
  authorizations: [],
  status: 200,
  ...more,
});
const deployRole =
  'arn:aws:sts::111111111111:assumed-role/cdk-hnb659fds-deploy-role-111111111111-ap-northeast-1/aws-cdk';
const ofToolkit = (more: Partial<RequestEntry> = {}): RequestEntry =>
  entry({
    service: 'cloudformation',
    operation: 'DescribeStacks',
    caller: { kind: 'role-session', account: '111111111111', arn: deployRole, roleArn: '' },
    ...more,
  });

function logged(...entries: RequestEntry[]): string[] {
  const lines: string[] = [];
  const log = new FoldedLog(
    (line) => lines.push(line),
    ({ operation, error }) => `${operation} ${error?.code ?? 'allowed'}`,
  );
  for (const one of entries) log.add(one);
  log.flush();
  return lines;
}

const FOLDED = '21:40:03 allowed  111111111111 deployment: 3 requests of the CDK CLI and CloudFormation';

test('a deployment is one line, and what comes after it has its own', () => {
  const published = ofToolkit({ service: 's3', operation: 'PutObject' });
  expect(logged(ofToolkit(), published, ofToolkit(), entry())).toEqual([FOLDED, 'GetObject allowed']);
});

test('it is told in Japanese', () => {
  expect(inLanguage('ja', () => logged(ofToolkit(), entry()))[0]).toBe(
    '21:40:03 許可  111111111111 のデプロイ: CDK CLI と CloudFormation のリクエスト 1 件',
  );
});

test('deployments into two accounts are two lines', () => {
  const arn = deployRole.replaceAll('111111111111', '222222222222');
  const other = ofToolkit({ caller: { kind: 'role-session', account: '222222222222', arn, roleArn: '' } });
  expect(logged(ofToolkit(), ofToolkit(), ofToolkit(), other)).toEqual([
    FOLDED,
    '21:40:03 allowed  222222222222 deployment: 1 request of the CDK CLI and CloudFormation',
  ]);
});

test('a look at a stack that is not there belongs to it; what fails has its own line', () => {
  const notThere = ofToolkit({ status: 400, error: { code: 'ValidationError', message: 'does not exist' } });
  const failed = ofToolkit({
    operation: 'CreateChangeSet',
    status: 400,
    error: { code: 'ValidationError', message: 'wrong' },
  });
  expect(logged(ofToolkit(), notThere, ofToolkit(), failed)).toEqual([
    FOLDED,
    'CreateChangeSet ValidationError',
  ]);
});

test('what is denied has its own line', () => {
  const request = {
    caller: entry().caller,
    action: 'cloudformation:DescribeStacks',
    resource: '*',
    resourceAccount: '111111111111',
    context: {},
  };
  const denied = ofToolkit({
    status: 403,
    error: { code: 'AccessDenied', message: 'no' },
    authorizations: [
      {
        request,
        decision: { allowed: false, denial: { kind: 'implicit', missing: 'identity', nearMisses: [] } },
        sides: { caller: 'company', owner: 'company' },
      },
    ],
  });
  expect(logged(denied)).toEqual(['DescribeStacks AccessDenied']);
});
