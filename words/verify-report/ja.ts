import type { Translation } from '../speech';
import type { en } from './en';

export const ja: Translation<typeof en> = {
  verifying: '{vendor} の確認',
  'read-access': '{bucket} の読み取り',
  'not-signed-in': 'サインインできませんでした',
  expected: '期待',
  got: '結果',
  allowed: '許可',
  'allowed-then': '許可され、その後 {code}',
  'not-tried': '試していません: {probes}',

  'label.cause': '原因',
  'label.action': '対処',
  'label.answer': 'AWS の応答',
  'label.error': 'エラー',
  'label.seen-in': '確認した操作',

  'hop.sign in': 'サインイン',
  'hop.assume the role': 'ロールの引き受け',
  'hop.use S3': 'S3 の利用',
  'hop.use IAM': 'IAM の利用',

  'side.you': '手元の設定',
  'side.the vendor': 'ベンダー側',
  'side.the company': '企業側',
  'side.the vendor or the company': 'どちら側か不明',
  'side.AWS or the network': 'AWS またはネットワーク',

  'role.vendor user': 'ロールを引き受けられるベンダーのユーザー',
  'role.vendor principal': 'ベンダーのアカウントの、ほかのプリンシパル',
  'role.borrower': 'ロールのセッション',
  'role.company principal': '企業のアカウントのプリンシパル',
  'role.identity center principal': 'Identity Center のあるアカウントのプリンシパル',
  'role.stranger': 'この貸し出しに関係のないアカウントのプリンシパル',

  'as-promised':
    '約束どおりです。できるべき {works} 件はすべて成功し、拒否されるべき {denied} 件はすべて拒否されました。',
  unseen:
    'ベンダーのユーザーには見えないもの: ロールとバケットのポリシーが、ほかに何をだれに許可しているか。企業側の管理者が、次のコマンドで証明できます。',
  broken: '約束どおりではありません。',
  'wrong-usage': '確認していません。プロファイルか、この PC の設定に誤りがあります。',
  'could-not-tell': '判定できませんでした。確認できた範囲に問題はありませんが、一部は確認できていません。',
  'deployed-not-decided':
    '判定していません。デプロイされたものに、証明が扱えないものか、証明したものと違うものがあります。',

  'signing-in': '{profile}: サインイン中',
  calls: '{profile}: {all} 件のうち {done} 件を確認',
  synthesizing: 'デプロイされたものと比べるため、テンプレートを合成中',
  'reading-deployed': 'デプロイされたものを読み取り中',

  'because.not-assumed': 'ロールを引き受けられませんでした',
  'because.wrong-account':
    'プロファイル {profile} はアカウント {account} のものですが、この手順はアカウント {accounts} のものです',
  'because.assumed-already':
    'プロファイル {profile} は、すでにロールを引き受けています。--profile {start} なら、引き受けも確認できます',
  'because.ended': '貸し出しは {until} に終了しました',
  'because.permission-set':
    '引き受けられるのは許可セット {permissionSet} のユーザーだけで、このプロファイルは違います',
  'because.borrowers': '引き受けられるのは {borrowers} だけで、このプロファイルは違います',
  'borrower.role': 'ロール {name}',
  'borrower.user': 'ユーザー {name}',
  'wrong-account.todo':
    'ベンダーのユーザーのプロファイルを使ってください (`npm run handoff -- --config` で表示できます)。',
  'wrong-account.todo.deployed':
    'ベンダーのユーザーのプロファイルを使ってください (`npm run handoff -- --config` で表示できます)。または `--deployed` を付けて、このプロファイルで、デプロイされたものを読み取ってください。',
  'secret.hidden': '({number} 文字。表示しません)',
  'secret.missing': '(なし)',
};
