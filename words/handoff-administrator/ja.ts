import type { Translation } from '../speech';
import type { en } from './en';

export const ja: Translation<typeof en> = {
  heading: '管理者の方へ',
  inKnownCenter:
    'IAM Identity Center のあるアカウント {account}、リージョン {region} で、次の 2 つを行います。',
  createSet:
    '許可セット {name} (セッション期間 {duration}) を作成し、次のインラインポリシーだけを設定します。',
  assignIn: 'アカウント {accounts} で、次の相手に割り当てます。',
  assignInSeveral: 'アカウント {accounts} で、次の相手に割り当てます。',
  group: 'グループ **{name}** ({id})',
  user: 'ユーザー **{name}** ({id})',
  byOneCommand: 'このプロジェクトがあれば、1 つのコマンドで両方を行えます: {command}',
  enableRegion:
    '{region} はオプトインが必要なリージョンです。アカウント {accounts} で有効になっていない場合は、先に有効にしてください (コンソールの *アカウント*、*AWS リージョン*)。有効でないアカウントの認証情報を、AWS は受け付けません。',

  onePermissionSet:
    '貴社で用意するのは、許可セット 1 つだけです。企業のロールの引き受けを許可し、ほかには何も許可しません。IAM Identity Center のあるアカウントで、AWS CLI の使えるシェルから操作してください。コンソールにも用意されています: [AWS CloudShell]({address})',
  findCenter: '**1. Identity Center を確認する。** `YOUR-REGION` に、そのリージョンを書きます。',
  findGroup:
    '**2. アクセスを許可するグループを確認する。** 上で表示された `InstanceArn` と `IdentityStoreId` を書きます。',
  deployTemplate:
    '**3. テンプレートをデプロイする。** テンプレートは、このページと一緒に届いています。上で表示された `GroupId` を書きます。',
  forOneUser:
    'グループではなく 1 人のユーザーの場合は、`aws identitystore list-users` で ID を確認し、`PrincipalType=USER` とします。同じテンプレートを CloudFormation コンソールからも使えます (*スタックの作成*、*テンプレートファイルのアップロード*)。',
  withoutTemplateHeading: 'テンプレートを使わない場合',
  insteadOfStep3: '手順 3 の代わりに実行します。',
  withoutCenterHeading: 'Identity Center がない場合',
  giveThisPolicy:
    'アカウント {accounts} で、アクセスを許可するロールまたはユーザーに、次のポリシーを付けます。',
  forRole: 'ロールの場合:',
  forUser: 'ユーザーの場合:',
  withProjectHeading: 'このプロジェクトがある場合',
  withProject: '次のコマンドで、`parameters.ts` に書く内容を表示できます。',

  onePolicy: '貴社で用意するのは、ポリシー 1 つだけです。{names} に、企業のロールの引き受けを許可します。',
  inAccount: 'アカウント {account} で:',
  byTemplateHeading: 'テンプレートを使う場合',
  deployInAccount:
    'テンプレートは、このページと一緒に届いています。アカウント {accounts} でデプロイしてください。IAM では、リージョンによる違いはありません。',
  deployInAccounts:
    'テンプレートは、このページと一緒に届いています。アカウント {accounts} でデプロイしてください。IAM では、リージョンによる違いはありません。',
  madeAnewHeading: 'ロールまたはユーザーを作り直した場合',
  madeAnew:
    '同じ名前で作り直したロールまたはユーザーには、このポリシーをもう一度付けるだけです。企業側の変更は必要ありません。企業の信頼ポリシーは、そのロールやユーザーを Principal に指定せず、ARN を条件で確認しているためです。',

  ofProduct:
    '製品が使うロールに、企業のロールの引き受けを許可する必要があります。多くの製品のロールは、すでに許可されています。許可されていない場合は、アカウント {accounts} で次のポリシーを付けてください。',
};
