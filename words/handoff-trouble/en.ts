import type { Messages } from '../speech';

/** What AWS's messages mean on the page for the vendor, and what to do. AWS's own words are not here: they are quoted. */
export const en = {
  heading: 'When it does not work',
  seen: 'what you see',
  meaning: 'the cause, and what to do',
  turnTo: 'whom to turn to',
  yourself: 'nobody: you can do it yourself',
  administrator: 'your administrator',
  administratorFirst: 'first your administrator',
  company: 'the company',

  fillIn: 'Words in capitals are still in your configuration. Your administrator knows the values.',
  notSignedIn: 'You are not signed in, or the sign-in has expired. Run {command}',
  signInOfOther: 'You tried to sign in with the profile {data}. Sign in with {user}: {command}',
  notAssigned: 'The permission set is not assigned to you. Ask your administrator.',
  noSource:
    'The section {section} does not say yet how you sign in: see the remarks in the configuration. Or {option} is missing.',
  noProfile: '{option} is missing, so the command did not use the role.',
  twoSections:
    'Two sections of the file have the same name. Keep one of them; if they are of two companies, give one of them another name, in all places.',
  ownIdentity:
    'If the message names you, or only says *Access Denied*, {option} is missing: the request was made with your own permissions.',
  roleChanged: 'Otherwise the company has changed what the role may do.',
  bucketDenies: 'The bucket may also have a policy that denies it.',
  keyDenies: 'The key may also not allow the role to decrypt.',

  oneOfThese: 'AWS does not say which of these is the cause.',
  permissionSetDenies: 'Your permission set does not allow {role}.',
  roleHasNoPolicy: 'Your role has no policy that allows {role} (see *For your administrator*).',
  userHasNoPolicy: 'Your user has no policy that allows {role} (see *For your administrator*).',
  productHasNoPolicy:
    'The role of your product has no policy that allows {role} (see *For your administrator*).',
  externalId: '`external_id` is missing in the section {section}, or is not exactly {externalId}.',
  trustDenies: "The company's trust policy does not allow you, or the role does not exist any more.",
  hasEnded:
    'After {end} this is as it should be: the access has ended. Ask the company if you still need it.',
  optIn:
    '{region} is an opt-in region, and AWS takes no credentials there of an account that has not enabled it. An administrator of account {accounts} enables it in the console: *Account*, *AWS Regions*. It takes minutes to hours. Signing in again does not help.',
  duration:
    'A session of the role lasts one hour at most. Set `duration_seconds = 3600` in the section {section}, or remove the line.',
  sessionName:
    '`role_session_name` has a character that AWS does not take, or is too short or too long. It takes 2 to 64 letters, digits and {others}.',
  prefix: 'You may list only below {prefixes}. Write the whole prefix, with its slash at the end: {command}',
  location:
    'Your tool asks which region the bucket is in, and you may not ask that. Set the region to {region} in the tool.',
  write:
    'The role may only read, and it has no permission for your bucket. Copy to your computer first, and from there to your bucket with your own profile, without {option}.',
  presigned:
    'A presigned link ends with the session that made it, after one hour at most, whatever `--expires-in` says. Make a new link.',
  switchRole:
    'Use the link of this page in a session of account {accounts}. If it fails there too, the cause is the same as for `AssumeRole` above.',
  switchRoleWithExternalId:
    'The role asks for an ExternalId, and the console cannot send one. Use the commands of this page.',
  bucketsHome: 'This is as it should be. Open the bucket by the link of this page.',
  bucketObjects:
    'The session in the browser is not one of the role. Assume the role again, then open the link of this page.',
  bucketObjectsOfPrefix:
    'You may list only below {prefixes}, or the session in the browser is not one of the role. Open the link of this page.',
} as const satisfies Messages;
