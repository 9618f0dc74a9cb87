import { sayHandoff as say } from '../../words/say';
import { listed } from '../../words/speech';
import { forTheAdministrator } from './administrator';
import { SESSION_NAME } from './aws-config';
import { type Block, bullets, codeBlock, heading, paragraph, steps, table } from './blocks';
import type { HandoffFacts } from './facts';
import { dayInWords, localAndUtc } from '../until';
import { code, codes, plain } from './markdown';
import { whatYouMayDo } from './scope';
import { whenItDoesNotWork } from './troubleshooting';
import { signsIn } from '../../lib/share/vendor-kind';

/** The page for the vendor: purpose, scope, end, steps, when it does not work, whom to ask. */
export function handoffPage(facts: HandoffFacts): Block[] {
  return [
    heading(1, say('title', { bucket: code(facts.bucket) })),
    paragraph(issued(facts)),
    heading(2, say('purposeHeading')),
    ...whatThisIsFor(facts),
    heading(2, say('scopeHeading')),
    ...whatYouMayDo(facts),
    heading(2, say('endHeading')),
    paragraph(whenItEnds(facts)),
    ...setUp(facts),
    ...commands(facts),
    ...inTheBrowser(facts),
    ...forTheAdministrator(facts),
    ...whenItDoesNotWork(facts),
    ...whomToAsk(facts),
  ];
}

/** From whom the page is, of which day, and whom to ask. */
export function issued(facts: HandoffFacts): string {
  const { companyName, companyAccount, issuedAt } = facts;
  return say('issued', {
    company: companyName === undefined ? say('theCompany') : code(companyName),
    account: code(companyAccount),
    day: dayInWords(issuedAt.at, issuedAt.timeZone),
    contact: contactOf(facts),
  });
}

/** Whom at the company the reader asks. */
export function contactOf({ contact }: HandoffFacts): string {
  return contact === undefined ? say('sender') : plain(contact);
}

