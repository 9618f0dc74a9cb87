import { bucketConsoleLink, switchRoleLink } from '../../../../lib/share/console-links';
import type { Grant } from '../../../../lib/share/grant';
import type { Credential } from '../../core/identities';
import type { RequestHead } from '../../wire/http-request';
import type { Scene } from '../home/scene';
import { queryOperation } from '../own-call';
import type { BrowserSession, Identity } from './browser-session';

/** One request of a browser. */
export class Visit {
  readonly query: URLSearchParams;

  constructor(
    readonly head: RequestHead,
    /** Of a POST. */
    readonly form: URLSearchParams,
    readonly session: BrowserSession,
    private readonly sandbox: Omit<Scene, 'grant'>,
  ) {
    this.query = new URLSearchParams(head.query.map(([name, value]): [string, string] => [name, value]));
  }

  /** Of the vendor whose somebody one is. */
  get scene(): Scene {
    return { ...this.sandbox, grant: this.session.someone?.grant ?? this.sandbox.grants[0] };
  }

  /** Whose role is borrowed at the moment; undefined as long as none is, or none of this share. */
  get promised(): Grant | undefined {
    return this.sandbox.grants.find(({ roleArn }) => roleArn === this.session.role?.roleArn);
  }

  /** The credentials in use: one's own rest while a role is borrowed. */
  get inUse(): Identity | undefined {
    return this.session.role ?? this.session.own;
  }

  /** As whom AWS knows these credentials. */
  async identityOf(credential: Credential, name: string, detail?: string): Promise<Identity> {
    const { call, grant } = this.scene;
    const { entry } = await call(credential, queryOperation('sts', grant.region, 'GetCallerIdentity'));
    return { name, detail, arn: 'arn' in entry.caller ? entry.caller.arn : '', credential };
  }
}

/** Whether the role is lent no more. */
export const hasEnded = ({ vendor: { until } }: Grant, { world }: Pick<Scene, 'world'>): boolean =>
  until !== undefined && world.now() >= new Date(until);

/** The handoff's own links, with the host left out: the pages have the console's paths. */
export const switchRolePath = (grant: Grant): string => pathOf(switchRoleLink(grant));
export const lentBucketPath = (grant: Grant): string =>
  bucketPath({ ...grant, prefix: grant.vendor.prefixes?.[0] ?? '' });

/** `/s3/buckets/NAME?region=…&prefix=…` */
export function bucketPath({
  bucketName,
  region,
  prefix,
}: Record<'bucketName' | 'region' | 'prefix', string>): string {
  return pathOf(
    bucketConsoleLink({ bucketName: encodeURIComponent(bucketName), region }, prefix || undefined),
  );
}

const pathOf = (link: string): string => link.slice(link.indexOf('/', 'https://'.length));

/** The user's name, as the console takes it. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const sessionName = (user: string): string =>
  user
    .replace(/[^\w+=,.@-]/g, '-')
    .slice(0, 64)
    .padEnd(2, '-');
