import { continued } from '../../../tools/verify/deployed/continued';

const reader = (
  ...pages: readonly { readonly IsTruncated?: boolean; readonly NextContinuationToken?: string }[]
) => {
  const asked: object[] = [];
  const read = (page: { readonly ContinuationToken?: string }) => {
    asked.push(page);
    return Promise.resolve(pages[asked.length - 1]!);
  };
  return { asked, read };
};

test('a list of several pages is read to its end, each from where the one before ended', async () => {
  const pages = [
    { IsTruncated: true, NextContinuationToken: 'a' },
    { IsTruncated: true, NextContinuationToken: 'b' },
    { IsTruncated: false, NextContinuationToken: 'c' },
  ];
  const { asked, read } = reader(...pages);

  expect(await continued(read)).toEqual(pages);
  expect(asked).toEqual([{}, { ContinuationToken: 'a' }, { ContinuationToken: 'b' }]);
});

test('a page that does not say whether there are more is the last', async () => {
  const { asked, read } = reader({});

  expect(await continued(read)).toEqual([{}]);
  expect(asked).toHaveLength(1);
});

test('a list that does not say where it goes on is not taken for whole', async () => {
  await expect(continued(reader({ IsTruncated: true }).read)).rejects.toThrow(
    'the list has more pages, and AWS does not say where',
  );
});
