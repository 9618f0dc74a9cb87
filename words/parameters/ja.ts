import type { Translation } from '../speech';
import type { en } from './en';

export const ja: Translation<typeof en> = {
  got: '現在の値: {value}',
  gotNoText: '文字列で書いてください。現在の値: {value}',
  halfWidthDigits: '半角の数字 0–9 で入力してください',
  halfWidth: '半角の英字、数字、記号で入力してください',

  // What was given, where it is no text
  nothing: 'なし',
  aList: 'リスト',
  ofType: '型 {type} の値',
  aFunction: '関数',
  aSymbol: 'シンボル',
  aProxy: 'プロキシ',
  tooDeep: '入れ子が深すぎる値',
  noData: '文字列でもリストでもオブジェクトでもない値',
  throwingGetter: '例外を出すゲッター',
  longText: '{beginning}… ({number} 文字)',

  // Shapes
  notAList: '{field} はリストにしてください。現在の値: {value} (要素を [ … ] で囲みます。{hint})',
  emptyList: '{field} には要素が 1 つ以上必要です。現在の値: 空のリスト ({hint})',
  tooManyEntries: '{field} の要素は {most} 個以下にしてください。現在の数: {number} ({hint})',
  notOneOf:
    '{field} は {choice} のどれかにしてください。現在の値: {value} (つづりと、大文字と小文字を確認してください)',
  notAnObject: '{field} はオブジェクトにしてください。現在の値: {value} ({braces} と書きます)',
  notTheObject:
    '{field} は {names} を持つオブジェクトにしてください。現在の値: {value} ({braces} と書きます)',
  unknownField: '{what} に {field} という項目はありません。現在の値: {value} (あるのは {names})',
  seedObject: 'シードオブジェクト',
  permissionsBoundary: 'permissionsBoundary',
  company: 'company',
  identityCenter: 'identityCenter',
  assignee: '割り当て先',
  vendor: 'ベンダー',
  share: '貸し出し',
  grantFile: 'バージョン 1 の grant ファイル',
  'entries.next': 'AWS にこれほど多くを受け付けるものはありません',
  'seedObjects.next': 'オブジェクトを置かない場合は空のリスト',
  'manySeedObjects.next': '展開する関数は 1 つずつ処理します。残りは aws s3 cp でコピーしてください',
  'tags.next': 'リソースに付けられるのはここまでです',
  'accounts.next': 'ロールを引き受けるユーザーのアカウント',
  'assignees.next': 'npm run lookup でグループとユーザーを調べられます',
  'prefixes.next': 'バケット全体を共有する場合は、prefixes を書きません',
  'alsoRead.next': 'ほかに何も許可しない場合は、alsoRead を書きません',
  'borrowers.next': 'アカウント全体の場合は、borrowers を書きません',
  'vendors.next': '最後のベンダーのアクセスを終了するには、その until を過去の日時にしてください',

  // Texts
  accountId: '{field} は 12 桁の数字にしてください。{got} ({hint})',
  'accountId.next': '先頭の 0 が消えないように、引用符で囲みます',
  partition: '{field} はパーティション aws のリージョンにしてください。{got} ({hint})',
  'partition.next':
    '中国、GovCloud、ソブリン、隔離リージョンでは ARN とサインインが異なり、このプロジェクトは対応していません',
  region: '{field} は AWS リージョンのコードにしてください。{got} ({hint})',
  'region.next':
    'ap-northeast-1 のように書きます。リージョンの名前やアベイラビリティーゾーンではありません。新しいリージョンの場合は、このプロジェクトを更新してください',
  bucketName:
    '{field} は 3 文字から 63 文字の小文字、数字、ハイフンで、最初と最後は小文字か数字にしてください。{got} ({hint})',
  'bucketName.next': 'S3 ではドットも使えますが、バケットのアドレスに証明書が一致しなくなります',
  bucketBeginning: '{field} の先頭に xn--、sthree-、amzn-s3-demo- は使えません。{got} ({hint})',
  'bucketBeginning.next': 'S3 が予約しています。別の先頭にしてください',
  bucketEnding:
    '{field} の末尾に -s3alias、--ol-s3、.mrap、--x-s3、--table-s3、-an は使えません。{got} ({hint})',
  'bucketEnding.next': 'S3 がほかの種類のバケットのために予約しています。別の末尾にしてください',
  bucketOfCdk: '{field} の先頭に cdk-hnb659fds-assets- は使えません。{got} ({hint})',
  'bucketOfCdk.next':
    'cdk bootstrap が、デプロイするものを置くバケットに使う名前です。別の先頭にしてください',
  seedKeyBytes: '{field} は UTF-8 で 1 バイトから 1024 バイトにしてください。{got} ({hint})',
  'seedKeyBytes.next': 'S3 のオブジェクトキーはこれが上限です。短くしてください',
  seedKeyPath:
    '{field} は、空でない名前を 1 つのスラッシュで区切ったパスにしてください。名前に . と .. は使えず、1 つの名前は 255 バイト以下です。{got} ({hint})',
  'seedKeyPath.next':
    'バケットに入る途中で、フォルダの中のファイルになります。最初と最後にスラッシュは付けません',
  seedKeyCharacters: '{field} にバックスラッシュと制御文字は使えません。{got} ({hint})',
  'seedKeyCharacters.next': 'システムによって別のファイルになります。取り除いてください',
  seedKeyOnWindows:
    '{field} は Windows でも使えるパスにしてください。< > : " | ? * は使えず、名前の末尾をドットや空白にできず、CON、PRN、AUX、NUL、COM0 から COM9、LPT0 から LPT9 も使えません (拡張子が付いていても同じです)。{got} ({hint})',
  'seedKeyOnWindows.next':
    'バケットに入る途中でファイルになり、別の名前に変わります。名前を変えるか、デプロイの後に aws s3 cp でコピーしてください',
  seedKeyOfCdk: '{field} のパスに .is_custom_resource という名前は使えません。{got} ({hint})',
  'seedKeyOfCdk.next': 'CDK がその名前のファイルを取り残します。別の名前にしてください',
  seedContent: '{field} は正しい Unicode にしてください。{got} ({hint})',
  'seedContent.next': 'サロゲートペアの片方だけでは UTF-8 で保存できません',
  companyName:
    '{field} は 1 文字から 40 文字の小文字、数字、ハイフンで、最初は小文字か数字にしてください。{got} ({hint})',
  'companyName.next': '例: acme-data',
  contact: '{field} は 1 文字から 200 文字の、1 行の文字列にしてください。{got} ({hint})',
  'contact.next': '例: Data team, data@company.example',
  kmsKey: '{field} は "make" か、キーの ARN にしてください。{got} ({hint})',
  'kmsKey.next':
    '例: arn:aws:kms:ap-northeast-1:111111111111:key/1234abcd-12ab-34cd-56ef-1234567890ab。エイリアスは、後で別のキーに変えられます',
  boundaryArn: '{field} は管理ポリシーの ARN にしてください。{got} ({hint})',
  'boundaryArn.next': '例: arn:aws:iam::111111111111:policy/OrgBoundary',
  borrowerArn: '{field} はロールまたはユーザーの ARN にしてください。{got} ({hint})',
  'borrowerArn.next':
    'arn:aws:iam::222222222222:role/etl のように、パスを含め、ワイルドカードなしで書きます。セッション (arn:aws:sts::…:assumed-role/…) ではなく、ロールを書いてください',
  borrowerOfAws: '{field} に、AWS が管理するロールは使えません。{got} ({hint})',
  'borrowerOfAws.next':
    "このロールには、だれもポリシーを追加できません。Identity Center のロールは、作り直されると名前が変わります。Identity Center のユーザーには borrowers: 'permission-set' と書いてください",
  tagKey: '{field} は 1 文字から 128 文字の英字、数字、空白、_.:/=+-@ にしてください。{got} ({hint})',
  'tagKey.next': 'AWS が受け付けるのはこれだけです',
  tagKeyOfAws: '{field} の先頭に aws: は使えません。{got} ({hint})',
  'tagKeyOfAws.next': 'AWS が予約しています。別のキーにしてください',
  tagValue: '{field} は 256 文字以下の英字、数字、空白、_.:/=+-@ にしてください。{got} ({hint})',
  'tagValue.next': 'AWS が受け付けるのはこれだけです',
  vendorName: '{field} は 1 文字から 50 文字の英字と数字で、最初は大文字にしてください。{got} ({hint})',
  'vendorName.next': 'Acme とすると、AcmeVendorStack と AcmeAccessRole になります',
  roleName: '{field} は 1 文字から 64 文字の英字、数字、_+=,.@- にしてください。{got} ({hint})',
  'roleName.next': '短くするか、ほかの文字を置き換えてください',
  policyName: '{field} は 1 文字から 128 文字の英字、数字、_+=,.@- にしてください。{got} ({hint})',
  'policyName.next': '短くするか、ほかの文字を置き換えてください',
  permissionSetName: '{field} は 1 文字から 32 文字の英字、数字、_+=,.@- にしてください。{got} ({hint})',
  'permissionSetName.next': '短くするか、ほかの文字を置き換えてください',
  dotsAlone: '{field} をドットだけにはできません。{got} ({hint})',
  'dotsAlone.next': 'パスやアドレスでは別の場所を表します。英字を加えてください',
  rolePath:
    '{field} は / だけにするか、/ で始めて / で終え、間は英字、数字、_+=,.@- を 1 つのスラッシュで区切ってください。{got} ({hint})',
  'rolePath.next': '例: /vendors/',
  rolePathOfAws: '{field} の先頭に /aws-reserved/ と /aws-service-role/ は使えません。{got} ({hint})',
  'rolePathOfAws.next': 'AWS が予約しています。別のパスにしてください',
  description: '{field} は 1 文字から 700 文字の、Latin-1 の印字できる文字にしてください。{got} ({hint})',
  'description.next': 'Identity Center が受け付けるのはこれだけです (日本語は使えません)',
  tokens: '{field} に {tokens} は使えません。{got} ({hint})',
  'tokens.next': 'CDK と CloudFormation が、シークレットを含む値に置き換えます。使わずに書いてください',
  sessionDuration: '{field} は 1 時間から 12 時間の ISO 8601 の期間にしてください。{got} ({hint})',
  'sessionDuration.next': '例: PT1H、PT1H30M',
  instanceArn: '{field} は Identity Center のインスタンスの ARN にしてください。{got} ({hint})',
  'instanceArn.next': '例: arn:aws:sso:::instance/ssoins-1234567890abcdef。npm run lookup で調べられます',
  organizationId: '{field} は o- の後に 10 文字から 32 文字の小文字か数字にしてください。{got} ({hint})',
  'organizationId.next': 'aws organizations describe-organization の Id です',
  identityStoreId: '{field} は d- の後に 16 進数 10 桁か、小文字の GUID にしてください。{got} ({hint})',
  'identityStoreId.next': 'npm run lookup で調べられます',
  principalId:
    '{field} は小文字の GUID にしてください (前に 16 進数 10 桁とハイフンが付くこともあります)。{got} ({hint})',
  'principalId.next': '名前ではなく ID です。npm run lookup で調べられます',
  displayName: '{field} は 1 文字から 1024 文字の、1 行の文字列にしてください。{got} ({hint})',
  'displayName.next': 'グループまたはユーザーの名前',
  startUrl: '{field} は、ユーザー、クエリ、フラグメントのない https のアドレスにしてください。{got} ({hint})',
  'startUrl.next': '例: https://NAME.awsapps.com/start。Identity Center の設定にあります',
  prefixEnd: '{field} の末尾はスラッシュにしてください。{got} ({hint})',
  'prefixEnd.next': 'incoming ではなく incoming/ と書きます。incoming では incoming-secret も共有されます',
  prefixCharacters: "{field} に使えるのは英字、数字、空白、!-_.'&@=;:+,/ だけです。{got} ({hint})",
  'prefixCharacters.next':
    'ほかの文字は IAM ポリシーで使えず、* ? $ には別の意味があります。オブジェクトを別のプレフィックスにコピーしてください',
  prefixNames:
    '{field} は 1024 文字以下で、空でない名前を 1 つのスラッシュで区切ってください。名前に . と .. は使えません。{got} ({hint})',
  'prefixNames.next': '先頭にスラッシュは付けません。バケット全体を共有する場合は、prefixes を書きません',
  externalId: '{field} は 2 文字から 1224 文字の英字、数字、_+=,.@:/- にしてください。{got} ({hint})',
  'externalId.next': 'ベンダーが、顧客ごとに 1 つ生成します',
  moment: '{field} は、実在する日時を UTC の秒まで書いてください。{got} ({hint})',
  'moment.next': '例: 2027-01-31T00:00:00Z',
  momentBefore1970: '{field} に 1970 年より前は使えません。{got} ({hint})',
  'momentBefore1970.next': '時刻はそこから始まります。過去の日時であれば、いつでもアクセスは終了します',
  grantRoleArn: '{field} はロールの ARN にしてください。{got} ({hint})',
  'grantRoleArn.next': '企業にファイルをもう一度依頼するか、直してください',

  // Between fields
  centerOrAssigneesMissing:
    '{given} がある場合は {field} も必要です。現在の値: なし (どちらも npm run lookup で調べられます。両方とも書かなければ、ベンダーが案内ページに従ってベンダー側を用意します)',
  centerAccountMissing:
    'ベンダーに複数のアカウントがある場合は {field} が必要です。現在の値: なし (Identity Center のあるアカウント。組織の管理アカウントか、委任管理者です)',
  borrowersBesideCenter:
    'identityCenter がある場合、{field} を ARN のリストにはできません。現在の値: {value} (許可セットのユーザーが引き受けられなくなります。どちらか一方にしてください)',
  borrowerElsewhere:
    '{field} はベンダーのアカウントのものにしてください。現在の値: {value} (直すか、そのアカウントを {account} に加えてください)',
  accountWithoutBorrower:
    '{field} は、{borrowers} のどれかのアカウントにしてください。現在の値: {value} (このアカウントでは、だれもロールを引き受けられません。削除するか、そのロールまたはユーザーを加えてください)',
  borrowerTwice: '{field} は {earlier} と同じです。現在の値: {value} (どちらか一方を削除してください)',
  alsoReadTwice: '{field} は {earlier} と同じです。現在の値: {value} (どちらか一方を削除してください)',
  assigneeTwice: '{field} は {earlier} と同じです。現在の値: {value} (どちらか一方を削除してください)',
  accountTwice:
    '{field} は {earlier} と同じアカウントです。現在の値: {value} (1 つのベンダーに、複数のプレフィックスと割り当て先を書けます)',
  seedKeyTwice: '{field} は {earlier} と同じキーです。現在の値: {value} (どちらか一方を削除してください)',
  nameTwice:
    '{field} は {earlier} と同じ名前です。現在の値: {value} (スタックの名前になります。名前のない最初のベンダーは "Vendor" です)',
  iamNameTwice:
    '{field} は {earlier} と同じ名前です。現在の値: {value} (IAM では、大文字と小文字やパスが違っても、アカウントの中で重複できません)',
  permissionSetTwice:
    '{field} は {earlier} と同じ名前です。現在の値: {value} (2 つのベンダーは同じ組織にあります。2 つ目の許可セットに別の名前を付けてください)',
  bucketOfStack:
    "スタックがバケットを作る場合、{field} は書けません。現在の値: {value} (作るのは 1 つです。既存の複数のバケットを共有するには、company.bucket を 'existing' にしてください)",
  seedsOfExisting:
    "company.bucket が 'existing' の場合、{field} は [] にしてください。現在の数: {number} (スタックが作るのはロールとポリシーだけで、既存のバケットには触れません)",
  optionOfExisting:
    "company.bucket が 'existing' の場合、{field} は書けません。現在の値: {value} (スタックが作るのはロールとポリシーだけで、既存のバケットには触れません)",
  keyOfExisting:
    "company.bucket が 'existing' の場合、{field} は書けません。現在の値: {value} (スタックが作るのはロールとポリシーだけで、既存のバケットには触れません。バケットのキーの ARN を書いてください)",
  keyElsewhere:
    '{field} はアカウント {account}、リージョン {region} のものにしてください。現在の値: {value} (S3 が使えるのはバケットのリージョンのキーです。別のアカウントのキーのポリシーは、企業のものではありません)',
  boundaryElsewhere:
    '{field} はアカウント {account} のポリシーか、AWS のポリシーにしてください。現在の値: {value} (IAM では、ほかのアカウントのポリシーを境界にできません)',
  tagKeyInOtherCase:
    '{field} に、大文字と小文字だけが違うキーは使えません。現在の値: {value} と {earlier} (IAM では同じキーになり、1 つのロールに 2 回は付けられません。どちらか一方を削除してください)',
  logsIntoShared:
    '{field} は共有バケットとは別のバケットにしてください。現在の値: {value} (同じにすると、ベンダーがログを読めて、ログのログが増え続けます)',
  centersDiffer:
    '{field} は {earlier} と同じにしてください。現在の値: {value} と {other} (instanceArn が同じです。どちらかを直すか、instanceArn を直してください)',
  switchRoleLength:
    '{field} は、パスとロール名を合わせて 64 文字以下にしてください。現在の値: {value} ({length} 文字) (コンソールの [ロールの切り替え] の上限です。どちらかを短くしてください)',
  prefixCovered:
    '{field} は別のプレフィックスに含まれています。現在の値: {value} (すでに {other} で共有されています。削除してください)',
  seedKeyIsFolder:
    '{field} は別のシードオブジェクトのフォルダと同じ名前です。現在の値: {value} と {other} (バケットに入る途中で、どちらもファイルになります。一方の名前を変えてください)',
  ownAccount:
    '{field} に企業自身のアカウントは書けません。現在の値: {value} (ロールを貸すのは別のアカウントです。同じアカウントの中では、ポリシーだけで足ります)',
  nameMissing:
    '{field} が必要です。現在の値: なし (書かなくてよいのは最初のベンダーだけです。Acme とすると AcmeVendorStack になります。または、最初の位置に戻してください)',

  // Quotas
  seedSize:
    '{field} は合計 {most} バイト以下にしてください。現在は {bytes} バイト (最初に試すためのものです。大きいものは aws s3 cp でコピーしてください)',
  companyStackSize:
    '{field} は {most} 件以下にしてください。現在は {number} 件: CloudFormation のスタックの上限は {resources} リソースで、CompanyStack に {others}、ベンダー 1 件ごとに {each} 必要です (残りには、別のバケットと、このプロジェクトの別のコピーを使ってください)',
  companyTemplateSize:
    '{field} は、CompanyStack のテンプレートが {most} バイト以下になるようにしてください。現在は最大 {bytes} バイト (プレフィックスを減らすか短くするか、一部のベンダーに別のバケットと、このプロジェクトの別のコピーを使ってください)',
  vendorStackSize:
    '{field} は {most} 件以下にしてください。現在は {number} 件: CloudFormation のスタックの上限は {resources} リソースで、許可セットもその 1 つです (ユーザーをグループにまとめてください)',
  vendorStackSizeOfAccounts:
    '{field} は、{accounts} 個のアカウントのそれぞれで {most} 件以下にしてください。現在は {number} 件: CloudFormation のスタックの上限は {resources} リソースで、許可セットもその 1 つです (ユーザーをグループにまとめてください)',
  trustPolicySize:
    '{field} は、信頼ポリシーが {most} 文字以下になるようにしてください。現在は {length} 文字 (短くしてください)',
  readPolicySize:
    '{field} は、ポリシー {policy} が {most} 文字以下になるようにしてください。現在は {length} 文字 (プレフィックスを減らすか、短くしてください)',
  permissionSetPolicySize:
    '{field} は、許可セットのインラインポリシーが {most} 文字以下になるようにしてください。現在は {length} 文字 (短くしてください)',

  // Grant files
  grantRoleElsewhere:
    'roleArn は companyAccount {account} のロールにしてください。現在の値: {value} (企業にファイルをもう一度依頼するか、直してください)',
  grantNotJson:
    'npm run handoff -- --out が書き出した JSON にしてください: {reason} (企業にファイルをもう一度依頼するか、直してください)',
  grantAsShare: '貸し出しとして見ると、{problem}',
  grantFormat:
    'format は "vendor-share grant" にしてください。現在の値: {value} (npm run handoff -- --out の NAME.grant.json です)',
  grantVersion:
    'version は 1 にしてください。現在の値: {value} (このプロジェクトの別の版が書き出したものです。その版を使うか、企業にバージョン 1 のファイルを依頼してください)',
};
