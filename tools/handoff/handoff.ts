import { assumeRolePolicy } from '../../lib/policy-documents';
import { bucketConsoleLink, switchRoleLink } from '../../lib/share/console-links';
import type { Grant } from '../../lib/share/grant';
import type { Share } from '../../lib/share/share';
import { awsConfig, profileNames, roleSessionName } from './aws-config';
import type { AdminTask, HandoffFacts } from './facts';
import { handoffPage } from './page';

/** Everything that a vendor has to be told, and the page that tells it. */
export interface Handoff extends HandoffFacts {
  /** All of it as Markdown. */
  readonly page: string;
}

/** Written from the parameters alone: no network, no clock, no files. */
export function writeHandoff(grant: Grant, share: Share): Handoff {
  const { vendor } = grant;
  const prefixes = vendor.prefixes ?? [];
  const sample = sampleKey(grant, share);
  const facts: HandoffFacts = {
    vendor: grant.name,
    vendorAccounts: grant.accounts,
    ...(grant.identityCenter && { startUrl: grant.identityCenter.startUrl }),
    companyAccount: grant.companyAccount,
    roleArn: grant.roleArn,
    bucket: grant.bucketName,
    region: share.company.region,
    prefixes,
    ...(vendor.until === undefined ? {} : { until: vendor.until }),
    ...(vendor.externalId === undefined
      ? {
          consoleLinks: {
            switchRole: switchRoleLink(grant),
            bucket: bucketLinks(grant.bucketName, prefixes),
          },
        }
      : { externalId: vendor.externalId }),
    roleSessionName: roleSessionName(grant),
    profiles: profileNames(grant),
    config: awsConfig(grant, share),
    commands: commandsOf(grant, share),
    ...(sample === undefined ? {} : { sampleKey: sample }),
    admin: adminTask(grant),
  };
  return { ...facts, page: handoffPage(facts) };
}

/** The first seed object that this vendor may read. */
function sampleKey({ vendor: { prefixes } }: Grant, share: Share): string | undefined {
  const inReach = (key: string) =>
    prefixes === undefined || prefixes.some((prefix) => key.startsWith(prefix));
  return share.company.seedObjects.find(({ key }) => inReach(key))?.key;
}

function commandsOf(grant: Grant, share: Share): HandoffFacts['commands'] {
  const profiles = profileNames(grant);
  const prefixes = grant.vendor.prefixes ?? [];
  const prefix = prefixes[0] ?? '';
  const place = `s3://${grant.bucketName}/${prefix}`;
  const key = sampleKey(grant, share);
  const file = key === undefined ? `${place}NAME-OF-A-FILE` : `s3://${grant.bucketName}/${key}`;
  return [
    `aws sso login --profile ${profiles.permissionSet}`,
    `aws s3 ls ${shellWord(place)} --profile ${profiles.borrowedRole}`,
    `aws s3 cp ${shellWord(file)} ./ --profile ${profiles.borrowedRole}`,
  ];
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-bucket-intro.html */
function bucketLinks(bucketName: string, prefixes: readonly string[]): string[] {
  if (prefixes.length === 0) return [bucketConsoleLink(bucketName)];
  return prefixes.map((prefix) => bucketConsoleLink(bucketName, prefix));
}

function adminTask(grant: Grant): AdminTask {
  return {
    ...(grant.identityCenter && {
      place: {
        account: grant.identityCenter.account,
        region: grant.identityCenter.region,
        stackName: grant.vendorStackName,
      },
    }),
    permissionSetName: grant.permissionSetName,
    sessionDuration: grant.sessionDuration,
    inlinePolicy: assumeRolePolicy(grant),
    assignees: (grant.identityCenter?.assignees ?? []).map(({ type, name, id }) => ({ type, name, id })),
  };
}

/** Quoted only where a POSIX shell needs it. */
function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
