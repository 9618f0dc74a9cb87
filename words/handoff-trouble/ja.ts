import type { Translation } from '../speech';
import type { en } from './en';

export const ja: Translation<typeof en> = {
  heading: 'うまくいかないとき',
  seen: '表示されるもの',
  meaning: '原因と対処',
  turnTo: '問い合わせ先',
  yourself: '不要 (ご自身で対処できます)',
  administrator: '貴社の管理者へ',
  administratorFirst: 'まず貴社の管理者へ',
  company: '企業へ',

  fillIn: '設定に大文字の語が残っています。入れる値は、貴社の管理者に確認してください。',
  notSignedIn: 'サインインしていないか、期限が切れています。次を実行してください: {command}',
  signInOfOther:
    'プロファイル {data} でサインインしようとしました。{user} でサインインしてください: {command}',
  notAssigned: '許可セットが割り当てられていません。貴社の管理者に依頼してください。',
  noSource:
    'セクション {section} に、サインインの方法がまだ書かれていません (設定の中の注記を参照)。または、{option} がありません。',
  noProfile: '{option} がないため、ロールが使われていません。',
  twoSections:
    '同じ名前のセクションが 2 つあります。1 つだけ残してください。別々の企業のものであれば、一方の名前をすべての箇所で変えてください。',
  ownIdentity:
    'メッセージに自分の名前がある場合、または *Access Denied* だけの場合は、{option} がありません。元の権限でリクエストしています。',
  roleChanged: 'それ以外の場合は、企業がロールの権限を変更しています。',
  bucketDenies: 'バケットのポリシーが拒否している可能性もあります。',
  keyDenies: 'KMS キーがロールに復号を許可していない可能性もあります。',

  oneOfThese: 'AWS の応答だけでは、次のどれが原因か分かりません。',
  permissionSetDenies: '許可セットが {role} を許可していません。',
  roleHasNoPolicy: 'お使いのロールに、{role} を許可するポリシーがありません (*管理者の方へ* を参照)。',
  userHasNoPolicy: 'お使いのユーザーに、{role} を許可するポリシーがありません (*管理者の方へ* を参照)。',
  productHasNoPolicy: '製品のロールに、{role} を許可するポリシーがありません (*管理者の方へ* を参照)。',
  externalId: 'セクション {section} に `external_id` がないか、{externalId} と完全には一致していません。',
  trustDenies: '企業側の信頼ポリシーが貴社のアカウントを許可していないか、ロールがもう存在しません。',
  hasEnded:
    '{end} 以降であれば、異常ではありません。アクセスは終了しました。引き続き必要な場合は、企業にお問い合わせください。',
  optIn:
    '{region} はオプトインが必要なリージョンです。有効にしていないアカウントの認証情報を、AWS は受け付けません。アカウント {accounts} の管理者が、コンソールの *アカウント*、*AWS リージョン* で有効にしてください (数分から数時間かかります)。サインインし直しても直りません。',
  duration:
    'ロールのセッションは最長 1 時間です。セクション {section} に `duration_seconds = 3600` と書くか、その行を削除してください。',
  sessionName:
    '`role_session_name` に使えない文字があるか、長さが合いません。使えるのは半角の英字、数字、{others} で、2 文字から 64 文字までです。',
  prefix:
    '一覧表示できるのは {prefixes} の下だけです。最後のスラッシュまで、プレフィックス全体を書いてください: {command}',
  location:
    'お使いのツールがバケットのリージョンを問い合わせていますが、その権限はありません。ツールでリージョンを {region} に設定してください。',
  write:
    'このロールは読み取り専用で、貴社のバケットの権限もありません。まず手元の PC にコピーし、そこから {option} を付けずに、自分のプロファイルで貴社のバケットにコピーしてください。',
  presigned:
    '署名付き URL は、それを作ったセッションと一緒に失効します。`--expires-in` の値に関係なく、最長 1 時間です。新しい URL を作ってください。',
  switchRole:
    'アカウント {accounts} のセッションで、このページのリンクを使ってください。それでも失敗する場合、原因は上の `AssumeRole` と同じです。',
  switchRoleWithExternalId:
    'このロールは外部 ID を求めますが、コンソールでは送れません。このページのコマンドを使ってください。',
  bucketsHome: '異常ではありません。このページのリンクからバケットを開いてください。',
  bucketObjects:
    'ブラウザのセッションが、ロールのものではありません。もう一度ロールに切り替えてから、このページのリンクを開いてください。',
  bucketObjectsOfPrefix:
    '一覧表示できるのは {prefixes} の下だけです。または、ブラウザのセッションがロールのものではありません。このページのリンクを開いてください。',
};
