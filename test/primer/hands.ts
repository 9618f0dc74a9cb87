import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { IAMClient } from '@aws-sdk/client-iam';
import { ListBucketsCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { AssumeRoleCommand, STSClient, type Credentials } from '@aws-sdk/client-sts';
import { fromIni } from '@aws-sdk/credential-providers';
import { AWS_REGION } from './names';

/** A profile of the sandbox's home, or the keys in the shell's environment. */
export type Who = 'vendor-user' | 'company-data' | 'company' | 'vendor' | 'shell';

/** What AWS answers instead, as the AWS CLI prints it. */
export class Denied extends Error {
  /** @param remark what the sandbox says about it */
  constructor(
    message: string,
    readonly remark: string | undefined,
  ) {
    super(message);
  }
}

/** Does by SDK what a reader of the primer types. Its answers read as those of the AWS CLI. */
export class Hands {
  /** AWS_ACCESS_KEY_ID and its fellows. */
  shell: { accessKeyId: string; secretAccessKey: string; sessionToken?: string } | undefined;
  /** The shell's variable TOKEN. */
  withheldToken: string | undefined;
  /** The shell's variable T. */
  trustPolicy = '';

  private settings(who: Who): {
    region: string;
    maxAttempts: number;
    credentials: ReturnType<typeof fromIni> | NonNullable<Hands['shell']>;
  } {
    const credentials = who === 'shell' ? this.shell : fromIni({ profile: who, ignoreCache: true });
    if (credentials === undefined) throw new Error('nothing is exported');
    return { region: AWS_REGION, maxAttempts: 1, credentials };
  }

  sts = (who: Who): STSClient => new STSClient(this.settings(who));
  iam = (who: Who): IAMClient => new IAMClient(this.settings(who));
  s3 = (who: Who): S3Client => new S3Client(this.settings(who));

  /** `aws sts assume-role`, as far as its answer is no secret. */
  async assume(
    who: Who,
    roleArn: string,
    name: string,
    more: { DurationSeconds?: number; ExternalId?: string } = {},
  ): Promise<string> {
    return json(await this.session(who, roleArn, name, more));
  }

  /** `export $(printf … $(aws sts assume-role …))` */
  async export(who: Who, roleArn: string, name: string): Promise<string> {
    const { Credentials: keys } = await this.session(who, roleArn, name);
    this.shell = {
      accessKeyId: keys?.AccessKeyId ?? '',
      secretAccessKey: keys?.SecretAccessKey ?? '',
      sessionToken: keys?.SessionToken ?? '',
    };
    return '';
  }

  private async session(
    who: Who,
    RoleArn: string,
    RoleSessionName: string,
    more: { DurationSeconds?: number; ExternalId?: string } = {},
  ): Promise<{ Credentials?: Credentials | undefined }> {
    const command = new AssumeRoleCommand({ RoleArn, RoleSessionName, ...more });
    return ask('AssumeRole', () => this.sts(who).send(command));
  }

  unset(): string {
    this.shell = undefined;
    return '';
  }

  /** `aws s3 ls s3://BUCKET/` */
  async list(who: Who, Bucket: string): Promise<string> {
    const { Contents = [] } = await ask('ListObjectsV2', () =>
      this.s3(who).send(new ListObjectsV2Command({ Bucket })),
    );
    return Contents.map(({ Key, Size }) => `2026-01-01 00:00:00 ${String(Size).padStart(10)} ${Key}`).join(
      '\n',
    );
  }

  /** `aws s3 ls` */
  async listBuckets(who: Who): Promise<string> {
    return json(await ask('ListBuckets', () => this.s3(who).send(new ListBucketsCommand({}))));
  }

  /** `npm run verify`, which is a program of its own, in both languages. */
  async verify(profile: string): Promise<string> {
    const entry = join(__dirname, '..', '..', 'bin', 'vendor-share.ts');
    const run = async (language: string): Promise<{ failed: boolean; printed: string }> => {
      const args = ['--require', 'tsx/cjs', entry, 'verify', '--lang', language, '--profile', profile];
      try {
        const { stdout } = await promisify(execFile)(process.execPath, args, { env: process.env });
        return { failed: false, printed: stdout };
      } catch (error) {
        return { failed: true, printed: (error as { stdout?: string }).stdout ?? String(error) };
      }
    };
    const both = await Promise.all(['en', 'ja'].map(run));
    const printed = both.map((one) => one.printed).join('\n');
    if (both.every(({ failed }) => failed)) throw new Denied(printed, undefined);
    return printed;
  }
}

/** @throws Denied */
export async function ask<Answer>(operation: string, call: () => Promise<Answer>): Promise<Answer> {
  try {
    return await call();
  } catch (error) {
    const { name, message, $response } = error as Error & {
      $response?: { headers?: Record<string, string> };
    };
    const remark = $response?.headers?.['x-sandbox-remark'];
    throw new Denied(
      `An error occurred (${name}) when calling the ${operation} operation: ${message}`,
      remark,
    );
  }
}

/** As the AWS CLI prints an answer. */
export function json(answer: object | string | undefined): string {
  return JSON.stringify(answer, null, 4) ?? '';
}

/** IAM sends policies as RFC 3986 has it. */
export function document(encoded: string | undefined): string {
  return json(JSON.parse(decodeURIComponent(encoded ?? '')) as object);
}
