// tools/handoff/vendor-half.ts and the pages of tools/handoff/page.ts, typed into a shell
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { grantsOf } from '../../lib/share/grant';
import type { Vendor } from '../../lib/share/share';
import { vendorHalfTemplate } from '../../tools/handoff/vendor-half';
import { deployVendorHalfTyped } from '../../tools/rehearse/deploy-vendor-half';
import { createTemporaryHome } from '../../tools/sandbox/clients/temporary-home';
import { startSandbox } from '../../tools/sandbox/sandbox';
import { walkthroughShare } from '../lib/walkthrough-share';
import { describeWith } from './installed';

const run = promisify(execFile);

describeWith(['aws'], 'aws cloudformation deploy, with the handoff’s template', () => {
  test.each<[string, Partial<Vendor>]>([
    ['the permission set', {}],
    ['the policy of a role', { borrowers: ['arn:aws:iam::222222222222:role/jobs/etl'] }],
  ])(
    '%s: deployed as it is typed, and again without changes',
    async (_, vendor) => {
      const share = { ...walkthroughShare, vendors: [{ account: '222222222222', ...vendor }] };
      const [grant] = grantsOf(share);
      const sandbox = await startSandbox({ share });
      const { administrators } = sandbox;
      const home = await createTemporaryHome({ administrators }, sandbox.url);
      writeFileSync(
        join(home.folder, `${grant!.fileName}.vendor-half.template.json`),
        JSON.stringify(vendorHalfTemplate(grant!)),
      );
      const [program = '', ...words] = deployVendorHalfTyped(grant!, 'BorrowFromCompany', 'vendor').split(
        ' ',
      );
      const options = { env: home.environment, cwd: home.folder };
      const first = await run(program, words, options);
      // The CLI names a change set by the second in which it is made, and one of that name may be there only once.
      await sleep(1000 - (Date.now() % 1000));
      // Version 1 of the CLI fails without it where there is nothing to do, version 2 does not.
      const again = await run(program, [...words, '--no-fail-on-empty-changeset'], options);
      const [center] = sandbox.world.identityCenters.values();
      const account = sandbox.world.accounts.get('222222222222')!;
      home.remove();
      await sandbox.stop();

      expect(first.stdout).toContain('Successfully created/updated stack - BorrowFromCompany');
      expect(again.stdout).toContain('No changes to deploy. Stack BorrowFromCompany is up to date');
      if (vendor.borrowers === undefined) {
        expect(center!.assignments.map(({ targetAccount }) => targetAccount)).toEqual(['222222222222']);
        return;
      }
      expect([...account.roles.get('etl')!.attachedPolicies]).toEqual([
        'arn:aws:iam::222222222222:policy/AllowAssumeCompanyRole',
      ]);
    },
    60_000,
  );
});
