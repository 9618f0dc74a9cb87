import { assumeRolePolicy } from '../../lib/policy-documents';
import { bucketConsoleLink, switchRoleLink } from '../../lib/share/console-links';
import type { Grant } from '../../lib/share/grant';
import type { Share } from '../../lib/share/share';
import { isOptIn } from '../../lib/share/validation/regions';
import { sayCli } from '../../words/say';
import { inLanguage, type Language, language } from '../../words/speech';
import { PlainError } from '../exit-code';
import { awsConfig, profileNames, roleSessionName, SESSION_NAME } from './aws-config';
import type { AdminTask, Commands, HandoffFacts } from './facts';
import { grantFile } from './grant-file';
import { markdown } from './markdown';
import { handoffPage } from './page';
import { option, powerShellWord, shellWord } from './shell';
import { type Clock, endAt, machineClock } from '../until';
import { borrowersOf, givenHalf } from './vendor-half';
import { signsIn, vendorKind } from '../../lib/share/vendor-kind';

/** Everything that a vendor has to be told, and the page that tells it. */
export interface Handoff extends HandoffFacts {
  /** All of it as Markdown. */
  readonly page: string;
}

export interface HandoffOptions {
  /** @default - this machine's */
  readonly clock?: Clock;
  /**
   * Whom the company's log shows: a page for one person.
   * @default - the vendor and its account
   */
  readonly sessionName?: string;
  /**
   * Of the page: one after the other.
   * @default - the one that is spoken
   */
  readonly languages?: readonly Language[];
}

/** Written from the parameters and the clock: no network, no files. */
export function writeHandoff(grant: Grant, share: Share, options: HandoffOptions = {}): Handoff {
  const { vendor } = grant;
  const { clock = machineClock(), sessionName = roleSessionName(grant), languages = [language()] } = options;
  const prefixes = vendor.prefixes ?? [];
  const sample = sampleKey(grant, share);
  const facts: HandoffFacts = {
    vendor: grant.name,
    issuedAt: { at: clock.now.toISOString(), timeZone: clock.timeZone },
    kind: vendorKind(grant),
    fileName: grant.fileName,
    vendorAccounts: grant.accounts,
    ...(grant.identityCenter && { startUrl: grant.identityCenter.startUrl }),
    ...(share.company.contact !== undefined && { contact: share.company.contact }),
    ...(share.company.name !== undefined && { companyName: share.company.name }),
    companyAccount: grant.companyAccount,
    roleArn: grant.roleArn,
    bucket: grant.bucketName,
    region: share.company.region,
    isOptInRegion: isOptIn(share.company.region),
    bucketIsThere: grant.bucketIsThere,
    prefixes,
    alsoRead: vendor.alsoRead ?? [],
    isEncryptedWithKey: share.company.kmsKey !== undefined,
    ...(vendor.until === undefined ? {} : { until: vendor.until, end: endAt(vendor.until, clock) }),
    ...(vendor.externalId === undefined
      ? {
          consoleLinks: {
            switchRole: switchRoleLink(grant),
            bucket: bucketLinks(grant, prefixes),
          },
        }
      : { externalId: vendor.externalId }),
    borrowers: borrowersOf(grant),
    roleSessionName: sessionName,
    profiles: profileNames(grant),
    config: awsConfig(grant, share, grant.identityCenter, sessionName),
    commands: commandsOf(grant, share, shellWord),
    commandsInPowerShell: commandsOf(grant, share, powerShellWord),
    ...(sample === undefined ? {} : { sampleKey: sample }),
    admin: adminTask(grant),
    grant: grantFile(grant, share),
  };
  const pages = languages.map((one) => inLanguage(one, () => markdown(handoffPage(facts))));
  return { ...facts, page: pages.join('\n---\n\n') };
}

/**
 * A person's name for the company's log.
 *
 * @throws PlainError if AWS does not take it
 */
export function sessionNameOf(user: string): string {
  if (SESSION_NAME.pattern.test(user)) return user;
  throw new PlainError(
    sayCli('userNoSessionName', { others: SESSION_NAME.others, user: JSON.stringify(user) }),
  );
}

/** The first seed object that this vendor may read. */
function sampleKey({ vendor: { prefixes } }: Grant, share: Share): string | undefined {
  const inReach = (key: string) =>
    prefixes === undefined || prefixes.some((prefix) => key.startsWith(prefix));
  return share.company.seedObjects.find(({ key }) => inReach(key))?.key;
}

function commandsOf(grant: Grant, share: Share, quoted: (word: string) => string): Commands {
  const profiles = profileNames(grant);
  const prefixes = grant.vendor.prefixes ?? [];
  const prefix = prefixes[0] ?? '';
  const place = `s3://${grant.bucketName}/${prefix}`;
  const key = sampleKey(grant, share);
  const file = key === undefined ? `${place}NAME-OF-A-FILE` : `s3://${grant.bucketName}/${key}`;
  const asBorrower = option('--profile', profiles.borrowedRole, quoted);
  return [
    signsIn(vendorKind(grant))
      ? `aws sso login ${option('--profile', profiles.permissionSet, quoted)}`
      : `aws sts get-caller-identity ${asBorrower}`,
    `aws s3 ls ${quoted(place)} ${asBorrower}`,
    `aws s3 cp ${quoted(file)} ./ ${asBorrower}`,
  ];
}

function bucketLinks(grant: Grant, prefixes: readonly string[]): string[] {
  if (prefixes.length === 0) return [bucketConsoleLink(grant)];
  return prefixes.map((prefix) => bucketConsoleLink(grant, prefix));
}

function adminTask(grant: Grant): AdminTask {
  const template = givenHalf(grant);
  return {
    ...(grant.identityCenter && {
      place: {
        account: grant.identityCenter.account,
        region: grant.identityCenter.region,
        stackName: grant.vendorStackName,
      },
    }),
    permissionSetName: grant.permissionSetName,
    permissionSetDescription: grant.permissionSetDescription,
    sessionDuration: grant.sessionDuration,
    inlinePolicy: assumeRolePolicy(grant),
    assignees: (grant.identityCenter?.assignees ?? []).map(({ type, name, id }) => ({ type, name, id })),
    ...(template && { template }),
  };
}
