// docs/shares.md: every file on it, and tools/rehearse and tools/verify behind it
import { validateShare } from '../lib/share/validate-share';
import { ExitCode } from '../tools/exit-code';
import { rehearsed } from './rehearse/rehearsed';
import { sharesOfThePage } from './shares-page';
import { verifyIn } from './verify/verify-in';

test.each(sharesOfThePage())(
  '%s: it is rehearsed as promised, and read live',
  async (_title, candidate) => {
    await rehearsed(validateShare(candidate), async ({ result, deployed }) => {
      expect([result.problems, result.verification.exitCode]).toEqual([[], ExitCode.AsPromised]);
      const { run, text } = await verifyIn(deployed, { profiles: ['company'], deployed: true });
      if (run.exitCode !== ExitCode.AsPromised) throw new Error(text);
    });
  },
  60_000,
);
