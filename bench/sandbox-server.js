// A sandbox for bench/objects.ts, of the checkout that is the working directory: any version, so what every version has.
require('tsx/cjs');
const { join } = require('node:path');

const { startSandbox } = require(join(process.cwd(), 'tools/sandbox/sandbox'));
const { share } = require(join(process.cwd(), 'parameters'));

startSandbox({ share }).then(({ url, administrators }) => {
  const { accessKeyId, secretAccessKey } = administrators.get('company').credential;
  process.send({ url, accessKeyId, secretAccessKey });
});
process.on('message', () => process.send(process.memoryUsage.rss()));
process.on('disconnect', () => process.exit());
