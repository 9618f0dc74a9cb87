import type { Translation } from '../speech';
import type { en } from './en';

export const ja: Translation<typeof en> = {
  // The verdict.
  holdsHeading: '約束どおりです。過不足はありません。',
  holdsText:
    'ベンダー、ロール、そのほか企業の外のだれかからの、ありうるすべてのリクエストを {count} 種類に分け、1 つ残らず判定しました。',
  brokenHeading: '約束どおりではありません。反例が {count} 件あります。',
  brokenText: '反例は、約束に反することを示す実際のリクエストです。下に示します。',
  undecidedHeading: '判定していません。このページは何も保証しません。',
  undecidedText: '証明が扱えない項目が {count} 件あります。',
  counterexamples: '約束に反するもの',
  undecided: '判定していないもの',
  notJson: '{document} を JSON として読めません: {problem}',

  // Who can do what.
  matrix: 'だれが、何をできるか',
  caller: 'だれが',
  'column.sts:AssumeRole': 'ロールを引き受ける',
  'column.s3:ListBucket': '一覧の取得',
  'column.s3:GetObject': '読み取り',
  'column.s3:ListBucketVersions': 'バージョンの一覧を見る',
  'column.s3:GetBucketLocation': 'リージョンを見る',
  'column.s3:GetObjectVersion': '古いバージョンを読む',
  'column.s3:GetObjectTagging': 'タグを読む',
  'column.s3:GetObjectVersionTagging': 'バージョンのタグを読む',
  'column.kms:Decrypt': '復号する',
  'column.*': '企業側のそれ以外すべて',
  rowPeople: '{set} を割り当てられた人',
  rowPeopleNote: 'ベンダー {accounts}',
  rowBorrowers: '{names}',
  rowSession: '{role} を引き受けた人',
  rowSessionNote: '企業 {account} のセッション',
  rowAccount: 'ベンダーのほかの人',
  rowAnyAccount: 'ベンダーの人',
  rowOthers: 'ほかのアカウントと、匿名のアクセス',
  rowOthersNote: '企業とこのベンダー以外のすべて',
  'is.can': 'できる',
  'is.cannot': 'できない',
  'is.theirs': 'ベンダーの管理者が決める',
  'is.extra': 'できる (約束していない)',
  'is.missing': 'できない (約束に反する)',
  'is.undecided': '判定していない',

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
  judging: '判定しています …',
};
