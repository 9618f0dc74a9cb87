import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { Agent, request } from 'node:http';

export interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** S3 by hand, so that little but the server's time is measured: addresses are signed before, connections are kept. */
export class S3Requests {
  private readonly agent = new Agent({ keepAlive: true });
  private readonly signer: SignatureV4;

  constructor(
    private readonly url: string,
    credentials: Keys,
  ) {
    const region = 'us-east-1';
    this.signer = new SignatureV4({
      service: 's3',
      region,
      credentials,
      sha256: Sha256,
      uriEscapePath: false,
    });
  }

  /** A presigned address and its method: `PUT http://…`. */
  async signed(method: string, path: string, query: Record<string, string> = {}): Promise<string> {
    const { host, hostname } = new URL(this.url);
    const address = encodeURI(path);
    const headers = { host, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' };
    const { query: all } = await this.signer.presign(
      { method, protocol: 'http:', hostname, path: address, query, headers },
      { expiresIn: 3600, unhoistableHeaders: new Set(['x-amz-content-sha256']) },
    );
    const pairs = Object.entries(all ?? {}).map(
      ([name, value]) => `${name}=${encodeURIComponent(String(value))}`,
    );
    return `${method} ${this.url}${address}?${pairs.join('&')}`;
  }

  /** @throws Error for any answer but 200 */
  send(signed: string, body?: Buffer): Promise<Buffer> {
    const [method = '', url = ''] = signed.split(' ');
    const headers = { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' };
    return new Promise((resolve, reject) => {
      request(url, { method, headers, agent: this.agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const answer = Buffer.concat(chunks);
          if (response.statusCode === 200) resolve(answer);
          else reject(new Error(`${method} ${url}: ${response.statusCode} ${answer.toString()}`));
        });
      })
        .on('error', reject)
        .end(body);
    });
  }
}
