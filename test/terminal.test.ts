import { widthFor } from '../tools/terminal';

test.each([
  [0, 80],
  [undefined, 110],
  [60, 60],
  [300, 140],
])('a terminal of %s columns is written %i wide', (columns, width) => {
  expect(widthFor(columns)).toBe(width);
});
