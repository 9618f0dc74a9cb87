import { randomBytes } from 'node:crypto';
import { inLanguage, type Language } from '../../../words/speech';
import { type Child, html, type Html, inEach } from '../../pages/html';
import { type Page, written } from '../../pages/page';
import type { ServiceResponse } from '../core/service';
import type { ReadBody, RequestHead } from '../wire/http-request';
import { isSameSecret } from '../wire/signature';

/** The languages of the pages. Which of them is shown is the reader's choice. */
export const LANGUAGES: readonly Language[] = ['ja', 'en'];

export const both = (render: () => Child): Html => inEach(LANGUAGES, render);

interface Shown extends Omit<Page, 'title' | 'languages'> {
  /** In the language that is spoken. */
  readonly title: () => string;
  /** @default 200 */
  readonly status?: number;
}

/** A page for whoever asked for it; the language that the browser prefers comes first. */
export function pageFor({ headers }: RequestHead, { title, status = 200, ...page }: Shown): ServiceResponse {
  const [preferred] = /\b(?:ja|en)\b/i.exec(headers['accept-language'] ?? '') ?? [];
  const language = preferred?.toLowerCase() === 'ja' ? 'ja' : 'en';
  const languages = language === 'ja' ? LANGUAGES : [...LANGUAGES].toReversed();
  const { text, policy } = written({ ...page, title: inLanguage(language, title), languages });
  return {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    },
    body: text,
  };
}

/** After a form: what is shown then can be loaded again. */
export const goTo = (location: string): ServiceResponse => ({
  status: 303,
  headers: { location, 'cache-control': 'no-store' },
  body: '',
});

/** A page elsewhere does not know it, and so cannot send these forms. */
const TOKEN = randomBytes(32).toString('base64url');

/** A form that changes something. What it is about may be in its address. */
export const postForm = (action: string, content: Child): Html =>
  html`<form method="post" action="${action}"><input type="hidden" name="token" value="${TOKEN}" />${content}</form>`;

/** What was sent with a form of these pages; undefined for any other. No form of theirs is as long as that. */
export async function sentForm(readBody: ReadBody): Promise<URLSearchParams | undefined> {
  const form = new URLSearchParams((await readBody(16 * 1024))?.toString('utf8') ?? '');
  return isSameSecret(Buffer.from(TOKEN), Buffer.from(form.get('token') ?? '')) ? form : undefined;
}
