import { type HttpHandler, type HttpRequest, type HttpResponse } from '@smithy/core/protocols';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { HttpHandlerOptions, NodeHttpHandlerOptions } from '@smithy/types';
import { answerOfAws } from './answer-of-aws';
import { NoAnswer } from './no-answer';
import { codeOf, messageOf } from './outcome';

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

  /** @param timeout for one attempt at one request, in milliseconds */
  constructor(timeout: number) {
    this.direct = new NodeHttpHandler({
      connectionTimeout: timeout,
      requestTimeout: timeout,
      throwOnRequestTimeout: true,
    });
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
    const { response } = await this.direct.handle(request, options);
    return answerOfAws(request, response);
  }

  updateHttpClientConfig(): void {}

  httpHandlerConfigs(): NodeHttpHandlerOptions {
    return {};
  }

  destroy(): void {
    this.direct.destroy();
  }
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
