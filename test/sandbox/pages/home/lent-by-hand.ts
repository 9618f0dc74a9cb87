import { assumeRolePolicy, readPolicy, trustPolicy } from '../../../../lib/policy-documents';
import { type Grant, grantsOf } from '../../../../lib/share/grant';
import type { Share } from '../../../../lib/share/share';
import { FrontDoor } from '../../../../tools/sandbox/front-door';
import { Journal } from '../../../../tools/sandbox/journal';
import { type Call, make } from '../../../../tools/sandbox/pages/home/change';
import { Pages } from '../../../../tools/sandbox/pages/pages';
import { firstKey, type Scene, vendorOf } from '../../../../tools/sandbox/pages/home/scene';
import {
  type Asker,
  type OwnAnswer,
  type OwnCall,
  ownCalls,
  type OwnRequest,
  queryOperation,
} from '../../../../tools/sandbox/pages/own-call';
import type { Credential } from '../../../../tools/sandbox/core/identities';
import type { RequestEntry } from '../../../../tools/sandbox/request-entry';
import { ObjectData } from '../../../../tools/sandbox/s3/object-data';
import { seedWorld } from '../../../../tools/sandbox/seed/seed-world';
import { identityCenterOf } from '../../../../tools/sandbox/seed/made-up-identity-center';
import { servicesOf } from '../../../../tools/sandbox/services';
import { walkthroughVendor } from '../../../lib/walkthrough-share';

/** Two vendors with prefixes, one with an ExternalId, the other with a role that borrows. */
export const TWO: Share = {
  company: {
    name: 'acme',
    account: '111111111111',
    region: 'us-west-2',
    bucketName: 'acme-shared',
    seedObjects: [
      { key: 'in/a.csv', content: 'a,b\n' },
      { key: 'out/b.csv', content: 'c,d\n' },
    ],
  },
  vendors: [
    {
      ...walkthroughVendor,
      prefixes: ['in/'],
      externalId: 'share-7f3a',
    },
    {
      name: 'DataLabs',
      account: '333333333333',
      prefixes: ['out/'],
      borrowers: ['arn:aws:iam::333333333333:role/etl'],
    },
  ],
};

/** A world with a front page, and no HTTP around it. */
export interface Stage {
  readonly pages: Pages;
  readonly call: OwnCall;
  /** Of the first vendor, unless another is named. */
  readonly scene: (vendor?: string) => Scene;
  /** Sends a request and says what became of it. */
  readonly ask: (asker: Asker, request: OwnRequest) => Promise<RequestEntry>;
  /** What `GET /` shows. */
  readonly page: (query?: Readonly<Record<string, string>>) => Promise<string>;
  /** Sends a form of the page, with its token. @returns the address that it leads to */
  readonly post: (path: string, fields: Readonly<Record<string, string>>) => Promise<string>;
}

export async function stage(share: Share): Promise<Stage> {
  const now = (): Date => new Date('2026-11-26T10:00:00Z');
  const objects = new ObjectData(now);
  const seeded = await seedWorld(share, now, objects);
  const journal = new Journal();
  const { world } = seeded;
  const frontDoor = new FrontDoor(
    world,
    servicesOf(world, objects),
    (entry) => journal.add(entry),
    (error) => {
      throw error;
    },
  );
  const call = ownCalls({ frontDoor, journal, world });
  const surroundings = { ...seeded, share, objects, journal, frontDoor };
  const pages = new Pages(surroundings);
  const scene = (vendor?: string): Scene => {
    const grants = grantsOf(share) as [Grant, ...Grant[]];
    const grant = grants.find((one) => vendorOf(one) === vendor) ?? grants[0];
    return { ...surroundings, call, grants, grant };
  };
  const head = (method: string, rawPath: string, query: Readonly<Record<string, string>> = {}) => ({
    method,
    rawPath,
    query: Object.entries(query),
    headers: { host: '127.0.0.1:4566', accept: 'text/html' },
    sourceIp: '127.0.0.1',
  });
  const page: Stage['page'] = async (query) =>
    String((await pages.answer(head('GET', '/', query), () => Promise.resolve(Buffer.alloc(0)))).body);
  return {
    pages,
    call,
    scene,
    page,
    ask: async (asker, request) => (await call(asker, request)).entry,
    post: async (path, fields) => {
      const [, token = ''] = /name="token" value="([\w-]+)"/.exec(await page()) ?? [];
      const body = Buffer.from(new URLSearchParams({ token, ...fields }).toString());
      const answer = await pages.answer(head('POST', path), () => Promise.resolve(body));
      return answer.headers?.['location'] ?? `${answer.status} ${String(answer.body)}`;
    },
  };
}

