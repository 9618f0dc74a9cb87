import { type Grant, grantsOf } from '../../lib/share/grant';
import { InvalidShareError } from '../../lib/share/invalid-share-error';
import type { AlsoRead, Company, Share, Vendor } from '../../lib/share/share';
import { validateShare } from '../../lib/share/validate-share';
import {
  type Check,
  eitherListOr,
  list,
  matching,
  oneOf,
  record,
  shown,
  text,
} from '../../lib/share/validation/checks';
import { isPlainObject } from '../../lib/share/validation/copy-of-data';
import * as format from '../../lib/share/validation/formats';
import { sayParameters as say } from '../../words/say';
import { PlainError } from '../exit-code';

/**
 * `NAME.grant.json`: what the company lends, for a vendor who has this project. `npm run lookup -- --grant FILE` makes of
 * it what the vendor writes into its own parameters.ts.
 */
export interface GrantFile {
  readonly format: 'vendor-share grant';
  /** Of this format. A reader rejects one that it does not know. */
  readonly version: 1;
  /** What the vendor's files and profiles call the company; absent: its account id. */
  readonly companyName?: string;
  /** Absent: the company's first vendor, whose stack is `VendorStack`. */
  readonly vendorName?: string;
  readonly companyAccount: string;
  readonly region: string;
  readonly bucketName: string;
  /** Absent: the company's stack makes it. */
  readonly bucket?: 'existing';
  /** The key that the objects are encrypted with; absent: S3's own. */
  readonly kmsKey?: string;
  /** With its path. */
  readonly roleArn: string;
  /** The vendor's. */
  readonly accounts: readonly string[];
  readonly borrowers: 'account' | 'permission-set' | readonly string[];
  /** Absent: the whole bucket. */
  readonly prefixes?: readonly string[];
  readonly alsoRead?: readonly AlsoRead[];
  readonly externalId?: string;
  /** ISO 8601; absent: no end. */
  readonly until?: string;
  readonly permissionSetName: string;
  readonly permissionSetDescription: string;
  /** ISO 8601: `PT1H`. */
  readonly sessionDuration: string;
}

export function grantFile(grant: Grant, { company }: Share): GrantFile {
  const { vendor } = grant;
  return {
    format: 'vendor-share grant',
    version: 1,
    ...(company.name !== undefined && { companyName: company.name }),
    ...(vendor.name !== undefined && { vendorName: vendor.name }),
    companyAccount: grant.companyAccount,
    region: grant.region,
    bucketName: grant.bucketName,
    ...(grant.bucketIsThere && { bucket: 'existing' }),
    ...(company.kmsKey !== undefined && { kmsKey: company.kmsKey }),
    roleArn: grant.roleArn,
    accounts: grant.accounts,
    borrowers: vendor.borrowers ?? 'account',
    ...(vendor.prefixes !== undefined && { prefixes: vendor.prefixes }),
    ...(vendor.alsoRead !== undefined && { alsoRead: vendor.alsoRead }),
    ...(vendor.externalId !== undefined && { externalId: vendor.externalId }),
    ...(vendor.until !== undefined && { until: vendor.until }),
    permissionSetName: grant.permissionSetName,
    permissionSetDescription: grant.permissionSetDescription,
    sessionDuration: grant.sessionDuration,
  };
}

/**
 * The share of one vendor that a grant file tells of, for the vendor's own parameters.ts; the vendor's Identity Center is
 * not in it. What is as it would be anyway is left out.
 *
 * @param json text of the file
 * @param name of the file, for messages
 *
 * @throws PlainError that says every problem
 */
export function readGrantFile(json: string, name: string): { readonly share: Share; readonly grant: Grant } {
  const file = parse(json, name);
  const share = valid(shareOf(file), name);
  const [grant] = grantsOf(share);
  if (grant?.roleArn !== file.roleArn) {
    const problem = say('grantRoleElsewhere', { account: file.companyAccount, value: shown(file.roleArn) });
    throw new PlainError(problemsOf(name, [problem]));
  }
  return { share, grant };
}