export function whatThisIsFor(facts: HandoffFacts): Block[] {
  const { companyName } = facts;
  const slots = { account: code(facts.companyAccount), bucket: code(facts.bucket) };
  return [
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

export function whenItEnds({ end }: HandoffFacts): string {
  if (end === undefined) return say('noEnd');
  return say(end.isPast ? 'hasEnded' : 'endsAt', { end: localAndUtc(end, code(end.at)) });
}

export const AWS_CLI = 'https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html';

function setUp(facts: HandoffFacts): Block[] {
  return [
    heading(2, setUpHeading(facts)),
    paragraph(say('setUp', { address: AWS_CLI }), whatToChange(facts)),
    codeBlock('ini', facts.config),
    ...aboutTheConfig(facts),
  ];
}

export function setUpHeading({ kind }: HandoffFacts): string {
  return say(kind === 'product' ? 'setUpHeadingOfProduct' : 'setUpHeading');
}

export function aboutTheConfig(facts: HandoffFacts): Block[] {
  const { externalId, roleSessionName, fileName } = facts;
  return [
    paragraph(
      whatTheProfilesDo(facts),
      say('sessionName', { name: code(roleSessionName), others: code(SESSION_NAME.others) }),
    ),
    ...(externalId === undefined ? [] : [paragraph(say('externalId'))]),
    paragraph(say('ownNames', { name: code(fileName) })),
  ];
}

export function whatToChange({ kind, borrowers: [first] }: HandoffFacts): string {
  if (kind === 'permission set') return say('fillIn');
  if (kind === 'product') return say('asItIsOnMachine');
  return say(kind === 'roles and users' && first?.kind === 'role' ? 'fillInProfile' : 'asItIs');
}

function whatTheProfilesDo({ kind, profiles, borrowers: [first] }: HandoffFacts): string {
  const user = code(profiles.permissionSet);
  const data = code(profiles.borrowedRole);
  if (kind === 'product') return say('profileOfProduct', { data });
  if (kind !== 'roles and users' || first === undefined) return say('profilesOfPeople', { user, data });
  const slots = { user, data, name: code(first.name) };
  return first.kind === 'role' ? say('profilesOfRole', slots) : say('profilesOfUser', slots);
}

function commands(facts: HandoffFacts): Block[] {
  return [
    heading(2, commandsHeading(facts)),
    codeBlock('sh', facts.commands.join('\n')),
    paragraph(say(signsIn(facts.kind) ? 'commandsOfPeople' : 'commandsOfOthers')),
  ];
}

export function commandsHeading({ kind }: HandoffFacts): string {
  return say(kind === 'product' ? 'commandsHeadingOfProduct' : 'commandsHeading');
}

/** What each of the three commands is for. */
export function captions(facts: HandoffFacts): string[] {
  return [
    say(signsIn(facts.kind) ? 'signIn' : 'seeIdentity'),
    say('list'),
    facts.sampleKey === undefined ? say('copyNamed', { name: code('NAME-OF-A-FILE') }) : say('copy'),
  ];
}

function inTheBrowser(facts: HandoffFacts): Block[] {
  if (facts.kind === 'product') return [];
  const list = browserSteps(facts);
  if (list.length === 0) return [heading(2, browserHeading(facts)), ...aboutTheBrowser(facts)];
  return [
    heading(2, browserHeading(facts)),
    paragraph(say('browserInOrder')),
    steps(
      ...list.map(({ label, text, addresses }) => {
        const links = addresses.map((address) => `<${address}>`);
        return [paragraph([`**${label}:**`, text, ...links].join(' '))];
      }),
    ),
    ...aboutTheBrowser(facts),
  ];
}

export function browserHeading({ consoleLinks }: HandoffFacts): string {
  return say(consoleLinks === undefined ? 'browserImpossibleHeading' : 'browserHeading');
}

/** One thing to do in the browser. */
export interface BrowserStep {
  readonly whose: 'vendor' | 'company';
  readonly label: string;
  readonly text: string;
  /** Of the bucket's prefixes one each. */
  readonly addresses: readonly string[];
}

/** None where an ExternalId is required. */
export function browserSteps(facts: HandoffFacts): BrowserStep[] {
  const { consoleLinks, startUrl } = facts;
  if (consoleLinks === undefined) return [];
  return [
    {
      whose: 'vendor',
      label: say('browserSignInLabel'),
      text: signInToTheConsole(facts),
      addresses: startUrl === undefined ? [] : [startUrl],
    },
    {
      whose: 'company',
      label: say('browserSwitchRoleLabel'),
      text: say('browserSwitchRole'),
      addresses: [consoleLinks.switchRole],
    },
    {
      whose: 'company',
      label: say('browserOpenLabel'),
      text: say('browserOpen'),
      addresses: consoleLinks.bucket,
    },
  ];
}

export function aboutTheBrowser({ consoleLinks, externalId = '', companyAccount }: HandoffFacts): Block[] {
  if (consoleLinks === undefined) {
    return [paragraph(say('browserImpossible', { externalId: code(externalId) }))];
  }
  return [
    paragraph(say('browserHome')),
    paragraph(say('browserSessions', { account: code(companyAccount) })),
  ];
}

function signInToTheConsole({ kind, startUrl, vendorAccounts, borrowers, admin }: HandoffFacts): string {
  const accounts = listed(codes(vendorAccounts), 'or');
  const permissionSet = code(admin.permissionSetName);
  if (startUrl !== undefined) return say('browserSignIn', { accounts, permissionSet });
  if (kind !== 'roles and users') return say('browserSignInAsAlways', { accounts, permissionSet });
  const names = borrowers.map((one) =>
    say(one.kind === 'role' ? 'theRole' : 'theUser', { name: code(one.name) }),
  );
  return say('browserSignInAs', { accounts, borrowers: listed(names, 'or') });
}

export function whomToAsk(facts: HandoffFacts): Block[] {
  return [
    heading(2, say('whomToAskHeading')),
    bullets([say('askCompany', { contact: contactOf(facts) }), say('askAdministrator')]),
  ];
}
