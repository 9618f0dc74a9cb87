import { sayReport } from '../../words/say';
import type {
  AbsoluteLocation,
  FinalizeHandler,
  FinalizeHandlerArguments,
  FinalizeRequestHandlerOptions,
  HandlerExecutionContext,
  Pluggable,
} from '@smithy/types';
import { withTexts } from '../printable';
import { hidingSecrets } from './hide-secrets';

/** Every key, token and signature of a run, and what is shown without them. */
export class Secrets {
  private readonly known = new Set<string>();
  /** Made anew when more is known. */
  private hide = { known: 0, in: (text: string): string => text };

  /** @param more looked for again each time, because a sign-in may be renewed on the way */
  constructor(private readonly more: () => Iterable<string | undefined> = () => []) {
    this.know(...more());
  }

  know(...secrets: readonly (string | undefined)[]): void {
    for (const secret of secrets)
      if (secret !== undefined && secret.length >= SHORTEST) this.known.add(secret);
  }

  /** A copy without any of the secrets. What is no plain data, functions among it, is kept as it is. */
  hiddenIn<T>(value: T): T {
    this.know(...this.more());
    if (this.known.size > this.hide.known) {
      const longestFirst = [...this.known].toSorted((one, other) => other.length - one.length);
      this.hide = { known: this.known.size, in: hidingSecrets(longestFirst) };
    }
    return withTexts(value, this.hide.in);
  }

  /** The same error, with what it came of: its words, and the stack that repeats them. */
  hiddenInError(error: unknown): unknown {
    if (!(error instanceof Error)) return this.hiddenIn(error);
    const { message, stack, cause } = error;
    error.message = this.hiddenIn(message);
    if (stack !== undefined) error.stack = this.hiddenIn(stack);
    if (cause !== undefined) error.cause = this.hiddenInError(cause);
    return error;
  }

  /** Remembers what the requests of a client are signed with. */
  watch({ middlewareStack }: Watchable): void {
    middlewareStack.add(
      (next, context) => (args) => {
        this.know(...inIdentity(context), ...inHeaders(args));
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low', name: 'watchSecrets' },
    );
  }

  /** The same for the clients that sign a profile in. */
  readonly watching: Pluggable<object, object> = {
    applyToStack: (middlewareStack) => this.watch({ middlewareStack }),
  };
}

/** A client of any service. */
export interface Watchable {
  readonly middlewareStack: {
    add(middleware: Middleware, options: FinalizeRequestHandlerOptions & AbsoluteLocation): void;
  };
}

type Middleware = <I extends object, O extends object>(
  next: FinalizeHandler<I, O>,
  context: HandlerExecutionContext,
) => FinalizeHandler<I, O>;

/** Less is no secret of AWS's, and would be found in every other sentence. */
const SHORTEST = 8;

/** The keys that the SDK has chosen for this request: those of a profile's `source_profile`, too. */
function inIdentity(context: HandlerExecutionContext): string[] {
  const identity = member(member(member(context, '__smithy_context'), 'selectedHttpAuthScheme'), 'identity');
  const names = ['accessKeyId', 'secretAccessKey', 'sessionToken', 'token'];
  return names.map((name) => member(identity, name)).filter((value) => typeof value === 'string');
}

/** Whoever has the signature can send the request again, for some minutes. */
function inHeaders({ request }: FinalizeHandlerArguments<object>): string[] {
  const authorization = member(member(request, 'headers'), 'authorization');
  return typeof authorization === 'string' ? (/Signature=(\w+)/.exec(authorization)?.slice(1) ?? []) : [];
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** An access key id with all but its telling prefix hidden. */
export function masked(accessKeyId: string): string {
  return `${accessKeyId.slice(0, 4)}${'*'.repeat(accessKeyId.length - 4)}`;
}

/** Shows that there is a value, and nothing of it. */
export function hidden(secret: string | undefined): string {
  return secret === undefined
    ? sayReport('secret.missing')
    : sayReport('secret.hidden', { number: secret.length });
}