/** The same, after both sides have typed their commands. */
export async function lentByHand(share: Share): Promise<Stage> {
  const made = await stage(share);
  const { region, account, bucketName } = share.company;
  const s3 = (path: string, body = ''): Call => ({
    account,
    service: 's3',
    region,
    method: 'PUT',
    path,
    body,
  });
  const done = async (calls: readonly Call[]): Promise<void> => {
    const failed = await make(calls, made.scene());
    if (failed !== undefined) throw new Error(failed);
  };
  const location = `<CreateBucketConfiguration><LocationConstraint>${region}</LocationConstraint></CreateBucketConfiguration>`;
  await done([s3(`/${bucketName}`, location)]);
  for (const grant of grantsOf(share)) {
    const scene = made.scene(vendorOf(grant));
    const { roleName: RoleName, policyName: PolicyName } = grant;
    const iam = (by: string, operation: string, input: Record<string, string>): Call => ({
      account: by,
      ...queryOperation('iam', 'us-east-1', operation, input),
    });
    await done([
      s3(`/${bucketName}/${firstKey(scene)}`, 'confidential data\n'),
      iam(account, 'CreateRole', { RoleName, AssumeRolePolicyDocument: JSON.stringify(trustPolicy(grant)) }),
      iam(account, 'CreatePolicy', { PolicyName, PolicyDocument: JSON.stringify(readPolicy(grant)) }),
      iam(account, 'AttachRolePolicy', {
        RoleName,
        PolicyArn: `arn:aws:iam::${account}:policy/${PolicyName}`,
      }),
    ]);
    const center = identityCenterOf(grant);
    const policy = JSON.stringify(assumeRolePolicy(grant));
    if (center === undefined) {
      const input = { RoleName: 'etl', PolicyName: 'AllowAssumeCompanyRole', PolicyDocument: policy };
      await done([iam('333333333333', 'PutRolePolicy', input)]);
      continue;
    }
    const sso = async (operation: string, input: object): Promise<OwnAnswer> => {
      const administrator = scene.administrators.get('vendor')!;
      const headers = {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `SWBExternalService.${operation}`,
      };
      const body = JSON.stringify({ InstanceArn: center.instanceArn, ...input });
      const answer = await made.call(administrator.credential, {
        service: 'sso',
        region: center.region,
        method: 'POST',
        headers,
        body,
      });
      if (answer.entry.status !== 200) throw new Error(String(answer.body));
      return answer;
    };
    const set = await sso('CreatePermissionSet', { Name: grant.permissionSetName, SessionDuration: 'PT1H' });
    const { PermissionSet } = JSON.parse(String(set.body)) as { PermissionSet: { PermissionSetArn: string } };
    const PermissionSetArn = PermissionSet.PermissionSetArn;
    await sso('PutInlinePolicyToPermissionSet', { PermissionSetArn, InlinePolicy: policy });
    const [analysts] = walkthroughVendor.assignees;
    const who = { PrincipalType: analysts!.type, PrincipalId: analysts!.id };
    await sso('CreateAccountAssignment', {
      PermissionSetArn,
      ...who,
      TargetType: 'AWS_ACCOUNT',
      TargetId: grant.accounts[0],
    });
  }
  return made;
}

/** Statements that are lit on a page, with what they say: `trust-1 no`. */
export function litOn(page: string): string[] {
  return [...page.matchAll(/<div class="stmt (yes|no)" id="([^"]+)"/g)].map(
    ([, state, id]) => `${id} ${state}`,
  );
}

/** What people read in one language, without its markup. */
export function readIn(language: 'en' | 'ja', markup: string): string {
  const other = language === 'en' ? 'ja' : 'en';
  let text = markup.replaceAll(/<(script|style)\b.*?<\/\1>/gs, '');
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replaceAll(
      new RegExp(`<span lang="${other}">((?!<span lang).)*?</span>(?=\\s*<|\\s*$|[^<]*<)`, 'gs'),
      '',
    );
  }
  return text
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&#(\d+);/g, (_all, code) => String.fromCharCode(Number(code)));
}

/** The vendor's user, and the same having borrowed the role: there are these two once somebody has read. */
export function sessionsOf(lent: Stage): { readonly user: Credential; readonly borrower: Credential } {
  const sessions = [...lent.scene().world.credentials.values()].filter(({ kind }) => kind === 'session');
  return {
    user: sessions.find(({ account }) => account === '222222222222')!,
    borrower: sessions.find(({ account }) => account === '111111111111')!,
  };
}
