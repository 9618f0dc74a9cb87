import { type Check, matching, type RuleId, text } from './checks';
import { REGIONS } from './regions';

/*
 * What AWS takes, field by field. Where a text ends up in a policy, its rule leaves no room for `*`, `?` and `$`,
 * which mean something else there. Each pattern matches from the first to the last character.
 */

export const accountId: Check<string> = text(matching('accountId', /^\d{12}$/));

export const region: Check<string> = text(matching('partition', /^(?!cn-|us-gov-|[a-z]+-iso|eusc-)/), {
  rule: 'region',
  holds: (code) => REGIONS.has(code),
});

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
export const bucketName: Check<string> = text(
  matching('bucketName', /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/),
  matching('bucketBeginning', /^(?!xn--|sthree-|amzn-s3-demo-)/),
  matching('bucketEnding', /(?<!-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3|-an)$/),
  matching('bucketOfCdk', /^(?!cdk-hnb659fds-assets-)/),
);

/**
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html
 *
 * Narrower than S3, because on its way into the bucket a seed object is a file in a folder.
 */
export const seedKey: Check<string> = text(
  {
    rule: 'seedKeyBytes',
    holds: (key) => key !== '' && Buffer.byteLength(key) <= 1024 && isWellFormed(key),
  },
  {
    rule: 'seedKeyPath',
    holds: (key) => key.split('/').every((name) => isFileName(name)),
  },
  matching('seedKeyCharacters', /^[^\\\p{Cc}]*$/u),
  {
    rule: 'seedKeyOnWindows',
    holds: (key) => key.split('/').every((name) => isNameOnWindows(name)),
  },
  matching('seedKeyOfCdk', /^(?!(?:[^]*\/)?\.is_custom_resource(?:\/|$))/),
);

export const seedContent: Check<string> = text({
  rule: 'seedContent',
  holds: isWellFormed,
});

/** A part of file and profile names. */
export const companyName: Check<string> = text(matching('companyName', /^[a-z0-9][a-z0-9-]{0,39}$/));

export const contact: Check<string> = text(
  matching('contact', /^(?=.*\S)[^\p{Cc}\p{Cs}\u2028\u2029]{1,200}$/u),
);

/** https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id-key-ARN */
export const kmsKey: Check<string> = text(
  matching('kmsKey', /^(?:make|arn:aws:kms:[a-z0-9-]+:\d{12}:key\/[A-Za-z0-9-]{1,64})$/),
);

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html */
export const boundaryArn: Check<string> = text(
  matching('boundaryArn', /^arn:aws:iam::(?:\d{12}|aws):policy\/(?:[\w+=,.@-]+\/)*[\w+=,.@-]{1,128}$/),
);

/**
 * Of a role or user; a session comes and goes. Of the roles that AWS keeps, no policy of the vendor's can be put on any, and
 * those of Identity Center get another name when they are made anew.
 *
 * - https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns
 * - https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
 */
export const borrowerArn: Check<string> = text(
  matching('borrowerArn', /^arn:aws:iam::\d{12}:(?:role|user)\/(?:[\w+=,.@-]+\/)*[\w+=,.@-]{1,64}$/),
  matching('borrowerOfAws', /^(?!arn:aws:iam::\d{12}:role\/(?:aws-reserved|aws-service-role)\/)/),
);

/** https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html#id_tags_naming_best_practices */
export const tagKey: Check<string> = text(
  matching('tagKey', /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u),
  matching('tagKeyOfAws', /^(?!aws:)/i),
);

export const tagValue: Check<string> = text(matching('tagValue', /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u));

/** Prefix of stack and role names. */
export const vendorName: Check<string> = text(matching('vendorName', /^[A-Z][A-Za-z0-9]{0,49}$/));

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const roleName = iamName('roleName', 64);
export const policyName = iamName('policyName', 128);

/** https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreatePermissionSet.html */
export const permissionSetName = iamName('permissionSetName', 32);

