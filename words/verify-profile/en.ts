import type { Messages } from '../speech';

/** What verify and lookup say of `~/.aws/config` before AWS is asked: what is wrong there, and what to write (`….todo`). */
export const en = {
  // A line of the file, as a value of other messages.
  setting: '{field} = {found}',
  'setting.line': '{field} = {found} (line {line})',

  // What most of them ask for.
  'write.todo': 'write this into the AWS config',
  'write.todo.line': 'write this into the AWS config, in the place of line {line}',
  'delete-one.todo': 'delete the one that is not meant',
  wanted: '{permissionSet} in {accounts}',
  'wanted.no-line': 'no such line',
  'wanted.no-account': 'no account',
  'wanted.one-line': 'one line',
  'wanted.one-section': '1 section',
  'wanted.own-line': 'a line of its own',
  'wanted.program': 'a program that can run',
  'wanted.session-name': '2 to 64 letters, digits and {others}',
  'found.sections': '{count} sections',
  'found.at-end': '{header} at the end of line {line}',

  // A field and the share.
  difference: 'profile "{profile}" asks for {setting}, and the share is for {wanted}',
  'difference.missing': 'profile "{profile}" has no {field}, and the share is for {wanted}',
  'permission-set':
    'profile "{profile}" asks for permission set {found} in account {account}, and the share is for {permissionSet} in {accounts}',
  'permission-set.line':
    'profile "{profile}" asks for permission set {found} in account {account} (line {line}), and the share is for {permissionSet} in {accounts}',
  'permission-set.no-account':
    'profile "{profile}" asks for permission set {found} and names no account, and the share is for {permissionSet} in {accounts}',

  // Where the role is assumed.
  'source-loop':
    'profile "{profile}" assumes the role with {setting}, and the chain of source_profile comes back to where it began: nobody signs in',
  'source-is-role':
    'profile "{profile}" assumes the role with {setting}, and profile "{source}" is a session of the shared role already, which may not assume itself',
  'two-sources':
    'profile "{profile}" has both source_profile = {source} and {setting}, and AWS takes one of them',
  'duration.too-long':
    'profile "{profile}" asks for {setting}, and with role chaining a session lasts one hour at most; the shared role allows no more either',
  'duration.not-valid':
    'profile "{profile}" asks for {setting}, and AWS takes a whole number from 900 to 3600',
  'duration.todo': 'write 3600, or leave the line out',
  'duration.todo.line': 'write 3600, in the place of line {line}, or leave the line out',
  'session-name':
    'profile "{profile}" has {setting}, and AWS takes 2 to 64 characters there: letters, digits and {others} (no spaces, no accents)',
  mfa: 'profile "{profile}" has {setting}, and a session cannot send an MFA code when it assumes a role: the code was asked for at the sign-in',
  'mfa.todo': 'delete the line that says mfa_serial',
  'mfa.todo.line': 'delete line {line}',

  // Where somebody signs in.
  program:
    'profile "{profile}" gets its credentials from the program {program} (credential_process), which is not there or may not be run',
  'program.line':
    'profile "{profile}" gets its credentials from the program {program} (credential_process, line {line}), which is not there or may not be run',
  'program.todo':
    'write the whole path of the program (the AWS CLI uses no shell, so ~ and $HOME are not replaced), and make it executable with chmod +x',

  // How the file is written.
  'utf-16': 'the AWS config is written in UTF-16, and AWS clients read UTF-8',
  'byte-order-mark':
    'the AWS config begins with a byte order mark, and the AWS CLI does not read such a file',
  'encoding.byte-order-mark': 'a byte order mark',
  'encoding.todo': 'save the file as UTF-8 without a byte order mark (in Notepad: Save as, encoding UTF-8)',
  'section-twice':
    'there are {count} sections {header} in the AWS config, in lines {lines}: the AWS CLI does not read such a file',
  'section-twice.todo.copy': 'delete the one in line {line}, which says the same',
  'section-twice.todo':
    'give the one in line {line} another name (and write that name wherever the section is named), or delete the one that is not meant',
  'key-twice':
    '{header} says {key} twice, in lines {first} and {second}: the AWS CLI does not read such a file',
  'key-twice.found': '{first} and {second}',
  glued:
    '{header} stands at the end of line {line} of the AWS config, behind something else, so no AWS client reads it as a section',
  'glued.todo': 'put this on a line of its own',
  'name.space':
    'the section is {header} (line {line} of the AWS config), and no AWS client reads a name with a space that has no quotes',
  'name.quoted-space':
    'the section is {header} (line {line} of the AWS config), and only the AWS CLI and botocore read a name with a space',
  'name.quoted':
    'the section is {header} (line {line} of the AWS config), and only the AWS CLI and botocore read a name in quotes',
  'name.character':
    'the section is {header} (line {line} of the AWS config), and only the AWS CLI and botocore read a name with such a character',
  'name.todo.quotes': 'write it without quotes',
  'name.todo.profile': 'call it {better} there and in source_profile and --profile',
  'name.todo.sso-session': 'call it {better} there and in sso_session, then run aws sso login again',

  // What is missing.
  'no-profiles': 'there is no profile "{profile}": the AWS config has no profile at all',
  'no-profile': 'there is no profile "{profile}" in the AWS config; there are {others}',
  'no-session':
    'profile "{profile}" says sso_session = {session}, and there is no section [sso-session {session}]',
  'hidden-session': 'profile "{profile}" says sso_session = {session}, and {why}',
  hidden: '{why}; {todo}',
  'no-field': 'profile "{profile}" has an sso_session but no {field}',
  'no-source': 'profile "{profile}" has a role_arn but no source_profile to assume it with',
} as const satisfies Messages;
