import type { Translation } from '../speech';
import type { en } from './en';

export const ja: Translation<typeof en> = {
  note: '注意: {remark}',
  'paste.vendor': '`parameters.ts` の vendors[{index}] に貼り付けてください。',
  'paste.share': '`parameters.ts` の company と vendors を、次の内容に置き換えてください。',
  'name-principals': 'ID を調べるには、`--group` と `--user` でグループやユーザーの名前を指定してください。',
  'no-identity-center':
    '{field} はロールとユーザーを指定していて、Identity Center を使いません。調べるものはありません。',
  'no-identity-center.handoff':
    '{field} はロールとユーザーを指定していて、Identity Center を使いません。調べるものはありません (そのアカウントに必要なものは `npm run handoff` が書き出します)。',
  'grant-file': '--grant には企業から届いた NAME.grant.json を指定してください: {reason}',
  profile: '--profile: {problem}',
  'no-region':
    '--region を指定してください。プロファイル "{profile}" にリージョンがなく、Identity Center の場所がほかから分かりません (Identity Center の設定にあるホームリージョンです)。',

  // Where AWS could not be asked, or said no; what AWS answered follows on a line of its own.
  finding: '{cause} {todo}',
  answer: '({code}: {message})',
  'not-assigned':
    'プロファイル "{profile}" の sso_role_name の許可セットが、sso_account_id のアカウントで割り当てられていません。',
  'not-allowed':
    'プロファイル "{profile}" には、調べる権限がありません。Identity Center のあるアカウントのプロファイルで、sso:ListInstances、sso:DescribeInstance、sso:ListPermissionSets、identitystore:ListGroups、identitystore:ListUsers が許可されているものを使ってください。',
  'no-account': 'STS の応答に、呼び出し元のアカウントがありません。',
  'no-ids': 'Identity Center の応答に、インスタンスの ARN か ID ストアがありません。',

  // Identity Center.
  'no-instance':
    '--region {region}: アカウント {account} からは、そこに Identity Center のインスタンスが見えません。応答はリージョンごとに別です。ホームリージョンは AWS アクセスポータルの設定ページで確認できます。そのリージョンか、Identity Center のあるアカウントのプロファイルを指定してください。',
  instances: 'アカウント {account} から {region} で見えるもの:',
  instance: '{arn} (アカウント {owner}): {kind}',
  'instance.named': '{arn} "{name}" (アカウント {owner}): {kind}',
  'kind.usable': '組織インスタンス',
  'kind.account-instance': 'アカウントインスタンス (許可セットがありません)',
  'kind.of-another-account': '組織インスタンス (このアカウントは管理していません)',
  'kind.not-active': '有効ではありません (状態: {status})',
  'kind.not-allowed': 'このプロファイルでは許可セットを一覧表示できないインスタンス',
  'several.todo':
    '候補が複数あります。正しいものを `parameters.ts` の identityCenter.instanceArn に書き、もう一度実行してください。',
  'account-instance.todo':
    '許可セットには組織インスタンスが必要です。組織の管理アカウントか、委任管理者のプロファイルを使ってください。',
  'of-another-account.todo':
    '所有するアカウントか、その Identity Center を管理するアカウントのプロファイルを使い、identityCenter.account にそのアカウントを設定してください。',
  'not-active.todo': '有効になるまで待つか、コンソールで確認してください。',
  'not-allowed.todo':
    'sso:ListPermissionSets が許可されているプロファイルを使ってください。アカウントインスタンスの場合は、組織の管理アカウントのプロファイルを使ってください。',

  // Remarks on what was found.
  'start-url':
    'startUrl はポータルの最初のアドレスです。ポータルに別の名前を付けている場合は、そのアドレスを使ってください。',
  'other-account':
    'このプロファイルはアカウント {account} のもので、{field} は {accounts} です。{accounts} の Identity Center を {account} が管理していれば正しい設定です。そうでない場合は、別のプロファイルを使うか、アカウントを直してください。',
  'management-account':
    '{field} の {owner} は組織の管理アカウントです。委任管理者は、そこの許可セットを管理できません。{owner} のプロファイルを使ってください。',

  // Groups and users by name.
  'several-match':
    '{option} に一致するものが複数あります ({ids})。正しい ID を assignees に手で書いてください。',
  'no-groups': '{option} は見つかりませんでした。ID ストアにグループがありません。',
  'no-users': '{option} は見つかりませんでした。ID ストアにユーザーがありません。',
  'close-names':
    '{option} は見つかりませんでした (完全一致で、大文字と小文字は区別されます)。近い名前: {names}',
  'all-groups':
    '{option} は見つかりませんでした (完全一致で、大文字と小文字は区別されます)。あるグループ: {names}',
  'all-users':
    '{option} は見つかりませんでした (完全一致で、大文字と小文字は区別されます)。いるユーザー: {names}',
  'names.more': '{names}、ほか {count} 件',
};
