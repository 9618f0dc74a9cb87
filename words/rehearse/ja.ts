import type { Translation } from '../speech';
import type { en } from './en';

export const ja: Translation<typeof en> = {
  userSignsIn: '{whose}のユーザーがサインインする',
  userAsks: '{whose}の{user}が、自分の ID を確認する',
  mayAssume: 'ロールを引き受けられる相手の 1 つ',
  sessionOfSet: 'ベンダーのアカウントにある、許可セットのセッション',
  signedInAlready: 'サンドボックスでは、このユーザーはサインイン済みです。AWS ではブラウザが開きます',
  assume: 'ロールを引き受け、応答を読む',
  noCredentials: 'AWS が認証情報を発行しませんでした',
  otherSession: 'セッションが {session} ではありません',
  accessKeyId: '認証情報の名前です。ASIA で始まるものは一時的な認証情報です',
  secretAccessKey: 'リクエストの署名に使います。AWS が表示するのは、この 1 回だけです',
  sessionToken: 'すべてのリクエストに付けて送ります。ないと InvalidAccessKeyId になります',
  expiration: '1 時間後 (ロールの連鎖の上限)',
  identity: 'この認証情報を使うと、AWS からはこの ID に見えます',
  use: '使ってみる: 一覧表示とコピー',
  nothingThere: 'まだ何もありません',
  read: 'ベンダーが企業のデータを読めました',
  console: 'コンソールで同じことをする',
  noSwitchRole: 'このロールは外部 ID を求めますが、コンソールの [ロールの切り替え] では送れません',
  whyLink:
    'このロールにはすべてのバケットを一覧表示する権限がないため、S3 のトップページは Access Denied になります',
  notAssumed: 'ロールを引き受けていません',
};
