import type { Messages } from '../speech';

/** The steps of the walkthrough that the vendor's user takes: their titles, and what each value means. */
export const en = {
  userSignsIn: '{whose}’s user signs in',
  userAsks: '{whose}’s {user} asks who it is',
  mayAssume: 'one of those that may assume the role',
  sessionOfSet: 'a session of the permission set, in the vendor’s account',
  signedInAlready: 'the sandbox has signed this user in already; on AWS a browser opens',
  assume: 'Assume the role; what comes back',
  noCredentials: 'AWS issued no credentials',
  otherSession: 'the session is not {session}',
  accessKeyId: 'names the credentials; those that begin with ASIA are temporary',
  secretAccessKey: 'signs each request; AWS shows it only this once',
  sessionToken: 'sent with every request; without it AWS answers InvalidAccessKeyId',
  expiration: 'in one hour: the maximum for role chaining',
  identity: 'your identity for requests made with these credentials',
  use: 'Use it: list and copy',
  nothingThere: 'nothing is there yet',
  read: 'the vendor has read the company’s data',
  console: 'The same in the console',
  noSwitchRole: 'the role asks for an ExternalId, which Switch Role cannot send',
  whyLink: 'this role may not list all buckets, so S3’s home page says Access Denied',
  notAssumed: 'the role was not assumed',
} as const satisfies Messages;
