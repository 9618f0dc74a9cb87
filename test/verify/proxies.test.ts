import { HttpRequest } from '@smithy/core/protocols';
import { forwardedBy, proxyFor, tunnelThrough } from '../../tools/verify/proxies';

const before = { ...process.env };
function withEnv(env: Readonly<Record<string, string>>): void {
  process.env = { ...env };
}
afterEach(() => {
  process.env = { ...before };
});

const STS = 'https://sts.ap-northeast-1.amazonaws.com/';

// https://www.npmjs.com/package/proxy-from-env
test.each([
  [{}, undefined],
  [{ HTTPS_PROXY: 'http://proxy:3128' }, 'http://proxy:3128/'],
  [{ https_proxy: 'https://proxy' }, 'https://proxy/'],
  [{ ALL_PROXY: 'http://user:pass@proxy:3128' }, 'http://user:pass@proxy:3128/'],
  [{ HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: '.amazonaws.com' }, undefined],
  [{ HTTP_PROXY: 'http://proxy:3128' }, undefined],
])('%j: STS is asked through %s', (env, proxy) => {
  withEnv(env);
  expect(proxyFor(STS)?.href).toBe(proxy);
});

test.each(['socks5://proxy:1080', 'ftp://proxy', 'http://[', '://'])(
  '%s is no proxy that is spoken',
  (named) => {
    withEnv({ HTTPS_PROXY: named });
    const met = () => {
      try {
        return proxyFor(STS);
      } catch (error) {
        return error;
      }
    };
    expect(met()).toMatchObject({ name: 'NoAnswer', code: 'ProxyNotSupported' });
    expect(met()).toHaveProperty('message', expect.stringContaining(STS));
  },
);

test('a tunnel leads through the proxy, is kept, and waits no longer than it may', () => {
  const agent = tunnelThrough(new URL('http://proxy:3128'), 5000);
  expect(agent).toMatchObject({
    proxy: { href: 'http://proxy:3128/' },
    maxSockets: 50,
    options: { keepAlive: true, timeout: 5000 },
  });
});

describe('a request without TLS', () => {
  const request = (port?: number) =>
    new HttpRequest({
      protocol: 'http:',
      hostname: 'localhost',
      ...(port !== undefined && { port }),
      path: '/bucket/key',
      method: 'PUT',
      headers: { host: 'localhost:4566', authorization: 'AWS4-HMAC-SHA256 …' },
      query: { list: '1' },
    });

  test('goes to the proxy with all of its address; the host stays as it was signed', () => {
    const sent = forwardedBy(new URL('http://proxy:3128'), request(4566));
    expect(sent).toMatchObject({
      protocol: 'http:',
      hostname: 'proxy',
      port: 3128,
      path: 'http://localhost:4566/bucket/key',
      method: 'PUT',
      query: { list: '1' },
    });
    expect(sent.headers).toEqual({ host: 'localhost:4566', authorization: 'AWS4-HMAC-SHA256 …' });
  });

  test('the proxy’s port is the usual one where none is named', () => {
    expect(forwardedBy(new URL('http://proxy'), request()).port).toBe(80);
    expect(forwardedBy(new URL('https://proxy'), request()).port).toBe(443);
    expect(forwardedBy(new URL('https://proxy:8443'), request()).port).toBe(8443);
    expect(forwardedBy(new URL('https://proxy'), request()).protocol).toBe('https:');
    expect(forwardedBy(new URL('http://proxy'), request()).path).toBe('http://localhost/bucket/key');
  });

  test.each([
    ['http://alice:s%40crit@proxy', 'alice:s@crit'],
    ['http://al%20ice@proxy', 'al ice:'],
    ['http://:secret@proxy', ':secret'],
  ])('signs in to the proxy: %s', (proxy, user) => {
    const { headers } = forwardedBy(new URL(proxy), request());
    expect(headers['proxy-authorization']).toBe(`Basic ${Buffer.from(user).toString('base64')}`);
  });

  test('what was asked is left as it was', () => {
    const asked = request(4566);
    forwardedBy(new URL('http://alice:x@proxy:3128'), asked);
    expect(asked).toMatchObject({ hostname: 'localhost', port: 4566, path: '/bucket/key' });
    expect(asked.headers).not.toHaveProperty('proxy-authorization');
  });
});
