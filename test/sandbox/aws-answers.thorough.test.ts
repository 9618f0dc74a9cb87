// tools/sandbox/: what AWS is recorded to answer
import answers from '../cases/aws-answers.json';
import { CLOUDFORMATION_SITUATIONS } from './aws-answers/cloudformation-situations';
import { IAM_SITUATIONS } from './aws-answers/iam-situations';
import { NOT_HERE } from './aws-answers/not-here';
import { S3_SITUATIONS } from './aws-answers/s3-situations';
import { SIGN_IN_SITUATIONS } from './aws-answers/sign-in-situations';
import type { Situations } from './aws-answers/situation';
import { ANOTHER_SHARE, type Names, Stage, WALKTHROUGH } from './aws-answers/stage';
import { STS_SITUATIONS } from './aws-answers/sts-situations';
import type { Refusal } from './raw-answer';

const SITUATIONS: Situations = {
  ...SIGN_IN_SITUATIONS,
  ...STS_SITUATIONS,
  ...S3_SITUATIONS,
  ...IAM_SITUATIONS,
  ...CLOUDFORMATION_SITUATIONS,
};

/** The others are advice: nobody has seen AWS say so. */
const seen = answers.filter(({ confidence }) => confidence === 'live' || confidence === 'documented');

test('every answer that was seen is here or is said not to be', () => {
  const known = [...Object.keys(SITUATIONS), ...Object.keys(NOT_HERE)];
  expect(known.sort()).toEqual(seen.map(({ id }) => id).sort());
});

describe.each([
  ['the walkthrough’s share', WALKTHROUGH],
  ['another share', ANOTHER_SHARE],
])('with %s', (_share, names) => {
  let stage: Stage;
  beforeAll(async () => (stage = await Stage.start(names)));
  afterEach(() => stage.reset());
  afterAll(() => stage.sandbox.stop());

  test.each(
    seen.filter(({ id }) => id in SITUATIONS).map((entry) => [entry.id, entry.situation, entry] as const),
  )('%s: %s', async (id, _situation, entry) => {
    expect(await SITUATIONS[id]!(stage)).toEqual(renamed(entry, names));
  });
});

/** An entry's answer with the names of a share in the place of the walkthrough's. */
function renamed({ code, httpStatus, message }: Refusal, names: Names): Refusal {
  let said = message;
  for (const name of Object.keys(names) as (keyof Names)[])
    said = said?.replaceAll(WALKTHROUGH[name], names[name]) ?? null;
  return { code, httpStatus, message: said };
}
