// tools/handoff/page.ts and tools/rehearse/aws-cli.ts, with the AWS CLI
import { exec } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { grantsOf } from '../../lib/share/grant';
import { share as shipped } from '../../parameters';
import { AwsCliWalk } from '../../tools/rehearse/aws-cli';
import { createTemporaryHome, type TemporaryHome } from '../../tools/sandbox/clients/temporary-home';
import { deployedSandbox, type DeployedSandbox } from '../deployed-sandbox';
import { describeWith } from './installed';

const shell = promisify(exec);

/** A vendor's user with the handoff page and the AWS CLI, and nothing else. */
describeWith(['aws'], 'the handoff page, typed into a shell', () => {
  let deployed: DeployedSandbox;
  let home: TemporaryHome;

  beforeAll(async () => {
    deployed = await deployedSandbox(shipped);
    const config = /```ini\n([\s\S]*?)```/.exec(deployed.handoff.page)?.[1] ?? '';
    const user = deployed.sandbox.vendorUsers[0]!.assigned;
    home = await createTemporaryHome(
      { config, signedIn: { session: '111111111111', user } },
      deployed.sandbox.url,
    );
  });
  afterAll(async () => {
    home.remove();
    await deployed.stop();
  });

  test('the page’s own commands list the bucket and bring the data', async () => {
    const [, list = '', copy = ''] =
      /```sh\n([\s\S]*?)```/.exec(deployed.handoff.page)?.[1]?.trim().split('\n') ?? [];
    const cwd = mkdtempSync(join(home.folder, 'here-'));

    const { stdout } = await shell(list, { cwd, env: home.environment });
    await shell(copy, { cwd, env: home.environment });

    expect(stdout).toMatch(/ 18 test-data\.txt$/m);
    expect(readFileSync(join(cwd, 'test-data.txt'), 'utf8')).toBe('confidential data\n');
  });

  test('steps 7 to 9 of the walkthrough work with exported keys', async () => {
    const cli = await AwsCliWalk.find(home, new AbortController().signal);
    const [grant] = grantsOf(shipped);

    const results = await cli?.walk(grant!, deployed.handoff, new AbortController().signal);

    expect(results?.map(([name]) => name)).toEqual(['ls', 'cp']);
    expect(results?.[1]?.[1]).toBe('test-data.txt: "confidential data\\n"');
  });

  test('what is copied is what the command says, also where another object is listed before it', async () => {
    const { bucket } = deployed.handoff;
    await deployed.sandbox.objects.put(bucket, 'another.txt', Buffer.from('not this one\n'));
    const cli = await AwsCliWalk.find(home, new AbortController().signal);
    const [grant] = grantsOf(shipped);

    const results = await cli?.walk(grant!, deployed.handoff, new AbortController().signal);

    expect(cli?.typed(grant!, deployed.handoff)).toContain(`aws s3 cp s3://${bucket}/test-data.txt ./`);
    expect(results?.[1]?.[1]).toBe('test-data.txt: "confidential data\\n"');
    await deployed.sandbox.objects.delete(bucket, 'another.txt');
  });

  test('writing is refused in AWS’s words', async () => {
    const put =
      'echo x | aws s3 cp - s3://company-shared-data-bucket-12345/x.txt --profile 111111111111-data';
    await expect(shell(put, { env: home.environment })).rejects.toThrow(
      /AccessDenied.*PutObject operation: User: \S+VendorAccessRole\S+ is not authorized to perform: s3:PutObject/,
    );
  });
});
