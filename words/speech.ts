/** The languages that people can be spoken to in. */
export type Language = 'en' | 'ja';

/**
 * One whole sentence with named slots, `{role} lets this caller {action}`. Where the number in the slot `count` decides
 * the form, one sentence for each form, whether they show the number or not.
 *
 * https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Intl/PluralRules
 */
export type Message = string | { readonly one: string; readonly other: string };

/** All messages of one part of the project, by id. */
export type Messages = Readonly<Record<string, Message>>;

/** The same messages in another language: it has every id, and the slots of each (a test holds that). */
export type Translation<English extends Messages> = { readonly [Id in keyof English]: Message };

type SlotsIn<Text> = Text extends `${string}{${infer Slot}}${infer Rest}` ? Slot | SlotsIn<Rest> : never;
type SlotsOf<M extends Message> = M extends string ? SlotsIn<M> : SlotsIn<M[keyof M]> | 'count';
type Filled<M extends Message> = [SlotsOf<M>] extends [never]
  ? []
  : [slots: Readonly<Record<SlotsOf<M>, string | number>>];

/** The compiler asks for exactly the slots that the English message has. */
export type Say<English extends Messages> = <Id extends keyof English & string>(
  id: Id,
  ...slots: Filled<English[Id]>
) => string;

let spoken: Language = 'en';

/** From now on, whatever is said in this process is said in this language. */
export function speak(language: Language): void {
  spoken = language;
}

export function language(): Language {
  return spoken;
}

/** Renders in a language, whatever the process speaks: for pages that hold several. Not for what waits. */
export function inLanguage<T>(language: Language, render: () => T): T {
  const before = spoken;
  spoken = language;
  try {
    return render();
  } finally {
    spoken = before;
  }
}

/** What says messages in the language that is spoken at that moment. */
export function speaker<English extends Messages>(
  tableIn: (language: Language) => English | Translation<English>,
): Say<English> {
  return (id, ...[slots]) => filled(tableIn(spoken)[id], slots ?? {});
}

/**
 * What is filled in is never looked at again: a name may hold braces. Japanese has a space beside Latin letters and none
 * beside its own: the one that a message has around a slot goes where a Japanese text is filled in.
 */
function filled(message: Message, slots: Readonly<Record<string, string | number>>): string {
  const text = typeof message === 'string' ? message : message[form(slots['count'])];
  return text.replaceAll(
    /( ?)\{(\w+)\}( ?)/g,
    (slot, before: string, name: string, after: string, at: number) => {
      const value = String(slots[name] ?? `{${name}}`);
      const isBefore = JAPANESE.test(text[at - 1] ?? '') && JAPANESE.test(value[0] ?? '');
      const isAfter = JAPANESE.test(value.at(-1) ?? '') && JAPANESE.test(text[at + slot.length] ?? '');
      return `${isBefore ? '' : before}${value}${isAfter ? '' : after}`;
    },
  );
}

const JAPANESE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー。、]/u;

function form(count: string | number | undefined): 'one' | 'other' {
  return new Intl.PluralRules(spoken).select(Number(count)) === 'one' ? 'one' : 'other';
}

/** `a, b and c`; in Japanese `a、b、c`. No `Intl.ListFormat`: its data takes longer to load than a proof takes. */
export function listed(items: readonly string[], type: 'and' | 'or' = 'and'): string {
  const { between, last } = JOINTS[spoken][type];
  const [end = '', ...reversed] = [...items].reverse();
  if (reversed.length === 0) return end;
  const beginning = reversed.reverse().join(between);
  return beginning + spaced(last, beginning, end) + end;
}

/** Between a Japanese word and letters that are not stands one space. */
function spaced(word: string, before: string, after: string): string {
  if (word !== 'または') return word;
  return `${/[!-~]$/.test(before) ? ' ' : ''}${word}${/^[!-~]/.test(after) ? ' ' : ''}`;
}

const JOINTS = {
  en: { and: { between: ', ', last: ' and ' }, or: { between: ', ', last: ' or ' } },
  ja: { and: { between: '、', last: '、' }, or: { between: '、', last: 'または' } },
} as const;
