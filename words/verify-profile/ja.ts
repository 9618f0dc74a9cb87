import type { Translation } from '../speech';
import type { en } from './en';

export const ja: Translation<typeof en> = {
  // A line of the file, as a value of other messages.
  setting: '{field} = {found}',
  'setting.line': '{field} = {found} ({line} 行目)',

  // What most of them ask for.
  'write.todo': 'AWS の設定ファイルに次のとおり書いてください。',
  'write.todo.line': 'AWS の設定ファイルの {line} 行目を、次のとおり書き換えてください。',
  'delete-one.todo': '不要な方を削除してください。',
  wanted: 'アカウント {accounts} の {permissionSet}',
  'wanted.no-line': '行がないこと',
  'wanted.no-account': 'アカウントの指定なし',
  'wanted.one-line': '1 行',
  'wanted.one-section': '1 つのセクション',
  'wanted.own-line': '独立した行',
  'wanted.program': '実行できるプログラム',
  'wanted.session-name': '半角の英数字と {others} で 2 文字から 64 文字',
  'found.sections': '{count} 個のセクション',
  'found.at-end': '{line} 行目の末尾の {header}',

  // A field and the share.
  difference: 'プロファイル "{profile}" の設定は {setting} ですが、この貸し出しの値は {wanted} です。',
  'difference.missing':
    'プロファイル "{profile}" に {field} がありません。この貸し出しの値は {wanted} です。',
  'permission-set':
    'プロファイル "{profile}" はアカウント {account} の許可セット {found} を使おうとしていますが、この貸し出しの相手はアカウント {accounts} の {permissionSet} です。',
  'permission-set.line':
    'プロファイル "{profile}" はアカウント {account} の許可セット {found} を使おうとしていますが ({line} 行目)、この貸し出しの相手はアカウント {accounts} の {permissionSet} です。',
  'permission-set.no-account':
    'プロファイル "{profile}" は許可セット {found} を使おうとしていますが、アカウントの指定がありません。この貸し出しの相手はアカウント {accounts} の {permissionSet} です。',

  // Where the role is assumed.
  'source-loop':
    'プロファイル "{profile}" は {setting} でロールを引き受けますが、source_profile をたどると元に戻ります。サインインするプロファイルがありません。',
  'source-is-role':
    'プロファイル "{profile}" は {setting} でロールを引き受けますが、プロファイル "{source}" はすでに共有ロールのセッションです。このロールは、自分自身を引き受けられません。',
  'two-sources':
    'プロファイル "{profile}" に source_profile = {source} と {setting} の両方があります。AWS が使うのは一方だけです。',
  'duration.too-long':
    'プロファイル "{profile}" の設定は {setting} ですが、ロールの連鎖ではセッションは最長 1 時間です。共有ロールの上限も同じです。',
  'duration.not-valid':
    'プロファイル "{profile}" の設定は {setting} ですが、使えるのは 900 から 3600 までの整数です。',
  'duration.todo': '3600 と書くか、その行を削除してください。',
  'duration.todo.line': '{line} 行目を 3600 に書き換えるか、その行を削除してください。',
  'session-name':
    'プロファイル "{profile}" の設定は {setting} ですが、使えるのは半角の英数字と {others} だけで、2 文字から 64 文字です (空白や漢字は使えません)。',
  mfa: 'プロファイル "{profile}" に {setting} がありますが、セッションからロールを引き受けるときに MFA コードは送れません。コードはサインインのときに求められています。',
  'mfa.todo': 'mfa_serial の行を削除してください。',
  'mfa.todo.line': '{line} 行目を削除してください。',

  // Where somebody signs in.
  program:
    'プロファイル "{profile}" の認証情報を出すプログラム {program} (credential_process) が、存在しないか、実行できません。',
  'program.line':
    'プロファイル "{profile}" の認証情報を出すプログラム {program} (credential_process、{line} 行目) が、存在しないか、実行できません。',
  'program.todo':
    'プログラムのパス全体を書き (AWS CLI はシェルを使わないため、~ や $HOME は置き換わりません)、`chmod +x` で実行できるようにしてください。',

  // How the file is written.
  'utf-16': 'AWS の設定ファイルが UTF-16 で保存されています。AWS のクライアントが読むのは UTF-8 です。',
  'byte-order-mark':
    'AWS の設定ファイルがバイト順マーク (BOM) で始まっています。AWS CLI はこのファイルを読めません。',
  'encoding.byte-order-mark': 'バイト順マーク (BOM)',
  'encoding.todo':
    'BOM なしの UTF-8 で保存し直してください (メモ帳では、[名前を付けて保存] で文字コードに UTF-8 を選びます)。',
  'section-twice':
    'AWS の設定ファイルにセクション {header} が {count} 個あります ({lines} 行目)。AWS CLI はこのファイルを読めません。',
  'section-twice.todo.copy': '内容が同じなので、{line} 行目のセクションを削除してください。',
  'section-twice.todo':
    '{line} 行目のセクションの名前を変えるか (参照している箇所もすべて変えます)、不要な方を削除してください。',
  'key-twice':
    '{header} に {key} が 2 回あります ({first} 行目と {second} 行目)。AWS CLI はこのファイルを読めません。',
  'key-twice.found': '{first} と {second}',
  glued:
    '{header} が AWS の設定ファイルの {line} 行目の末尾、ほかの文字の後ろにあります。どの AWS クライアントも、これをセクションとして読みません。',
  'glued.todo': '独立した行に書いてください。',
  'name.space':
    'セクションは {header} です (AWS の設定ファイルの {line} 行目)。空白を含み、引用符のない名前は、どの AWS クライアントも読みません。',
  'name.quoted-space':
    'セクションは {header} です (AWS の設定ファイルの {line} 行目)。空白を含む名前を読むのは、AWS CLI と botocore だけです。',
  'name.quoted':
    'セクションは {header} です (AWS の設定ファイルの {line} 行目)。引用符で囲んだ名前を読むのは、AWS CLI と botocore だけです。',
  'name.character':
    'セクションは {header} です (AWS の設定ファイルの {line} 行目)。この文字を含む名前を読むのは、AWS CLI と botocore だけです。',
  'name.todo.quotes': '引用符を外してください。',
  'name.todo.profile': 'そこと、source_profile と --profile で、名前を {better} にしてください。',
  'name.todo.sso-session':
    'そこと sso_session で名前を {better} にし、もう一度 `aws sso login` を実行してください。',

  // What is missing.
  'no-profiles':
    'プロファイル "{profile}" がありません。AWS の設定ファイルに、プロファイルが 1 つもありません。',
  'no-profile': 'AWS の設定ファイルにプロファイル "{profile}" がありません。あるのは {others} です。',
  'no-session':
    'プロファイル "{profile}" に sso_session = {session} とありますが、セクション [sso-session {session}] がありません。',
  'hidden-session': 'プロファイル "{profile}" に sso_session = {session} とありますが、{why}',
  hidden: '{why} {todo}',
  'no-field': 'プロファイル "{profile}" に sso_session はありますが、{field} がありません。',
  'no-source':
    'プロファイル "{profile}" に role_arn はありますが、引き受けに使う source_profile がありません。',
};
