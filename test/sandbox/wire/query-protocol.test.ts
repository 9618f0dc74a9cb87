import { QueryInput } from '../../../tools/sandbox/wire/query-protocol';

const input = (form: string) => QueryInput.of(Buffer.from(form));

test('reads texts, lists of texts and lists of structures', () => {
  const read = input(
    'Action=X&Empty=&Names.member.1=a&Names.member.2=b&Tags.member.1.Key=k&Tags.member.1.Value=v&Tags.member.2.Key=l&Tags.member.2.More.member.1=m',
  );
  expect(read.text('Action')).toBe('X');
  expect(read.text('Empty')).toBeUndefined();
  expect(read.texts('Names')).toEqual(['a', 'b']);
  expect(
    read.structures('Tags').map((tag) => [tag.text('Key'), tag.text('Value'), tag.texts('More')]),
  ).toEqual([
    ['k', 'v', []],
    ['l', undefined, ['m']],
  ]);
  expect([read.has('Tags'), read.has('Empty'), read.has('Tag')]).toEqual([true, true, false]);
  expect(read.texts('Nothing')).toEqual([]);
});

test('of two fields of one name the first counts, and a list ends where a number is missing', () => {
  const read = input('A=1&A=2&B.member.1=a&B.member.3=c&C.member.0=a&C.member.01=b');
  expect(read.text('A')).toBe('1');
  expect(read.texts('B')).toEqual(['a']);
  expect(read.texts('C')).toEqual([]);
});

test('names that every object has are no fields', () => {
  const read = input('__proto__.member.1.arn=x&constructor=y');
  expect(read.text('toString')).toBeUndefined();
  expect(read.has('valueOf')).toBe(false);
  expect(read.text('constructor')).toBe('y');
  expect(read.structures('__proto__').map((it) => it.text('arn'))).toEqual(['x']);
  expect(() => read.requiredText('Action')).toThrow("Value null at 'action'");
});

test('a list is no longer than its limit', () => {
  const members = (count: number) =>
    Array.from({ length: count }, (_, index) => `Names.member.${index + 1}=a`).join('&');
  expect(input(members(200)).texts('Names')).toHaveLength(200);
  expect(input(members(10)).texts('Names', 10)).toHaveLength(10);
  expect(() => input(members(201)).texts('Names')).toThrow(
    "Value at 'names' failed to satisfy constraint: Member must have length less than or equal to 200",
  );
  expect(() => input(members(11)).structures('Names', 10)).toThrow(
    "Value at 'names' failed to satisfy constraint: Member must have length less than or equal to 10",
  );
});

test('a form has at most ten thousand fields, and a field as many parts as any operation has', () => {
  const fields = (count: number) => 'A=1&'.repeat(count);
  expect(input(fields(10_000)).text('A')).toBe('1');
  expect(() => input(fields(10_001))).toThrow('The query string contains a syntax error.');
  expect(input(`A${'.b'.repeat(100_000)}=1`).has('A')).toBe(true);
});
