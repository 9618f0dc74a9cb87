import type { Translation } from '../speech';
import type { en } from './en';

export const ja: Translation<typeof en> = {
  title: '{bucket} の読み取り',
  fromTo: '{company} から {vendor} の方へ',
  theCompany: '企業',
  theVendor: 'ベンダー',
  issued: '発行: {company} (AWS アカウント {account})、{day}。連絡先: {contact}',
  noSecrets: 'このページに秘密の情報は含まれていません。',

  purposeHeading: '目的',
  purpose:
    '企業 (AWS アカウント {account}) が、S3 バケット {bucket} のデータを貴社と共有します。このページでは、できること、期限、手順、うまくいかないときの対処、問い合わせ先を説明します。',
  purposeOfNamed:
    '企業 {company} (AWS アカウント {account}) が、S3 バケット {bucket} のデータを貴社と共有します。このページでは、できること、期限、手順、うまくいかないときの対処、問い合わせ先を説明します。',
  valuesToPaste: 'お使いの製品に、次の値を貼り付けてください。',
  valuesAsked: '項目',
  value: '値',
  roleArn: 'ロールの ARN',
  bucket: 'バケット',
  region: 'リージョン',
  prefix: 'プレフィックス',
  nothingElse:
    'ほかにすることも、デプロイするものもないはずです。このような製品は、ロールを自分で引き受けます。',

  scopeHeading: 'できること',
  scopeAbout: '項目',
  scopeAnswer: '取り決め',
  who: '対象',
  whoProduct: 'AWS アカウント {accounts} で動くソフトウェア',
  whoProductOfSeveral: 'AWS アカウント {accounts} で動くソフトウェア',
  whoUsers: 'AWS アカウント {accounts} のユーザー',
  whoUsersOfSeveral: 'AWS アカウント {accounts} のユーザー',
  whoBorrowers: 'AWS アカウント {account} の{borrowers}',
  theRole: 'ロール {name}',
  theUser: 'ユーザー {name}',
  actions: 'できること',
  mayRead: '{places} の一覧表示と読み取り。それ以外はできません',
  mayReadMore:
    '{places} の一覧表示と読み取り、および{also}の読み取り。それ以外はできません。書き込みもできません',
  alsoLocation: 'バケットのリージョン',
  alsoVersions: 'オブジェクトの古いバージョン',
  alsoTags: 'オブジェクトのタグ',
  how: '使い方',
  howAnswer: 'ロール {role} を引き受ける',
  sessionLength: '1 回のセッション',
  sessionLengthAnswer: '最長 1 時間。下のコマンドは、新しいセッションを自動で取得します',
  encryption: '暗号化',
  encryptionAnswer:
    'オブジェクトは企業の KMS キーで暗号化されています。必要な操作はありません。S3 が復号します。',
  encryptionWithPrefixes: 'どのプレフィックスを読めるかは、KMS キーではなく S3 が決めます。',
  optInAnswer: '{region} (オプトインが必要)。アカウント {accounts} で有効になっている必要があります',
  optInAnswerOfSeveral: '{region} (オプトインが必要)。アカウント {accounts} で有効になっている必要があります',
  roleExplained:
    'ロールを引き受けるとは、そのロールの権限を持つセッションを受け取ることです。権限は足し算ではなく、入れ替わります。ロールのセッションでは、元の権限は使えません。',
  noCredentialsOfCompany:
    '企業のパスワードやアクセスキーをお渡しすることはありません。いつもの方法でサインインすると、AWS がロールのセッションを発行します。',
  noCredentialsAtAll:
    '企業のパスワードやアクセスキーをお渡しすることはありません。必要なときに、AWS がロールのセッションを発行します。',

  endHeading: '期限',
  noEnd: '終了日は決まっていません。企業は、いつでもアクセスを終了できます。',
  endsAt:
    'アクセスは {end} に終了します。それ以降、AWS はすべてのリクエストを拒否します。開いているセッションも同じです。',
  hasEnded: 'アクセスは {end} に終了しました。引き続き必要な場合は、企業にお問い合わせください。',

  setUpHeading: '最初に一度だけ: PC の準備',
  setUpHeadingOfProduct: 'AWS CLI とプログラムで使う場合: 準備',
  system: 'OS',
  install:
    '[AWS CLI バージョン 2]({address}) をインストールします。`aws --version` で `aws-cli/2` と表示される場合は、インストール済みです。',
  openConfig: '設定ファイルを開きます。まだない場合は、このコマンドで作成されます。',
  addConfig: '次の内容をファイルの末尾に加え、保存します。',
  configFile: '設定ファイル',
  'typed.windows': 'Windows: PowerShell で実行',
  'typed.macos': 'macOS: ターミナルで実行',
  'typed.linux': 'Linux: シェルで実行',
  setUp:
    '[AWS CLI バージョン 2]({address}) をインストールします。次に、以下の内容をファイル `~/.aws/config` (Windows では `%USERPROFILE%\\.aws\\config`) に加えます。',
  asItIs: '変更する箇所はありません。',
  asItIsOnMachine:
    'ロールのある EC2 インスタンスでは、変更する箇所はありません。それ以外では、コメントのとおりに書き換えてください。',
  fillIn: '大文字の語に入れる値は、貴社の管理者に確認してください。',
  fillInProfile: '大文字の語は、お使いのプロファイルの名前に置き換えてください。',
  profilesOfPeople:
    '{user} でサインインします。{data} は、そのセッションを使って企業のロールを引き受けます。企業のデータには {data} を使ってください。',
  profilesOfRole:
    '{user} はロール {name} です。{data} は、そのセッションを使って企業のロールを引き受けます。企業のデータには {data} を使ってください。',
  profilesOfUser:
    '{user} はユーザー {name} です。{data} は、その認証情報を使って企業のロールを引き受けます。企業のデータには {data} を使ってください。',
  profileOfProduct: '{data} は、マシンのロールを使って企業のロールを引き受けます。',
  sessionName:
    '企業のログには {name} と表示されます。`role_session_name` には自分の名前も書けます。使えるのは半角の英字、数字、{others} で、2 文字から 64 文字までです。空白や漢字は使えません。',
  externalId:
    '`external_id` (外部 ID) は企業との取り決めの一部です。これがないと、AWS はロールの引き受けを拒否します。秘密ではありませんが、変更しないでください。',
  ownNames:
    '複数の企業のページを 1 つのファイルにまとめられます。各セクションの名前は、この企業を表す {name} で始まります。同じ名前のセクションがすでにある場合は、このページのすべての箇所で別の名前にしてください。',

  commandsHeading: '毎日: 3 つのコマンド',
  commandsHeadingOfProduct: '動作の確認: 3 つのコマンド',
  commandsOfPeople:
    '1 つ目でサインインします (ブラウザが開きます)。2 つ目は一覧の表示、3 つ目は 1 つのファイルを今のフォルダにコピーします。',
  commandsOfOthers:
    '1 つ目でロールを引き受けられることを確認します。2 つ目は一覧の表示、3 つ目は 1 つのファイルを今のフォルダにコピーします。',

  signIn: 'サインインする (ブラウザが開きます)',
  seeIdentity: 'ロールを引き受けられることを確認する',
  list: '一覧を表示する',
  copy: '1 つのファイルを今のフォルダにコピーする',
  copyNamed: '1 つのファイルを今のフォルダにコピーする ({name} はファイル名に置き換えてください)',
  allIsSetUp: '2 つ目のコマンドがエラーなく終われば、準備は完了です。',

  browserHeading: 'ブラウザで見る場合',
  browserInOrder: '次の順に操作します。',
  browserSignInLabel: 'サインインする',
  browserSignIn: 'アカウント {accounts} を {permissionSet} で開きます。',
  browserSignInAsAlways: 'いつもの方法でサインインし、アカウント {accounts} を {permissionSet} で開きます。',
  browserSignInAs: '{borrowers} として、アカウント {accounts} にサインインします。',
  browserSwitchRoleLabel: 'ロールを切り替える',
  browserSwitchRole: 'フォームは入力済みです。そのまま *ロールの切り替え* を押します。',
  browserOpenLabel: 'データを開く',
  browserOpen: 'ロールのセッションで開きます。',
  open: '開く',
  browserHome:
    "S3 のトップページには *You don't have permissions to list buckets* と表示されますが、異常ではありません。トップページはアカウントのバケットをすべて表示しようとし、このロールにはその権限がないためです。上のリンクから開いてください。",
  browserSessions:
    'マルチセッションを有効にしていると、コンソールは複数のセッションを保持し、アドレスの先頭にそのうちの 1 つのアカウントが付きます。リンクがアカウント {account} 以外で開いた場合は、右上のメニューでロールのセッションを選び、リンクをもう一度開いてください。',
  browserImpossibleHeading: 'ブラウザでは使えません',
  browserImpossible:
    'このロールは外部 ID ({externalId}) を求めますが、コンソールの [ロールの切り替え] では送れません。上のコマンドを使ってください。',

  whomToAskHeading: '問い合わせ先',
  askCompany: 'データ、ロール、アクセスの終了について: {contact}',
  sender: 'このページをお渡しした担当者',
  askAdministrator: '貴社の AWS アカウント (サインイン、許可セット、ロール、ユーザー) について: 貴社の管理者',
};
