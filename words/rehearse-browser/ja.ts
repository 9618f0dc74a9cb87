import type { Translation } from '../speech';
import type { en } from './en';

export const ja: Translation<typeof en> = {
  switched: '案内ページのリンクの宛先を、AWS からサンドボックスに変えて開きました。いまの自分は {arn} です',
  cannotSwitch:
    'このロールは外部 ID (ExternalId) を要求しますが、ロールの切り替えでは送れません。約束どおり失敗しました',
  homeDenied: '約束どおり拒否されました。このロールは、すべてのバケットの一覧を表示できません',
  listed: 'オブジェクトとフォルダが {count} 個表示されました',
  bytes: '{count} バイト',
  downloaded: 'ブラウザではファイルとして保存されます',
  nothingThere: 'まだ何もありません',
  unexpected: '{page} の表示が約束と違います: {saw}',
  labelSwitchRole: 'ロールの切り替え',
  labelHome: 'S3 のホーム',
  labelBucket: 'バケット',
  labelDownload: 'ダウンロード',
};
