import { type IncomingMessage, request } from 'node:http';
import { startSandbox, type Sandbox } from '../../../../tools/sandbox/sandbox';
import { queryOperation } from '../../../../tools/sandbox/pages/own-call';
import { newRole } from '../../../../tools/sandbox/core/identities';
import { administratorKeys } from '../../clients';
import { startWithLentRole } from '../../lent-role';
import { sendRaw } from '../../raw-request';
import { walkthroughShare } from '../../../lib/walkthrough-share';
import { lentByHand, readIn, stage, TWO } from './lent-by-hand';

let sandbox: Sandbox;
beforeAll(async () => {
  ({ sandbox } = await startWithLentRole());
});
afterAll(() => sandbox.stop());

const browser = { accept: 'text/html,application/xhtml+xml' };
const get = (path: string, headers: Record<string, string> = browser) =>
  sendRaw(sandbox, { path, unsigned: headers });

describe('GET /', () => {
  test('is a page for a browser, which may only be this server’s', async () => {
    const { status, headers, text } = await get('/');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; .*connect-src 'self'.*frame-ancestors 'none'$/,
    );
    expect(text).toContain(
      '<strong><span lang="ja">この PC の中のサンドボックスです。AWS ではありません。</span>',
    );
    expect(text).not.toMatch(/ style="| on\w+="|https?:\/\/(?!127)/);
  });

  test('is a listing of buckets for everybody else', async () => {
    expect((await get('/', {})).code).toBe('AccessDenied');
    expect((await get('/', { accept: '*/*' })).code).toBe('AccessDenied');
    const keys = administratorKeys(sandbox, 'company');
    const signed = await sendRaw(sandbox, { keys, unsigned: browser });
    expect(signed.text).toContain('<ListAllMyBucketsResult');
    expect((await get('/?x-id=ListBuckets')).code).toBe('AccessDenied');
  });

  test('is in no log, and neither is the picture that browsers ask for', async () => {
    const log: string[] = [];
    const own = await startSandbox({
      share: walkthroughShare,
      onRequest: ({ operation }) => log.push(operation),
    });
    await sendRaw(own, { unsigned: browser });
    const icon = await sendRaw(own, { path: '/favicon.ico', unsigned: { accept: 'image/avif,*/*' } });
    await own.stop();
    expect(icon.status).toBe(204);
    expect(log).toEqual([]);
  });

  test('is not for a name that leads here from elsewhere', async () => {
    const { status, text } = await get('/', { ...browser, host: 'rebound.example' });
    expect(status).toBe(403);
    expect(text).toContain('The sandbox answers only to 127.0.0.1');
  });
});

describe('a form', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded', ...browser };
  const body = 'token=guessed&vendor=vendor&what=boundary&guess=nobody';

  test('without the page’s token does nothing', async () => {
    for (const sent of [body, 'vendor=vendor&what=boundary&guess=nobody', '']) {
      const { status, text } = await sendRaw(sandbox, {
        method: 'POST',
        path: '/-/break',
        body: sent,
        unsigned: form,
      });
      expect(status).toBe(403);
      expect(text).toContain('This form is from an earlier sandbox.');
    }
  });

  test('of a page elsewhere is not looked at', async () => {
    const [, token = ''] = /name="token" value="([\w-]+)"/.exec((await get('/')).text) ?? [];
    const sent = body.replace('guessed', token);
    const foreign = { ...form, origin: 'https://attacker.example' };
    const refused = await sendRaw(sandbox, {
      method: 'POST',
      path: '/-/break',
      body: sent,
      unsigned: foreign,
    });
    expect([refused.status, refused.text]).toEqual([403, 'The sandbox answers no page but its own.\n']);
    const own = { ...form, origin: `http://127.0.0.1:${sandbox.port}` };
    const taken = await sendRaw(sandbox, { method: 'POST', path: '/-/break', body: sent, unsigned: own });
    expect([taken.status, taken.headers['location']]).toEqual([303, '/?vendor=vendor#break']);
  });
});

describe('events', () => {
  const listen = (to: Sandbox): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const headers = { accept: 'text/event-stream' };
      request({ host: '127.0.0.1', port: to.port, path: '/-/events', headers, agent: false }, resolve)
        .on('error', reject)
        .end();
    });

  test('come when something has happened, and end when the sandbox stops', async () => {
    const own = await startSandbox({ share: walkthroughShare });
    const events = await listen(own);
    expect(events.headers['content-type']).toBe('text/event-stream');
    let text = '';
    const changed = new Promise<void>((resolve) => {
      events.setEncoding('utf8').on('data', (part: string) => {
        text += part;
        if (text.includes('data: changed')) resolve();
      });
    });
    const ended = new Promise<void>((resolve) => events.on('close', () => resolve()));
    for (let count = 0; count < 20; count++) await sendRaw(own, { path: '/nobody-is-called-so' });
    await changed;
    await own.stop();
    await ended;
    expect(text.match(/data: changed/g)!.length).toBeLessThan(20);
  });

  test('are forgotten when the page goes', async () => {
    const events = await listen(sandbox);
    const gone = new Promise<void>((resolve) => events.on('close', () => resolve()));
    events.destroy();
    await gone;
    expect((await get('/')).status).toBe(200);
  });
});

