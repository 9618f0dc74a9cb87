import type { Messages } from '../speech';

/** The proof as a page. */
export const en = {
  title: 'Access report',
  made: 'made {when}',
  commit: 'commit {commit}',
  commitWithChanges: 'commit {commit}, with changes that are not committed',
  fingerprint: 'fingerprint of the templates: sha256 {hash}',
  print: 'Print',

  // The verdict.
  holdsHeading: 'The promise holds: nothing extra, nothing missing.',
  holdsText: {
    one: 'Every possible request falls into {count} class, and each was decided.',
    other: 'Every possible request falls into {count} classes, and each was decided.',
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
  sealNote: 'The whole assembly, with the files that it uploads, was judged when this file was made.',
  editNote: 'An edit in this page judges the documents again, and nothing else.',
  editedNote:
    'Edited in this page: what is shown is about the edited documents, not about the templates that this report is of.',
  counterexamples: 'What breaks the promise',
  undecided: 'What is not judged',
  notJson: '{document} is not JSON: {problem}',

  // What was promised.
  promise: 'What was promised',
  who: 'who',
  may: 'may',
  where: 'on',
  how: 'how',
  until: 'until',
  byAssuming: 'assume the role {role}, and with it:',
  noEnd: 'no end, until the company takes it back',

  // How it works.
  hops: 'How it works',
  vendorPeople: 'the vendor’s people',
  vendorSide: 'vendor',
  companySide: 'company',
  permissionSet: 'permission set',
  theirPolicy: 'their own policy',
  ofTheVendor: 'the vendor’s own',
  role: 'role',
  sharedBucket: 'shared bucket',
  signIn: 'sign in',
  assume: 'assume',
  bothSides: 'both sides must allow',
  read: 'read',

  // Who can do what.
  matrix: 'Who can do what',
  matrixText:
    'No samples: every request to what these templates make, by anyone outside the company or by a session of the role, falls into one cell.',
  pressCell: 'Press a cell for its reason.',
  caller: 'caller',
  columnAssume: 'assume the role',
  columnListBucket: 'list',
  columnGetObject: 'read',
  columnVersions: 'list versions',
  columnLocation: 'see the region',
  columnVersion: 'read old versions',
  columnTags: 'read tags',
  columnVersionTags: 'read tags of versions',
  columnDecrypt: 'decrypt',
  columnRest: 'anything else at the company',
  rowPeople: 'people with {set}',
  rowPeopleNote: 'vendor {accounts}',
  rowBorrowers: '{names}',
  rowSession: 'whoever has assumed {role}',
  rowSessionNote: 'a session in {account}, company',
  rowAccount: 'anyone else at the vendor',
  rowAnyAccount: 'anyone at the vendor',
  rowOthers: 'other accounts, and anyone without one',
  rowOthersNote: 'everybody but the company and this vendor',
  can: 'can',
  cannot: 'cannot',
  theirs: 'the vendor’s administrators decide',
  extra: 'can, not promised',
  missing: 'cannot, but promised',
  undecidedCell: 'not judged',

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
  documents: 'The documents that were judged',
  documentsText:
    'Edit one, and the proof judges it again at once. Edits stay in this page, and nothing is sent anywhere.',
  otherDocuments: 'Other policies in the templates',
  widen: 'Try: widen to s3:GetObject*',
  restore: 'Restore',
  judging: 'Judging …',
  live: 'Verdict',

  // What is not covered.
  signOff: 'Sign-off',
  signText:
    'I approve the access under “What was promised”, for the templates of this report, and know what is not covered.',
  notForSignature: 'Edited in this page: not for signature.',
  signName: 'name',
  signDate: 'date',
  signature: 'signature',
  reproduce: 'To make this proof yourself:',
  checkHash:
    'To compare the fingerprint, delete the folder cdk.out, run `npx cdk synth`, and in cdk.out this must print the same:',

  // What the command prints.
  wrote: 'wrote {file}: {verdict}',
  cannotWrite: '--out must be a file that can be written: {reason}',
} as const satisfies Messages;
