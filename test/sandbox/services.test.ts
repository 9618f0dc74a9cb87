import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyWorld } from '../../tools/sandbox/core/world';
import { ObjectData } from '../../tools/sandbox/s3/object-data';
import { servicesOf } from '../../tools/sandbox/services';

test('docs/sandbox.md lists every operation that there is, and no other', () => {
  const page = readFileSync(join(__dirname, '../../docs/sandbox.md'), 'utf8');
  const listed = [...page.matchAll(/^\| [^|]+ \| ([A-Z][A-Za-z, ]+) \|$/gm)].flatMap(([, names = '']) =>
    names.split(', '),
  );
  const carriedOut = servicesOf(emptyWorld(), new ObjectData()).flatMap(({ operations }) => [
    ...new Set(operations),
  ]);
  expect(listed.sort()).toEqual(carriedOut.sort());
  expect(carriedOut).toContain('AssumeRole');
});
