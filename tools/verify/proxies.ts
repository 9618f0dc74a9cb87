import { sayNetwork } from '../../words/say';
import { HttpRequest } from '@smithy/core/protocols';
import { HttpsProxyAgent } from 'hpagent';
import { getProxyForUrl } from 'proxy-from-env';
import { NoAnswer } from './no-answer';

/**
 * The proxy for a request, found as the CDK CLI finds it (it uses `proxy-from-env`, too): HTTPS_PROXY, HTTP_PROXY, ALL_PROXY
 * and NO_PROXY, in small or capital letters.
 *
 * @throws NoAnswer if it is no HTTP proxy
 */
export function proxyFor(address: string): URL | undefined {
  const named = getProxyForUrl(address);
  if (named === '') return undefined;
  const proxy = URL.canParse(named) ? new URL(named) : undefined;
  if (proxy !== undefined && ['http:', 'https:'].includes(proxy.protocol)) return proxy;
  throw new NoAnswer('ProxyNotSupported', sayNetwork('notHttpProxy', { address }));
}

/** A tunnel (CONNECT) for each connection to what speaks TLS. */
export function tunnelThrough(proxy: URL, timeout: number): HttpsProxyAgent {
  return new HttpsProxyAgent({ proxy, timeout, keepAlive: true, maxSockets: 50 });
}

/** What a proxy is sent of a request without TLS: all of its address. The host stays as it was signed. */
export function forwardedBy(proxy: URL, request: HttpRequest): HttpRequest {
  const { protocol, hostname, port, path, headers } = request;
  const to = HttpRequest.clone(request);
  to.protocol = proxy.protocol;
  to.hostname = proxy.hostname;
  to.port = proxy.port === '' ? (proxy.protocol === 'https:' ? 443 : 80) : Number(proxy.port);
  to.path = `${protocol}//${hostname}${port === undefined ? '' : `:${port}`}${path}`;
  to.headers = { ...headers, ...authorization(proxy) };
  return to;
}

function authorization({ username, password }: URL): Record<string, string> {
  if (username === '' && password === '') return {};
  const user = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(user).toString('base64')}` };
}
