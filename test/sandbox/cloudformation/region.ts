import { XMLParser } from 'fast-xml-parser';
import type { Access, ServiceRequest } from '../../../tools/sandbox/core/service';
import { ObjectData } from '../../../tools/sandbox/s3/object-data';
import { newBucket } from '../../../tools/sandbox/s3/whole-buckets';
import { cloudFormation } from '../../../tools/sandbox/services';
import { type Account, addAccount, emptyWorld, type World } from '../../../tools/sandbox/core/world';

export const ACCOUNT = '111111111111';
export const REGION = 'ap-northeast-1';

/** One account and region with CloudFormation in it, spoken to with forms and XML as clients do. */
export class Region {
  readonly world: World = emptyWorld(() => new Date(this.time));
  readonly account: Account = addAccount(this.world, ACCOUNT);
  readonly objects = new ObjectData(() => new Date(this.time));
  readonly service = cloudFormation(this.world, this.objects);
  /** Milliseconds since 1970: what the world's clock shows. */
  time = Date.parse('2026-11-23T12:00:00Z');

  /** A bucket that no stack has made, for templates and assets. */
  addBucket(name: string): void {
    this.world.buckets.set(name, newBucket(name, ACCOUNT, REGION, this.world.now()));
    this.objects.createBucket(name);
  }

  /** Calls one action; lists are arrays of texts or of structures. */
  async call(action: string, input: Record<string, FormValue> = {}): Promise<Result> {
    const response = await this.service.operationOf(this.request(action, input)).run(NO_QUESTIONS);
    const document: unknown = parser.parse(response.body.toString());
    return new Result(document).in(`${action}Response`).in(`${action}Result`);
  }

  request(action: string, input: Record<string, FormValue>): ServiceRequest {
    const form = new URLSearchParams({ Action: action, Version: '2010-05-15' });
    for (const [name, value] of Object.entries(input)) addTo(form, name, value);
    return {
      method: 'POST',
      path: '/',
      query: new URLSearchParams(),
      headers: {},
      body: Buffer.from(form.toString()),
      caller: { kind: 'user', account: ACCOUNT, arn: `arn:aws:iam::${ACCOUNT}:user/admin` },
      account: ACCOUNT,
      region: REGION,
      requestId: '00000000-0000-0000-0000-000000000000',
    };
  }

  /** What the CDK CLI does: change set, execute, and see how it ended. */
  async deploy(
    template: object,
    options: Record<string, FormValue> = {},
    stackName = 'Demo',
  ): Promise<Result> {
    const exists = await this.stackStatus(stackName);
    await this.call('CreateChangeSet', {
      StackName: stackName,
      ChangeSetName: 'changes',
      ChangeSetType: exists === undefined || exists === 'REVIEW_IN_PROGRESS' ? 'CREATE' : 'UPDATE',
      TemplateBody: JSON.stringify(template),
      Capabilities: ['CAPABILITY_NAMED_IAM'],
      ...options,
    });
    await this.call('ExecuteChangeSet', { StackName: stackName, ChangeSetName: 'changes' });
    await this.call('DeleteChangeSet', { StackName: stackName, ChangeSetName: 'changes' });
    return this.stack(stackName);
  }

  async stack(name = 'Demo'): Promise<Result> {
    const [stack] = (await this.call('DescribeStacks', { StackName: name })).list('Stacks');
    if (stack === undefined) throw new Error(`no stack ${name}`);
    return stack;
  }

  async stackStatus(name = 'Demo'): Promise<string | undefined> {
    const { service } = this;
    const found = await this.call('ListStacks');
    void service;
    const live = found
      .list('StackSummaries')
      .filter((stack) => stack.text('StackStatus') !== 'DELETE_COMPLETE');
    return live.find((stack) => stack.text('StackName') === name)?.text('StackStatus');
  }

  /** Oldest first: `LOGICAL_ID STATUS`, with the reason behind it where there is one. */
  async events(name = 'Demo'): Promise<string[]> {
    const events = (await this.call('DescribeStackEvents', { StackName: name }))
      .list('StackEvents')
      .reverse();
    return events.map((event) => {
      const reason = event.optionalText('ResourceStatusReason');
      const line = `${event.text('LogicalResourceId')} ${event.text('ResourceStatus')}`;
      return reason === undefined ? line : `${line}: ${reason}`;
    });
  }
}

/** Why a resource could not be created or updated. */
export async function failure(region: Region, resources: object, options = {}): Promise<string> {
  await region.deploy({ Resources: resources }, options);
  const failed = (await region.events()).findLast((event) => / (CREATE|UPDATE)_FAILED: /.test(event));
  if (failed === undefined) throw new Error('nothing failed');
  return failed;
}

export type FormValue = string | readonly (string | Readonly<Record<string, string>>)[];

/** A parsed answer; what is not there is a failed test, not `undefined`. */
export class Result {
  constructor(private readonly value: unknown) {}

  in(name: string): Result {
    return new Result(this.member(name));
  }

  text(name: string): string {
    return this.optionalText(name) ?? fail(`no ${name} in ${JSON.stringify(this.value)}`);
  }

  optionalText(name: string): string | undefined {
    const value = this.member(name);
    if (value === undefined) return undefined;
    return typeof value === 'string' ? value : fail(`${name} is not a text: ${JSON.stringify(value)}`);
  }

  list(name: string): Result[] {
    const members = new Result(this.member(name)).member('member');
    if (members === undefined) return [];
    return (Array.isArray(members) ? members : [members]).map((member: unknown) => new Result(member));
  }

  /** Of a list of texts. */
  get asText(): string {
    return typeof this.value === 'string' ? this.value : fail(`not a text: ${JSON.stringify(this.value)}`);
  }

  private member(name: string): unknown {
    const { value } = this;
    if (typeof value !== 'object' || value === null) return undefined;
    return Object.entries(value).find(([key]) => key === name)?.[1];
  }
}

const NO_QUESTIONS: Access = { denialOf: () => undefined };
const parser = new XMLParser({ ignoreAttributes: true, parseTagValue: false });

function addTo(form: URLSearchParams, name: string, value: FormValue): void {
  if (typeof value === 'string') {
    form.set(name, value);
    return;
  }
  for (const [index, item] of value.entries()) {
    const prefix = `${name}.member.${index + 1}`;
    if (typeof item === 'string') form.set(prefix, item);
    else for (const [key, member] of Object.entries(item)) form.set(`${prefix}.${key}`, member);
  }
}

function fail(message: string): never {
  throw new Error(message);
}