function shareOf(file: GrantFile): Share {
  const company: Company = {
    ...(file.companyName !== undefined && { name: file.companyName }),
    account: file.companyAccount,
    region: file.region,
    bucketName: file.bucketName,
    ...(file.bucket !== undefined && { bucket: file.bucket }),
    seedObjects: [],
    ...(file.kmsKey !== undefined && { kmsKey: file.kmsKey }),
  };
  const [only, ...others] = file.accounts;
  const { vendorName, prefixes, alsoRead, externalId, until } = file;
  const vendor: Vendor = {
    ...(vendorName !== undefined && { name: vendorName }),
    account: only !== undefined && others.length === 0 ? only : file.accounts,
    ...(file.borrowers !== 'account' && { borrowers: file.borrowers }),
    ...(prefixes !== undefined && { prefixes }),
    ...(alsoRead !== undefined && { alsoRead }),
    ...(externalId !== undefined && { externalId }),
    ...(until !== undefined && { until }),
  };
  return { company, vendors: [{ ...vendor, ...unusualNames(file, company, vendor) }] };
}

/** Names that the share would not give by itself. */
function unusualNames(file: GrantFile, company: Company, vendor: Vendor): Partial<Vendor> {
  const [, rolePath = '/', roleName = ''] = ROLE_ARN.exec(file.roleArn) ?? [];
  const role = { roleName, rolePath };
  const [usual] = grantsOf({ company, vendors: [{ ...vendor, ...role }] });
  const [nameless] = grantsOf({ company, vendors: [vendor] });
  return {
    ...(roleName !== nameless?.roleName && { roleName }),
    ...(rolePath !== '/' && { rolePath }),
    ...(file.permissionSetName !== usual?.permissionSetName && { permissionSetName: file.permissionSetName }),
    ...(file.permissionSetDescription !== usual?.permissionSetDescription && {
      permissionSetDescription: file.permissionSetDescription,
    }),
    ...(file.sessionDuration !== usual?.sessionDuration && { sessionDuration: file.sessionDuration }),
  };
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns */
const ROLE_ARN = /^arn:aws:iam::\d{12}:role(\/(?:[\w+=,.@-]+\/)*)([\w+=,.@-]{1,64})$/;

const ASK = 'grantRoleArn.next';

const isGrantFile: Check<GrantFile> = record<GrantFile>('grantFile', {
  format: oneOf('vendor-share grant'),
  version: (value, _field, _report): value is 1 => value === 1,
  companyName: { optional: format.companyName },
  vendorName: { optional: format.vendorName },
  companyAccount: format.accountId,
  region: format.region,
  bucketName: format.bucketName,
  bucket: { optional: oneOf('existing') },
  kmsKey: { optional: format.kmsKey },
  roleArn: text(matching('grantRoleArn', ROLE_ARN)),
  accounts: list(format.accountId, { atLeast: 1, next: ASK }),
  borrowers: eitherListOr(
    oneOf('account', 'permission-set'),
    list(format.borrowerArn, { atLeast: 1, next: ASK }),
  ),
  prefixes: { optional: list(format.prefix, { atLeast: 1, next: ASK }) },
  alsoRead: { optional: list(oneOf('location', 'versions', 'tags'), { atLeast: 1, next: ASK }) },
  externalId: { optional: format.externalId },
  until: { optional: format.until },
  permissionSetName: format.permissionSetName,
  permissionSetDescription: format.permissionSetDescription,
  sessionDuration: format.sessionDuration,
});

/** @throws PlainError */
function parse(json: string, name: string): GrantFile {
  const rejection = (...problems: readonly string[]) => new PlainError(problemsOf(name, problems));
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw rejection(say('grantNotJson', { reason }));
  }
  if (!isPlainObject(value) || value['format'] !== 'vendor-share grant') {
    const got = isPlainObject(value) ? shown(value['format']) : shown(value);
    throw rejection(say('grantFormat', { value: got }));
  }
  const { version } = value;
  if (version !== 1) {
    throw rejection(say('grantVersion', { value: shown(version) }));
  }
  const problems: string[] = [];
  const candidate: unknown = value;
  if (!isGrantFile(candidate, '', (_field, problem) => problems.push(problem)) || problems.length > 0) {
    throw rejection(...problems);
  }
  return candidate;
}

/** What no field shows by itself: the same rules as for parameters.ts. */
function valid(share: Share, name: string): Share {
  try {
    return validateShare(share);
  } catch (error) {
    if (!(error instanceof InvalidShareError)) throw error;
    throw new PlainError(
      problemsOf(
        name,
        error.problems.map(({ message }) => say('grantAsShare', { problem: message })),
      ),
      undefined,
      { cause: error },
    );
  }
}

function problemsOf(name: string, problems: readonly string[]): string {
  return `--grant ${name}:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`;
}
