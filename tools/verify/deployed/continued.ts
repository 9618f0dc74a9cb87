import { sayReading } from '../../../words/say';
/** A page of S3's lists of configurations. */
interface Page {
  readonly IsTruncated?: boolean | undefined;
  readonly NextContinuationToken?: string | undefined;
}

/** All pages of a list for which the SDK has no paginator. @throws Error if a page says that there are more, and not where */
export async function continued<T extends Page>(
  read: (page: { readonly ContinuationToken?: string }) => Promise<T>,
): Promise<T[]> {
  const pages = [await read({})];
  for (let last = pages.at(-1); last?.IsTruncated === true; last = pages.at(-1)) {
    const { NextContinuationToken: token } = last;
    if (token === undefined) throw new Error(sayReading('no-next-page'));
    pages.push(await read({ ContinuationToken: token }));
  }
  return pages;
}
