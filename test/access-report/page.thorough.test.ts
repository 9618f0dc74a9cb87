import { en as claims } from '../../words/proof-claims/en';
import { en as promise } from '../../words/proof-promise/en';
import type { Messages } from '../../words/speech';
import type { Share } from '../../lib/share/share';
import { browserScript } from '../../tools/access-report/bundle';
import { reportPage } from '../../tools/access-report/page';
import { type Sealed, sealedOf } from '../../tools/access-report/judge';
import { proveDirectory } from '../../tools/proof/prove-directory';
import { shareWith, walkthroughShare, walkthroughVendor } from '../lib/walkthrough-share';
import { sealedWith, twoVendors } from './shares';

let prover: string;
let page: string;
const made = {
  fingerprint: 'ab'.repeat(32),
  commit: { id: '0123456789ab', isChanged: false },
  now: new Date('2026-11-26T12:00:00Z'),
};
const pageOf = (sealed: Sealed) => reportPage(sealed, made, prover);
beforeAll(async () => {
  prover = await browserScript();
  page = pageOf(sealedWith(walkthroughShare));
});

test('the file is smaller than 150 kB', () => {
  expect(Buffer.byteLength(page)).toBeLessThan(150_000);
  expect(Buffer.byteLength(pageOf(sealedWith(twoVendors)))).toBeLessThan(150_000);
});

test('nothing of Node is in what the browser runs, and nothing that makes code or HTML of text', () => {
  expect(prover).not.toMatch(
    /\brequire\(|node:|innerHTML|outerHTML|insertAdjacent|\beval\(|new Function|fetch\(/,
  );
});

test('the browser has every sentence that the prover can say, and none about reading templates', () => {
  const missing = (table: Messages) =>
    Object.entries(table).flatMap(([id, message]) =>
      typeof message !== 'string' || prover.includes(message.split('"')[0] ?? '') ? [] : [id],
    );
  expect(missing(claims)).toEqual([]);
  expect(missing(promise)).toEqual([]);
  expect(prover).toContain('spells out a name that CloudFormation makes up');
  expect(prover).not.toContain('is this a directory that');
});

test('the browser may run what is packed, and nothing else', () => {
  const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
  expect(policy).toMatch(
    /^default-src &#39;none&#39;; style-src &#39;sha256-[^ ]+; script-src( &#39;sha256-[^ ]+){3}; base-uri/,
  );
  expect(page).not.toMatch(/ (on\w+|style)=/);
});

test('it says all that a reviewer asks for', () => {
  const text = page.replaceAll(/<[^>]*>/g, ' ');
  for (const one of [
    'The promise holds: nothing extra, nothing missing.',
    '約束どおりです。過不足はありません。',
    'commit 0123456789ab',
    'ab'.repeat(32),
    'git checkout 0123456789ab &#38;&#38; npm ci &#38;&#38; npm run prove',
    'An edit in this page judges the documents again, and nothing else.',
    'Sign-off',
    'Changes made by hand after the deployment',
  ])
    expect(text).toContain(one);
});

test('on paper, where no cell can be pressed, it says why the vendor’s administrators decide', () => {
  const text = page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
  expect(text).toContain(
    'anyone else at the vendor · assume the role: the vendor’s administrators decide The company’s side allows it: AllowVendorAccountAssumeRole of trust policy of VendorAccessRole.',
  );
});

test('the end of a name that CloudFormation makes up is left open', () => {
  expect(page).not.toContain('=made-up=');
  expect(page).toContain('trust policy of CompanyStack-CustomCDKBucketDeployment8693BB6496894-…');
});

test('the end is said on the clock of who made the page, too, and one that is past is called past', () => {
  const sealed = sealedWith(shareWith({ until: '2026-11-26T00:00:00Z' }));
  const textAt = (now: string) =>
    reportPage(sealed, { ...made, now: new Date(now) }, prover).replaceAll(/<[^>]*>/g, ' ');
  expect(textAt('2026-11-26T00:00:00Z')).toMatch(
    /2026-11-26T00:00:00Z \(2\d November 2026, \d\d:\d\d [^)]+\), which is past: nothing is allowed any more/,
  );
  expect(textAt('2026-11-26T00:00:00Z')).toContain('過ぎているため、もう何も許可されません');
  expect(textAt('2026-11-25T23:59:59Z')).toMatch(
    /2026-11-26T00:00:00Z \(2\d November 2026, \d\d:\d\d [^)]+\) /,
  );
  expect(textAt('2026-11-25T23:59:59Z')).not.toContain('is past');
});

test('a checkout that has changes is not told to be made again by its commit', () => {
  const changed = { ...made, commit: { id: 'abc', isChanged: true } };
  const text = reportPage(sealedWith(walkthroughShare), changed, prover);
  expect(text).toContain('with changes that are not committed');
  expect(text).not.toContain('git checkout');
});

test('names of others are text, wherever they stand', () => {
  const hostile = '</script><img src=x onerror=alert(1)>\u202eabc';
  const share: Share = {
    ...walkthroughShare,
    vendors: [
      { ...walkthroughVendor, externalId: hostile, assignees: [{ type: 'GROUP', id: 'a', name: hostile }] },
    ],
  };
  const renamed = JSON.parse(
    JSON.stringify(sealedWith(walkthroughShare)).replaceAll('VendorS3AccessPolicy', '<img onerror=x>'),
  ) as Sealed;
  const own = sealedOf(share, () => ({
    report: { ...proveDirectory('/nowhere', share), refusals: [{ what: hostile }] },
  }));
  for (const text of [pageOf(renamed), pageOf(own)]) {
    expect(text).not.toMatch(/<img/);
    expect(text.match(/<script/g)).toHaveLength(text.match(/<\/script>/g)?.length ?? 0);
    expect(text).not.toContain('\u202e');
  }
});

test('an assembly that cannot be read is a page that judges nothing', () => {
  const text = pageOf(
    sealedOf(walkthroughShare, () => ({ report: proveDirectory('/nowhere', walkthroughShare) })),
  );
  expect(text).toContain('Not judged: nothing is promised by this page.');
  expect(text).toContain('/nowhere does not exist');
  expect(text).not.toContain('<textarea');
  expect(text).not.toContain('The promise holds');
});
