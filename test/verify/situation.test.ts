import { grantsOf } from '../../lib/share/grant';
import { hasEnded } from '../../tools/verify/situation';
import { shareWith, walkthroughShare } from '../lib/walkthrough-share';

test('a share has ended from its until on, and one without never', () => {
  const ended = (until: string | undefined, now: string) => {
    const [grant] = grantsOf(until === undefined ? walkthroughShare : shareWith({ until }));
    return hasEnded({ grant: grant!, now: new Date(now) });
  };
  expect(ended('2027-01-31T00:00:00Z', '2027-01-30T23:59:59.999Z')).toBe(false);
  expect(ended('2027-01-31T00:00:00Z', '2027-01-31T00:00:00Z')).toBe(true);
  expect(ended('2027-01-31T00:00:00Z', '2027-01-31T00:00:00.001Z')).toBe(true);
  expect(ended(undefined, '2999-01-01T00:00:00Z')).toBe(false);
});
