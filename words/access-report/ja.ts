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
  sealNote: 'このファイルを作ったときに、アップロードするファイルを含むアセンブリ全体を判定しました。',
  editNote: 'このページで編集すると、文書だけを判定し直します。',
  editedNote:
    'このページで編集しました。表示しているのは編集した文書の判定で、このレポートの対象であるテンプレートの判定ではありません。',
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
  byAssuming: 'ロール {role} を引き受けて、次の操作:',
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
    '抜き取りではありません。企業の外からの、またはロールのセッションからの、このテンプレートが作るものへのリクエストは、すべてどれか 1 つのセルに入ります。',
  pressCell: 'セルを押すと理由を表示します。',
  caller: 'だれが',
  columnAssume: 'ロールを引き受ける',
  columnListBucket: '一覧の取得',
  columnGetObject: '読み取り',
  columnVersions: 'バージョンの一覧を見る',
  columnLocation: 'リージョンを見る',
  columnVersion: '古いバージョンを読む',
  columnTags: 'タグを読む',
  columnVersionTags: 'バージョンのタグを読む',
  columnDecrypt: '復号する',
  columnRest: '企業側のそれ以外すべて',
  rowPeople: '{set} を割り当てられた人',
  rowPeopleNote: 'ベンダー {accounts}',
  rowBorrowers: '{names}',
  rowSession: '{role} を引き受けた人',
  rowSessionNote: '企業 {account} のセッション',
  rowAccount: 'ベンダーのほかの人',
  rowAnyAccount: 'ベンダーの人',
  rowOthers: 'ほかのアカウントと、匿名のアクセス',
  rowOthersNote: '企業とこのベンダー以外のすべて',
  can: 'できる',
  cannot: 'できない',
  theirs: 'ベンダーの管理者が決める',
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
  signOff: '承認',
  signText:
    '上の「約束した内容」の貸し出しを、このレポートのテンプレートについて、証明に含まれないものを理解したうえで承認します。',
  notForSignature: 'このページで編集したため、署名には使えません。',
  signName: '氏名',
  signDate: '日付',
  signature: '署名',
  reproduce: '同じ証明を手元で作るには:',
  checkHash:
    '指紋を比べるには、フォルダ cdk.out を削除してから `npx cdk synth` を実行し、cdk.out で次を実行します。同じ値になるはずです:',

  // What the command prints.
  wrote: '{file} に書き出しました: {verdict}',
  cannotWrite: '--out には、書き込めるファイルを指定してください: {reason}',
};
