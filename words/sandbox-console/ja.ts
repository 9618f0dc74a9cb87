import type { Translation } from '../speech';
import type { en } from './en';

export const ja: Translation<typeof en> = {
  'banner.not-aws': 'この PC の中のサンドボックスです。AWS ではありません。',
  'banner.no-password': 'パスワードは不要です。入力しないでください。',
  title: '{page} – サンドボックスで通るブラウザの手順',
  steps: 'ブラウザで通る 4 つの画面',
  'step.start': 'サインインして選ぶ',
  'step.switch': 'ロールの切り替え',
  'step.home': 'S3 のホームは拒否',
  'step.bucket': 'バケットを開く',
  'back-home': '2 つのアカウントに戻る',
  minutes: '{count} 分',

  who: 'いまの自分',
  'who.now': 'いまの自分',
  'who.now-left': 'いまの自分 (残り {left})',
  'who.expired': 'セッションは終了しました',
  'who.resting': '自分の権限 (休み中)',
  'who.resting-note': '元に戻すと使えます。ロールの権限との足し算にはなりません。',
  'who.nobody': 'まだ誰でもない',
  'who.no-set': 'ベンダーのユーザー。許可セットはまだ選んでいません。',
  'who.role': '借りたロール',
  'who.none': 'なし',
  'who.switch-back': '元に戻す',

  'be.title': '誰になりますか',
  'be.intro':
    'サンドボックスにいる、ベンダー側の人・ロール・ユーザーです。本物の AWS では、ここでサインインします。',
  'be.this': '{who} になる',
  'be.else': '別の人になる',
  'be.user': 'ベンダーの Identity Center のユーザー',
  'be.not-assigned': '許可セットを割り当てられない同僚',
  'be.iam-user': '企業がロールを貸す IAM ユーザー',
  'be.iam-role': '企業がロールを貸す IAM ロール',
  vendor: 'ベンダー {name}',
  'vendor.only': 'ベンダー',

  'start.title': '使えるアカウント',
  'start.intro':
    '企業のアカウントはこの一覧に出ません。次の画面で企業のロールを引き受けて (AssumeRole) 入ります。これらの画面では「ロールを借りる」と書きます。',
  'start.enter': 'この許可セットで入る',
  'start.set': '許可セット',
  'start.none': '{who} が使えるアカウントはありません',
  'start.not-assigned':
    'この人には許可セットが割り当てられていません。そのため、ロールを借りるための権限がありません。',
  'start.not-deployed':
    'ベンダー側は、このサンドボックスにまだデプロイされていません。デプロイしてから、このページを読み込み直してください。手順は、ターミナルに最初に表示されています。',
  'start.you-are': '{who} になりました',
  'start.go-on': 'ロールの切り替えに進む',

  'switch.account': 'アカウント ID',
  'switch.account-note': '企業のアカウント。12 桁の数字です。',
  'switch.roleName': 'ロール名',
  'switch.roleName-note': '大文字と小文字は区別されます。パスがあれば、パスも含みます。',
  'switch.displayName': '表示名',
  'switch.displayName-note': '自分のための目印です。権限には関係しません。',
  'switch.go': 'ロールの切り替え',
  'switch.does': '切り替えると起きること',
  'switch.does-call':
    'コンソールは、自分の権限で sts:AssumeRole を 1 回呼び出します。コマンド aws sts assume-role と同じことです。',
  'switch.does-exchange':
    'ロールを使っている間、自分の権限は休みます。権限は足し算ではなく、入れ替わります。',
  'switch.failed': 'ロールを切り替えられませんでした。コンソールの表示:',
  'switch.hides': 'コンソールは理由を表示しません。サンドボックスで分かる理由は次のとおりです。',
  'switch.external-id':
    '企業側: このロールは外部 ID (ExternalId) を要求しますが、コンソールのロールの切り替えでは送れません。案内ページのとおり、AWS CLI か SDK を使ってください。',

  'home.title': 'S3 のホーム',
  'home.denied': 'バケットの一覧表示は拒否されました',
  'home.right':
    'これで正しい動作です。ホームはアカウントのすべてのバケットを表示しようとしますが、このロールが見てよいバケットは 1 つだけです。そのバケットのリンクを開いてください。',
  'home.not-switched': '企業のロールではなく、自分の権限を使っています。先にロールを切り替えてください。',
  'home.open': 'バケットのリンクを開く',
  'home.buckets': 'アカウント {account} のバケット',
  'home.not-promised':
    '約束では、このロールはすべてのバケットの一覧を表示できません。しかし、ここでは表示できました。',

  'bucket.object': 'オブジェクト',
  'bucket.size': 'サイズ',
  'bucket.modified': '更新日時',
  'bucket.action': '操作',
  'bucket.bytes': '{count} バイト',
  'bucket.folder': 'フォルダ',
  'bucket.download': 'ダウンロード',
  'bucket.empty': 'ここには何もありません。',
  'bucket.next': '次のページ',
  'bucket.path': 'バケット内の位置',
  'bucket.denied': 'オブジェクトの一覧表示は拒否されました',
  'bucket.download-denied': 'ダウンロードは拒否されました',
  'bucket.outside': 'これで正しい動作です。このロールが読んでよいのは次の場所だけです。',
  'bucket.should-work': '約束では、このロールはこの操作をできます。しかし、ここでは拒否されました。',

  'try.title': '拒否されるはずの操作を試す',
  'try.intro': 'ボタンを押すと、本物のリクエストを送ります。仮に許可されても、何も変わらない内容です。',
  'try.put': 'オブジェクトを書き込む',
  'try.delete': 'オブジェクトを削除する',
  'try.other': '別のバケットの中を見る',
  'try.policy': 'バケットポリシーを変更する',
  'try.read-policy': 'バケットポリシーを読む',
  'try.users': '企業のユーザーの一覧を見る',
  'try.denied': '{what}: 拒否',
  'try.allowed': '{what}: 許可',
  'try.not-promised':
    '約束では、このロールはこの操作をできません。しかし、ここでは {resource} に対する {action} が許可されました。',
  'try.undecided': '{what}: 判定できず',

  'as-promised': '約束どおり',
  'not-as-promised': '約束と違う',
  failed: 'できませんでした',
  said: 'AWS の応答',
};