function iamName(id: RuleId, longest: number): Check<string> {
  return text(matching(id, new RegExp(`^[\\w+=,.@-]{1,${longest}}$`)), matching('dotsAlone', /^(?!\.+$)/));
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-friendly-names */
export const rolePath: Check<string> = text(
  matching('rolePath', /^\/(?:[\w+=,.@-]+\/)*$/),
  matching('rolePathOfAws', /^(?!\/aws-reserved\/|\/aws-service-role\/)/),
);

/** https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreatePermissionSet.html */
export const permissionSetDescription: Check<string> = text(
  matching('description', /^[\t\n\r\x20-\x7E\xA1-\xFF]{1,700}$/),
  // Stands in the template as it is, where CDK and CloudFormation would look for a value of theirs and put it here.
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
  matching('tokens', /^(?![^]*(?:\$\{|#\{Token\[|\{\{resolve:))/),
);

export const sessionDuration: Check<string> = text({
  rule: 'sessionDuration',
  holds: (duration) => {
    const [, hours = '0', minutes = '0'] = /^PT(?=\d)(?:(\d{1,2})H)?(?:(\d{1,3})M)?$/.exec(duration) ?? [];
    const total = Number(hours) * 60 + Number(minutes);
    return total >= 60 && total <= 720;
  },
});

/** https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_InstanceMetadata.html */
export const instanceArn: Check<string> = text(
  matching('instanceArn', /^arn:aws:sso:::instance\/(?:sso)?ins-[A-Za-z0-9.-]{16}$/),
);

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html */
export const organizationId: Check<string> = text(matching('organizationId', /^o-[a-z0-9]{10,32}$/));

/** In lower case, as AWS writes it: in capitals, the same group would be another resource in the template. */
const GUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';

/** https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_DescribeGroup.html */
export const identityStoreId: Check<string> = text(
  matching('identityStoreId', new RegExp(`^(?:d-[0-9a-f]{10}|${GUID})$`)),
);

/** https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreateAccountAssignment.html */
export const principalId: Check<string> = text(
  matching('principalId', new RegExp(`^(?:[0-9a-f]{10}-)?${GUID}$`)),
);

export const displayName: Check<string> = text(
  matching('displayName', /^[^\p{Cc}\p{Cs}\u2028\u2029]{1,1024}$/u),
);

/** Ends up in the vendor's `~/.aws/config`, where a line break or a space would begin something else. */
export const startUrl: Check<string> = text({
  rule: 'startUrl',
  holds: (address) =>
    /^https:\/\/[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*(?::\d{1,5})?(?:\/[\w.~/-]*)?$/.test(address) &&
    URL.canParse(address),
});

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html */
export const prefix: Check<string> = text(
  matching('prefixEnd', /\/$/),
  matching('prefixCharacters', /^[A-Za-z0-9 !\-_.'&@=;:+,/]*$/),
  {
    rule: 'prefixNames',
    holds: (value) =>
      value.length <= 1024 &&
      value
        .replace(/\/$/, '')
        .split('/')
        .every((name) => isFileName(name)),
  },
);

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const externalId: Check<string> = text(matching('externalId', /^[\w+=,.@:/-]{2,1224}$/));

/** A condition can hold earlier moments, but they mean nothing else than any other that is over. */
export const until: Check<string> = text(
  {
    rule: 'moment',
    holds: (moment) => {
      if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(moment)) return false;
      const date = new Date(moment);
      // 30 February is read as 2 March, so it does not come back as it went in.
      return !Number.isNaN(date.getTime()) && date.toISOString() === moment.replace('Z', '.000Z');
    },
  },
  {
    rule: 'momentBefore1970',
    holds: (moment) => !(Date.parse(moment) < 0),
  },
);

function isFileName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && Buffer.byteLength(name) <= 255;
}

/** https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file */
function isNameOnWindows(name: string): boolean {
  if (name === '.' || name === '..') return true; // rejected as places
  if (/[<>:"|?*]|[. ]$/.test(name)) return false;
  return !/^(?:CON|PRN|AUX|NUL|(?:COM|LPT)[0-9¹²³]|CONIN\$|CONOUT\$) *(?:\.|$)/i.test(name);
}

function isWellFormed(value: string): boolean {
  return !/\p{Surrogate}/u.test(value);
}
