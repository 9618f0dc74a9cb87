declare module 'proxy-from-env' {
  /** @returns the proxy's URL, or '' */
  export function getProxyForUrl(url: string): string;
}