describe('the page', () => {
  test('shows what is missing where nothing was made', async () => {
    const page = await (await stage(walkthroughShare)).page();
    const text = readIn('en', page);
    expect(text).toContain('Deploy both sides as npm run sandbox has printed it, or follow “By hand” below.');
    expect(text).toContain('There is no role VendorAccessRole yet.');
    expect(text).toContain('There is no permission set AllowAssumeCompanyRole yet.');
    expect(text).toContain('There is no bucket company-shared-data-bucket-12345 yet.');
    expect(text).toContain('0 of 9 done');
    expect(readIn('ja', page)).toContain('ロール VendorAccessRole は、まだありません。');
  });

  test('shows each vendor’s own names, prefixes and ExternalId', async () => {
    const two = await lentByHand(TWO);
    const [first, second] = [await two.page({ vendor: 'vendor' }), await two.page({ vendor: 'data-labs' })];
    for (const name of [
      '222222222222',
      'VendorAccessRole',
      'acme-shared',
      'in/*',
      '"sts:ExternalId": "share-7f3a"',
      '--external-id share-7f3a',
      '--profile acme-data',
    ])
      expect(readIn('en', first)).toContain(name);
    for (const name of [
      '333333333333',
      'DataLabsAccessRole',
      'acme-shared',
      'out/*',
      'put-role-policy --role-name etl',
      '--profile acme-data-labs-data',
      'DataLabsS3AccessPolicy',
    ])
      expect(readIn('en', second)).toContain(name);
    const documents = readIn(
      'en',
      second.slice(second.indexOf('<div class="lands"'), second.indexOf('id="break"')),
    );
    for (const name of ['222222222222', 'in/*', 'ExternalId": "share', 'VendorS3AccessPolicy'])
      expect(documents).not.toContain(name);
    expect(second).toContain('href="/?vendor=vendor"');
    expect(readIn('en', second)).toContain('Roles and users of the vendor’s own borrow.');
  });

  test('a boundary is no policy: a role that has nothing else may do nothing, and the page says so', async () => {
    const lent = await lentByHand(walkthroughShare);
    const role = lent.scene().world.accounts.get('111111111111')!.roles.get('VendorAccessRole')!;
    const missing = 'The role has no policy: whoever borrows it may do nothing.';
    expect(readIn('en', await lent.page())).not.toContain(missing);
    role.attachedPolicies.clear();
    role.permissionsBoundary = 'arn:aws:iam::aws:policy/IAMReadOnlyAccess';
    expect(readIn('en', await lent.page())).toContain(missing);
  });

  test('takes other people’s names for text', async () => {
    const lent = await lentByHand(walkthroughShare);
    const hostile = '<img src=x onerror=alert(1)>‮';
    const account = lent.scene().world.accounts.get('111111111111')!;
    const policy = {
      Version: '2012-10-17',
      Statement: [{ Sid: hostile, Effect: 'Deny', Action: 's3:*', Resource: '*' }],
    };
    account.roles.get('VendorAccessRole')!.inlinePolicies.set(hostile, policy);
    const role = newRole(account.id, { name: hostile, path: '/', createdAt: new Date(), trustPolicy: {} });
    account.roles.set(hostile, role);
    const company = lent.scene().administrators.get('company')!.credential;
    const path = '/company-shared-data-bucket-12345/%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%E2%80%AE';
    await lent.call(company, { service: 's3', region: 'ap-northeast-1', path });
    const RoleArn = `arn:aws:iam::111111111111:role/x`;
    await lent.call(
      company,
      queryOperation('sts', 'ap-northeast-1', 'AssumeRole', { RoleArn, RoleSessionName: 'a' }),
    );
    for (const query of [{}, { vendor: hostile, request: hostile }]) {
      const page = await lent.page(query);
      expect(page).not.toContain('<img');
      expect(page).not.toContain('‮');
      expect(page).toContain('&#60;img src=x onerror=alert(1)&#62;\\u{202e}');
    }
  });

  test('a chosen request stays chosen, and the list as it was seen, whatever comes in', async () => {
    const lent = await lentByHand(walkthroughShare);
    const company = lent.scene().administrators.get('company')!.credential;
    const list = { service: 's3', region: 'ap-northeast-1', path: '/company-shared-data-bucket-12345' };
    const { requestId } = await lent.ask(company, list);
    const seen = String(lent.scene().journal.count.people);
    const before = await lent.page({ request: requestId, seen });
    for (let count = 0; count < 210; count++) await lent.call(company, list);
    const after = await lent.page({ request: requestId, seen });
    const rows = (page: string) => [...page.matchAll(/<li id="r-([\w-]+)"/g)].map(([, id]) => id);
    expect(rows(after)).toEqual(rows(before));
    expect(after).toContain(`data-request="${requestId}"`);
    expect(readIn('en', after)).toContain('210 newer');
    const all = rows(await lent.page({ request: requestId }));
    expect([all.length, all.at(-1)]).toEqual([201, requestId]);
  });
});
