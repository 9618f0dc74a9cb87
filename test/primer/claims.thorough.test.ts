// docs/assume-role.md and docs/assume-role.ja.md: every claim, by SDK against the sandbox
import { withEnvironment } from '../../tools/sandbox/clients/temporary-home';
import { type Claim, CLAIMS, notPrinted, shownIn } from './claims';
import { Denied, Hands } from './hands';
import { type Reader, startReader } from './reader';

interface Outcome {
  readonly fails: boolean;
  readonly printed: string;
  readonly remark?: string | undefined;
}

const outcomes = new Map<string, Outcome>();
let reader: Reader;

/** One after the other, as a reader types them: what one does, the next one finds. */
beforeAll(async () => {
  reader = await startReader();
  await withEnvironment(reader.environment, async () => {
    const hands = new Hands();
    for (const [title, claim] of CLAIMS) outcomes.set(title, await outcomeOf(claim, hands));
  });
}, 120_000);

afterAll(() => reader.stop());

async function outcomeOf(claim: Claim, hands: Hands): Promise<Outcome> {
  try {
    return { fails: false, printed: await claim.bySdk(hands) };
  } catch (error) {
    if (error instanceof Denied) return { fails: true, printed: error.message, remark: error.remark };
    return { fails: true, printed: String(error) };
  }
}

test.each(CLAIMS)('%s', (title, claim) => {
  const { fails, printed, remark } = outcomes.get(title)!;

  const missing = (['en', 'ja'] as const).flatMap((language) =>
    notPrinted(shownIn(language, claim), printed),
  );
  expect({ fails, missing }).toEqual({ fails: claim.fails ?? false, missing: [] });
  if (claim.fails && claim.remark !== undefined) expect(remark).toBe(claim.remark);
});
