import type { Translation } from '../speech';
import type { en } from './en';

export const ja: Translation<typeof en> = {
  title: 'アクセスの証明',
  made: '作成 {when}',
  commit: 'コミット {commit}',
  commitWithChanges: 'コミット {commit} (コミットしていない変更あり)',
  fingerprint: 'テンプレートの指紋 sha256 {hash}',
  print: '印刷する',

  // The verdict.
  holdsHeading: '約束どおりです。過不足はありません。',
  holdsText: 'ありうるすべてのリクエストを {count} 種類に分け、1 つ残らず判定しました。',
  brokenHeading: '約束どおりではありません。反例が {count} 件あります。',
  brokenText: '反例は、約束に反することを示す実際のリクエストです。下に示します。',
  undecidedHeading: '判定していません。このページは何も保証しません。',
  undecidedText: '証明が扱えない項目が {count} 件あります。',
  sealNote:
    'このファイルを作ったときに、アップロードするファイルを含むアセンブリ全体を判定しました。このページで編集すると、文書だけを判定し直します。',
  editedNote:
    'このページで編集しました。表示しているのは編集した文書の判定で、下の指紋のテンプレートの判定ではありません。',
  counterexamples: '約束に反するもの',
  undecided: '判定していないもの',
  notJson: '{document} を JSON として読めません: {problem}',

  // What was promised.
  promise: '約束した内容',
  who: 'だれが',
  may: '何を',
  where: '対象',
  how: '条件',
  until: 'いつまで',
  byAssuming: 'ロール {role} を引き受ける',
  noEnd: '期限なし (企業が取り消すまで)',

  // How it works.
  hops: 'しくみ',
  vendorPeople: 'ベンダーの人',
  vendorSide: 'ベンダー',
  companySide: '企業',
  permissionSet: '許可セット',
  theirPolicy: '自社のポリシー',
  ofTheVendor: 'ベンダーが用意',
  role: 'ロール',
  sharedBucket: '共有バケット',
  signIn: 'サインイン',
  assume: '引き受け',
  bothSides: '両側の許可が必要',
  read: '読み取り',

  // Who can do what.
  matrix: 'だれが、何をできるか',
  matrixText:
    '例を拾った表ではありません。ありうるすべての人とリクエストが、どれか 1 つのマスに入ります。マスを押すと理由を表示します。',
  caller: 'だれが',
  columnAssume: 'ロールを引き受ける',
  columnListBucket: '一覧を見る',
  columnGetObject: '中身を読む',
  columnVersions: 'バージョンの一覧を見る',
  columnLocation: 'リージョンを見る',
  columnVersion: '古いバージョンを読む',
  columnTags: 'タグを読む',
  columnVersionTags: 'バージョンのタグを読む',
  columnDecrypt: '復号する',
  columnRest: 'それ以外すべて',
  rowPeople: '{set} の人',
  rowPeopleNote: 'ベンダー {accounts}',
  rowBorrowers: '{names}',
  rowSession: '{role} を引き受けた人',
  rowSessionNote: '企業 {account} のセッション',
  rowAccount: 'ベンダーのほかの人',
  rowAnyAccount: 'ベンダーの人',
  rowOthers: 'ほかのアカウント、匿名',
  rowOthersNote: '企業とこのベンダー以外のすべて',
  can: 'できる',
  cannot: 'できない',
  theirs: '管理者しだい',
  extra: 'できる (約束していない)',
  missing: 'できない (約束に反する)',
  undecidedCell: '判定していない',

  // The reason of a cell.
  canBecause: '{statements} が許可します。',
  onlyWith: '次の条件を満たす場合だけです: {conditions}。',
  statementOf: '{policy} の {statement}',
  cannotBecause: '{policies} に、許可するステートメントがありません。',
  cannotBecauseMany: '関係する {count} 個のポリシーのどれにも、許可するステートメントがありません。',
  cannotOutside:
    '{policies} に、許可するステートメントがありません。相手のアカウントが何を許可していても変わりません。',
  cannotOutsideMany:
    '関係する {count} 個のポリシーのどれにも、許可するステートメントがありません。相手のアカウントが何を許可していても変わりません。',
  cannotDenied: '{statement} が拒否します。',
  cannotNothing: '許可しうるポリシーがありません。',
  theirsBecause: '企業側は許可しています: {statements}。だれに許可するかは、ベンダー側の管理者が決めます。',
  nothingRead: 'テンプレートを読み取っていないため、表示するものがありません。',
  unreadReason: 'ここに関係するものの中に、証明が扱えない項目があります。判定結果の下に示します。',

  // The documents.
  documents: '判定した文書',
  documentsText:
    '編集すると、その場で判定し直します。編集した内容はこのページの中だけにあり、どこにも送信しません。',
  otherDocuments: 'テンプレートにあるほかのポリシー',
  widen: '試す: s3:GetObject* に広げる',
  restore: '元に戻す',
  judging: '判定しています …',
  live: '判定結果',

  // What is not covered.
  signOff: '確認',
  signText: '判定結果と、この証明に含まれないものを読みました。',
  signName: '氏名',
  signDate: '日付',
  signature: '署名',
  reproduce: '同じ証明を手元で作るには:',
  checkHash: '指紋を比べるには、`npx cdk synth` が書き出すフォルダ (cdk.out) で次を実行します:',

  // What the command prints.
  wrote: '{file} に書き出しました: {verdict}',
  cannotWrite: '--out には、書き込めるファイルを指定してください: {reason}',
};
