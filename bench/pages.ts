// The times of the pages, in the system's Chromium: the report's verdict after an edit (wanted: under 100 ms for 95 of 100),
// and the browser's way from the sign-in to the downloaded object (wanted: under 2 s).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { reportCommand } from '../bin/commands/report';
import { share } from '../parameters';
import { processTerminal } from '../tools/terminal';
import { deployedSandbox } from '../test/deployed-sandbox';
import { findProgram } from '../test/peers/installed';

const EDITS = 40;

async function reportAgain(browser: Browser, folder: string): Promise<void> {
  const file = join(folder, 'access-report.html');
  await reportCommand(share, { ...processTerminal, print: () => undefined }).parseAsync(['--out', file], {
    from: 'user',
  });
  const page = await browser.newPage();
  await page.goto(pathToFileURL(file).href);
  const times = await page.evaluate<number[]>(`(async () => {
    const area = [...document.querySelectorAll('textarea')].find((one) => one.value.includes('AllowS3ObjectReadAccess'));
    const [narrow, wide] = [area.value, area.value.replace('s3:GetObject"', 's3:GetObject*"')];
    const verdict = document.querySelector('#verdict');
    const times = [];
    for (let edit = 0; edit < ${EDITS}; edit++) {
      const changed = new Promise((done) => new MutationObserver((_all, observer) => { observer.disconnect(); done(); })
        .observe(verdict, { childList: true, subtree: true, characterData: true }));
      const started = performance.now();
      area.value = edit % 2 === 0 ? wide : narrow;
      area.dispatchEvent(new Event('input', { bubbles: true }));
      await changed;
      times.push(performance.now() - started);
      await new Promise((done) => setTimeout(done, 50));
    }
    return times;
  })()`);
  times.sort((a, b) => a - b);
  const at = (part: number) => (times[Math.ceil(times.length * part) - 1] ?? NaN).toFixed(0);
  console.log(`report, verdict after an edit: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`);
  await page.close();
}

async function browsersWay(browser: Browser): Promise<void> {
  const deployed = await deployedSandbox(share);
  const page = await browser.newPage();
  const started = performance.now();
  await page.goto(`${deployed.sandbox.url}/start`);
  await page.click('li:has-text("member-of-analysts") button');
  await page.click('.btn.main');
  await page.click('.fields button');
  await page.click('.btn.main');
  await Promise.all([page.waitForEvent('download'), page.click('td .btn')]);
  console.log(`from /start to the downloaded object: ${(performance.now() - started).toFixed(0)} ms`);
  await page.close();
  await deployed.stop();
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'vendor-share-bench-'));
  const executablePath = findProgram('chromium') ?? findProgram('google-chrome');
  if (executablePath === undefined) {
    console.log('pages: skipped, chromium is not installed');
  } else {
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    await reportAgain(browser, folder);
    await browsersWay(browser);
    await browser.close();
  }
  rmSync(folder, { recursive: true, force: true });
}

void main();
