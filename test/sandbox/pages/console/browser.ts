import type { Sandbox } from '../../../../tools/sandbox/sandbox';

export interface Seen {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
  readonly bytes: Buffer;
  /** Where one is after every redirect. */
  readonly at: string;
}

/** A browser as far as the pages need one: cookies, redirects, and forms that are sent as they stand in the page. */
export class Browser {
  private cookie = '';
  private last = '';

  constructor(
    private readonly sandbox: Pick<Sandbox, 'url'>,
    private readonly language = 'en',
  ) {}

  async get(path: string): Promise<Seen> {
    return this.send(path, {});
  }

  /** Posts with the token of the page that was seen last. */
  async post(
    path: string,
    form: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Seen> {
    const token = /name="token" value="([\w-]+)"/.exec(this.last)?.[1] ?? '';
    const origin = this.sandbox.url;
    const body = new URLSearchParams({ token, ...form });
    return this.send(path, { method: 'POST', body, headers: { origin, ...headers } });
  }

  /** The value of the button of whoever has this name. */
  someone(name: string): string {
    const pattern = new RegExp(`value="([^"]+)"><span lang="ja">[^<]*</span><span lang="en">Be ${name}<`);
    return pattern.exec(this.last)?.[1]?.replaceAll('&#58;', ':') ?? '';
  }

  private async send(path: string, init: RequestInit): Promise<Seen> {
    const headers = { 'accept-language': this.language, ...(this.cookie && { cookie: this.cookie }) };
    const answer = await fetch(`${this.sandbox.url}${path}`, {
      ...init,
      headers: { ...headers, ...(init.headers as Record<string, string>) },
      redirect: 'manual',
    });
    const set = answer.headers.get('set-cookie');
    if (set !== null) this.cookie = set.split(';')[0] ?? '';
    const location = answer.headers.get('location');
    if (location !== null) return this.get(location);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const text = bytes.toString('utf8');
    if (text.includes('name="token"')) this.last = text;
    return { status: answer.status, text, headers: answer.headers, bytes, at: path };
  }
}

/** What a page says to a reader of one language, without its markup. */
export function read({ text }: Pick<Seen, 'text'>, language: 'en' | 'ja' = 'en'): string {
  const other = language === 'en' ? 'ja' : 'en';
  return text
    .replace(/<(style|script)[^]*?<\/\1>/g, '')
    .replace(new RegExp(`<span lang="${other}">[^]*?</span>`, 'g'), '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/\s+/g, ' ');
}
