// tools/sandbox/pages/home/, tools/handoff/html.ts, tools/access-report/: the pages in the system's own browser
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { handoffCommand } from '../../bin/commands/handoff';
import { reportCommand } from '../../bin/commands/report';
import type { Share } from '../../lib/share/share';
import { validateShare } from '../../lib/share/validate-share';
import { share as shipped } from '../../parameters';
import { deployedSandbox, type DeployedSandbox } from '../deployed-sandbox';
import { memoryTerminal } from '../memory-terminal';
import { verifyIn } from '../verify/verify-in';
import {
  axeViolations,
  describeInBrowser,
  HOSTILE,
  LANGUAGES,
  LOOKS,
  overflow,
  type Reader,
  visit,
  WIDTHS,
} from './browser';

const READERS: readonly Reader[] = LANGUAGES.flatMap((language) =>
  LOOKS.flatMap((look) => WIDTHS.map((width) => ({ language, look, width }))),
);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vendor-share-pages-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeInBrowser('the front page of the sandbox', (browser) => {
  let deployed: DeployedSandbox;
  beforeAll(async () => {
    deployed = await deployedSandbox(shipped);
    await verifyIn(deployed);
  }, 60_000);
  afterAll(() => deployed.stop());

  test.each(READERS)('can be read by anybody: %j', async (reader) => {
    const { page, asked, complaints, context } = await visit(browser(), `${deployed.sandbox.url}/`, reader);
    expect(await axeViolations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(asked.filter((url) => !url.startsWith(`${deployed.sandbox.url}/`))).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  /** As the walkthrough's documents name their statements. */
  const LIT: Readonly<Record<string, readonly string[]>> = {
    'sts:AssumeRole': ['AllowAssumeCompanyRole', 'AllowVendorAccountAssumeRole'],
    's3:ListBucket': ['AllowS3BucketListAccess'],
    's3:GetObject': ['AllowS3ObjectReadAccess'],
  };

  test('a chosen request lights the statements that have decided it, on both sides', async () => {
    const { page, context } = await visit(browser(), `${deployed.sandbox.url}/`);
    const ids = await page
      .locator('#requests li')
      .evaluateAll((items: { readonly id: string }[]) => items.map(({ id }) => id));
    const seen = new Set<string>();
    for (const id of ids.map((one) => one.replace(/^r-/, ''))) {
      const entry = deployed.sandbox.entryOf(id);
      const [first] = entry?.authorizations ?? [];
      if (entry === undefined || first === undefined || entry.authorizations.length > 1) continue;
      const { action, resource } = first.request;
      const wanted = first.decision.allowed ? LIT[action] : [];
      const kind = `${action} ${resource} ${String(first.decision.allowed)}`;
      if (wanted === undefined || seen.has(kind)) continue;
      seen.add(kind);
      await page.locator(`#r-${id} a`).first().click();
      await page.locator(`#because[data-request="${id}"]`).waitFor();
      const lit = await page.locator('.stmt.yes').allTextContents();
      expect([kind, lit.length]).toEqual([kind, wanted.length]);
      for (const sid of wanted) expect(lit.some((text) => text.includes(`"${sid}"`))).toBe(true);
    }
    expect([...seen].filter((kind) => kind.endsWith('true')).length).toBeGreaterThanOrEqual(3);
    expect([...seen].filter((kind) => kind.endsWith('false')).length).toBeGreaterThanOrEqual(5);
    await context.close();
  });

  test('the language is chosen without script', async () => {
    const { page, context } = await visit(browser(), `${deployed.sandbox.url}/`, { script: false });
    for (const language of LANGUAGES) {
      await page.locator(`label[for=lang-${language}]`).click();
      const other = language === 'en' ? 'ja' : 'en';
      expect(await page.locator(`h1 [lang=${language}]`).isVisible()).toBe(true);
      expect(await page.locator(`h1 [lang=${other}]`).isVisible()).toBe(false);
    }
    await context.close();
  });
});

/** Its names are other people's, and each is as bad as its field takes. */
const hostile: Share = validateShare({
  ...shipped,
  company: { ...shipped.company, contact: `${HOSTILE[0]} ${HOSTILE[1]} "quoted"` },
  vendors: shipped.vendors.map((vendor) => ({
    ...vendor,
    assignees: vendor.assignees?.map((assignee) => ({ ...assignee, name: `${HOSTILE[1]}${HOSTILE[2]}` })),
  })),
});

describeInBrowser('the vendor’s page', (browser) => {
  let url: string;
  beforeAll(async () => {
    const options = ['--html', '--lang', 'both', '--out', folder];
    await handoffCommand(hostile, memoryTerminal()).parseAsync(options, { from: 'user' });
    url = pathToFileURL(join(folder, '111111111111.html')).href;
  });

  test.each(READERS)('can be read by anybody: %j', async (reader) => {
    const { page, asked, complaints, context } = await visit(browser(), url, reader);
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => dialogs.push(dialog.message()));
    expect(await axeViolations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(asked).toEqual([url]);
    expect([...complaints, ...dialogs]).toEqual([]);
    await context.close();
  });

  test('says that a command was copied, or selects it', async () => {
    const { page, context } = await visit(browser(), url);
    await page.locator('.copy:visible').first().click();
    // The browser may take its time over the clipboard.
    const button = page.locator('.copy[data-said]:not([data-said=""])').first();
    await button.waitFor();
    expect(await button.innerText()).toMatch(/^(Copied|Selected)$/);
    await context.close();
  });
});

describeInBrowser('the report', (browser) => {
  let url: string;
  beforeAll(async () => {
    const file = join(folder, 'access-report.html');
    await reportCommand(shipped, memoryTerminal()).parseAsync(['--out', file], { from: 'user' });
    url = pathToFileURL(file).href;
  }, 120_000);

  test.each(READERS)('can be read by anybody: %j', async (reader) => {
    const { page, asked, complaints, context } = await visit(browser(), url, reader);
    expect(await axeViolations(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(asked).toEqual([url]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('judges again what was edited, and never takes nonsense for a promise that holds', async () => {
    const { page, context } = await visit(browser(), url);
    const verdict = page.locator('#verdict [lang=en]').first();
    const holds = await verdict.textContent();
    expect(holds).toMatch(/promise holds/);
    const document = page.locator('textarea', { hasText: 'AllowS3ObjectReadAccess' });
    const text = await document.inputValue();
    const after = async (edited: string, says: RegExp) => {
      await document.fill(edited);
      await page.locator('#verdict').filter({ hasText: says }).waitFor();
    };
    await after(text.replace('s3:GetObject"', 's3:GetObject*"'), /is broken/);
    await after('{ "Version": ', /[Nn]ot (judged|decided)/);
    await after(text.replace('"Effect"', '"Efect"'), /[Nn]ot (judged|decided)/);
    await after(text, /promise holds/);
    await context.close();
  });

  test('prints its verdict on the first page of A4', async () => {
    const { page, context } = await visit(browser(), url);
    await page.emulateMedia({ media: 'print' });
    const box = await page.locator('#verdict').boundingBox();
    expect((box?.y ?? 10_000) + (box?.height ?? 0)).toBeLessThan(1000); // 297 mm less the margins, at 96 pixels an inch
    await context.close();
  });
});
