import { readFileSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { describeWith, findProgram } from './installed';

/** As distributions call it. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const NAME = NAMES.find((name) => findProgram(name) !== undefined) ?? 'chromium';

/** A `describe` with the system's own browser. */
export function describeInBrowser(title: string, suite: (browser: () => Browser) => void): void {
  describeWith([NAME], title, () => {
    let browser: Browser | undefined;
    beforeAll(async () => {
      // A test machine may run as root, where Chromium's own sandbox does not start; it sees nothing but localhost.
      browser = await chromium.launch({ executablePath: findProgram(NAME) ?? NAME, args: ['--no-sandbox'] });
    });
    afterAll(() => browser?.close());
    suite(() => {
      if (browser === undefined) throw new Error('the browser did not start');
      return browser;
    });
  });
}

export const WIDTHS = [1280, 400, 320] as const;
export const LOOKS = ['light', 'dark'] as const;
export const LANGUAGES = ['en', 'ja'] as const;

export interface Visit {
  readonly page: Page;
  /** Addresses of every request that the page made. */
  readonly asked: readonly string[];
  /** What the browser complained about. */
  readonly complaints: readonly string[];
  readonly context: BrowserContext;
}

export interface Reader {
  readonly language: (typeof LANGUAGES)[number];
  readonly look: (typeof LOOKS)[number];
  readonly width: number;
  /** @default true */
  readonly script?: boolean;
}

/** Opens an address as a reader would, and writes down what happens. */
export async function visit(browser: Browser, url: string, reader: Partial<Reader> = {}): Promise<Visit> {
  const { language = 'en', look = 'light', width = 1280, script = true } = reader;
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: look,
    locale: language === 'ja' ? 'ja-JP' : 'en-US',
    javaScriptEnabled: script,
    bypassCSP: false,
  });
  const page = await context.newPage();
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  await page.goto(url);
  return { page, asked, complaints, context };
}

/** How far the page can be scrolled sideways, in pixels: WCAG 1.4.10 wants none at 320. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

/** Rules of WCAG 2.2 A and AA and of good practice that the page breaks, each with where. https://www.deque.com/axe/ */
export async function axeViolations(page: Page): Promise<string[]> {
  // Evaluated by the debugger, which the page's own policy does not bind.
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${String(target)}`));
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: unknown }[];
  }[];
}

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** Texts that would do harm, or turn names round, where they are not escaped. */
export const HOSTILE = [
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  '"><svg onload=alert(1)>',
  'a\u202egnp.exe',
  'x'.repeat(1000),
] as const;
