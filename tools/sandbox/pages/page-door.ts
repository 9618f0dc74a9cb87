import type { Readable } from 'node:stream';
import { AwsError, type ServiceResponse } from '../core/service';
import type { World } from '../core/world';
import type { FrontDoor } from '../front-door';
import { checkSender } from '../wire/gate';
import type { ReadBody, RequestHead } from '../wire/http-request';

/** Some pages of the sandbox, and the paths at which they are. */
export interface Pages {
  /** @param path decoded */
  has(path: string, head: RequestHead): boolean;
  answer(head: RequestHead, readBody: ReadBody): Promise<PageAnswer>;
}

/** A page, or a stream of which nobody knows when it ends. */
export type PageAnswer = Omit<ServiceResponse, 'body'> & {
  readonly body: ServiceResponse['body'] | Readable;
};

/**
 * Shows the pages to a browser, and lets everything else through to the front door. The pages stand where S3's anonymous
 * requests come in, and must take nothing from them:
 * - what is signed, or carries any header or parameter of AWS's, goes to the services, whatever its path;
 * - so does what is sent to a bucket's own host (`NAME.localhost`);
 * - so does every path whose first part is the name of a bucket that is there. `/s3/…` is never one, because a bucket's name
 *   has three characters at least; one called `start` or `switchrole` takes the place of that page, so that its public
 *   objects can be read without a signature as on AWS;
 * - only GET, HEAD and POST are for pages. Nobody makes a bucket without a signature.
 */
export class PageDoor {
  constructor(
    private readonly frontDoor: Pick<FrontDoor, 'answer' | 'turnAway'>,
    private readonly world: World,
    private readonly pages: readonly Pages[],
  ) {}

  answer(head: RequestHead, readBody: ReadBody): Promise<PageAnswer> {
    // Every browser asks for it, and there is none.
    if (head.rawPath === '/favicon.ico' && this.isForPages(head))
      return Promise.resolve({ status: 204, headers: { 'cache-control': 'max-age=86400' }, body: '' });
    const pages = this.isForPages(head)
      ? this.pages.find((one) => one.has(decodeURIComponent(head.rawPath), head))
      : undefined;
    return pages === undefined ? this.frontDoor.answer(head, readBody) : show(pages, head, readBody);
  }

  turnAway(error: unknown, method: string, url: string): ServiceResponse {
    return this.frontDoor.turnAway(error, method, url);
  }

  private isForPages({ method, headers, query, rawPath }: RequestHead): boolean {
    const isAws = (name: string): boolean => /^x-amz-|^awsaccesskeyid$/i.test(name);
    const [, first = ''] = rawPath.split('/');
    return (
      /^(?:GET|HEAD|POST)$/.test(method) &&
      headers.authorization === undefined &&
      !Object.keys(headers).some(isAws) &&
      !query.some(([name]) => isAws(name)) &&
      !/\.localhost(?::\d+)?$/i.test(headers.host ?? '') &&
      !this.world.buckets.has(decodeURIComponent(first))
    );
  }
}

/** A page elsewhere must not drive these, and theirs must not be shown within another. */
async function show(pages: Pages, head: RequestHead, readBody: ReadBody): Promise<PageAnswer> {
  try {
    checkSender(head, 's3');
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const headers = { 'content-type': 'text/plain; charset=utf-8' };
    return { status: error.status, headers, body: `${error.message}\n` };
  }
  return pages.answer(head, readBody);
}
