import type { Translation } from '../speech';
import type { en } from './en';

export const ja: Translation<typeof en> = {
  // The verdict.
  holdsIf:
    '{boundary} が {actions} を許可していれば、約束どおりです。テンプレートが許可するアクセスは、約束した内容を超えません。',

  // The promise of one vendor. The labels stand before it.
  never: 'なし',
  whoAnyPrincipal: 'アカウント {accounts} が許可したプリンシパル (人、ロールなど) だけ',
  whoAnyPrincipalAndSet:
    'アカウント {accounts} が許可したプリンシパル (人、ロールなど) だけ。許可セット {set} による許可先は {people}',
  whoSessions: 'アカウント {accounts} の許可セット {set} のセッションだけ',
  whoSessionsAssigned: 'アカウント {accounts} の許可セット {set} のセッションだけ。割り当て先は {people}',
  whoArns: '{arns} だけ',
  group: 'グループ {name} ({id})',
  user: 'ユーザー {name} ({id})',
  itsKey: 'そのバケットのキー',
  overTlsToOwner: 'TLS 接続で、バケットがアカウント {account} のものである間だけ',
  overTls: 'TLS 1.2 以上',
  sessionLength: '1 回のセッションは最長 1 時間',
  withExternalId: '外部 ID は "{externalId}"',
  listingWithPrefix: '一覧表示は {prefixes} で始まるプレフィックスだけ',
  decrypting: '復号は S3 経由で、このバケットのデータだけ',

  // The claims. Each is true if it holds.
  outsiders:
    '外部: ロールを引き受けられるのは約束した相手だけで、条件も約束どおりです。ほかのアカウントが何を許可していても変わりません。外部から引き受けられるロールはほかになく、バケットが外部に直接許可するものもありません。',
  outsidersExistingBucket:
    '外部: ロールを引き受けられるのは約束した相手だけで、条件も約束どおりです。ほかのアカウントが何を許可していても変わりません。外部から引き受けられるロールはほかになく、テンプレートの中に、バケットを外部に開くものはありません。',
  outsidersDeployed:
    '外部: ロールを引き受けられるのは約束した相手だけで、条件も約束どおりです。ほかのアカウントが何を許可していても変わりません。バケットが外部に直接許可するものはありません。',
  outsidersDeployedExistingBucket:
    '外部: ロールを引き受けられるのは約束した相手だけで、条件も約束どおりです。ほかのアカウントが何を許可していても変わりません。バケットは公開されておらず、ロール以外でこのベンダーに許可するものもありません。バケットのほかの利用者は、一覧にするだけで判定しません。',
  borrowers:
    '引き受けた人: ロールのセッションにできるのは、約束した対象への約束した操作だけです。過不足はありません。',
  permissionSet:
    '許可セット: 許可しているのは、約束したロールの引き受けだけです。割り当て先も約束どおりです。',
  permissionSetNone:
    '許可セット: この貸し出しにはありません。ベンダー側はベンダーが用意するもので、何も保証しません。',
  permissionSetSome:
    '許可セット: 許可しているのは、約束したロールの引き受けだけです。割り当て先も約束どおりです。{vendors} のベンダー側はベンダーが用意するもので、何も保証しません。',
  itWorks: '動作: 約束した相手は、約束したことをすべて実行できます。不足はありません。',
  itWorksWithHalf:
    '動作: 約束した相手は、約束したことをすべて実行できます。不足はありません。ロールの引き受けを許可するベンダー側は、用意されていることを前提にしています。',
  itWorksWithHalfOf:
    '動作: 約束した相手は、約束したことをすべて実行できます。不足はありません。ロールの引き受けを許可する {vendors} のベンダー側は、用意されていることを前提にしています。',

  // What is not covered, and what is somebody else's.
  organizationPolicies:
    '両社の組織のサービスコントロールポリシー (SCP) とリソースコントロールポリシー (RCP)。これらはアクセスを減らすことはあっても、増やすことはありません。',
  organizationFromOutside:
    '企業の組織の RCP が、組織の外の全員に sts:AssumeRole を拒否している場合。ロールの信頼ポリシーに関係なく、どのベンダーも引き受けられません。',
  ownPeople: '企業自身の人とロールができること。ベンダー用のロールは引き受けられません。',
  servicesOfCompany:
    '企業のためだけに動く AWS のサービスの処理 (企業の関数を動かす Lambda など)。企業自身として扱います。',
  callerIdentity:
    'sts:GetCallerIdentity。AWS がだれにでも許可している操作で、これで得られるものはありません。',
  groupMembers: 'グループにだれが入っているか、だれがそれを変更できるか。',
  outsideTemplates:
    'どちらのアカウントでも、このテンプレートの外で作られたポリシー、ユーザー、ロール、バケットの設定。',
  drift:
    'デプロイ後に直接加えられた変更 (ドリフト)。`npm run verify -- --deployed --profile PROFILE` を実行すると、そのプロファイルで読み取れる範囲の実際の状態を証明し、確認できなかったものを一覧にします。',
  bootstrapAccess:
    'どちらかのアカウントで、ブートストラップのバケットに書き込める人と、デプロイ用のロールを使える人。別のものをデプロイできます。`npm run verify -- --deployed --profile PROFILE` を実行すると、そのバケットとロールの名前と、ほかのアカウントのだれがそのロールを使えるかを表示します。',
  ownFunctions:
    'デプロイ後に、企業自身の Lambda 関数が行う処理 (デプロイ中に動くのは、CDK の配布物と 1 バイトも違わないコードだけです)。',
  attackInProcess:
    '同じプロセスの中で、わざとこの検査を攻撃する lib/ のコード。prove は別のプロセスで判定します。',
  otherResources:
    'どちらのアカウントでも、ほかのロール、ユーザー、バケット。読み取って判定したのは、この貸し出しに出てくるものだけです。',
  laterChanges: '読み取った後の変更。',
  asDocumented:
    'AWS がドキュメントどおりにポリシーを評価するという前提。tools/iam はドキュメントに従っています。前提の一覧: docs/proof.md',
  vendorHalfIsOwn:
    'ベンダー側 ({vendor})。ロールの引き受けを許可する許可セットまたはポリシーと、その割り当て先は、ベンダーが用意します。',
  bucketIsThere:
    'バケット {bucket} は既存のものです。そのポリシー、ACL、アクセスポイント、暗号化、パブリックアクセスのブロックは、テンプレートにありません。`npm run verify -- --deployed --profile PROFILE` で読み取れます。',
  keyIsThere:
    'キー {key} のポリシーは、テンプレートにありません。判断をアカウントのポリシーに任せている必要があります。`npm run verify -- --deployed --profile PROFILE` で読み取れます。',

  // A request that is allowed or denied against the promise. The labels stand before its parts.
  labelCaller: '呼び出し元',
  labelAction: '操作',
  labelResource: '対象',
  labelContext: '条件キー',
  labelAllowedBy: '許可した文',
  labelDeniedBy: '拒否した文',
  labelFoundIn: '場所',
  labelReason: '理由',
  labelChange: '直し方',
  unknownAction: '{action} (この名前の AWS の操作は知られていません)',
  keyNotSent: '{key} は送られていない',
  keySent: '{key} = {value}',
  partOfPolicy: '{policy}、{statement}: {matches} ({place})',
  partOfSetting: '{matches} ({place})',
  itemAt: '{what} ({place})',
  placeLive: '{stack} の実環境: {logicalId}',
  placeInStack: '{stack} の {logicalId}',
  placeOfConstruct: '{constructPath}、{stack} の {logicalId}',
  callerAnonymous: 'サインインしていないだれでも',
  anonymous: 'サインインしていないだれでも',
  callerService: 'サービス {service}',
  callerFederated: '{provider} でサインインした人',
  callerRoot: 'アカウント {account} のルートユーザー',
  callerMember: 'グループ {arn} のメンバー',
  callerUser: 'ユーザー {arn}',
  callerSession: 'ロール {role} のセッション',
  canAssume: '{caller} が {role} を引き受けられます。',
  canDo: '{caller} が {resource} に {action} を実行できます。',
  cannotAssume: '{caller} が {role} を引き受けられません (約束した内容です)。',
  cannotDo: '{caller} が {resource} に {action} を実行できません (約束した内容です)。',
  notPromised: 'これは約束していません。{promised}',
  deniedExplicitly: '約束した内容ですが、ステートメントが拒否しています。',
  noIdentityPolicy: '約束した内容ですが、呼び出し元のどのポリシーも許可していません。',
  noResourcePolicy: '約束した内容ですが、リソースのどのポリシーも許可していません。',
  noBoundary: '約束した内容ですが、アクセス許可の境界が許可していません。',
  noSessionPolicy: '約束した内容ですが、どのセッションポリシーも許可していません。',
  denyApplies: 'この Deny が当てはまります',
  closestBut: '最も近いステートメント。一致しないもの: {because}',
  actionMatches: 'Action {pattern} が {action} に一致',
  notActionMatches: 'NotAction {patterns} は {action} を除いていない',
  namesNoResource: 'Resource の指定がない',
  resourceMatches: 'Resource {pattern} が {resource} に一致',
  notResourceMatches: 'NotResource {patterns} はこれを除いていない',
  principalMatches: 'Principal {principals} が呼び出し元に一致',
  principalAccount: 'アカウント {account}',
  noCondition: '条件がない',
  conditionsHold: '条件を満たす: {conditions}',
  condition: '{operator} {key} {values}',
  narrowAction: 'このステートメントの Action を約束した内容に絞るか、ステートメントを取り除いてください。',
  narrowResource:
    'このステートメントの Resource を約束した内容に絞るか、ステートメントを取り除いてください。',
  removePrincipal: 'このステートメントから Principal を取り除くか、`parameters.ts` で約束してください。',
  removeStatement: 'このステートメントをポリシーから取り除いてください。',
  addCondition: 'このステートメントに、足りない条件を加えてください。{promised}',
  narrowDeny:
    'この Deny の目的を確かめてください。約束していないものに絞るか、`parameters.ts` の内容を直してください。',
  makeItAllow: '約束どおりに許可するようステートメントを直すか、`parameters.ts` の内容を直してください。',

  // A request of which it cannot be told whether it is allowed.
  doubtPromised: '{causes}。そのため、約束した次の内容が成り立つか判定できません: {sentence}',
  doubtNotPromised: '{causes}。そのため、約束していない次の内容が成り立つか判定できません: {sentence}',
  doubtCause: '{policy}、{statement}: {cause}',
  unknownVariable: 'Resource "{resource}" に、証明が扱えないポリシー変数があります',
  unknownWildcard:
    'Resource "{resource}" は、ARN の最後の部分より前にワイルドカードがあります。どこまで一致するかを、AWS は示していません',
  cannotDecide: '判定できません',
  conditionUndecided: '条件 {operator} {key} を判定できません',
  conditionSeveralValues:
    '条件 {operator} {key} を判定できません。1 つのリクエストでこのキーが複数の値を持つことがあり、どれが一致すべきかを演算子が示していないためです (ForAnyValue: と ForAllValues: は示します)',
  conditionOrganization:
    '条件 {operator} {key} は、企業がどの組織に属するかで変わります。`parameters.ts` の company.organizationId で指定できます',
  regionIsOptIn:
    'リージョン {region} はオプトインが必要です。有効にしていないアカウントの認証情報を AWS は受け付けないため、ベンダー側のアカウント {vendor} と企業側のアカウント {company} の両方で有効になっている必要があります。',
  regionIsOptInOfSeveral:
    'リージョン {region} はオプトインが必要です。有効にしていないアカウントの認証情報を AWS は受け付けないため、ベンダー側のアカウント {vendor} と企業側のアカウント {company} のすべてで有効になっている必要があります。',
};
