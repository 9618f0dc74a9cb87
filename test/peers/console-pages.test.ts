// tools/sandbox/pages/console/ as a browser sees it: every page of the way, in both languages, looks and widths
import { readFileSync } from 'node:fs';
import { BUCKET, type LentRole, startWithLentRole } from '../sandbox/lent-role';
import { axeViolations, describeInBrowser, HOSTILE, overflow, type Reader, visit } from './browser';

const READERS: readonly Reader[] = [
  { language: 'ja', look: 'light', width: 1280 },
  { language: 'en', look: 'dark', width: 400 },
  { language: 'ja', look: 'dark', width: 320 },
];

describeInBrowser('the browser’s steps', (browser) => {
  let lent: LentRole;
  beforeAll(async () => {
    lent = await startWithLentRole();
  });
  afterAll(() => lent.sandbox.stop());

  test.each(READERS)('can be gone by clicks, and every page can be read: %j', async (reader) => {
    const { page, asked, complaints, context } = await visit(browser(), `${lent.sandbox.url}/start`, reader);
    const look = async (): Promise<void> => {
      expect(await overflow(page)).toBe(0);
      expect(await axeViolations(page)).toEqual([]);
    };
    await look();
    await page.click('li:has-text("not-assigned") button');
    await look();
    await page.click('summary');
    await page.click('li:has-text("member-of-analysts") button');
    await look();
    await page.click('.btn.main');
    await look();
    await page.fill('#roleName', 'VendorAccesRole');
    await page.click('.fields button');
    await look();
    await page.fill('#roleName', 'VendorAccessRole');
    await page.click('.fields button');
    expect(new URL(page.url()).pathname).toBe('/s3/home');
    await look();
    await page.click('.btn.main');
    await look();
    for (const id of ['put', 'delete', 'other', 'policy', 'read-policy', 'users']) {
      await page.click(`button[value=${id}]`);
      expect(await page.locator('.panel .chip.yes:visible').count()).toBe(1);
    }
    await look();
    const [file] = await Promise.all([page.waitForEvent('download'), page.click('td .btn')]);
    expect(file.suggestedFilename()).toBe('test-data.txt');
    expect(readFileSync(await file.path(), 'utf8')).toBe('confidential data\n');
    await page.click('.link');
    await look();
    expect(await page.locator('.slot.on').count()).toBe(1);
    expect(asked.filter((url) => !url.startsWith(`${lent.sandbox.url}/`))).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('need no script, and hostile keys do nothing', async () => {
    for (const key of HOSTILE) await lent.sandbox.objects.put(BUCKET, key, Buffer.from(key));
    for (const script of [false, true]) {
      const { page, complaints, context } = await visit(browser(), `${lent.sandbox.url}/start`, {
        script,
        width: 320,
      });
      const dialogs: string[] = [];
      page.on('dialog', (dialog) => dialogs.push(dialog.message()));
      await page.click('li:has-text("member-of-analysts") button');
      await page.click('.btn.main');
      await page.click('.fields button');
      await page.click('.btn.main');
      expect(await page.locator('tbody tr').count()).toBe(6);
      expect(await page.locator('td img, td svg, td script').count()).toBe(0);
      if (script) expect(await axeViolations(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      expect([...complaints, ...dialogs]).toEqual([]);
      await context.close();
    }
  });
});
