import type { Translation } from '../speech';
import type { en } from './en';

export const ja: Translation<typeof en> = {
  'heading.deployed': 'デプロイされたもの',
  'heading.other-readers': 'バケットのほかの利用者 (約束に含まれず、判定しません)',
  'heading.repairs': '元に戻すコマンド',
  'heading.rests-on': '前提',
  'label.by': '決めた文',
  'label.why': '理由',
  'label.do': '対処',
  more: 'ほかに {count} 件あります。`--json` ですべて表示できます。',

  read: '読み取りました: {what}',
  'not-read': '読み取れなかったため、証明していません: {what}',
  'not-looked-at': '見ていないため、証明していません: {what}',
  suspended:
    'ロールは{suspended} ({policy})。企業の意図によるもので、その時刻より後に始まったセッションに影響はありません。',
  'suspended.past': '{before} より前に始まったセッションで停止中です',
  'suspended.future': '{before} より前に始まったセッション (その時刻まではすべてのセッション) で停止中です',

  'as-promised.both': 'デプロイされたものが許可するのは約束した内容だけで、不足もありません。',
  'as-promised.company':
    '企業側にデプロイされたものが許可するのは約束した内容だけで、不足もありません。ベンダー側は見ていません。',
  'as-promised.company.own':
    '企業側にデプロイされたものが許可するのは約束した内容だけで、不足もありません。ベンダー側はベンダーが用意するもので、約束に含まれません。',
  'as-promised.vendor':
    'ベンダー側にデプロイされたものが許可するのは約束した内容だけで、不足もありません。企業側は見ていません。',
  'in-part':
    '読み取った範囲に問題はありません。読み取れなかったものは約束どおりとみなしていて、証明していません。',
  broken: '約束どおりではありません。',
  'not-decided': '判定していません。',
  'not-decided.what': '判定していないもの: {what}',
  'nothing-read': '何も読み取れなかったため、何も証明していません。',
  proof: '{count} 種類のリクエストを証明しました。{result}',
  'proof.suspended': '{count} 種類のリクエストを証明しました。{result} ロールは{suspended}。',

  'stack.as-proved': 'アカウント {account} のスタック {name} のテンプレートは、証明したものと同じです。',
  'stack.none':
    'アカウント {account} にスタック {name} がありません。別の方法でデプロイされたため、比べるテンプレートがありません。',
  'stack.differs': 'アカウント {account} のスタック {name} のテンプレートは、証明したものと違います。',
  'stack.differs.why':
    'これらのリソースが何を許可するかは、証明していません。変更されたテンプレートがデプロイされたか、その後に parameters.ts、lib/、aws-cdk-lib のバージョンのいずれかが変わりました。',
  'stack.differs.do':
    '手元のものを証明してから (`npm run prove`)、デプロイしてください: `npx cdk deploy {name}`。その変更が必要な場合は、`parameters.ts` か lib/ に書いてください。',
  'difference.missing': '{where}: 証明したのは {proved} ですが、デプロイされていません。',
  'difference.added': '{where}: デプロイされているのは {deployed} ですが、証明していません。',
  'difference.changed': '{where}: デプロイされているのは {deployed}、証明したのは {proved} です。',
  'template.whole': 'テンプレート全体',
  'template.not-json': 'JSON ではありません (CDK が書くのは JSON です)',

  'entrances.not-listed': '一覧にできませんでした: {why}',
  'entrances.none': 'アカウントのほかのロールの信頼ポリシーは、外部のだれにも許可していません。',
  'entrances.heading': '企業のアカウントへのほかの入口 {count} 件 (約束に含まれず、判定しません)',
  entrance: 'ロール {role}: {who}',
  'entrance.conditions': 'ロール {role}: {who}。条件: {conditions}',
  'repair.root-user':
    'バケットポリシーが、企業の管理者を含む全員を拒否しています。削除や置き換えができるのは、アカウント {account} のルートユーザーだけです。ルートユーザーとしてコンソールにサインインし、CloudShell で次を実行してください。',
  'repair.deploy': '{stack} をもう一度デプロイし、CloudFormation を通さずに変更された部分も元に戻します。',
  'repair.deploy.given':
    '{stack} をもう一度デプロイし、CloudFormation を通さずに変更された部分も元に戻します。既存のものは変わりません。バケット {bucket} のポリシー、ACL、アクセスポイント、キーは、直接直してください。',
  'repair.inline':
    'ロールのインラインポリシー {policy} を削除します (スタックが作成したものではありません)。',
  'repair.inline.deny':
    'ロールのインラインポリシー {policy} は何かを拒否しています。スタックが作成したものではありません。内容を見て、だれが、なぜ設定したのかを確認してください。残すかどうかは、設定した人が決めます。',
  'repair.boundary': 'ロールのアクセス許可の境界を外します (スタックが設定したものではありません)。',
  'repair.boundary.named':
    'ロールのアクセス許可の境界 {policy} を外します (スタックが設定したものではありません)。',
  'repair.provision': '今の内容で、許可セットをプロビジョニングします。',
  holds: '読み取ったものが許可するのは、約束した内容だけです。不足もありません。',
};
