import { bucketConsoleLink, switchRoleLink } from '../../../../lib/share/console-links';
import type { Grant } from '../../../../lib/share/grant';
import type { Credential } from '../../core/identities';
import type { IdentityCenterInstance, Principal } from '../../core/identity-center';
import type { SeededBorrower } from '../../seed/borrowers';
import type { PortalUser } from '../../seed/people';
import type { RequestHead } from '../../wire/http-request';
import type { Scene } from '../home/scene';
import { queryOperation } from '../own-call';

/** Somebody of a vendor's who one can be. */
export interface Someone {
  /** In a form: the vendor's place in the share, and who. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'user' | 'not-assigned' | 'iam-user' | 'iam-role';
  readonly grant: Grant;
  /** Signs in to Identity Center, and then chooses a permission set. */
  readonly person?: { readonly user: Principal; readonly instance: IdentityCenterInstance } | undefined;
  /** Signs in nowhere. */
  readonly borrower?: SeededBorrower;
}

/** Somebody with credentials: oneself, or the borrowed role. The credentials never leave the server. */
export interface Identity {
  /** What a person calls it: a user name, a display name. */
  readonly name: string;
  /** The permission set, or the role. @default - who that is */
  readonly detail: string | undefined;
  /** What `sts:GetCallerIdentity` answered. */
  readonly arn: string;
  readonly credential: Credential;
}

/** One browser: who it is, and as whom it acts at the moment. */
export interface BrowserSession {
  someone?: Someone;
  /** Of a person in Identity Center. */
  portal?: PortalUser;
  own?: Identity;
  /** Rests the own permissions as long as it is there. What it may do was promised if it is a role of this share. */
  role?: Identity & { readonly promised: Grant | undefined };
}

/** A bucket and what of it is meant, in the console's own path and parameters. */
export interface Place {
  readonly bucketName: string;
  readonly region: string;
  /** Of a list; or the whole key of an object. */
  readonly prefix: string;
}

/** One request of a browser. */
export class Visit {
  readonly query: URLSearchParams;

  constructor(
    readonly head: RequestHead,
    /** Of a POST. */
    readonly form: URLSearchParams,
    readonly session: BrowserSession,
    private readonly bucketName: string,
    private readonly sandbox: Omit<Scene, 'grant'>,
  ) {
    this.query = new URLSearchParams(head.query.map(([name, value]): [string, string] => [name, value]));
  }

  /** Of the vendor whose somebody one is. */
  get scene(): Scene {
    return { ...this.sandbox, grant: this.session.someone?.grant ?? this.sandbox.grants[0] };
  }

  get place(): Place {
    const { region } = this.scene.grant;
    return { bucketName: this.bucketName, region, prefix: this.query.get('prefix') ?? '' };
  }

  get own(): Identity {
    const { own } = this.session;
    if (own === undefined) throw new Error('without credentials there is only the first page');
    return own;
  }

  /** The credentials in use: one's own rest while a role is borrowed. */
  get inUse(): Credential {
    return (this.session.role ?? this.own).credential;
  }

  /** As whom AWS knows these credentials. */
  async identityOf(credential: Credential, name: string, detail?: string): Promise<Identity> {
    const { call, grant } = this.scene;
    const { entry } = await call(credential, queryOperation('sts', grant.region, 'GetCallerIdentity'));
    return { name, detail, arn: 'arn' in entry.caller ? entry.caller.arn : '', credential };
  }
}

/** Whether the role is lent no more. */
export const hasEnded = ({ vendor: { until } }: Grant, { world }: Scene): boolean =>
  until !== undefined && world.now() >= new Date(until);

/** The handoff's own links, with the host left out: the pages have the console's paths. */
export const switchRolePath = (grant: Grant): string => pathOf(switchRoleLink(grant));

/** `/s3/buckets/NAME?region=…&prefix=…` */
export const bucketPath = ({ bucketName, region, prefix }: Place): string =>
  pathOf(bucketConsoleLink({ bucketName: encodeURIComponent(bucketName), region }, prefix || undefined));

export const lentBucketPath = (grant: Grant): string =>
  bucketPath({ ...grant, prefix: grant.vendor.prefixes?.[0] ?? '' });

/** What of the bucket is lent: the whole, or each of the prefixes. */
export const lentPlaces = (grant: Grant): Place[] =>
  (grant.vendor.prefixes ?? ['']).map((prefix) => ({ ...grant, prefix }));

const pathOf = (link: string): string => link.slice(link.indexOf('/', 'https://'.length));

/** The user's name, as the console takes it. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const sessionName = (user: string): string =>
  user
    .replace(/[^\w+=,.@-]/g, '-')
    .slice(0, 64)
    .padEnd(2, '-');
