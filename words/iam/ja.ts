import type { Translation } from '../speech';
import type { en } from './en';

export const ja: Translation<typeof en> = {
  at: '{place}: {what}',
  nothing: 'なし',
  noJson: '{type} 型の値',

  statement: '{number} 番目のステートメント',
  'differs.principal': 'Principal',
  'differs.action': 'Action',
  'differs.resource': 'Resource',
  differsIn: '条件 {operator} {key} (必要な値: {wanted}、実際の値: {got})',

  missing: 'ありません。',
  empty: '空にはできません。',
  jsonObject: 'JSON のオブジェクトにしてください。現在の値: {value}',
  string: '文字列にしてください。現在の値: {value}',
  strings: '文字列か、文字列のリストにしてください。現在の値: {value}',
  both: '{one} と {other} を同時に書くことはできません。',
  either: '{one} と {other} のどちらかが必要です。',
  notModelled: '判定に対応していません。',
  variable: 'ポリシー変数は判定に対応していません: {value}',
  variableThere: 'ここのポリシー変数は判定に対応していません: {value}',
  variableAsText: '{sign} があります。これがポリシー変数になるのは、Version が "2012-10-17" のときだけです。',
  notInTrust: '信頼ポリシーには書けません。',
  notInIdentity: 'アイデンティティベースのポリシーには書けません。',

  policyElement: 'ポリシーの要素ではありません。要素は Version、Id、Statement です。',
  version: '"2012-10-17" にしてください。現在の値: {value}',
  statementElement: 'ステートメントの要素ではありません。要素は {elements} です。',
  sidTwice: '{value} が 2 回使われています。',
  sid: '使えるのは半角の英数字だけです。現在の値: {value}',
  effect: '"Allow" か "Deny" にしてください。現在の値: {value}',
  action:
    '"*" か "service:Action" の形にしてください。サービスの部分にワイルドカードは使えません。現在の値: {value}',
  trustAction:
    '信頼ポリシーでは、"sts:AssumeRole" のような STS のアクションにしてください。現在の値: {value}',
  trustNotAction: '信頼ポリシーでは判定に対応していません。',
  resource: '"*" か、サービス名を含む 6 つの部分からなる ARN にしてください。現在の値: {value}',

  principal: '"*" か、AWS、Service、Federated のいずれかを持つオブジェクトにしてください。現在の値: {value}',
  principalOfTrust: 'ありません。信頼ポリシーには必要です。',
  principalOfResource: 'ありません。リソースベースのポリシーには必要です。',
  principalKind: 'プリンシパルの種類ではありません。種類は AWS、Service、Federated です。',
  notPrincipal:
    '判定に対応していません。代わりに Principal "*" と、aws:PrincipalArn の条件を使ってください。',
  canonicalUser:
    '判定に対応していません。正規ユーザー ID がどのアカウントのものか、ここからはわからないためです。',
  awsPrincipal: 'アカウントか、ユーザー、ロール、ロールのセッションの ARN にしてください。現在の値: {value}',
  wildcard: '"*" か、ワイルドカードを含まない値にしてください。現在の値: {value}',
  service: '"lambda.amazonaws.com" のようなサービスにしてください。現在の値: {value}',
  federated:
    'SAML か OIDC のプロバイダーの ARN、または "accounts.google.com" のようなホストにしてください。現在の値: {value}',

  operator: '知らない条件演算子です (大文字と小文字も区別します)。',
  nullIfExists: 'ありません。キーがあるかどうかは Null だけで調べます。',
  keys: '条件キーのオブジェクトにしてください。現在の値: {value}',
  noKey: '条件キーが必要です。',
  key: '"aws:SourceIp" のような条件キーにしてください。',
  keyTwice: '2 回書かれています。キーの大文字と小文字は区別されません。',
  noValue: '値が必要です。',
  scalar: '文字列、数値、真偽値のいずれかにしてください。現在の値: {value}',
  numberAsText:
    '文字列として比較されます。"…" で囲んでください (1.0 は 1 に変わってしまいます)。現在の値: {value}',
  noArn: 'ARN として比較されますが、6 つの部分からなる ARN ではありません: {value}',
  'expected.String': '大文字と小文字を区別しない比較では、ASCII だけを使ってください。現在の値: {value}',
  'expected.Arn': '6 つの部分からなる ARN にしてください。現在の値: {value}',
  'expected.Bool': '"true" か "false" にしてください。現在の値: {value}',
  'expected.Date': '"2026-11-23T10:00:00Z" のような日時か、エポック秒にしてください。現在の値: {value}',
  'expected.Numeric': '15 桁までの数値にしてください。現在の値: {value}',
  'expected.IpAddress': 'IP アドレスか CIDR の範囲にしてください。現在の値: {value}',
};
