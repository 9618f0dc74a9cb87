// A sandbox for bench/objects.ts, of the checkout that is the working directory: any version, so what every version has.
require('tsx/cjs');
const { existsSync } = require('node:fs');
const { join } = require('node:path');

const { startSandbox } = require(join(process.cwd(), 'tools/sandbox/sandbox'));
const { share } = require(join(process.cwd(), 'parameters'));

const smallHeap = join(process.cwd(), 'tools/sandbox/small-heap.ts');

startSandbox({ share }).then(({ url, administrators }) => {
  if (existsSync(smallHeap)) require(smallHeap).keepHeapSmall(); // as the command does
  const { accessKeyId, secretAccessKey } = administrators.get('company').credential;
  process.send({ url, accessKeyId, secretAccessKey });
});
process.on('message', () => process.send(process.memoryUsage.rss()));
process.on('disconnect', () => process.exit());
