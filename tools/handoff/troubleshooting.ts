import { sayHandoffTrouble as say } from '../../words/say';
import { listed } from '../../words/speech';
import { SESSION_NAME } from './aws-config';
import { localAndUtc } from '../until';
import { type Block, heading, oneAfterTheOther, table } from './blocks';
import type { HandoffFacts } from './facts';
import { code, codes } from './markdown';
import { option } from './shell';
import { signsIn } from '../../lib/share/vendor-kind';

/** Whom the reader turns to; nobody where the reader can do what is to be done. */
export type TurnTo = 'yourself' | 'administrator' | 'administratorFirst' | 'company';

/** What AWS and its clients show, to the letter, and what it means here. A test holds each text to its source. */
export interface Symptom {
  readonly seen: readonly string[];
  /** Sentences. */
  readonly meaning: readonly string[];
  /** @default 'yourself' */
  readonly turnTo?: TurnTo;
}

export function whenItDoesNotWork(facts: HandoffFacts): Block[] {
  return [
    heading(2, say('heading')),
    table(
      [say('seen'), say('meaning'), say('turnTo')],
      symptomsOf(facts).map(({ seen, meaning, turnTo = 'yourself' }) => [
        seen.join(', '),
        oneAfterTheOther(meaning),
        say(turnTo),
      ]),
    ),
  ];
}

export function symptomsOf(facts: HandoffFacts): Symptom[] {
  return [
    ...signingIn(facts),
    ...assumingTheRole(facts),
    ...usingS3(facts),
    ...(facts.kind === 'product' ? [] : inTheBrowser(facts)),
  ];
}

function signingIn(facts: HandoffFacts): Symptom[] {
  const { kind, commands, profiles } = facts;
  const [signIn] = commands.map(code);
  const section = code(`[profile ${kind === 'product' ? profiles.borrowedRole : profiles.permissionSet}]`);
  const twoSections = { seen: ['`Unable to parse config file`'], meaning: [say('twoSections')] };
  if (!signsIn(kind)) {
    const noSource = say('noSource', { section, option: withProfile(facts) });
    return [
      {
        seen: [
          '`Unable to locate credentials`',
          '`No credentials found`',
          '`source_profile` … `does not exist`',
        ],
        meaning: [noSource],
      },
      twoSections,
    ];
  }
  const user = code(profiles.permissionSet);
  return [
    ...(kind === 'identity center'
      ? []
      : [
          {
            seen: ['`Could not connect to the endpoint URL`'],
            meaning: [say('fillIn')],
            turnTo: 'administrator' as const,
          },
        ]),
    {
      seen: [
        '`Token has expired and refresh failed`',
        '`Error loading SSO Token`',
        '`The SSO session associated with this profile has expired or is otherwise invalid`',
      ],
      meaning: [say('notSignedIn', { command: signIn ?? '' })],
    },
    {
      seen: ['`Missing the following required SSO configuration values`'],
      meaning: [say('signInOfOther', { data: code(profiles.borrowedRole), user, command: signIn ?? '' })],
    },
    { seen: ['`ForbiddenException` … `No access`'], meaning: [say('notAssigned')], turnTo: 'administrator' },
    {
      seen: ['`Unable to locate credentials`'],
      meaning: [say('noProfile', { option: withProfile(facts) })],
    },
    twoSections,
  ];
}

