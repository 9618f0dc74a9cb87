import { language } from '../../words/speech';

/**
 * What a page is made of, whatever it is written in. Texts are one line; the marks in them are Markdown's: `code`,
 * **strong**, *emphasis*, [link](address), <address>.
 */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | { readonly kind: 'code'; readonly language: 'ini' | 'json' | 'sh'; readonly text: string }
  | {
      readonly kind: 'list';
      /** Its order matters. */
      readonly isOrdered: boolean;
      readonly items: readonly (readonly Block[])[];
    };

export function heading(level: 1 | 2 | 3, text: string): Block {
  return { kind: 'heading', level, text };
}

/** Sentences, one after the other. */
export function paragraph(...sentences: readonly string[]): Block {
  return { kind: 'paragraph', text: oneAfterTheOther(sentences) };
}

/** Japanese has no space behind the end of a sentence. */
export function oneAfterTheOther(sentences: readonly string[]): string {
  return sentences.join(language() === 'ja' ? '' : ' ');
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): Block {
  return { kind: 'table', head, rows };
}

export function codeBlock(language: 'ini' | 'json' | 'sh', text: string): Block {
  return { kind: 'code', language, text };
}

/** In this order. */
export function steps(...items: readonly (readonly Block[])[]): Block {
  return { kind: 'list', isOrdered: true, items };
}

export function bullets(texts: readonly string[]): Block {
  return { kind: 'list', isOrdered: false, items: texts.map((text) => [paragraph(text)]) };
}
