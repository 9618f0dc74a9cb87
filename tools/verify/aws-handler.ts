import { type HttpHandler, type HttpRequest, type HttpResponse } from '@smithy/core/protocols';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { HttpHandlerOptions, NodeHttpHandlerOptions } from '@smithy/types';
import { answerOfAws } from './answer-of-aws';
import { NoAnswer } from './no-answer';
import { codeOf, messageOf } from './outcome';
import { forwardedBy, proxyFor, tunnelThrough } from './proxies';

/**
 * Sends what an AWS client asks, and hands on what AWS answers. Whatever else comes back, or nothing, is a {@link NoAnswer}
 * that names the host. A timeout stays what the SDK calls it.
 */
export class AwsHandler implements HttpHandler<NodeHttpHandlerOptions> {
  readonly metadata = { handlerProtocol: 'http/1.1' };
  /** Why the last request got no answer of AWS's; credential providers keep only its text, or call it "expired". */
  lastFailure: unknown = undefined;
  /** Of the last answer of AWS's. */
  lastStatus: number | undefined = undefined;
  /** Whether anything was sent at all. */
  hasAsked = false;
  private readonly direct: NodeHttpHandler;
  private readonly tunnels = new Map<string, NodeHttpHandler>();

  /** @param timeout for one attempt at one request, in milliseconds */
  constructor(private readonly timeout: number) {
    this.direct = this.handler();
  }

  private handler(more: NodeHttpHandlerOptions = {}): NodeHttpHandler {
    const { timeout } = this;
    const limits = { connectionTimeout: timeout, requestTimeout: timeout, throwOnRequestTimeout: true };
    return new NodeHttpHandler({ ...limits, ...more });
  }

  async handle(request: HttpRequest, options: HttpHandlerOptions = {}): Promise<{ response: HttpResponse }> {
    this.hasAsked = true;
    this.lastStatus = undefined;
    try {
      const response = await this.answer(request, options);
      this.lastFailure = undefined;
      this.lastStatus = response.statusCode;
      return { response };
    } catch (error) {
      this.lastFailure = whyNot(request, error, options.abortSignal?.aborted === true);
      throw this.lastFailure;
    }
  }

  private async answer(request: HttpRequest, options: HttpHandlerOptions): Promise<HttpResponse> {
    if (!['http:', 'https:'].includes(request.protocol))
      throw new NoAnswer(
        'EndpointNotHttp',
        `${addressOf(request)} begins neither with http:// nor with https://`,
      );
    const { response } = await this.sent(request, options);
    return answerOfAws(request, response);
  }

  private async sent(request: HttpRequest, options: HttpHandlerOptions): Promise<{ response: HttpResponse }> {
    const proxy = proxyFor(`${addressOf(request)}/`);
    if (proxy === undefined) return this.direct.handle(request, options);
    try {
      if (request.protocol === 'http:') return await this.direct.handle(forwardedBy(proxy, request), options);
      const tunnel =
        this.tunnels.get(proxy.href) ?? this.handler({ httpsAgent: tunnelThrough(proxy, this.timeout) });
      this.tunnels.set(proxy.href, tunnel);
      return await tunnel.handle(request, options);
    } catch (error) {
      throw isTimeout(error) ? error : ofProxy(proxy, error);
    }
  }

  updateHttpClientConfig(): void {}

  httpHandlerConfigs(): NodeHttpHandlerOptions {
    return {};
  }

  destroy(): void {
    this.direct.destroy();
    for (const tunnel of this.tunnels.values()) tunnel.destroy();
  }
}

/** What the proxy, and not AWS, has said or is: TLS with AWS is made behind it. */
function ofProxy(proxy: URL, error: unknown): unknown {
  const message = `${messageOf(error)} (proxy: ${proxy.protocol}//${proxy.host})`;
  const denied = /^Bad response: (\d+)/.exec(messageOf(error))?.[1];
  if (denied === '407') return new NoAnswer('ProxyWantsLogin', message, { status: 407, cause: error });
  if (denied !== undefined)
    return new NoAnswer('ProxyDenied', message, { status: Number(denied), cause: error });
  if (['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'].includes(codeOf(error)))
    return new NoAnswer('ProxyNotReached', message, { cause: error });
  return error;
}

/** `https://sts.ap-northeast-1.amazonaws.com`, with a port that is not the usual one. */
export function addressOf({ protocol, hostname, port }: HttpRequest): string {
  return `${protocol}//${hostname}${port === undefined ? '' : `:${port}`}`;
}

function whyNot(request: HttpRequest, error: unknown, isAborted: boolean): unknown {
  if (error instanceof NoAnswer || isTimeout(error)) return error;
  // An answer that had begun ends as if the server had closed the connection.
  return isAborted
    ? Object.assign(new Error('Request aborted'), { name: 'AbortError' })
    : noAnswer(request, error);
}

/** Node's handler calls a reset connection a timeout as well; its code says what it was. */
function isTimeout(error: unknown): boolean {
  return ['AbortError', 'TimeoutError', 'ETIMEDOUT'].includes(codeOf(error));
}

function noAnswer(request: HttpRequest, error: unknown): NoAnswer {
  const code = codeOf(error);
  const isUnknown = ['ENOTFOUND', 'EAI_AGAIN'].includes(code) && !isOfAws(request.hostname);
  return new NoAnswer(
    isUnknown ? 'EndpointNotFound' : code,
    `${messageOf(error)} (asked: ${addressOf(request)})`,
    { cause: error },
  );
}

/** https://docs.aws.amazon.com/general/latest/gr/rande.html */
function isOfAws(hostname: string): boolean {
  return /\.(amazonaws\.com|amazonaws\.com\.cn|amazonaws\.eu|api\.aws|awsapps\.com|c2s\.ic\.gov|sc2s\.sgov\.gov)$/i.test(
    hostname,
  );
}
