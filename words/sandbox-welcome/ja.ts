import type { Translation } from '../speech';
import type { en } from './en';

export const ja: Translation<typeof en> = {
  accounts:
    '{url} に {number} 個の AWS アカウントがあります。ブラウザで開くと、だれが何をできるかと、その理由を見られます。AWS CLI で試すには、別のターミナルで次を実行してください。',
  inPowerShell: 'PowerShell の場合:',
  inCmd: 'コマンドプロンプト (cmd) の場合:',
  asVendor: 'ベンダー {vendor} として操作する場合は、代わりに次のホームフォルダを使います。',
  inTheWay:
    'そのターミナルに次の環境変数が設定されていると、本物の AWS に接続されることがあります。先に解除してください。',
  proxy: 'プロキシが設定されています。サンドボックスへのリクエストは、プロキシを通さないようにしてください。',
  home: 'このホームは一時的なフォルダで、専用の .aws があります。お使いの .aws は読み書きしません。中のプロファイル:',
  sections:
    '`npm run handoff` のセクションもこの .aws/config にあるため、案内ページのコマンドがそのまま使えます。`aws sso login` (AWS CLI バージョン 2) では、サンドボックスのページが開きます。このユーザーはサインイン済みなので、省略できます。',
  next: '次の順に試してください。',
  people: 'ユーザーは parameters.ts のとおりです。割り当て先を変えたら、サンドボックスを再起動してください。',
  requests: 'Ctrl-C で終了します。リクエスト:',
  stopped:
    '終了しました。残ったものはありません。別のターミナルのホームフォルダもなくなりました。そのターミナルを閉じるか、そこで次を実行してください。',
  administrator: 'アカウント {account} の管理者',
  user: '{name} (CompanyStack と {stack} のデプロイ後)',
  userSignedIn: '{name}。{permissionSet} でサインイン済み (CompanyStack と {stack} のデプロイ後)',
  userOfHalf: '{name} (CompanyStack とベンダー側のデプロイ後)',
  userOfHalfSignedIn: '{name}。{permissionSet} でサインイン済み (CompanyStack とベンダー側のデプロイ後)',
  borrowedRole: '同じユーザーが {role} を引き受けたもの',
  notAssigned: 'サインイン済みで、許可セットが割り当てられない同僚',
  portInUse:
    'ポート {port} は使用中です。そこで動いているものを止めるか、`--port` で別のポートを指定してください。',
  portNeedsPrivileges: 'ポート {port} には特権が必要です。`--port` で 1024 以上のポートを指定してください。',
};
