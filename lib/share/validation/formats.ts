import { type Check, matching, text } from './checks';
import { REGIONS } from './regions';

/*
 * What AWS takes, field by field. Where a text ends up in a policy, its rule leaves no room for `*`, `?` and `$`,
 * which mean something else there. Each pattern matches from the first to the last character.
 */

export const accountId: Check<string> = text(
  matching('be 12 digits', /^\d{12}$/, 'quote it, so that leading zeros survive'),
);

export const region: Check<string> = text(
  matching(
    'be a region of the partition aws',
    /^(?!cn-|us-gov-|[a-z]+-iso|eusc-)/,
    'in China, GovCloud, sovereign and isolated regions ARNs and sign-in differ, and this project does not write them',
  ),
  {
    must: 'be the code of an AWS region',
    next: 'like ap-northeast-1; not its name and not an availability zone; or update this project, if the region is new',
    holds: (code) => REGIONS.has(code),
  },
);

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
export const bucketName: Check<string> = text(
  matching(
    'be 3 to 63 lower-case letters, digits and hyphens, and begin and end with a letter or digit',
    /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/,
    'S3 allows dots as well, but then no certificate fits the address of the bucket',
  ),
  matching(
    'not begin with xn--, sthree- or amzn-s3-demo-',
    /^(?!xn--|sthree-|amzn-s3-demo-)/,
    'S3 keeps these for itself; choose another beginning',
  ),
  matching(
    'not end with -s3alias, --ol-s3, .mrap, --x-s3, --table-s3 or -an',
    /(?<!-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3|-an)$/,
    'S3 keeps these for other kinds of buckets; choose another ending',
  ),
  matching(
    'not begin with cdk-hnb659fds-assets-',
    /^(?!cdk-hnb659fds-assets-)/,
    'cdk bootstrap calls its own buckets so, which hold what is deployed; choose another beginning',
  ),
);

/**
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html
 *
 * Narrower than S3, because on its way into the bucket a seed object is a file in a folder.
 */
export const seedKey: Check<string> = text(
  {
    must: 'be 1 to 1024 bytes of UTF-8',
    next: 'S3 takes no longer keys; shorten it',
    holds: (key) => key !== '' && Buffer.byteLength(key) <= 1024 && isWellFormed(key),
  },
  {
    must: 'be a path of non-empty names between single slashes, none of them . or .., none longer than 255 bytes',
    next: 'on its way into the bucket it is a file in a folder; no slash at the beginning or the end',
    holds: (key) => key.split('/').every((name) => isFileName(name)),
  },
  matching(
    'have no backslashes and no control characters',
    /^[^\\\p{Cc}]*$/u,
    'they are different files on different systems; leave them out',
  ),
  {
    must: 'be a path that Windows can have, too: without < > : " | ? *, no name ending with a dot or a space, none of them CON, PRN, AUX, NUL, COM0 to COM9 or LPT0 to LPT9, with whatever ending',
    next: 'on its way into the bucket it is a file, which would get another name there; rename it, or copy it with aws s3 cp after the deployment',
    holds: (key) => key.split('/').every((name) => isNameOnWindows(name)),
  },
  matching(
    'not have a name .is_custom_resource in its path',
    /^(?!(?:[^]*\/)?\.is_custom_resource(?:\/|$))/,
    'CDK leaves files of that name behind; choose another',
  ),
);

export const seedContent: Check<string> = text({
  must: 'be well-formed Unicode',
  next: 'half a surrogate pair cannot be stored as UTF-8',
  holds: isWellFormed,
});

/** A part of file and profile names. */
export const companyName: Check<string> = text(
  matching(
    'be 1 to 40 small letters, digits and hyphens, and begin with a letter or digit',
    /^[a-z0-9][a-z0-9-]{0,39}$/,
    'like acme-data',
  ),
);

export const contact: Check<string> = text(
  matching(
    'be one line of text, 1 to 200 characters',
    /^(?=.*\S)[^\p{Cc}\p{Cs}\u2028\u2029]{1,200}$/u,
    'like Data team, data@company.example',
  ),
);

