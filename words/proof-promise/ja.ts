import type { Translation } from '../speech';
import type { en } from './en';

export const ja: Translation<typeof en> = {
  lentToAccounts: 'このロールを貸すのは、アカウント {accounts} だけです。',
  lentToSessions: 'このロールを貸すのは、許可セット {set} のセッションだけです。',
  lentToArns: 'このロールを貸すのは、{arns} だけです。',
  onlyAssumeRole: '約束したのは sts:AssumeRole だけです。',
  promisedRole: '約束したロールは {role} です。',
  onlyRole: '引き受けてよいのは {role} だけです。',
  externalId: 'sts:ExternalId は "{externalId}" でなければなりません。',
  ended: '{until} 以降は、何も許可されません。',
  noUsers: '約束に IAM ユーザーは含まれません。',
  noGroups: '約束に IAM グループは含まれません。',
  companyOnly: '{what} を使えるのは企業だけです。',
  noServiceReads: '共有バケットを読み取る AWS サービスは、約束に含まれません。',
  sourceAccount:
    'aws:SourceAccount は "{account}" でなければなりません。{service} が企業のためだけに呼び出すようにするためです。',
  relays: '{service} は、企業の外の人のリクエストを中継します。',
  unknownService: '{service} が {action} を呼び出すのが企業のためだけかどうか、判定できません。',
  onlyActions: '約束したのは {actions} だけです。',
  ownersBucket: '約束したバケットは、アカウント {account} のものです。',
  overTls: 'バケットには TLS でだけアクセスできます。',
  overTlsVersion: 'バケットには TLS {version} 以上でだけアクセスできます。',
  onlyKey: '使ってよいキーは {key} だけです。',
  keyThroughService: 'キーは {service} を通してだけ使えます。',
  keyForObjects: 'キーで復号してよいのは {objects} のオブジェクトだけです。',
  onlyListing: '一覧表示してよいのは {bucket} だけです。',
  prefix: 's3:prefix は {prefixes} で始まらなければなりません。',
  onlyObjects: '読み取ってよいのは {objects} のオブジェクトだけです。',
  restoreDeny:
    'バケットのポリシーに Deny を戻してください (`lib/company-stack.ts` の enforceSSL と minimumTLSVersion)。',
};
