import type { Messages } from '../speech';

/** What prove prints, apart from what the page of the report says as well. */
export const en = {
  holds: 'The promise holds: the templates give exactly the access that was promised.',
  broken: {
    one: 'The promise is broken: {count} counterexample.',
    other: 'The promise is broken: {count} counterexamples.',
  },
  brokenAndMore: '{broken} {alsoNotDecided}',
  alsoNotDecided: {
    one: 'Also, {count} item is not decided: it is outside what the proof understands.',
    other: 'Also, {count} items are not decided: they are outside what the proof understands.',
  },
  notDecided: {
    one: 'Not decided: {count} item is outside what the proof understands.',
    other: 'Not decided: {count} items are outside what the proof understands.',
  },
  nothingDeployed: 'Nothing is deployed. `npm run prove` shows the whole proof.',
  noSuchVendor: 'vendors[{index}] is not in the share.',
  halfWithoutResources: 'The vendor’s half of vendors[{index}] has no Resources.',
  halfWithMore:
    'The vendor’s half of vendors[{index}] must hold managed policies for the borrowers and nothing else.',
  foreignAccount:
    'Stack {stack} is for account {account}, which the share does not mention. Were these templates synthesized from other parameters? Run `npx cdk synth` again.',
  foreignRegion:
    'Stack {stack} is for region {region}, but account {account} has its part of the share in {itsRegion}. Were these templates synthesized from other parameters? Run `npx cdk synth` again.',
  stackTwice: 'Stack {stack} is there twice: one would be written over the other.',
  titlePromised: 'What is promised',
  titleProved: 'What was proved, for every possible request',
  titleBroken: 'What breaks it',
  titleNotDecided: 'What is not decided',
  titleNotCovered: 'What is not covered',
  readBothWays: 'Not understood, and so read both ways, as giving most access and as giving least: {parts}.',
  figures: {
    one: '{count} class of requests decided in {seconds} s; docs/proof.md explains how.',
    other: '{count} classes of requests decided in {seconds} s; docs/proof.md explains how.',
  },
  labelRole: 'role',
  labelWho: 'who',
  labelActions: 'actions',
  labelResources: 'resources',
  labelConditions: 'conditions',
  labelExpires: 'expires',
  permissionSetOfHandoff:
    'Permission set: the vendor’s half as `npm run handoff -- --out DIR` writes it allows its users exactly one thing, to assume exactly that role; it is assigned to the principal that the vendor’s administrator enters. Nothing is claimed about whether the vendor deploys it so.',
  policyOfHandoff:
    'Permission set: none is in this share. The policy that `npm run handoff -- --out DIR` writes allows the roles and users that the share names exactly one thing, to assume exactly that role. Nothing is claimed about whether the vendor deploys it so.',
  setsOfSeveral: 'Permission set: it is not the same for every vendor.',
  setOfStack:
    'That of {vendors} allows its users exactly one thing, to assume exactly that role, and it is assigned to exactly the promised people.',
  setOfTemplate:
    'That of {vendors}, as `npm run handoff -- --out DIR` writes it, allows its users exactly one thing, to assume exactly that role; it is assigned to the principal that the vendor’s administrator enters, and nothing is claimed about whether the vendor deploys it so.',
  setOfPolicy:
    'In its place {vendors} has a policy. As `npm run handoff -- --out DIR` writes it, it allows the roles and users that the share names exactly one thing, to assume exactly that role; nothing is claimed about whether the vendor deploys it so.',
  setOfOwn: 'The half of {vendors} is the vendor’s own, and nothing is claimed about it.',
  sentences: '{before} {sentence}',
  enteredAssignee: 'that the vendor’s administrator enters',
  manyClasses: '{count} kinds of request have this cause; this is one example.',
} as const satisfies Messages;