/** https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id-key-ARN */
export const kmsKey: Check<string> = text(
  matching(
    'be "make" or the ARN of a key',
    /^(?:make|arn:aws:kms:[a-z0-9-]+:\d{12}:key\/[A-Za-z0-9-]{1,64})$/,
    'like arn:aws:kms:ap-northeast-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab; an alias can be pointed elsewhere later',
  ),
);

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html */
export const boundaryArn: Check<string> = text(
  matching(
    'be the ARN of a managed policy',
    /^arn:aws:iam::(?:\d{12}|aws):policy\/(?:[\w+=,.@-]+\/)*[\w+=,.@-]{1,128}$/,
    'like arn:aws:iam::111111111111:policy/OrgBoundary',
  ),
);

/**
 * Of a role or user; a session comes and goes.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
 */
export const borrowerArn: Check<string> = text(
  matching(
    'be the ARN of a role or user',
    /^arn:aws:iam::\d{12}:(?:role|user)\/(?:[\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/,
    'like arn:aws:iam::222222222222:role/etl, with its path and without wildcards; for a session (arn:aws:sts::…:assumed-role/…) give the role',
  ),
);

/** https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html#id_tags_naming_best_practices */
export const tagKey: Check<string> = text(
  matching(
    'be 1 to 128 letters, digits, spaces and _.:/=+-@',
    /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u,
    'AWS takes no others',
  ),
  matching('not begin with aws:', /^(?!aws:)/i, 'AWS keeps these for itself; choose another key'),
);

export const tagValue: Check<string> = text(
  matching(
    'be at most 256 letters, digits, spaces and _.:/=+-@',
    /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u,
    'AWS takes no others',
  ),
);

/** Prefix of stack and role names. */
export const vendorName: Check<string> = text(
  matching(
    'be 1 to 50 letters and digits, beginning with a capital',
    /^[A-Z][A-Za-z0-9]{0,49}$/,
    'like Acme, which gives AcmeVendorStack and AcmeAccessRole',
  ),
);

const NAME_CHARACTERS = 'letters, digits and _+=,.@-';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const roleName = iamName(64);
export const policyName = iamName(128);

/** https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreatePermissionSet.html */
export const permissionSetName = iamName(32);

function iamName(longest: number): Check<string> {
  return text(
    matching(
      `be 1 to ${longest} ${NAME_CHARACTERS}`,
      new RegExp(`^[\\w+=,.@-]{1,${longest}}$`),
      'shorten it, or replace the other characters',
    ),
    matching('not be dots alone', /^(?!\.+$)/, 'in paths and addresses these are other places; add a letter'),
  );
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names */
export const rolePath: Check<string> = text(
  matching(
    `be / or begin and end with one, and hold ${NAME_CHARACTERS} between single slashes`,
    /^\/(?:[\w+=,.@-]+\/)*$/,
    'like /vendors/',
  ),
  matching(
    'not begin with /aws-reserved/ or /aws-service-role/',
    /^(?!\/aws-reserved\/|\/aws-service-role\/)/,
    'AWS keeps these for itself; choose another path',
  ),
);

/** https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreatePermissionSet.html */
export const permissionSetDescription: Check<string> = text(
  matching(
    'be 1 to 700 printable characters of Latin-1',
    /^[\t\n\r\x20-\x7E\xA1-\xFF]{1,700}$/,
    'Identity Center takes no others',
  ),
  // Stands in the template as it is, where CDK and CloudFormation would look for a value of theirs and put it here.
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
  matching(
    'not contain ${, #{Token[ or {{resolve:',
    /^(?![^]*(?:\$\{|#\{Token\[|\{\{resolve:))/,
    'CDK and CloudFormation put values in their place, secrets too; write it without',
  ),
);

export const sessionDuration: Check<string> = text({
  must: 'be an ISO 8601 duration from one to twelve hours',
  next: 'like PT1H or PT1H30M',
  holds: (duration) => {
    const [, hours = '0', minutes = '0'] = /^PT(?=\d)(?:(\d{1,2})H)?(?:(\d{1,3})M)?$/.exec(duration) ?? [];
    const total = Number(hours) * 60 + Number(minutes);
    return total >= 60 && total <= 720;
  },
});

/** https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_InstanceMetadata.html */
export const instanceArn: Check<string> = text(
  matching(
    'be the ARN of an Identity Center instance',
    /^arn:aws:sso:::instance\/(?:sso)?ins-[A-Za-z0-9.-]{16}$/,
    'like arn:aws:sso:::instance/ssoins-1234567890abcdef; npm run lookup finds it',
  ),
);

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html */
export const organizationId: Check<string> = text(
  matching(
    'be o- and 10 to 32 small letters or digits',
    /^o-[a-z0-9]{10,32}$/,
    'aws organizations describe-organization shows it as Id',
  ),
);

/** In lower case, as AWS writes it: in capitals, the same group would be another resource in the template. */
const GUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_DescribeGroup.html */
export const identityStoreId: Check<string> = text(
  matching(
    'be d- and 10 hexadecimal digits, or a GUID in lower case',
    new RegExp(`^(?:d-[0-9a-f]{10}|${GUID})$`),
    'npm run lookup finds it',
  ),
);

/** https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreateAccountAssignment.html */
export const principalId: Check<string> = text(
  matching(
    'be a GUID in lower case, optionally after 10 hexadecimal digits and a dash',
    new RegExp(`^(?:[0-9a-f]{10}-)?${GUID}$`),
    'the id and not the name; npm run lookup finds it',
  ),
);

export const displayName: Check<string> = text(
  matching(
    'be 1 to 1024 characters on one line',
    /^[^\p{Cc}\p{Cs}\u2028\u2029]{1,1024}$/u,
    'the name of the group or user',
  ),
);

/** Ends up in the vendor's `~/.aws/config`, where a line break or a space would begin something else. */
export const startUrl: Check<string> = text({
  must: 'be an https address without user, query and fragment',
  next: 'like https://NAME.awsapps.com/start; it stands in the settings of Identity Center',
  holds: (address) =>
    /^https:\/\/[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*(?::\d{1,5})?(?:\/[\w.~/-]*)?$/.test(address) &&
    URL.canParse(address),
});

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html */
export const prefix: Check<string> = text(
  matching(
    'end with a slash',
    /\/$/,
    'incoming/ and not incoming, which would share incoming-secret as well',
  ),
  matching(
    "hold only letters, digits, spaces and !-_.'&@=;:+,/",
    /^[A-Za-z0-9 !\-_.'&@=;:+,/]*$/,
    'IAM policies take no others, or take * ? $ for something else; copy the objects to another prefix',
  ),
  {
    must: 'be at most 1024 characters, of non-empty names between single slashes, none of them . or ..',
    next: 'no slash at the beginning; leave prefixes out to share the whole bucket',
    holds: (value) =>
      value.length <= 1024 &&
      value
        .replace(/\/$/, '')
        .split('/')
        .every((name) => isFileName(name)),
  },
);

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const externalId: Check<string> = text(
  matching(
    'be 2 to 1224 letters, digits and _+=,.@:/-',
    /^[\w+=,.@:/-]{2,1224}$/,
    'the vendor generates it, one for each of its customers',
  ),
);

/** A condition can hold earlier moments, but they mean nothing else than any other that is over. */
export const until: Check<string> = text(
  {
    must: 'be a moment that exists, in UTC to the second',
    next: 'like 2027-01-31T00:00:00Z',
    holds: (moment) => {
      if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(moment)) return false;
      const date = new Date(moment);
      // 30 February is read as 2 March, so it does not come back as it went in.
      return !Number.isNaN(date.getTime()) && date.toISOString() === moment.replace('Z', '.000Z');
    },
  },
  {
    must: 'not be before 1970',
    next: 'time begins then; every moment in the past takes the access away',
    holds: (moment) => !(Date.parse(moment) < 0),
  },
);

function isFileName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && Buffer.byteLength(name) <= 255;
}

/** https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file */
function isNameOnWindows(name: string): boolean {
  if (name === '.' || name === '..') return true; // refused as places
  if (/[<>:"|?*]|[. ]$/.test(name)) return false;
  return !/^(?:CON|PRN|AUX|NUL|(?:COM|LPT)[0-9¹²³]|CONIN\$|CONOUT\$) *(?:\.|$)/i.test(name);
}

function isWellFormed(value: string): boolean {
  return !/\p{Surrogate}/u.test(value);
}
