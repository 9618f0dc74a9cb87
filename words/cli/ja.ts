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
  portOutOfRange:
    '--port には 0 から 65535 までの整数を指定してください。現在の値: "{port}" (0 を指定すると、空いているポートを使います)',
  userNoSessionName:
    '--user には、半角の英数字と {others} を 2 文字から 64 文字で指定してください。現在の値: {user} (role_session_name になります。alice.smith やメールアドレスなどを指定してください)',
  ownHome:
    '{home} は自分のホームフォルダです。サンドボックスがプロファイルを書き込むのは、一時フォルダだけです',
  overridden:
    '{variables} が設定されているため、CDK CLI は cdk.json とは別のものを実行します。変数を削除してください。または、CLI が書き出すものを証明してください: `npx cdk synth` の後に `npm run prove -- --assembly cdk.out`',
  noApp: 'cdk.json に、実行するアプリを指定してください (`"app": "node --require tsx/cjs bin/app.ts"`)',
  noJsonObject: '{file} は JSON のオブジェクトにしてください',
  buildFailed: 'cdk.json の build が失敗しました ({command}):\n{said}',
  noTemplates: 'アプリがテンプレートを書き出しませんでした ({command}):\n{said}',
};
