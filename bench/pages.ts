// The times of the pages, in the system's Chromium: the report's verdict after an edit (wanted: under 100 ms for 95 of 100),
// and the browser's way from the sign-in to the downloaded object (wanted: under 2 s).
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { reportCommand } from '../bin/commands/report';
import { share } from '../parameters';
import { processTerminal } from '../tools/terminal';
import { deployedSandbox } from '../test/deployed-sandbox';
import { findProgram } from '../test/peers/installed';

const EDITS = 40;

async function reportAgain(page: Page): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'vendor-share-bench-'));
  const file = join(folder, 'access-report.html');
  const terminal = { ...processTerminal, print: () => undefined };
  await reportCommand(share, terminal).parseAsync(['--out', file], { from: 'user' });
  await page.goto(pathToFileURL(file).href);
  const times = await page.evaluate<number[]>(`(async () => {
    const area = [...document.querySelectorAll('textarea')].find((one) => one.value.includes('AllowS3ObjectReadAccess'));
    const texts = [area.value.replace('s3:GetObject"', 's3:GetObject*"'), area.value];
    const verdict = document.querySelector('#verdict');
    const times = [];
    for (let edit = 0; edit < ${EDITS}; edit++) {
      const changed = new Promise((done) => new MutationObserver((_all, observer) => { observer.disconnect(); done(); })
        .observe(verdict, { childList: true, subtree: true, characterData: true }));
      const started = performance.now();
      area.value = texts[edit % 2];
      area.dispatchEvent(new Event('input', { bubbles: true }));
      await changed;
      times.push(performance.now() - started);
      await new Promise((done) => setTimeout(done, 50));
    }
    return times.sort((a, b) => a - b);
  })()`);
  const at = (part: number) => (times[Math.ceil(EDITS * part) - 1] ?? NaN).toFixed(0);
  console.log(`report, verdict after an edit: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`);
  rmSync(folder, { recursive: true });
}

async function browsersWay(page: Page): Promise<void> {
  const deployed = await deployedSandbox(share);
  const started = performance.now();
  await page.goto(`${deployed.sandbox.url}/start`);
  for (const button of [
    'li:has-text("member-of-analysts") button',
    '.btn.main',
    '.fields button',
    '.btn.main',
  ])
    await page.click(button);
  await Promise.all([page.waitForEvent('download'), page.click('td .btn')]);
  console.log(`from /start to the downloaded object: ${(performance.now() - started).toFixed(0)} ms`);
  await deployed.stop();
}

async function main(): Promise<void> {
  const executablePath = findProgram('chromium') ?? findProgram('google-chrome');
  if (executablePath === undefined) return console.log('pages: skipped, chromium is not installed');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage();
  await reportAgain(page);
  await browsersWay(page);
  await browser.close();
}

void main();
