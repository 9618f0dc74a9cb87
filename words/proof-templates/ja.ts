import type { Translation } from '../speech';
import type { en } from './en';

export const ja: Translation<typeof en> = {
  resourceProblem: '{type} {logicalId}: {problem}。',
  resourcesNotObject: '{stack} の Resources はオブジェクトである必要があります ({got})。',
  notAResource: '{logicalId} は、読み取れるリソースではありません: {got}',

  // A value of a property that its resource type does not take. The property may be a path.
  mustBeText: '{property} は文字列でなければなりません。現在の値: {got}',
  mustBeBoolean: '{property} は true か false でなければなりません。現在の値: {got}',
  mustBeWholeNumber: '{property} は整数でなければなりません。現在の値: {got}',
  mustBeList: '{property} はリストでなければなりません。現在の値: {got}',
  mustBeTexts: '{property} は文字列のリストでなければなりません。現在の値: {got}',
  mustBeObjects: '{property} はオブジェクトのリストでなければなりません。現在の値: {got}',
  mustBeObject: '{property} はオブジェクトでなければなりません。現在の値: {got}',
  mustBeOneObject: '{property} はオブジェクト 1 つのリストでなければなりません',
  mustBeOneOf: '{property} は {allowed} のどれかでなければなりません。現在の値: {got}',
  mustBeAccount: '{property} は AWS_ACCOUNT でなければなりません。現在の値: {got}',
  mustBeBucketArn: '{property} はバケットの ARN でなければなりません。現在の値: {got}',
  unknownMembers: '{property} に、証明が扱えない {members} があります',
  missing: '{property} がありません',
  cannotBeKnown: '{property} の値が分かりません: {problem}',
  notJson: '{property} は判定できる JSON ではありません ({problem}): {got}',
  jsonTooDeep: '{property} の JSON の入れ子が {levels} 段を超えています',
  policyWithoutName: 'Policies には名前と文書が 1 つずつ必要です。現在の値: {got}',
  differentCounts: 'SourceBucketNames と SourceObjectKeys の数が同じでなければなりません',

  // What is not on the lists.
  attributeDecidesLater: '{attribute} により、どうなるかがデプロイ時に決まります',
  mayGiveAccess: '{properties} はアクセスを許可する可能性がありますが、証明が扱えません',
  runsOwnFunction: 'デプロイ時に独自の関数を実行します。証明は、その処理を読みません',
  unknownType:
    'この種類は証明が扱えません (tools/proof/templates/resource-types.ts)。アクセスを許可する可能性があります',
  goesToAccount: '{property} がアカウント {account} を指しています。そこに送られたものは、ほかの人が読めます',
  unknownProtocol: 'Protocol が {protocol} です。送り先でだれが読むか分かりません',

  // Values that are not known before the deployment.
  parameter: 'Ref {name} は {stack} のパラメータか、存在しないものです',
  noSuchResource: 'Fn::GetAtt {logicalId}.{attribute}: {stack} にそのリソースはありません',
  conditionLater: '条件 {name} はデプロイ時に決まります',
  refLater: 'Ref {logicalId} ({type}) はデプロイするまで分かりません',
  attributeLater: '{type} の Fn::GetAtt {logicalId}.{attribute} はデプロイするまで分かりません',
  arnLater: '{logicalId} ({type}) の ARN はデプロイするまで分かりません',
  arnOnBus: '{logicalId} の ARN (名前で指定したイベントバス) は、証明が扱えません',
  nameMustBeText: '{logicalId} の {property} は文字列でなければなりません。現在の値: {got}',
  textTooLong: '{length} 文字の文字列は、テンプレートに入りません',
  readLater: '{text} はデプロイ時に読み取られます',
  unresolvedToken: '{text} は、解決されなかった CDK のトークンです',
  refersToItself: '{value} が自分自身を参照しています',
  refersToItselfByWay: '{value} が {others} を通して自分自身を参照しています',
  chainTooLong: '{value} が {count} 個を超えるものに連続して依存しています',
  'call.wants text': '{name} には文字列が必要です。現在の値: {got}',
  'call.wants a delimiter': '{name} には区切り文字が必要です。現在の値: {got}',
  'call.wants a list': '{name} にはリストが必要です。現在の値: {got}',
  'call.wants two arguments': '{name} には引数が 2 つ必要です。現在の値: {got}',
  'call.wants three arguments': '{name} には引数が 3 つ必要です。現在の値: {got}',
  'call.wants three texts': '{name} には文字列が 3 つ必要です。現在の値: {got}',
  'call.wants one condition': '{name} には条件が 1 つ必要です。現在の値: {got}',
  'call.wants 2 to 10 conditions': '{name} には条件が 2 個から 10 個必要です。現在の値: {got}',
  'call.wants true or false': '{name} には true か false が必要です。現在の値: {got}',
  'call.wants a text and its variables': '{name} には文字列とその変数が必要です。現在の値: {got}',
  'call.wants a resource and an attribute': '{name} にはリソースと属性が必要です。現在の値: {got}',
  'call.wants a list without AWS::NoValue':
    '{name} には AWS::NoValue のないリストが必要です。現在の値: {got}',
  'call.is too long': '{name} {got} は長すぎます',
  'call.names nothing': '{name} {got} に当てはまるものがありません',
  'call.selects nothing': '{name} {got} で選べるものがありません',
  'call.finds nothing': '{name} {got} で見つかるものがありません',
  'call.is not supported': '{name} {got} はデプロイ時に決まります',
  notExported: 'Fn::ImportValue {name} は、このアセンブリのどのスタックもエクスポートしていません',
  exportedTwice: 'Fn::ImportValue {name} が 2 回以上エクスポートされています',
  outputLater: 'Fn::ImportValue {name}: {stack} の出力 {output} があるかどうかは、デプロイ時に決まります',
  outputNotText: 'Fn::ImportValue {name}: {stack} の出力 {output} の Value が文字列ではありません',
  exportWithoutName: '{stack} の出力 {output} の Export に、文字列の Name がありません',

  // A stack as a whole.
  templateTooDeep: '{stack} のテンプレートの入れ子が {levels} 段を超えているため、何も読み取っていません。',
  changingSection:
    '{stack} のテンプレートにセクション {section} があり、デプロイされるものが変わる可能性があります。',
  changingTransform:
    '{stack} のテンプレートに Fn::Transform があり、デプロイされるものが変わる可能性があります。',
  spellsMadeUp:
    '{stack} のテンプレートに "{text}" があります。ここでは、CloudFormation が決める名前を表す文字列です。',
  doubledExport:
    '{firstStack} の出力 {first} と {secondStack} の出力 {second} が、同じ名前 {name} でエクスポートされています。作成できるのは一方だけです。',
  circularImports:
    '{stacks}: インポートするものが、直接または間接に、インポートする側から来ているため、作成できません。',
  uniqueId:
    '{policy}: {id} はロールかユーザーの一意の ID で、だれのものか分かりません。代わりに ARN で指定してください。',

  // Names of policies and resources, as they stand in sentences.
  trustPolicyOf: '{role} の信頼ポリシー',
  inlinePolicies: 'インラインポリシー',
  managedPolicies: '管理ポリシー',
  aBoundary: 'アクセス許可の境界',
  bucketPolicyOf: '{bucket} のバケットポリシー',
  inlinePolicyOf: '許可セット {set} のインラインポリシー',
  policyOf: '{resource} のポリシー',
  accessPoint: 'アクセスポイント {name}',
  kmsKey: 'KMS キー {name}',
  topic: 'トピック {name}',
  queue: 'キュー {name}',
  logGroup: 'ロググループ {name}',
  logsPolicy: 'ログのポリシー {name}',
  logs: '{name} が指すログ',
  lambdaFunction: 'Lambda 関数 {name}',
  lambdaPermission: 'Lambda 関数 {name} に対する許可 {permission}',
  managedPolicy: '管理ポリシー {name}',
  customerManagedPolicy: 'カスタマー管理ポリシー {name}',
  permissionsBoundary: 'アクセス許可の境界 {name}',
  accessLogs: 'バケット {name} のアクセスログ',
  inventory: 'バケット {name} のインベントリ',
  analysis: 'バケット {name} の分析',
  trail: '証跡 {name} の記録',

  // Roles, users and groups.
  twiceInTemplates: '{type} {name} がテンプレートに 2 つ以上あります。',
  twoInlinePolicies: '同じ名前 {name} のインラインポリシーが 2 つあり、有効になるのは一方だけです',
  'attachedElsewhere.Role':
    '{policy} が、このテンプレートにないロール {name} にアタッチされています。だれが使えるか分かりません。',
  'attachedElsewhere.User':
    '{policy} が、このテンプレートにないユーザー {name} にアタッチされています。だれが使えるか分かりません。',
  'attachedElsewhere.Group':
    '{policy} が、このテンプレートにないグループ {name} にアタッチされています。だれが使えるか分かりません。',
  groupElsewhere: 'グループ {name} はこのテンプレートにありません。何を許可するか分かりません。',

  // Buckets.
  policyOfBucketElsewhere:
    'このテンプレートのアカウント {account} にないバケット {bucket} のバケットポリシーです。',
  twoBucketPolicies: 'バケットポリシーが 2 つあり、有効になるのは一方だけです',
  lifecycleHas: 'LifecycleConfiguration に {name} があります',
  lifecycleMoves: 'LifecycleConfiguration がオブジェクトを {storageClass} に移動します',
  tieringMoves: 'IntelligentTieringConfigurations がオブジェクトを {tier} に移動します',
  reportsElsewhere:
    'このテンプレートにないバケット {bucket} に報告します。所有者を BucketAccountId で指定してください',

  // Keys.
  keyIsOff: 'Enabled が false です',
  keyIs: '{property} が {value} です',

  // What is copied into a bucket.
  copiesUnknown: '{stack} のためにアップロードされるものにない {key} をコピーします',
  copiesArchive: 'ここで作成していないアーカイブ {key} をコピーします',
  copiesOtherName:
    '内容から決まる名前ではない {key} をコピーします。その名前で別のものが置かれている可能性があります。もう一度 `npx cdk synth` を実行してください',
  copiesFiltered: 'コピーするのは {filter} を通ったものだけです',
  copiesArchivesAsTheyAre: 'アーカイブをそのままコピーします (Extract が false)',
  markersWriteOver: 'SourceMarkers がコピーした内容を書き換えます',
  metadataHas: 'SystemMetadata に {name} {value} があります',

  // Code.
  layerElsewhere: 'レイヤー {layer} がこのテンプレートにありません。何が動くか分かりません',
  codeElsewhere:
    '{property} は s3://{place} で、{stack} のためにアップロードされるものにありません。何が動くか分かりません',
  imageElsewhere:
    'Code はイメージ {image} で、{stack} のためにアップロードされるものにありません。何が動くか分かりません',
  noSuchFunction: 'ServiceToken の {token} は、このアセンブリの Lambda 関数ではありません',
  functionDiffers: '関数 {name} は、インストールされている {cdk} のものと違います: {difference}',
  functionHas: '{name} があります',
  functionIs: '{property} が {value} です',
  otherCode: 'コードが違います',
  otherLayers: 'レイヤーが違います',
  cdkHasNot: '比べるための {file} が {cdk} にありません。`npm ci` を実行してください',
  notInstalled: '比べるための {name} がインストールされていません。`npm ci` を実行してください',
  assetUnreadable: '{path} を読み取れません (もう一度 `npx cdk synth` を実行してください)',
  neitherFileNorFolder: '{path} はファイルでもフォルダでもありません',

  // A directory that cannot be read as an assembly.
  noDirectory: '{directory} がありません。先に `npx cdk synth` を実行するか、その出力先を指定してください。',
  hintDirectory: '`cdk synth` が書き出したディレクトリか確認してください。',
  hintTemplate: '{stack} のテンプレートです。もう一度 `npx cdk synth` を実行してください。',
  hintMetadata: 'スタック {id} のものです。',
  hintManifest: '何がアップロードされるかを書いたものです。もう一度 `npx cdk synth` を実行してください。',
  fileMissing: '{path} がありません。{hint}',
  fileHalfWritten: '{path} は JSON ではありません (書き込みの途中の可能性があります)。{hint}',
  fileNotJson: '{path} は JSON ではありません ({problem})。{hint}',
  fileNotObject: '{path} の内容は JSON のオブジェクトではありません。{hint}',
  fileUnreadable: '{path} を読み取れません。{hint}',
  fileTooLarge:
    '{path} は {size} バイトあります。CloudFormation のテンプレートの上限は 1,000,000 バイトで、ここでは {largest} バイトを超えるものは読みません。',
  lookupsMissing:
    '{directory} は、CDK が AWS で調べる値がないまま合成されています: {keys}。プロファイルを付けて一度 `npx cdk synth` を実行し (`--profile NAME`)、cdk.context.json に値を入れてください。',
  noStack: '{directory} にスタックがありません。証明するものがありません。',
  stage: '{id} はアセンブリの中のアセンブリ (CDK のステージ) で、証明が扱えません。',
  unknownArtifact: '{id} の種類は {type} で、証明が扱えません。',
  noTemplate: '{manifest} に、スタック {id} のテンプレートがありません。',
  noEnvironment:
    'スタック {stack} の環境が決まっていません (アカウント "{account}"、リージョン "{region}")。だれが何をできるかはアカウントで決まるため、スタックの env に両方を書いてください。',
  otherPartition:
    'スタック {stack} のリージョンは {region} です。証明が扱えるのはパーティション "aws" だけです。',
  artifactWithoutFile: '{id} にファイルの指定がありません。',

  // What would be deployed is not what was read.
  disagree:
    'スタック {stack}: {problem}。何がデプロイされるか分からないため、もう一度合成してください (`npx cdk synth`)。',
  twoUploads: '2 つのファイルが s3://{place} としてアップロードされます',
  noTemplateUrl:
    'テンプレートのアップロード先 (stackTemplateAssetObjectUrl) がありません。CDK の DefaultStackSynthesizer 以外のシンセサイザーだけがこうなります',
  templateOutside:
    'テンプレートは {url} からデプロイされますが、{account} の {region} のブートストラップのバケットではありません',
  templateNotUploaded:
    'テンプレートは {url} からデプロイされますが、アセットマニフェストはそこに何もアップロードしません',
  otherTemplate:
    'デプロイされるのは {deployed} (packaging "{packaging}") ですが、templateFile は {read} です',
  changedTemplate:
    '{path} の sha256 は {hash} ですが、{key} としてアップロードされます。合成の後に変更されています。その名前のファイルがすでにある場合、何もアップロードされません',
  assetNotFile: 'アセット {id} はファイルではありません: {got}',
  assetDestinations: 'アセット {id} の送り先は 1 つでなければなりません。現在の数: {count}',
  assetBucket:
    'アセット {id} の送り先のバケット {bucket} は、{account} の {region} のブートストラップのものではありません',
  assetKey: 'アセット {id} に、文字列の objectKey がありません',
  assetRegion: 'アセット {id} の送り先のリージョンが {region} です',
  imageRepository: 'イメージ {id} の送り先は、{account} のブートストラップのリポジトリでなければなりません',
  notARole: 'スタック {stack}: {role} は読み取れるロールではありません。{use}',
  foreignRole:
    'スタック {stack} の対象はアカウント {account} ですが、このロールはアカウント {other} のものです: {role}。{use}',
  roleDeploys: 'このロールでスタックがデプロイされます。',
  roleMakes: 'このロールで CloudFormation がスタックのリソースを作成します。',
  rolePublishesAsset: 'このロールでアセット {id} がアップロードされます。',
  rolePublishesImage: 'このロールでイメージ {id} がアップロードされます。',
};
