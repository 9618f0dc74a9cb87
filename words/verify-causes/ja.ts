import type { Translation } from '../speech';
import type { en } from './en';

export const ja: Translation<typeof en> = {
  // What several rows say.
  'just-changed': '1 分以内に設定を変更した場合は、もう一度実行してください。それ以外の場合: {todo}',
  'policy-named': '{cause} AWS が示したポリシー: {policy}',
  'profile-as-it-should-be': '正しいプロファイルは `npm run handoff -- --config` で表示できます。',
  'deploy-company':
    '企業側の管理者が CompanyStack をもう一度デプロイしてください。`--revert-drift` を付けると、CloudFormation を通さずに変更された部分も元に戻ります (スタックを一度もデプロイしていない場合は付けません)。',
  'read-company': '企業側の管理者が、ロールの権限を確認してください。',
  'vendor-side.borrowers':
    'ベンダー側: {borrowers} のどのポリシーも、{role} に対する `sts:AssumeRole` を許可していません。',
  'vendor-side.permission-set':
    'ベンダー側: 許可セット {permissionSet} が、{role} に対する `sts:AssumeRole` を許可していません。',
  'vendor-side.own':
    'ベンダー側: 許可セット {permissionSet} (またはその代わりになるもの) が、{role} に対する `sts:AssumeRole` を許可していません。',

  // Sign in.
  'bad-profile.todo':
    '`npm run handoff -- --config` が表示するセクションを `~/.aws/config` に貼り付けてください。',
  'wrong-permission-set.cause':
    'プロファイルはアカウント {account} の許可セット {found} を使おうとしていますが、この貸し出しの相手はアカウント {accounts} の {permissionSet} です。',
  'not-assigned.cause':
    'ベンダー側: 許可セット {permissionSet} が、アカウント {accounts} でこのユーザーに割り当てられていません。',
  'not-assigned.todo':
    'このユーザーは vendors[{index}].assignees に含まれるか、そのグループのメンバーでなければなりません。最初のコマンドで、ベンダー側の管理者が割り当てを確認できます。問題が見つからない場合、ユーザーがグループに入っていません。残りのコマンドで追加してください (USER-NAME をユーザー名に置き換えます)。',
  'not-assigned.todo.handoff':
    'ベンダー側の管理者が割り当ててください。案内ページのテンプレートをもう一度デプロイします (コマンドは案内ページにあります)。',

  // Assume the role.
  'ended.cause': '貸し出しは {until} に終了しました。AWS が `sts:AssumeRole` を拒否するのは約束どおりです。',
  'ended.todo':
    '続ける場合は、`parameters.ts` の vendors[{index}].until を先の日時にして、CompanyStack をデプロイしてください。',
  'root-user.cause':
    'プロファイル "{profile}" はルートユーザーのアクセスキーです。ルートユーザーはロールを引き受けられません。',
  'root-user.todo':
    'ルートユーザーではない、ベンダー側のユーザーのプロファイルを使ってください。`npm run handoff -- --config` で表示できます。',
  'wrong-mfa-code.cause':
    'AWS が MFA コードを受け付けませんでした。入力の誤り、使用済みのコード、別のデバイスのコードのいずれかです。',
  'wrong-mfa-code.todo':
    '次のコードに変わるのを待って、もう一度実行してください。それでも失敗する場合は、プロファイル "{profile}" の mfa_serial がそのデバイスのものか確認してください。',
  'wrong-mfa-code.cause.incomplete':
    'AWS は MFA デバイスのシリアル番号とコードの両方を求めていますが、両方は届いていません。',
  'session-duration.cause':
    'プロファイル "{profile}" が求めるセッション期間 (duration_seconds) を、AWS はこのロールに認めていません。',
  'session-duration.todo':
    'プロファイルから duration_seconds を削除してください。ロールの連鎖では、ロールの最大セッション期間に関係なく、1 時間が上限です。',
  'wrong-role-setting.cause': 'プロファイル "{profile}" の {setting} が、AWS の求める形式ではありません。',
  'session-end-unknown.cause':
    'プロファイル "{profile}" の認証情報はセッションのものですが、セッションの終了時刻が書かれていません。',
  'session-tags.cause':
    'セッションにセッションタグが付いていて、AWS はそれを AssumeRole に引き継ぎます。{role} は `sts:AssumeRole` を許可していますが、`sts:TagSession` を許可していません。',
  'session-tags.todo':
    'ベンダー側の管理者が、タグを推移的でないものにするか、タグなしでセッションを始めてください。タグを受け入れるには両方の側で `sts:TagSession` の許可が必要ですが、この貸し出しにはありません。',
  'source-identity.cause':
    'セッションにソース ID が付いていて、AWS はそれを AssumeRole に引き継ぎます。{role} は `sts:AssumeRole` を許可していますが、`sts:SetSourceIdentity` を許可していません。',
  'source-identity.todo':
    'ベンダー側の管理者が、ソース ID なしでセッションを始めてください。受け入れるには両方の側で `sts:SetSourceIdentity` の許可が必要ですが、この貸し出しにはありません。',
  'borrower-denied.cause':
    'ベンダー側: ベンダーのポリシーが、{role} に対する `sts:AssumeRole` を拒否しています。Deny はどの Allow よりも優先されます。',
  'borrower-denied.todo':
    'ベンダー側の管理者が、ベンダーのユーザーからその Deny を外すか、このロールを例外にしてください。ベンダー側をもう一度デプロイしても直りません。',
  'borrower-boundary.cause':
    'ベンダー側: ベンダーのユーザーまたはロールのアクセス許可の境界が、{role} に対する `sts:AssumeRole` を許可していません。',
  'borrower-boundary.todo': 'ベンダー側の管理者が、その境界で許可してください。',
  'trust-denies.cause': '企業側: {role} の信頼ポリシーが、この呼び出し元を拒否しています。',
  'permission-set-policy.todo': 'ベンダー側の管理者が、許可セットのインラインポリシーを元に戻してください。',
  'permission-set-policy.todo.handoff':
    'ベンダー側の管理者が元に戻してください。案内ページのテンプレートをもう一度デプロイします (コマンドは案内ページにあります)。',
  'trust-policy.cause':
    '企業側: {role} の信頼ポリシーが、この呼び出し元を許可していません。またはロールが存在しません。',
  'trust-policy.cause.external-id':
    '企業側: {role} の信頼ポリシーが、この呼び出し元を許可していないか、別の外部 ID を求めています。またはロールが存在しません。',
  'trust-policy.cause.account':
    '{trust} 信頼ポリシーはベンダーのアカウント全体を許可しているため、ベンダー側の問題の可能性もあります。{vendor}',
  'trust-policy.todo.account':
    '両方の側を確認してください。それぞれが自分の側の問題を見つけ、直し方を表示します。',
  'trust-policy.todo.account.handoff':
    '企業側の管理者がロールを確認してください。ベンダー側の管理者は、案内ページのテンプレートをもう一度デプロイして、ベンダー側を元に戻してください (コマンドは案内ページにあります)。',
  'cannot-borrow.cause':
    'AWS の応答だけでは、どちらか分かりません。企業側: ロールが存在しないか、アカウント {accounts} を信頼していません。{vendor}',
  'cannot-borrow.cause.external-id':
    'AWS の応答だけでは、どちらか分かりません。企業側: ロールが存在しないか、この外部 ID でアカウント {accounts} を信頼していません。{vendor}',
  'cannot-borrow.todo':
    '両方の側を確認してください。ベンダー側の管理者は許可セットを、企業側の管理者はロールを確認します。それぞれが自分の側の問題を見つけ、直し方を表示します。',
  'cannot-borrow.todo.handoff':
    '企業側の管理者がロールを確認してください。ベンダー側では、案内ページのテンプレートをもう一度デプロイしてください (コマンドは案内ページにあります)。',

  // A forbidden call that AWS allowed.
  'external-id-not-required.cause': '企業側: {role} の信頼ポリシーが、外部 ID を求めていません。',
  'door-open.cause': '企業側: 拒否されるべき {role} の引き受けを、AWS が許可しました。確認した操作: {probe}',
  'bucket-open.cause':
    '企業側: バケット {bucket} のポリシーが、ロールを使わないベンダーのアクセスを許可しています。',
  'role-too-wide.cause': '企業側: {role} に、共有したものの読み取り以外の権限があります。',
  'role-too-wide.todo':
    'ロールまたはバケットポリシーに追加されたものを取り除いてください。約束したのは {policy} だけです。企業側の管理者は、どのステートメントか、どう取り除くかを確認できます。',

  // Regions.
  'sts-not-active.cause': 'アカウント {account} では、リージョン {region} の STS が有効になっていません。',
  'sts-not-active.cause.unnamed':
    'リージョン {region} の STS が有効になっていないアカウントがあります (AWS はどのアカウントか示していません)。',
  'sts-not-active.todo':
    'そのアカウントの管理者が有効にしてください: IAM コンソールの [アカウント設定]、[Security Token Service (STS)]、[エンドポイント]。サインインし直しても直りません。',
  'region-not-enabled.cause':
    '{region} はオプトインが必要なリージョンです。有効にしていないアカウントの認証情報を、AWS は受け付けません。対象はベンダー側のアカウント {vendor} か、企業側のアカウント {company} です。',
  'region-not-enabled.todo':
    'それぞれの管理者が、リージョンが有効かを確認してください。有効でない場合は、コンソールの [アカウント]、[AWS リージョン] で有効にします (数分から数時間かかります)。',
  'region-not-enabled.todo.sign-in':
    'それぞれの管理者が、リージョンが有効かを確認してください。有効でない場合は、コンソールの [アカウント]、[AWS リージョン] で有効にします (数分から数時間かかります)。両方で有効な場合は、認証情報が無効です: {signIn}',

  // Use S3.
  'no-bucket.cause': '企業側: バケット {bucket} がありません。',
  'no-bucket.todo.given':
    '`parameters.ts` の company.bucketName を直してください。スタックはバケットを作成しません。',
  'no-other-bucket.cause':
    '企業のアカウントに、これを試すための CDK ブートストラップスタックのバケットがありません。',
  'no-other-bucket.todo':
    '企業の別のバケットを手で試してください: `aws s3 ls s3://ITS-NAME --profile {profile}` が AccessDenied になれば正常です (ITS-NAME はバケット名)。',
  'wrong-region.cause': '企業側: バケット {bucket} はリージョン {region} にありません。',
  'wrong-region.todo':
    '`parameters.ts` の company.region をバケットのリージョンにして、案内ページを作り直してください。',
  'no-outside-object.cause':
    'プレフィックスの外に、試せるオブジェクトがありません (存在しないオブジェクトにも、S3 は同じ応答を返します)。',
  'no-outside-object.todo':
    '`parameters.ts` の company.seedObjects に、どのプレフィックスにも入らないオブジェクトを 1 つ加えてデプロイし、もう一度実行してください。`--deployed` なら、オブジェクトがなくても証明できます。',
  'no-outside-object.todo.given':
    '既存のバケットのオブジェクトは `parameters.ts` に書かないため、これは試せません。企業側なら、オブジェクトがなくても証明できます。',
  'no-object.cause': '企業側: 読み取るオブジェクトがありません。',
  'no-object.todo':
    'オブジェクトをバケットに戻してください。デプロイがオブジェクトを書き込むのは、内容が変わったときだけです。',
  'no-object.todo.given': 'ベンダーが読み取れる場所に、オブジェクトを 1 つ置いてください (`aws s3 cp`)。',
  'archived.cause':
    '企業側: 読み取るオブジェクトはアーカイブされています (Glacier のストレージクラスまたはアーカイブ階層)。ロールの権限は足りていますが、復元するまでだれも読み取れません。',
  'archived.todo':
    '企業側で復元し (数分から 2 日かかります)、その後もう一度実行してください (Intelligent-Tiering のアーカイブ階層では `Days=7` を付けません)。',
  'archived.todo.unnamed':
    '企業側で `aws s3api restore-object` を使って復元し (数分から 2 日かかります)、その後もう一度実行してください。',
  'key-pending-deletion.cause': '企業側: データの KMS キーは削除待ちです。AWS の応答: {said}',
  'key-pending-deletion.todo':
    '期限までに企業側で削除を取り消し、キーを有効にしてください。キーがないと、データは二度と読み取れません。',
  'key-pending-import.cause': '企業側: データの KMS キーに、キーマテリアルがありません。AWS の応答: {said}',
  'key-pending-import.todo':
    '企業側で、同じキーマテリアルをもう一度インポートしてください (`aws kms import-key-material`)。それまでデータは読み取れません。',
  'key-missing.cause': '企業側: データの KMS キーは、もう存在しません。AWS の応答: {said}',
  'key-missing.todo':
    'そのキーで暗号化したデータは失われました。企業側で、存在するキーを使ってオブジェクトを書き込み直してください。',
  'key-unusable.cause': '企業側: データの KMS キーが使えません。AWS の応答: {said}',
  'key-unusable.todo':
    '企業側で、キーをもう一度使えるようにしてください。S3 はほかのキーでは復号できません。',
  'key-disabled.todo': '企業側で、キーをもう一度有効にしてください。S3 はほかのキーでは復号できません。',
  'role-boundary.cause': '企業側: {role} のアクセス許可の境界が、許可していません。',
  'role-boundary.todo':
    '企業側の管理者は、どの境界か、どう外すかを確認できます。必要な境界であれば、`parameters.ts` の company.permissionsBoundary に書いてください。',
  'role-denied.cause':
    '企業側: {role} のポリシーが拒否しています。Deny はどの Allow よりも優先されます。企業が、ある時刻より前のセッションを取り消した可能性があります。',
  'role-denied.todo':
    'もう一度サインインし ({signIn})、ロールを引き受け直してください。それでも拒否される場合は、企業側の意図です。企業側の管理者は、どのポリシーかを確認できます。',
  'key-of-another-account.cause':
    '企業側: データは、企業のアカウント {company} ではなく、アカウント {account} の KMS キーで暗号化されています。{role} はそのキーを使えません。',
  'key-of-another-account.todo':
    '方法は 2 つあります。アカウント {account} の管理者が、キーポリシーで {role} に `kms:Decrypt` を許可し、企業側が `parameters.ts` の company.kmsKey に設定します。または、企業側が自分のキーでオブジェクトを書き込み直します。',
  'key-denies.cause': '企業側: KMS キー {key} のポリシーが、{role} に復号を許可していません。',
  'key-denies.cause.stack': '企業側: スタックの KMS キーのポリシーが、{role} に復号を許可していません。',
  'key-denies.todo':
    'キーポリシーは、判断をアカウントのポリシーに任せる必要があります (Principal にアカウントの root)。企業側の管理者が確認してください。',
  'key-not-allowed.cause': '企業側: {policy} が、{role} に KMS キー {key} での復号を許可していません。',
  'key-not-allowed.cause.other':
    '企業側: データが KMS キー {key} で暗号化されていないか、{role} がそのキーを使えません。',
  'key-not-allowed.todo':
    '{deploy} 別のキーで書き込まれたオブジェクトは、同じキーに上書きコピーする必要があります。',
  'kms.cause': '企業側: データは、{role} が使えない KMS キーで暗号化されています。',
  'kms.todo':
    '`parameters.ts` の company.kmsKey にそのキーを設定してデプロイするか、バケットの既定の暗号化を SSE-S3 にして、各オブジェクトを上書きコピーしてください。',
  'bucket-denies-everybody.cause': '企業側: バケット {bucket} のポリシーが、企業の管理者にも拒否しています。',
  'bucket-denies-everybody.todo':
    'ポリシーが全員を拒否している場合、直せるのはアカウント {company} のルートユーザーだけです。ルートユーザーとしてコンソールにサインインし、バケットポリシーを削除してから、CompanyStack をデプロイしてください。',
  'bucket-denies-everybody.todo.given':
    'ポリシーが全員を拒否している場合、直せるのはアカウント {company} のルートユーザーだけです。ルートユーザーとしてコンソールにサインインし、バケットポリシーを削除するか置き換えてください。',
  'bucket-policy.cause': '企業側: バケット {bucket} のポリシーが拒否しています。',
  'bucket-policy.todo':
    '企業側の管理者がバケットポリシーを確認してください (直し方も表示します)。企業の管理者を含む全員を拒否している場合は、デプロイでは直せません。バケットポリシーをいつでも削除・置き換えできる、アカウント {company} のルートユーザーだけが直せます。',
  'bucket-policy.todo.given':
    'その Deny がこのロールに向けたものかは、バケットポリシーの担当者が判断してください (コマンドが Deny を示します)。企業の管理者を含む全員を拒否している場合、直せるのは、バケットポリシーをいつでも削除・置き換えできるアカウント {company} のルートユーザーだけです。',
  'role-policy.cause': '企業側: {policy} が {role} にアタッチされていないか、内容が約束と違います。',
  'denied.todo': '企業側の管理者が、ロールとバケットの両方を確認し、問題を見つけてください。',
  'denied.cause':
    '企業側: AWS の応答だけでは、どちらか分かりません。{role} の {policy} が許可していないか、バケット {bucket} のポリシーが拒否しています。',

  // Everywhere.
  'endpoint-policy.cause':
    '実行しているネットワークの VPC エンドポイントのポリシーが、この呼び出しを許可していません。貸し出しの設定が原因ではありません。',
  'endpoint-policy.todo':
    'ネットワークの管理者が、STS と S3 のエンドポイントのポリシーで、このロールとバケットを許可してください。または、別のネットワークから verify を実行してください。',
  'endpoint-region.cause':
    'リージョン {region} への呼び出しが、別のリージョンの VPC エンドポイントを通りました。AWS はこれに対応していません。',
  'endpoint-region.todo':
    'リージョン {region} のネットワークか、そのエンドポイントのないネットワークから、verify を実行してください。',
  'outsiders-denied.cause':
    '企業側: 企業の組織のリソースコントロールポリシー (RCP) が、ベンダーによる {role} の引き受けを許可していません。組織の外の全員に `sts:AssumeRole` を拒否する RCP がよくあります。',
  'outsiders-denied.todo':
    '企業の組織の管理者が、そのポリシーでアカウント {accounts} を例外にしてください。この貸し出しをデプロイしても変わりません。',
  'organization-denies.cause.resource':
    '企業側: 企業の組織のリソースコントロールポリシー (RCP) が許可していません。',
  'organization-denies.cause.company':
    '企業側: 企業の組織のサービスコントロールポリシー (SCP) が許可していません。',
  'organization-denies.cause.vendor':
    'ベンダー側: ベンダーの組織のサービスコントロールポリシー (SCP) が許可していません。',
  'organization-denies.todo':
    'その組織の管理者が許可するか、意図した拒否かどうかを答えてください。この貸し出しをデプロイしても変わりません。',
  'session-policy.cause':
    'プロファイル "{profile}" のセッションは、許可しないセッションポリシーで絞り込まれています。',
  'session-policy.todo':
    'セッションポリシー (--policy, --policy-arns) を付けずにセッションを始めてください。正しいプロファイルは `npm run handoff -- --config` で表示できます。',
  'proves-nothing.cause':
    'AWS の応答は {code} でした。権限の確認より先に返ることのある応答なので、許可されるかどうかは分かりません。確認した操作: {probe}',
  'unexpected.cause': 'AWS から想定外の応答がありました: {code}',
  'unexpected.todo':
    'もう一度実行してください。同じ結果になる場合は、サービスのドキュメントでこのコードを調べてください。',
  'unexpected.cause.success': 'AWS から想定外の応答がありました: 成功',
  'expired.cause': 'サインインの期限が切れています。',
  'profile-needs-mfa.cause':
    'プロファイル "{profile}" に mfa_serial がありますが、verify はコードの入力を求められません。',
  'profile-needs-mfa.todo':
    '先にコードを使って認証情報を取得し (`aws sts get-session-token`)、専用のプロファイルに入れて、そのプロファイルを `--profile` に指定してください。',
  'profile-unreadable.cause': '今の内容では、AWS CLI がプロファイル "{profile}" の認証情報を取得できません。',
  'wrong-start-url.cause': 'プロファイルの sso_region の Identity Center は、この start URL を知りません。',
  'wrong-start-url.todo':
    'sso_start_url と sso_region を確認してください。正しいプロファイルは `npm run handoff -- --config` で表示できます。',
  'wrong-keys.cause':
    'AWS がこの認証情報を知りません。アクセスキー ID、シークレットアクセスキー、セッショントークンのいずれかが違います。',
  'wrong-keys.todo': 'もう一度サインインするか、新しい認証情報を取得してください: {signIn}',
  'bad-profile.cause': 'プロファイル "{profile}" に、認証情報の取得方法が書かれていません。',
  'not-signed-in.cause': 'サインインしていません。',
};
