/** `~/.aws/config` as it is written: with the lines, and with what the SDK's reader passes over without a word. */
export interface ConfigText {
  /** What the bytes were, where it is not the plain UTF-8 that every AWS client reads. */
  readonly encoding?: Encoding;
  readonly sections: readonly ConfigSection[];
  /** Headers that stand behind something on the same line. */
  readonly glued: readonly GluedHeader[];
}

export type Encoding = 'UTF-16' | 'UTF-8 with a byte order mark';

export interface ConfigSection {
  readonly kind: 'profile' | 'sso-session';
  /** Without quotes. */
  readonly name: string;
  /** As it is written: `[sso-session 'Acme Corp']`. */
  readonly header: string;
  /** From 1. */
  readonly line: number;
  readonly lines: readonly ConfigLine[];
}

export interface ConfigLine {
  /** In lower case, as the AWS CLI takes it. */
  readonly key: string;
  readonly value: string;
  /** From 1. */
  readonly line: number;
}

export interface GluedHeader {
  readonly header: string;
  readonly name: string;
  readonly line: number;
}

/**
 * Reads leniently: what one client or another would reject is kept, so that it can be said.
 *
 * https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html
 */
export function readConfigText(bytes: Uint8Array): ConfigText {
  const { text, encoding } = decoded(bytes);
  const sections: (ConfigSection & { lines: ConfigLine[] })[] = [];
  const glued: GluedHeader[] = [];
  // Null below a section that is neither a profile nor an sso-session: its lines are nobody's here.
  let current: (ConfigSection & { lines: ConfigLine[] }) | null = null;
  for (const [index, written] of text.split(/\r?\n/).entries()) {
    const line = index + 1;
    // Behind a space, # and ; begin a remark for the SDK; at the start of a line, for everyone.
    const content = (written.split(/(?:^|\s)[;#]/)[0] ?? '').trim();
    const behind = /^(.*\S)\s*(\[(?:profile|sso-session)\s+([^\]]+)\])$/.exec(content);
    if (behind !== null) {
      const [, , header = '', name = ''] = behind;
      glued.push({ header, name: unquoted(name), line });
    }
    if (content.startsWith('[')) {
      const header = /^\[[^\]]*\]/.exec(content)?.[0];
      current = header === undefined ? null : sectionOf(header, line);
      if (current !== null) sections.push(current);
      continue;
    }
    const [key, value] = setting(content);
    // What is indented belongs to the setting above: `s3 =` has such a block.
    if (current !== null && key !== '' && !/^\s/.test(written)) current.lines.push({ key, value, line });
  }
  return { ...(encoding === undefined ? {} : { encoding }), sections, glued };
}

function decoded(bytes: Uint8Array): { text: string; encoding?: Encoding } {
  const [first, second, third] = bytes;
  if (first === 0xfe && second === 0xff)
    return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'UTF-16' };
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0))
    return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'UTF-16' };
  const text = new TextDecoder().decode(bytes);
  const isMarked = first === 0xef && second === 0xbb && third === 0xbf;
  return isMarked ? { text, encoding: 'UTF-8 with a byte order mark' } : { text };
}

function sectionOf(header: string, line: number): (ConfigSection & { lines: ConfigLine[] }) | null {
  const title = header.slice(1, -1).trim();
  if (title === 'default') return { kind: 'profile', name: 'default', header, line, lines: [] };
  const [, kind, name = ''] = /^(profile|sso-session)\s+(.+)$/.exec(title) ?? [];
  if (kind !== 'profile' && kind !== 'sso-session') return null;
  return { kind, name: unquoted(name), header, line, lines: [] };
}

function unquoted(name: string): string {
  return /^(["'])(.*)\1$/.exec(name.trim())?.[2] ?? name.trim();
}

function setting(content: string): [key: string, value: string] {
  const at = content.indexOf('=');
  return at < 1 ? ['', ''] : [content.slice(0, at).trim().toLowerCase(), content.slice(at + 1).trim()];
}
