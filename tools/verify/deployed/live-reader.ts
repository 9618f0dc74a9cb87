import { sayReading } from '../../../words/say';
import type { MetadataBearer } from '@smithy/types';
import { parseJson } from '../../iam/json';
import { type Failure, failureOf } from '../outcome';

/**
 * Reads from live accounts and keeps book of what it could and could not see. A thing that is not there is an answer;
 * a thing that may not be looked at is not, nor is an answer that does not come from AWS.
 */
export class LiveReader {
  private readonly readings: Reading[] = [];

  constructor(
    private readonly timeout: number,
    private readonly signal: AbortSignal,
  ) {}

  /** What was read, a line for each thing: `bucket data: its policy, its ACL`. */
  get read(): readonly string[] {
    const done = this.readings.filter(({ failure }) => failure === undefined);
    return namesOf(done).map((what) => line(what, done));
  }

  /** What was not, and why, a line for each thing and reason. */
  get notRead(): readonly string[] {
    const failed = this.readings.flatMap(({ failure, ...one }) =>
      failure === undefined ? [] : [{ ...one, why: reason(failure) }],
    );
    return namesOf(failed).flatMap((what) => {
      const ofThing = failed.filter((one) => one.what === what);
      return [...new Set(ofThing.map(({ why }) => why))].map((why) => {
        const parts = ofThing.filter((one) => one.why === why);
        return sayReading('not-read', { what: line(what, parts), why });
      });
    });
  }

  /**
   * Reads one thing, `what` being its name in the report.
   *
   * @param call its reads; they throw what the SDK throws
   * @returns undefined if it could not be read; that has been noted
   */
  async thing<T>(what: string, call: (io: Call) => Promise<T>): Promise<T | undefined> {
    return (await this.attempt({ what }, call))?.value;
  }

  /** A thing that is read part by part: what one part says counts, whatever became of the others. */
  parts(what: string): Parts {
    const readings: Reading[] = [];
    const attempt = <T>(part: string, call: (io: Call) => Promise<T>) => {
      const reading: Reading = { what, part };
      readings.push(reading);
      return this.attempt(reading, call);
    };
    return { readings, read: attempt };
  }

  private async attempt<T>(reading: Reading, call: (io: Call) => Promise<T>): Promise<Value<T> | undefined> {
    this.readings.push(reading);
    try {
      return { value: await call(this.call) };
    } catch (error) {
      reading.failure = failureOf(error);
      return undefined;
    }
  }

  private readonly call: Call = {
    options: () => ({ abortSignal: AbortSignal.any([this.signal, AbortSignal.timeout(this.timeout)]) }),
    answer: async (request) => ofAws(await request),
    ifThere: async (request, ...absentCodes) => {
      try {
        return ofAws(await request);
      } catch (error) {
        const { how, code, requestId } = failureOf(error);
        if (how === 'answered' && requestId !== undefined && absentCodes.includes(code)) return undefined;
        throw error;
      }
    },
    async *pages(pages) {
      for await (const page of pages) yield ofAws(page);
    },
  };
}

/** What was read; its value may be that there is none. */
export interface Value<T> {
  readonly value: T;
}

export interface Parts {
  /** Of every part that was asked for. */
  readonly readings: readonly Reading[];
  /** @returns undefined if it could not be read; that has been noted */
  read<T>(part: string, call: (io: Call) => Promise<T>): Promise<Value<T> | undefined>;
}

export interface Call {
  /** For every `send`: a timeout. */
  options(): { abortSignal: AbortSignal };
  /** What was sent, if it is AWS that answered. */
  answer<T extends MetadataBearer>(request: Promise<T>): Promise<T>;
  /** Undefined instead of an error that means "there is none". */
  ifThere<T extends MetadataBearer>(request: Promise<T>, ...absentCodes: string[]): Promise<T | undefined>;
  pages<T extends MetadataBearer>(pages: AsyncIterable<T>): AsyncIterable<T>;
}

/** IAM answers with policy documents URL-encoded (RFC 3986). */
export function decodedDocument(text: string | undefined): unknown {
  return parsed(text === undefined ? undefined : decodeURIComponent(text));
}

/** What is not JSON, or says something twice, is handed on as text: the proof does not decide it, and names it. */
export function parsed(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}

export interface Reading {
  readonly what: string;
  readonly part?: string;
  /** Why it could not be read. */
  failure?: Failure;
}

/** Every answer of AWS's has a request id; that of a proxy or a sign-in page, which may well say 200, has none. */
function ofAws<T extends MetadataBearer>(answer: T): T {
  if (answer.$metadata.requestId === undefined) throw new Error(sayReading('not-aws'));
  return answer;
}

function namesOf(readings: readonly Reading[]): string[] {
  return [...new Set(readings.map(({ what }) => what))];
}

function line(what: string, readings: readonly Reading[]): string {
  const parts = readings.flatMap((one) => (one.what === what && one.part !== undefined ? [one.part] : []));
  return parts.length === 0 ? what : sayReading('in-parts', { what, parts: parts.join(', ') });
}

function reason({ code, message }: Failure): string {
  return NOT_ALLOWED.has(code) ? sayReading('why.not-allowed') : sayReading('why', { code, message });
}

const NOT_ALLOWED = new Set(['AccessDenied', 'AccessDeniedException']);