function assumingTheRole(facts: HandoffFacts): Symptom[] {
  const { end, isOptInRegion, region, vendorAccounts, profiles } = facts;
  const section = code(`[profile ${profiles.borrowedRole}]`);
  const accounts = listed(codes(vendorAccounts), 'or');
  return [
    {
      seen: ['`AccessDenied` … `sts:AssumeRole`'],
      meaning: [say('oneOfThese'), ...whyNotAssumed(facts)],
      turnTo: 'administratorFirst',
    },
    ...(end === undefined
      ? []
      : [
          {
            seen: ['`AccessDenied`'],
            meaning: [say('hasEnded', { end: localAndUtc(end, code(end.at)) })],
            turnTo: 'company' as const,
          },
        ]),
    ...(isOptInRegion
      ? [
          {
            seen: ['`InvalidClientTokenId`', '`InvalidToken`'],
            meaning: [say('optIn', { region: code(region), accounts })],
            turnTo: 'administrator' as const,
          },
        ]
      : []),
    { seen: ['`The requested DurationSeconds exceeds`'], meaning: [say('duration', { section })] },
    {
      seen: ["`at 'roleSessionName' failed to satisfy constraint`"],
      meaning: [say('sessionName', { others: code(SESSION_NAME.others) })],
    },
  ];
}

function whyNotAssumed({ kind, roleArn, externalId, borrowers: [first], profiles }: HandoffFacts): string[] {
  const role = code(roleArn);
  const ofVendor = () => {
    if (kind === 'product') return say('productHasNoPolicy', { role });
    if (kind !== 'roles and users') return say('permissionSetDenies', { role });
    return first?.kind === 'user' ? say('userHasNoPolicy', { role }) : say('roleHasNoPolicy', { role });
  };
  const section = code(`[profile ${profiles.borrowedRole}]`);
  return [
    ofVendor(),
    ...(externalId === undefined ? [] : [say('externalId', { section, externalId: code(externalId) })]),
    say('trustDenies'),
  ];
}

function usingS3(facts: HandoffFacts): Symptom[] {
  const { prefixes, alsoRead, region, bucketIsThere, isEncryptedWithKey } = facts;
  const profile = withProfile(facts);
  return [
    {
      seen: ['`AccessDenied` … `ListObjectsV2`', '`AccessDenied` … `GetObject`', '`403` … `HeadObject`'],
      meaning: [
        say('ownIdentity', { option: profile }),
        say('roleChanged'),
        ...(bucketIsThere ? [say('bucketDenies')] : []),
        ...(isEncryptedWithKey ? [say('keyDenies')] : []),
      ],
      turnTo: 'company',
    },
    ...(prefixes.length === 0
      ? []
      : [
          {
            seen: ['`AccessDenied` … `s3:ListBucket`'],
            meaning: [
              say('prefix', { prefixes: listed(codes(prefixes), 'or'), command: code(facts.commands[1]) }),
            ],
          },
        ]),
    ...(alsoRead.includes('location')
      ? []
      : [
          {
            seen: ['`AccessDenied` … `s3:GetBucketLocation`'],
            meaning: [say('location', { region: code(region) })],
          },
        ]),
    {
      seen: ['`AccessDenied` … `PutObject`', '`CopyObject`', '`CreateMultipartUpload`'],
      meaning: [say('write', { option: profile })],
    },
    {
      seen: ['`The provided token has expired`', '`Request has expired`'],
      meaning: [say('presigned')],
    },
  ];
}

/**
 * - https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_roles.html
 * - https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html
 */
function inTheBrowser({ consoleLinks, prefixes, vendorAccounts }: HandoffFacts): Symptom[] {
  const switchRole =
    '`Invalid information in one or more fields. Check your information or contact your administrator.`';
  if (consoleLinks === undefined) return [{ seen: [switchRole], meaning: [say('switchRoleWithExternalId')] }];
  const below = listed(codes(prefixes), 'or');
  return [
    {
      seen: [switchRole],
      meaning: [say('switchRole', { accounts: listed(codes(vendorAccounts), 'or') })],
      turnTo: 'administratorFirst',
    },
    { seen: ["`You don't have permissions to list buckets`"], meaning: [say('bucketsHome')] },
    {
      seen: ['`Insufficient permissions to list objects`'],
      meaning: [
        prefixes.length === 0 ? say('bucketObjects') : say('bucketObjectsOfPrefix', { prefixes: below }),
      ],
    },
  ];
}

function withProfile({ profiles }: HandoffFacts): string {
  return code(option('--profile', profiles.borrowedRole));
}
