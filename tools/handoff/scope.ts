import { sayHandoff as say } from '../../words/say';
import { listed } from '../../words/speech';
import { type Block, oneAfterTheOther, paragraph, table } from './blocks';
import type { HandoffFacts } from './facts';
import { code, codes } from './markdown';
import { signsIn } from '../../lib/share/vendor-kind';

/** Who may do what, and how. */
export function whatYouMayDo(facts: HandoffFacts): Block[] {
  return [table([say('scopeAbout'), say('scopeAnswer')], scopeRows(facts)), roleExplained(facts)];
}

export function scopeRows(facts: HandoffFacts): string[][] {
  const { region, isOptInRegion, vendorAccounts } = facts;
  const optIn = { region: code(region), accounts: listed(codes(vendorAccounts)) };
  return [
    [say('who'), whoYouAre(facts)],
    [say('actions'), whatYouMay(facts)],
    [say('how'), say('howAnswer', { role: code(facts.roleArn) })],
    [say('sessionLength'), say('sessionLengthAnswer')],
    ...(facts.isEncryptedWithKey ? [[say('encryption'), encryption(facts)]] : []),
    ...(isOptInRegion
      ? [[say('region'), say(vendorAccounts.length > 1 ? 'optInAnswerOfSeveral' : 'optInAnswer', optIn)]]
      : []),
  ];
}

export function roleExplained({ kind }: HandoffFacts): Block {
  return paragraph(
    say('roleExplained'),
    say(signsIn(kind) ? 'noCredentialsOfCompany' : 'noCredentialsAtAll'),
  );
}

function whoYouAre({ kind, vendorAccounts, borrowers }: HandoffFacts): string {
  const several = vendorAccounts.length > 1;
  const accounts = listed(codes(vendorAccounts));
  if (kind === 'product') return say(several ? 'whoProductOfSeveral' : 'whoProduct', { accounts });
  if (kind !== 'roles and users') return say(several ? 'whoUsersOfSeveral' : 'whoUsers', { accounts });
  const names = borrowers.map((one) =>
    say(one.kind === 'role' ? 'theRole' : 'theUser', { name: code(several ? one.arn : one.name) }),
  );
  return several ? listed(names) : say('whoBorrowers', { borrowers: listed(names), account: accounts });
}

const ALSO = { location: 'alsoLocation', versions: 'alsoVersions', tags: 'alsoTags' } as const;

function whatYouMay(facts: HandoffFacts): string {
  const places = sharedPlaces(facts).map(code).join(', ');
  const also = facts.alsoRead.map((what) => say(ALSO[what]));
  return also.length === 0 ? say('mayRead', { places }) : say('mayReadMore', { places, also: listed(also) });
}

/** `s3://` addresses of what is shared: the whole bucket, or each prefix. */
function sharedPlaces({ bucket, prefixes }: HandoffFacts): string[] {
  const parts = prefixes.length === 0 ? [''] : prefixes;
  return parts.map((prefix) => `s3://${bucket}/${prefix}`);
}

function encryption({ prefixes }: HandoffFacts): string {
  const sentences = [
    say('encryptionAnswer'),
    ...(prefixes.length === 0 ? [] : [say('encryptionWithPrefixes')]),
  ];
  return oneAfterTheOther(sentences);
}
