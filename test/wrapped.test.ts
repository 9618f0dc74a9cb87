import fc from 'fast-check';
import { hanging, padded, widthOf, wrapped } from '../tools/wrapped';

test('English breaks at spaces, and what is wider than the line stays whole', () => {
  expect(wrapped('the role arn:aws:iam::111111111111:role/R is denied', 12)).toEqual([
    'the role',
    'arn:aws:iam::111111111111:role/R',
    'is denied',
  ]);
});

test('a Japanese character takes two columns, and a line may break after it', () => {
  expect(widthOf('役割 a')).toBe(6);
  expect(padded('役割', 6)).toBe('役割  ');
  expect(wrapped('両方のアカウントが許可します', 10)).toEqual(['両方のアカ', 'ウントが許', '可します']);
});

test('nothing that closes begins a line, nothing that opens ends one', () => {
  expect(wrapped('許可した。次へ', 8)).toEqual(['許可し', 'た。次へ']);
  expect(wrapped('これは「約束」です', 8)).toEqual(['これは', '「約束」', 'です']);
  expect(wrapped('ロールのセッション', 8)).toEqual(['ロールの', 'セッショ', 'ン']);
});

test('code in backticks is never cut, nor the comma behind it', () => {
  expect(wrapped('次に `npm run verify -- --profile a`、それから', 20)).toEqual([
    '次に',
    '`npm run verify -- --profile a`、',
    'それから',
  ]);
});

test('nothing is lost, and no line begins with what closes', () => {
  const text = fc
    .string({ unit: fc.constantFrom(...'ab 、。「」あア漢ー`()x. ') })
    .map((one) => one.replaceAll(/ +(?=[、。」ー])/g, ''));
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 30 }), (sentence, width) => {
      const lines = wrapped(sentence, width);
      expect(lines.join('').replaceAll(' ', '')).toBe(sentence.replaceAll(' ', ''));
      for (const line of lines.slice(1)) expect(line).not.toMatch(/^[、。」ー]/);
    }),
  );
});

test('text beside a label begins every line below its first', () => {
  expect(hanging('原因はベンダー側の許可セットにあります', 6, 26)).toBe(
    '原因はベンダー側の許\n      可セットにあります',
  );
});
