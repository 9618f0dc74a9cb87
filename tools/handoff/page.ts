import { en } from '../../words/handoff/en';
import { listed, speaker } from '../../words/speech';
import { forTheAdministrator } from './administrator';
import { SESSION_NAME } from './aws-config';
import { type Block, bullets, codeBlock, heading, paragraph, steps, table } from './blocks';
import type { HandoffFacts } from './facts';
import { code, codes, plain } from './markdown';
import { whatYouMayDo } from './scope';
import { whenItDoesNotWork } from './troubleshooting';

const say = speaker({ en });

/** The page for the vendor: purpose, scope, end, steps, when it does not work, whom to ask. */
export function handoffPage(facts: HandoffFacts): Block[] {
  return [
    heading(1, say('title', { bucket: code(facts.bucket) })),
    ...whatThisIsFor(facts),
    ...whatYouMayDo(facts),
    ...whenItEnds(facts),
    ...setUp(facts),
    ...commands(facts),
    ...inTheBrowser(facts),
    ...forTheAdministrator(facts),
    ...whenItDoesNotWork(facts),
    ...whomToAsk(facts),
  ];
}

function whatThisIsFor(facts: HandoffFacts): Block[] {
  const { companyName } = facts;
  const slots = { account: code(facts.companyAccount), bucket: code(facts.bucket) };
  return [
    heading(2, say('purposeHeading')),
    paragraph(
      companyName === undefined
        ? say('purpose', slots)
        : say('purposeOfNamed', { ...slots, company: code(companyName) }),
    ),
    ...(facts.kind === 'product' ? valuesToPaste(facts) : []),
  ];
}

function valuesToPaste({ roleArn, externalId = '', bucket, region, prefixes }: HandoffFacts): Block[] {
  return [
    paragraph(say('valuesToPaste')),
    table(
      [say('valuesAsked'), say('value')],
      [
        [say('roleArn'), code(roleArn)],
        ['ExternalId', code(externalId)],
        [say('bucket'), code(bucket)],
        [say('region'), code(region)],
        ...(prefixes.length === 0 ? [] : [[say('prefix'), codes(prefixes).join(', ')]]),
      ],
    ),
    paragraph(say('nothingElse')),
  ];
}

function whenItEnds({ end }: HandoffFacts): Block[] {
  const sentence = () => {
    if (end === undefined) return say('noEnd');
    return say(end.isPast ? 'hasEnded' : 'endsAt', { local: end.local, utc: code(end.at) });
  };
  return [heading(2, say('endHeading')), paragraph(sentence())];
}

const AWS_CLI = 'https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html';

function setUp(facts: HandoffFacts): Block[] {
  const { kind, config, externalId, roleSessionName, fileName } = facts;
  return [
    heading(2, say(kind === 'product' ? 'setUpHeadingOfProduct' : 'setUpHeading')),
    paragraph(say('setUp', { address: AWS_CLI }), say(whatToChange(facts))),
    codeBlock('ini', config),
    paragraph(
      whatTheProfilesDo(facts),
      say('sessionName', { name: code(roleSessionName), others: code(SESSION_NAME.others) }),
    ),
    ...(externalId === undefined ? [] : [paragraph(say('externalId'))]),
    paragraph(say('ownNames', { name: code(fileName) })),
  ];
}

function whatToChange({ kind, borrowers: [first] }: HandoffFacts): 'asItIs' | 'fillIn' | 'fillInProfile' {
  if (kind === 'permission set') return 'fillIn';
  return kind === 'roles and users' && first?.kind === 'role' ? 'fillInProfile' : 'asItIs';
}

function whatTheProfilesDo({ kind, profiles, borrowers: [first] }: HandoffFacts): string {
  const user = code(profiles.permissionSet);
  const data = code(profiles.borrowedRole);
  if (kind === 'product') return say('profileOfProduct', { data });
  if (kind !== 'roles and users' || first === undefined) return say('profilesOfPeople', { user, data });
  const slots = { user, data, name: code(first.name) };
  return first.kind === 'role' ? say('profilesOfRole', slots) : say('profilesOfUser', slots);
}

function commands({ kind, commands: lines }: HandoffFacts): Block[] {
  const signsIn = kind === 'identity center' || kind === 'permission set';
  return [
    heading(2, say(kind === 'product' ? 'commandsHeadingOfProduct' : 'commandsHeading')),
    codeBlock('sh', lines.join('\n')),
    paragraph(say(signsIn ? 'commandsOfPeople' : 'commandsOfOthers')),
  ];
}

function inTheBrowser(facts: HandoffFacts): Block[] {
  const { kind, consoleLinks, externalId = '', companyAccount } = facts;
  if (kind === 'product') return [];
  if (consoleLinks === undefined) {
    return [
      heading(2, say('browserImpossibleHeading')),
      paragraph(say('browserImpossible', { externalId: code(externalId) })),
    ];
  }
  const addresses = consoleLinks.bucket.map((link) => `<${link}>`).join(' ');
  return [
    heading(2, say('browserHeading')),
    paragraph(say('browserInOrder')),
    steps(
      [paragraph(signInToTheConsole(facts))],
      [paragraph(say('browserSwitchRole', { address: consoleLinks.switchRole }))],
      [paragraph(say('browserOpen', { addresses }))],
    ),
    paragraph(say('browserHome')),
    paragraph(say('browserSessions', { account: code(companyAccount) })),
  ];
}

function signInToTheConsole({ kind, startUrl, vendorAccounts, borrowers, admin }: HandoffFacts): string {
  const accounts = listed(codes(vendorAccounts), 'or');
  const permissionSet = code(admin.permissionSetName);
  if (startUrl !== undefined) return say('browserSignIn', { address: startUrl, accounts, permissionSet });
  if (kind !== 'roles and users') return say('browserSignInAsAlways', { accounts, permissionSet });
  const names = borrowers.map((one) =>
    say(one.kind === 'role' ? 'theRole' : 'theUser', { name: code(one.name) }),
  );
  return say('browserSignInAs', { accounts, borrowers: listed(names, 'or') });
}

function whomToAsk({ contact }: HandoffFacts): Block[] {
  return [
    heading(2, say('whomToAskHeading')),
    bullets([
      contact === undefined ? say('askSender') : say('askCompany', { contact: plain(contact) }),
      say('askAdministrator'),
    ]),
  ];
}
