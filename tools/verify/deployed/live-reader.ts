import { parseJson } from '../../iam/json';
import { type Failure, failureOf } from '../outcome';

/**
 * Reads from live accounts and keeps book of what it could and could not see. A thing that is not there is an answer;
 * a thing that may not be looked at is not.
 */
export class LiveReader {
  readonly read: string[] = [];
  readonly notRead: string[] = [];

  constructor(
    private readonly timeout: number,
    private readonly signal: AbortSignal,
  ) {}

  /**
   * Reads one thing, `what` being its name in the report.
   *
   * @param call its reads; they throw what the SDK throws
   * @returns undefined if it could not be read; that has been noted
   */
  async thing<T>(what: string, call: (io: Call) => Promise<T>): Promise<T | undefined> {
    try {
      const value = await call(this.call);
      this.read.push(what);
      return value;
    } catch (error) {
      const { code, message } = failureOf(error);
      this.notRead.push(
        `${what}: ${code === 'AccessDenied' ? 'this profile may not read it' : `${code}, ${message}`}`,
      );
      return undefined;
    }
  }

  noProfile(what: string, account: string): undefined {
    this.notRead.push(`${what}: no profile of account ${account} was given`);
    return undefined;
  }

  private readonly call: Call = {
    options: () => ({ abortSignal: AbortSignal.any([this.signal, AbortSignal.timeout(this.timeout)]) }),
    ifThere: async (request, ...absentCodes) => {
      try {
        return await request;
      } catch (error) {
        const failure: Failure = failureOf(error);
        if (failure.how === 'answered' && absentCodes.includes(failure.code)) return undefined;
        throw error;
      }
    },
  };
}

export interface Call {
  /** For every `send`: a timeout. */
  options(): { abortSignal: AbortSignal };
  /** Undefined instead of an error that means "there is none". */
  ifThere<T>(request: Promise<T>, ...absentCodes: string[]): Promise<T | undefined>;
}

/** IAM answers with policy documents URL-encoded (RFC 3986). */
export function decodedDocument(text: string | undefined): unknown {
  return parsed(text === undefined ? undefined : decodeURIComponent(text));
}

/** What is not JSON, or says something twice, is handed on as text: the proof refuses it by name. */
export function parsed(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}
