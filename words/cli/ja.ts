import type { Translation } from '../speech';
import type { en } from './en';

export const ja: Translation<typeof en> = {
  unexpected: '想定外のエラーです。`--verbose` を付けてもう一度実行してください。',
  causedBy: '{error}\n元のエラー: {cause}',
  unreadable:
    'ファイルを読み込めなかったため、何も実行していません (最後に編集した parameters.ts を確認してください): {reason}',
  threw: '例外が発生しました: {thrown}',
  severalVendors:
    'parameters.ts にベンダーが {number} 件あります。`--vendor` で 1 つ指定してください: {names}',
  noSuchVendor: '--vendor は {names} のいずれかにしてください。現在の値: "{name}"',
  otherShare: '判定していません。lib/share が、parameters.ts に書かれた貸し出しを別のものに変えています。',
  notLookedUp: 'CDK が {key} を取得できませんでした: {error}',
  synthesizing: 'テンプレートを合成中',
  appFailed: 'アプリは約束どおりのテンプレートを書き出しましたが、その後に失敗しました。\n{complaint}',
  shareEnded:
    'リハーサルでは {field} を先の日時にしてください。現在の値: "{until}" (貸し出しは終了しています)',
  wrote: '{file} を書き出しました',
  outNotWritable: '--out には書き込めるフォルダを指定してください: {reason}',
};
