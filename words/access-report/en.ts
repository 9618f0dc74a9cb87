import type { Messages } from '../speech';

/** What comes of a judgement, in the report: also of edited documents, in a browser. */
export const en = {
  // The verdict.
  holdsHeading: 'The promise holds: nothing extra, nothing missing.',
  holdsText: {
    one: 'Every possible request by the vendor, by the role or by anyone else outside the company falls into {count} class, and each was decided.',
    other:
      'Every possible request by the vendor, by the role or by anyone else outside the company falls into {count} classes, and each was decided.',
  },
  brokenHeading: {
    one: 'The promise is broken: {count} counterexample.',
    other: 'The promise is broken: {count} counterexamples.',
  },
  brokenText: 'Each counterexample is a request that shows it. They are below.',
  undecidedHeading: 'Not judged: nothing is promised by this page.',
  undecidedText: {
    one: '{count} item is outside what the proof understands.',
    other: '{count} items are outside what the proof understands.',
  },
  counterexamples: 'What breaks the promise',
  undecided: 'What is not judged',
  notJson: '{document} is not JSON: {problem}',

  // Who can do what.
  matrix: 'Who can do what',
  caller: 'caller',
  'column.sts:AssumeRole': 'assume the role',
  'column.s3:ListBucket': 'list',
  'column.s3:GetObject': 'read',
  'column.s3:ListBucketVersions': 'list versions',
  'column.s3:GetBucketLocation': 'see the region',
  'column.s3:GetObjectVersion': 'read old versions',
  'column.s3:GetObjectTagging': 'read tags',
  'column.s3:GetObjectVersionTagging': 'read tags of versions',
  'column.kms:Decrypt': 'decrypt',
  'column.*': 'anything else at the company',
  rowPeople: 'people with {set}',
  rowPeopleNote: 'vendor {accounts}',
  rowBorrowers: '{names}',
  rowSession: 'whoever has assumed {role}',
  rowSessionNote: 'a session in {account}, company',
  rowAccount: 'anyone else at the vendor',
  rowAnyAccount: 'anyone at the vendor',
  rowOthers: 'other accounts, and anyone without one',
  rowOthersNote: 'everybody but the company and this vendor',
  'is.can': 'can',
  'is.cannot': 'cannot',
  'is.theirs': 'the vendor’s administrators decide',
  'is.extra': 'can, not promised',
  'is.missing': 'cannot, but promised',
  'is.undecided': 'not judged',

  // The reason of a cell.
  canBecause: 'Allowed by {statements}.',
  onlyWith: 'Only so: {conditions}.',
  statementOf: '{statement} of {policy}',
  cannotBecause: 'No statement of {policies} allows it.',
  cannotBecauseMany: 'No statement of any of the {count} policies that have a say allows it.',
  cannotOutside: 'No statement of {policies} allows it, whatever their own account allows them.',
  cannotOutsideMany:
    'No statement of any of the {count} policies that have a say allows it, whatever their own account allows them.',
  cannotDenied: '{statement} denies it.',
  cannotNothing: 'There is no policy that could allow it.',
  theirsBecause:
    'The company’s side allows it: {statements}. Who of them may do it is decided by the vendor’s administrators.',
  nothingRead: 'The templates were not read, so there is nothing to show here.',
  unreadReason:
    'Something that has a say here is outside what the proof understands. It is named under the verdict.',

  // The documents.
  judging: 'Judging …',
} as const satisfies Messages;
