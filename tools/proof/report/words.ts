import type { VendorPromise } from '../promise/vendor-promise';
import { promisedActions } from '../promise/use';
import type { ClaimId, PromiseInWords } from './report';

/** The promise as a person would say it. */
export function promiseInWords(promise: VendorPromise): PromiseInWords {
  const { vendor, roleArn, bucketArn, vendorName, kmsKeyArn, bucketIsThere, company } = promise;
  const { listing, ofBucket, reading } = promisedActions(vendor);
  return {
    vendor: vendorName,
    who: whoBorrows(promise),
    through: roleArn,
    what: [...listing, ...ofBucket, ...reading, ...(kmsKeyArn === undefined ? [] : ['kms:Decrypt'])],
    onWhat: [
      bucketArn,
      ...(vendor.prefixes ?? ['']).map((prefix) => `${bucketArn}/${prefix}*`),
      ...(kmsKeyArn === undefined ? [] : ['its key']),
    ],
    untilWhen: vendor.until === undefined ? 'no end' : `until ${vendor.until}`,
    conditions: [
      bucketIsThere
        ? `over TLS, as long as the bucket is of account ${company.account}`
        : 'over TLS 1.2 or later',
      'for an hour at a time',
      ...(vendor.externalId === undefined ? [] : [`with the ExternalId "${vendor.externalId}"`]),
      ...(vendor.prefixes ? [`listing with a prefix that starts with ${list(vendor.prefixes, 'or')}`] : []),
      ...(kmsKeyArn === undefined ? [] : ['decrypting through S3 only, and for this bucket only']),
    ],
  };
}

function whoBorrows({ vendor, accounts, permissionSetName, identityCenter }: VendorPromise): string {
  const { borrowers } = vendor;
  const inAccounts = `${accounts.length === 1 ? 'account' : 'the accounts'} ${list(accounts)}`;
  const throughSet = `the permission set ${permissionSetName}`;
  const people = list(
    (identityCenter?.assignees ?? []).map(
      ({ type, name, id }) => `the ${type.toLowerCase()} ${name} (${id})`,
    ),
  );
  if (borrowers === 'permission-set') {
    const assigned = identityCenter ? `; it is assigned to ${people}` : '';
    return `sessions of ${throughSet} in ${inAccounts}, and nobody else${assigned}`;
  }
  if (Array.isArray(borrowers)) return `${list(borrowers as readonly string[])}, and nobody else`;
  const lets = identityCenter ? `; ${throughSet} lets ${people}` : '';
  return `whomever ${inAccounts} ${accounts.length === 1 ? 'lets' : 'let'}, and nobody else${lets}`;
}

/** What is somebody else's, and so not in the templates. */
export function notProvedOf({
  vendorName,
  vendor,
  identityCenter,
  bucketIsThere,
  bucketName,
  kmsKeyArn,
}: VendorPromise): string[] {
  const key = kmsKeyArn !== undefined && !/=made-up=/.test(kmsKeyArn) ? kmsKeyArn : undefined;
  return [
    ...(identityCenter || Array.isArray(vendor.borrowers)
      ? []
      : [
          `The vendor’s half (${vendorName}): the permission set or the policy that lets its people assume the role, and who has it, are the vendor’s own.`,
        ]),
    ...(bucketIsThere
      ? [
          `The bucket ${bucketName} is there already: its policy, ACL, access points, encryption and public access block are not in the templates. \`npm run verify -- --deployed\` reads them.`,
        ]
      : []),
    ...(key === undefined
      ? []
      : [
          `The policy of the key ${key} is not in the templates: it must let the account’s policies decide. \`npm run verify -- --deployed\` reads it.`,
        ]),
  ];
}

/** A claim's sentence, as far as it can be made of these promises. */
export function claimFor(promises: readonly VendorPromise[], id: ClaimId, text: string): string {
  const others = promises.filter(({ identityCenter }) => !identityCenter);
  const ofWhom =
    others.length === promises.length ? '' : ` of ${list(others.map(({ vendorName }) => vendorName))}`;
  if (id === 'permission-set' && others.length > 0) {
    const own = `The vendor’s half${ofWhom} is the vendor’s own, and nothing is claimed about it.`;
    return ofWhom === '' ? `Permission set: none is in this share. ${own}` : `${text} ${own}`;
  }
  if (id === 'it-works' && others.length > 0)
    return `${text} The half${ofWhom} that lets the vendor’s people assume the role is taken to be there.`;
  if (id === 'outsiders' && promises.some(({ bucketIsThere }) => bucketIsThere))
    return text.replace(
      'the bucket gives outsiders nothing directly',
      'nothing in the templates opens the bucket to them',
    );
  return text;
}

/** The claims as sentences, and what is not covered, as far as they depend on what was read. */
export interface AboutWhatWasRead {
  readonly claims: Readonly<Record<ClaimId, string>>;
  readonly notCovered: readonly string[];
}

const BORROWERS =
  'Borrowers: a session of the role can do exactly the promised actions on exactly the promised resources, and nothing else.';
const PERMISSION_SET =
  'Permission set: it lets its users do exactly one thing, assume exactly that role, and exactly the promised people get it.';
const IT_WORKS = 'It works: the promised people can do each promised thing; nothing is missing.';

/** What no proof over policies can know. */
const ALWAYS_NOT_COVERED: readonly string[] = [
  'Service and resource control policies of either organization: they can only take access away.',
  'A resource control policy of the company’s organization that denies sts:AssumeRole to everyone outside the ' +
    'organization keeps every vendor out, whatever the role’s trust policy says.',
  'Who is in the groups, and who can change that.',
];
const AS_DOCUMENTED =
  'That AWS evaluates policies as it documents: tools/iam follows the documentation, docs/proof.md lists the assumptions.';

export const ABOUT_TEMPLATES: AboutWhatWasRead = {
  claims: {
    outsiders:
      'Outsiders: whatever other accounts allow their own people, exactly the promised callers can enter the role, under ' +
      'exactly the promised conditions. No other role can be entered from outside, and the bucket gives outsiders nothing directly.',
    borrowers: BORROWERS,
    'permission-set': PERMISSION_SET,
    'it-works': IT_WORKS,
  },
  notCovered: [
    ...ALWAYS_NOT_COVERED,
    'Policies, users, roles and bucket settings that were made outside these templates, in either account.',
    'Changes made by hand after the deployment (drift): `npm run verify -- --deployed` proves what is really there.',
    'Who can write to the bootstrap bucket or use the deploy roles of either account: they can deploy something else. ' +
      '`npm run verify -- --deployed` names them.',
    "What the company's own functions do once they are there. (What runs while it is deployed is CDK's own code, byte for byte.)",
    'Code in lib/ that attacks the check in its own process on purpose: prove judges in another process.',
    AS_DOCUMENTED,
  ],
};

export const ABOUT_THE_DEPLOYED: AboutWhatWasRead = {
  claims: {
    outsiders:
      'Outsiders: whatever other accounts allow their own people, exactly the promised callers can enter the role, under ' +
      'exactly the promised conditions, and the bucket gives outsiders nothing directly.',
    borrowers: BORROWERS,
    'permission-set': PERMISSION_SET,
    'it-works': IT_WORKS,
  },
  notCovered: [
    ...ALWAYS_NOT_COVERED,
    'Other roles, users and buckets, in either account: what this share names was read, and nothing else is judged.',
    'Changes made after this was read.',
    AS_DOCUMENTED,
  ],
};

export function list(items: readonly string[], joint = 'and'): string {
  if (items.length === 0) return 'nobody';
  if (items.length === 1) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${joint} ${items.at(-1) ?? ''}`;
}
