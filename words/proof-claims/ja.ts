import type { Translation } from '../speech';
import type { en } from './en';

export const ja: Translation<typeof en> = {
  // What every such failure may say.
  asDeployed: 'デプロイされている内容',
  asInTemplate: 'テンプレートの内容',
  'missing.changeDeployed':
    '今のパラメータからデプロイするか (`npx cdk deploy`。直接削除された場合は `--revert-drift` を付けます)、`parameters.ts` の名前を直してください。',
  'missing.changeTemplate':
    '今のパラメータからテンプレートを合成し直すか、`parameters.ts` の名前を直してください。',
  'unpromised.why': 'そのようなものは約束していません。',
  'unpromised.change':
    '取り除くか、別のアプリからデプロイしてください (そのアプリの所有者が責任を持ちます)。',
  'unpromisedRole.deployed': 'アカウント {account} に、ほかにロール {name} があります。',
  'unpromisedRole.template': 'テンプレートは、アカウント {account} にほかのロール {name} も作成します。',
  'unpromisedSet.deployed': 'アカウント {account} に、ほかに許可セット {name} があります。',
  'unpromisedSet.template': 'テンプレートは、アカウント {account} にほかの許可セット {name} も作成します。',

  // Names of policies and resources, as they stand in sentences.
  theRole: 'ロール {name}',
  theBucket: 'バケット {name}',
  theResource: '{resource}',
  policiesOfRole: '{name} のポリシー',
  policiesOfUser: 'ユーザー {name} のポリシー',
  policiesOfGroup: 'グループ {name} のポリシー',
  permissionSet: '許可セット {name}',

  // A policy that cannot be read, or not in every part.
  policyProblem: '{policy}: {problem}',
  partOfPolicy: '{part} ({policy})',
  textNotInTemplates: '{policy} の内容がテンプレートにありません',
  textNotKnown: '{policy} について、{problem}',
  tooLarge: '{what}: {problem}',

  // Who gets the permission set.
  'notAssigned.headline':
    '許可セット {set} が、アカウント {account} で {assignee} に割り当てられていません。',
  'notAssigned.why': 'ロールを引き受けられると約束した相手ですが、その割り当てがありません。',
  'notAssigned.change': '割り当てを加えるか、`parameters.ts` から相手を取り除いてください。',
  'alsoAssigned.headline':
    '許可セット {set} が、アカウント {account} で {type} {id} にも割り当てられています。',
  'alsoAssigned.found': 'PrincipalType {type}、PrincipalId {id}、TargetId {account}、InstanceArn {instance}',
  'alsoAssigned.why':
    'この割り当ては約束していません。許可セットを割り当てるのは、ベンダーのアカウントで、`parameters.ts` にある相手だけです。',
  'alsoAssigned.change': '割り当てを取り除くか、`parameters.ts` に相手を加えてください。',

  // The role.
  'noRole.headline': 'ロール {role} がありません。',
  'noRole.why': 'ベンダーに約束したロールです。',
  roleSeveralTimes: 'ロール {role} がテンプレートに {times} 個あります。',
  'sessionTooLong.headline': '{role} のセッションが {seconds} 秒まで続きます。',
  'sessionTooLong.found': 'MaxSessionDuration が {seconds}',
  'sessionTooLong.why': '約束したのは 1 時間のセッションです。',
  'sessionTooLong.change': 'MaxSessionDuration を 3600 にするか、取り除いてください。',
  'noBoundary.headline': 'ロール {role} に、アクセス許可の境界 {boundary} がありません。',
  'noBoundary.found': 'PermissionsBoundary がない',
  'noBoundary.why': '企業のすべてのロールに付けると決めています (company.permissionsBoundary)。',
  'noBoundary.change': 'PermissionsBoundary を {arn} にしてください。',

  // The permission set.
  'noSet.headline': '{instance} に許可セット {set} がありません。',
  'noSet.why': '約束した相手は、これを使ってロールを引き受けます。',
  setTwice: '許可セット {set} が 2 つあります。',
  'setCarriesMore.headline': '許可セット {set} に、ほかに {policy} があります。',
  'setCarriesMore.why': '約束したのは、インラインポリシー 1 つだけです。',
  'setCarriesMore.change': '許可セットから取り除いてください。',
  'setDuration.headline': '許可セット {set} でのサインインが {duration} 続きます。',
  'setDuration.found': 'SessionDuration が {duration}',
  'setDuration.why': '約束したのは {promised} です。',
  'setDuration.change': '`parameters.ts` のセッション期間にしてください。',

  // The bucket.
  'noBucket.headline': 'アカウント {account} にバケット {bucket} がありません。',
  'noBucket.why': '共有すると約束したバケットです。',
  bucketTwice: 'バケット {bucket} がテンプレートに複数あります。',
  otherRegion:
    'バケット {bucket} は {region} にありますが、貸し出しの設定では {promised} です。別のパラメータから合成したテンプレートであれば、もう一度 `npx cdk synth` を実行してください。',
  takesAway: 'バケット {bucket}: {problem}。ベンダーがオブジェクトを読めなくなる可能性があります。',
  unusableKey:
    '{resource}: {problem}。このキーでは、バケット {bucket} のオブジェクトを読めない可能性があります。',
  'encrypted.headline':
    '{bucket} のオブジェクトは {encryption} で暗号化されていて、ロールのセッションでは復号できません。',
  'encrypted.found': '暗号化は {encryption}',
  'encrypted.why': '読み取るにはキーに対する kms:Decrypt も必要ですが、約束に含まれていません。',
  'encrypted.change':
    'S3 が管理する暗号化 (AES256) を使うか、`parameters.ts` の company.kmsKey でキーを指定してください。',
  'otherKey.headline': '{bucket} のオブジェクトが {key} で暗号化されていません。',
  'otherKey.headlineOfStack': '{bucket} のオブジェクトがスタックのキーで暗号化されていません。',
  'otherKey.found': '暗号化は {encryption}',
  'otherKey.foundWithKey': '暗号化は {encryption} で、キーは {key}',
  'otherKey.why':
    'そのキーで暗号化すると決めていて (company.kmsKey)、ロールのセッションはほかのキーを使えません。',
  'otherKey.change': 'そのキーでバケットを暗号化するか、`parameters.ts` の company.kmsKey を直してください。',
  'public.headline': 'バケット {bucket} が、パブリックアクセスを完全にはブロックしていません。',
  'public.found': '{settings} が無効',
  'public.foundNone': 'PublicAccessBlockConfiguration がない',
  'public.why': 'バケットはだれにも直接許可せず、ACL やポリシーで許可することもできないようにします。',
  'public.change': 'PublicAccessBlockConfiguration の 4 つの設定をすべて有効にしてください。',
  'aclsOn.headline': 'バケット {bucket} の ACL が無効になっていません。',
  'aclsOn.found': 'オブジェクト所有者の設定が {ownership}',
  'aclsOn.foundNone': 'オブジェクト所有者の設定がない',
  'aclsOn.why': 'ACL はポリシーとは別にアクセスを許可します。この証明が読むのはポリシーです。',
  'aclsOn.change': 'ObjectOwnership を BucketOwnerEnforced にしてください。',
  'acl.headline': 'バケット {bucket} に ACL があります: {acl}',
  'acl.found': 'ACL は {acl}',
  'acl.why': 'ACL はポリシーとは別にアクセスを許可します。約束には含まれていません。',
  'acl.change': 'ACL を取り除いてください。',

  // What S3 itself gives to others.
  copiedOut:
    'バケット {bucket} のオブジェクトが、テンプレートにないバケット {other} にコピーされます。そこを読める人が受け取ります。',
  sendsToItself:
    'バケット {bucket}: {what}の送り先がこのバケット自身で、ベンダーが読めます。別のバケットにしてください。',
  sendsToUnknown:
    'バケット {bucket}: {what}の送り先 {to} が、どのアカウントのものか分かりません。そこを読める人が受け取ります。',
  'sends.headline':
    'バケット {bucket} から、アカウント {account} に渡るものがあります: {what} (送り先: {to})',
  'sends.headlineAnother':
    'バケット {bucket} から、別のアカウントに渡るものがあります: {what} (送り先: {to})',
  'sends.found': '{what} (送り先: {to}、アカウント {account})',
  'sends.foundAnother': '{what} (送り先: {to}、別のアカウント)',
  'sends.why': 'バケットは外部に直接何も許可しません。そのアカウントには何も約束していません。',
  'sends.change': 'バケットの設定から取り除くか、アカウント {account} に送ってください。',
  grantToDirectory:
    'バケット {bucket}: S3 Access Grants が {grantee} に {scope} への {permission} を許可していますが、だれのことかはディレクトリにしか分かりません。',
  'grant.headline': 'S3 Access Grants が {grantee} に、{scope} への {permission} を許可しています。',
  'grant.found': 'アクセスグラント {id}',
  'grant.why':
    'バケット {bucket} は外部に直接何も許可しません。アカウント {account} には何も約束していません。',
  'grant.change':
    'グラントを削除してください: `aws s3control delete-access-grant --account-id {account} --access-grant-id {id}`',
  'locked.headline':
    '{bucket} のバケットポリシーが、管理者を含めてすべてを拒否しています。ポリシーの読み取りと変更も拒否されます。',
  'locked.why':
    'ポリシーがロールを例外にしていなければ、ロールのセッションも拒否されます。拒否されている人には、それを確認できません。',
  'locked.change':
    '直せるのはアカウント {account} のルートユーザーだけです。ルートユーザーは、内容に関係なくバケットポリシーを削除できます (組織では、管理アカウントが AWS のルートアクセス管理で、タスク S3UnlockBucketPolicy を使うこともできます)。その後 `npx cdk deploy CompanyStack --profile company --revert-drift` で、約束したポリシーに戻せます。',

  // Objects that the stack puts into the bucket.
  copyDoubt: '{bucket} にコピーされるもの: {problem}。',
  deposit: '{what}: {bucket} に書き込まれ、ベンダーが読めます。別のバケットにしてください。',
  'copiedFrom.headline': 'バケット {other} のオブジェクトが {bucket} にコピーされます。',
  'copiedFrom.found': 'コピー元が {other}',
  'copiedFrom.why': 'ベンダーはそのすべてを読めますが、置くと約束したのはシードオブジェクトだけです。',
  'copiedFrom.change': 'そのコピー元を取り除いてください。',
  'deletesAtOnce.headline': 'デプロイのたびに、ほかの人が {bucket} に置いたものが削除されます。',
  'deletesAtOnce.found': 'Prune が false ではない',
  'deletesAtOnce.change': 'Prune を false にしてください。',
  'deletesLater.headline': 'シードオブジェクトを取り除くと、ほかの人が {bucket} に置いたものも削除されます。',
  'deletesLater.found': 'RetainOnDelete が false',
  'deletesLater.change': 'RetainOnDelete を取り除いてください。',
  deletesWhy: '約束したオブジェクトを置くだけで、何も取り除きません。',
  'seedEncrypted.headline':
    'シードオブジェクトは {encryption} で暗号化されていて、ロールのセッションでは復号できません。',
  'seedEncrypted.found': 'SystemMetadata にある',
  'seedEncrypted.change': 'SystemMetadata から暗号化を取り除いてください。',
  'noSeed.headline': 'オブジェクト {key} がバケットに置かれません。',
  'noSeed.found': 'テンプレートに、それを置くものがない',
  'noSeed.why': 'company.seedObjects の 1 つです。',
  'noSeed.change': '今のパラメータからテンプレートを合成し直してください。',
  'otherObject.headline': 'オブジェクト {key} がバケットに置かれます。',
  'otherContent.headline': 'オブジェクト {key} が、約束したものと違う内容でバケットに置かれます。',
  'otherObject.found': '内容は {count} バイト',
  'otherObject.why': 'ベンダーが読めますが、置くと約束したのは company.seedObjects だけです。',
  'otherObject.change': '取り除くか、company.seedObjects に加えてください。',

  // What remains when a stack is deleted, or when another resource takes the place of one.
  'stays.deleted': '{type} {logicalId} は、スタックを削除しても残ります。',
  'stays.replaced': '{type} {logicalId} は、別のものに置き換えても残ります。',
  'stays.found': '{attribute} が {value}',
  'stays.why': 'アクセスを許可するものなので、貸し出しの終了後もアクセスできてしまいます。',
  'stays.change': '{attribute} を取り除くか、Delete にしてください (CDK では RemovalPolicy.DESTROY)。',
  'keptBucket.deleted': 'バケット {bucket} は、スタックを削除しても残ります。',
  'keptBucket.replaced': 'バケット {bucket} は、別のものに置き換えても残ります。',
  'keptBucket.found': '{attribute} により残る',
  'deletedBucket.deleted': 'バケット {bucket} は、スタックを削除すると削除されます。',
  'deletedBucket.replaced': 'バケット {bucket} は、別のものに置き換えると削除されます。',
  'deletedBucket.found': '{attribute} により削除される',
  'fate.why': '貸し出しの設定では {promised} です (company.whenStackIsDeleted)。',
  'fate.change':
    '{attribute} を {value} にするか、`parameters.ts` の company.whenStackIsDeleted を直してください。',
  'emptied.headline': 'スタックを削除すると、バケット {bucket} のすべてのオブジェクトが削除されます。',
  'emptied.found': '関数がバケットを空にする',
  'emptied.change':
    '取り除くか (CDK では autoDeleteObjects)、`parameters.ts` の company.whenStackIsDeleted を直してください。',
  'deletedKey.deleted': '{resource} は、スタックを削除すると削除されます。',
  'deletedKey.replaced': '{resource} は、別のものに置き換えると削除されます。',
  'deletedKey.found': '{attribute} により削除される',
  'deletedKey.why': 'バケット {bucket} は残りますが、キーがないと、だれもオブジェクトを読めません。',
  'deletedKey.change': '{attribute} を Retain にしてください。',
};
