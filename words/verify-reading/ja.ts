import type { Translation } from '../speech';
import type { en } from './en';

export const ja: Translation<typeof en> = {
  // What is read.
  template: 'スタック {stack} のテンプレート',
  role: 'ロール {role} の信頼ポリシーと、アタッチされたすべてのもの',
  'permission-set': '許可セット {permissionSet} の内容と、割り当て先のすべて',
  'access-points': 'バケット {bucket} のアクセスポイント',
  'access-grants': 'バケット {bucket} の Access Grants',
  bucket: 'バケット {bucket}',
  key: '{key} のポリシー',
  'other-roles': 'アカウント {account} のほかのロール',
  'in-parts': '{what}: {parts}',
  'part.acl': 'ACL',
  'part.policy': 'ポリシー',
  'part.public-access-block': 'パブリックアクセスのブロック',
  'part.ownership': 'オブジェクト所有者の設定',
  'part.encryption': '暗号化',
  'part.lifecycle': 'ライフサイクル',
  'part.tiering': 'Intelligent-Tiering',
  'part.owners': 'オブジェクトの所有者',
  'part.replication': 'レプリケーション',
  'part.inventories': 'インベントリ',
  'part.analyses': '分析',
  'part.access-logs': 'アクセスログ',
  'part.notifications': '通知',
  'part.website': 'ウェブサイト',
  'part.bucket-owners': '送り先のバケットの所有者',

  // Why something was not read.
  'not-read': '{what}: {why}',
  'why.not-allowed': 'このプロファイルには読み取る権限がありません',
  why: '{code}、{message}',
  'not-aws': 'AWS ではないものが応答しました (リクエスト ID がありません)',
  'no-next-page': '一覧に続きがありますが、AWS がその場所を示していません',
  'templates.none': 'スタックのテンプレート (比べるものがないため): {why}',
  'templates.broken':
    'アプリが今書き出すテンプレートは約束どおりではありません。理由は `npm run prove` で確認できます',
  'templates.not-decided':
    'アプリが今書き出すテンプレートは判定できません。理由は `npm run prove` で確認できます',

  // What is never looked at.
  'not-looked-at.account-block':
    'アカウント {account} 全体のパブリックアクセスのブロック (バケットの設定より、さらに減らすことしかできません)',
  'not-looked-at.bucket':
    'バケットのマルチリージョンアクセスポイント、Object Lambda アクセスポイント、メタデータテーブル',
  'not-looked-at.deposits': 'ほかのバケットがこのバケットに書き込むもの: アクセスログ、インベントリ、コピー',
  'not-looked-at.company':
    '企業側のロールとバケット。アカウント {account} で読み取れるプロファイルが指定されていません',
  'not-looked-at.vendor':
    'ベンダー側の許可セットと割り当て。アカウント {account} で読み取れるプロファイルが指定されていません',
  'not-looked-at.vendors-own':
    'ベンダー側。ベンダーが用意するもので、約束に含まれません。だれがロールを引き受けられるかは、ロールの信頼ポリシーが決めます',
  'not-looked-at.organizations': '組織のポリシー (SCP、RCP)',

  // What takes objects away.
  'rule.deletes': 'ライフサイクルルール "{id}" がオブジェクトを削除します',
  'rule.deletes.unnamed': '名前のないライフサイクルルールがオブジェクトを削除します',
  'rule.moves': 'ライフサイクルルール "{id}" がオブジェクトを {storageClass} に移動します',
  'rule.moves.unnamed': '名前のないライフサイクルルールがオブジェクトを {storageClass} に移動します',
  'unknown-class': '不明なストレージクラス',
  tiering: 'Intelligent-Tiering "{id}" がオブジェクトを {tier} に移動します',
  'unknown-tier': '不明な階層',
  'taken-away': 'バケット {bucket}: {what}。その後、ロールは読み取れなくなります',
  owners:
    '最初の {all} 個のオブジェクトのうち {count} 個は別のアカウントのもので、ロールは読み取れません: {keys}',
  'owners.prefix':
    '{prefix} の最初の {all} 個のオブジェクトのうち {count} 個は別のアカウントのもので、ロールは読み取れません: {keys}',
  'keys.more': '{keys}、ほか {count} 個',

  // What the bucket gives to others by itself: a clause that goes before "to …".
  replication: 'レプリケーションルール "{id}" によるオブジェクトのコピー',
  inventory: 'インベントリ "{id}" による全オブジェクトの一覧',
  analysis: '分析 "{id}" によるオブジェクトの報告',
  'access-logs': 'アクセスログ',
  'access-logs.give': 'アクセスログに対する {permission} の許可',
  notifications: '通知',
  'to.bucket': 'バケット {bucket}',
  'to.bucket.unnamed': '名前のないバケット',
  'to.somebody': '不明な相手',
  'to.somewhere': '不明な送り先',
  acl: '{grantee} への {permission}',
  'acl.not-judged':
    'バケット {bucket} の ACL が {grant} を許可していますが、相手がだれかを S3 は示していません。ベンダーは、自分の ID を `aws s3api list-buckets --query Owner.ID` で確認できます。',
  'grantee.user': 'ディレクトリのユーザー {id}',
  'grantee.group': 'ディレクトリのグループ {id}',
  grantee: '相手 {id}',

  // What a permission set carries beside its inline policy.
  'carries.managed': '管理ポリシー {policy}',
  'carries.customer-managed': 'カスタマー管理ポリシー {policy}',
  'carries.boundary': 'アクセス許可の境界 {policy}',
  'carries.older': '許可セット自身の古い内容 (アカウント {account} では、プロビジョニングするまで有効です)',

  // Who else.
  everyone: '全員',
  account: 'アカウント {account}',
  'another-account': '別のアカウント',
  service: 'サービス {service}',
  'everybody-whose': '{conditions} に当てはまる全員',
  condition: '{key} が {values}',
  'reader.sends': '{who} ({what}、送り先: {to})',
  'reader.grant': '{grantee} (S3 Access Grants: {scope} への {permission})',
  'reader.policy': '{who} ({policy}、{statement}: {actions})',
  'entrance.unreadable': '相手は不明 (信頼ポリシーを読み取れませんでした: {why})',
  'entrance.somebody': '不明な相手 ({what})',
  'entrance.relays': '{service} (ほかの人のリクエストを中継します)',
  'entrance.federated': '{provider} でサインインする人',
  'entrance.of-role': '{who} ({role})',

  // On whom it depends.
  'rests-on':
    'アカウント {account}: バケット {bucket} に書き込める人と、ロール {deployRole} または {publishingRole} を使える人は、いつでも別のものをデプロイできます。',
  'rests-on.inside':
    'アカウント {account}: バケット {bucket} に書き込める人と、ロール {deployRole} または {publishingRole} を使える人は、いつでも別のものをデプロイできます。これらのロールの信頼ポリシーは、アカウント {account} の外のだれにも許可していません。',
  'rests-on.outside':
    'アカウント {account}: バケット {bucket} に書き込める人と、ロール {deployRole} または {publishingRole} を使える人は、いつでも別のものをデプロイできます。これらのロールの信頼ポリシーは、{who} に許可しています。',
};
