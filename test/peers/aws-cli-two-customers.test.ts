// tools/handoff/aws-config.ts and bin/actions/handoff.ts, with the AWS CLI
import { exec } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { handoffCommand } from '../../bin/commands/handoff';
import type { Share } from '../../lib/share/share';
import { writeSsoToken } from '../../tools/sandbox/clients/aws-files';
import { createTemporaryHome, type TemporaryHome } from '../../tools/sandbox/clients/temporary-home';
import { deployedSandbox, type DeployedSandbox } from '../deployed-sandbox';
import { walkthroughShare } from '../lib/walkthrough-share';
import { memoryTerminal } from '../memory-terminal';
import { describeWith } from './installed';

const shell = promisify(exec);

function customer(name: string, account: string): Share {
  const bucketName = `${name}-shared-data`;
  const seedObjects = [{ key: 'test-data.txt', content: `data of ${name}\n` }];
  return {
    ...walkthroughShare,
    company: { ...walkthroughShare.company, name, account, bucketName, seedObjects },
  };
}

/** Each company is a sandbox of its own, which has the vendor's account, too: a sandbox has one company. */
describeWith(['aws'], 'a vendor’s user with two customers', () => {
  let customers: readonly (readonly [session: string, DeployedSandbox])[];
  let home: TemporaryHome;

  beforeAll(async () => {
    const acme = await deployedSandbox(customer('acme', '111111111111'));
    const globex = await deployedSandbox(customer('globex', '444444444444'));
    customers = [
      ['acme', acme],
      ['globex', globex],
    ];
    home = await createTemporaryHome({}, acme.sandbox.url);
    const config = home.environment['AWS_CONFIG_FILE'] ?? '';
    writeFileSync(config, '[profile own]\nregion = eu-west-1');
    for (const [session, { sandbox, share }] of customers) {
      // npm run handoff -- --config >> ~/.aws/config
      const terminal = memoryTerminal();
      await handoffCommand(share, terminal).parseAsync(['--config'], { from: 'user' });
      appendFileSync(config, terminal.printed());
      await writeSsoToken(home.folder, session, sandbox.vendorUsers[0]!.assigned);
    }
  });
  afterAll(async () => {
    home.remove();
    await Promise.all(customers.map(([, deployed]) => deployed.stop()));
  });

  test('pastes both configs into one file, and reads both buckets with the commands of their pages', async () => {
    for (const [name, { sandbox, handoff }] of customers) {
      const env = { ...home.environment, AWS_ENDPOINT_URL: sandbox.url };
      const [, list, copy] = handoff.commands;
      const listed = await shell(list, { cwd: home.folder, env });
      await shell(copy, { cwd: home.folder, env });

      expect(list).toBe(`aws s3 ls s3://${name}-shared-data/ --profile ${name}-data`);
      expect(listed.stdout).toMatch(/ test-data\.txt$/m);
      expect(readFileSync(join(home.folder, 'test-data.txt'), 'utf8')).toBe(`data of ${name}\n`);
    }
  });

  test('and the profile that was there before is as it was', async () => {
    const { stdout } = await shell('aws configure get region --profile own', { env: home.environment });
    expect(stdout).toBe('eu-west-1\n');
  });
});
