/** What became of a request that AWS has not answered, where Node has no code for it. */
export type NoAnswerCode =
  /** A web page: of a network's sign-in, of a proxy. */
  | 'HtmlAnswer'
  /** A redirection to somewhere that is not AWS. */
  | 'RedirectedAway'
  /** Anything else without a request id of AWS's. */
  | 'NotFromAws'
  /** It came from AWS and is not whole. */
  | 'UnreadableAnswer'
  /** `http:` was spoken where `https:` is expected. */
  | 'PlainHttpToTlsPort'
  /** 407, or 403 and the like from a proxy that was asked for a tunnel. */
  | 'ProxyWantsLogin'
  | 'ProxyDenied'
  | 'ProxyNotReached'
  | 'ProxyNotSupported'
  /** AWS_ENDPOINT_URL or endpoint_url names a host that nobody knows, or no URL that can be asked. */
  | 'EndpointNotFound'
  | 'EndpointNotHttp';

/**
 * Nothing that AWS has decided: the request did not reach it, or something else answered in its place.
 *
 * `$metadata` is where the SDK looks whether to try again.
 */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly $metadata: { readonly httpStatusCode?: number };

  constructor(
    /** Node's (`ECONNREFUSED`, `SELF_SIGNED_CERT_IN_CHAIN`), or one of ours. */
    readonly code: NoAnswerCode | (string & {}),
    message: string,
    { status, cause }: { readonly status?: number; readonly cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.$metadata = status === undefined ? {} : { httpStatusCode: status };
  }
}
