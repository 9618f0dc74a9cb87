import type { Translation } from '../speech';
import type { en } from './en';

export const ja: Translation<typeof en> = {
  interruptedCause: '手動で中断されました。',
  interruptedTodo: 'もう一度実行してください。',
  timeoutCause: 'AWS から時間内に応答がありませんでした。',
  timeoutTodo:
    'ネットワーク、プロキシ、AWS_ENDPOINT_URL を確認してください。または、`--timeout` で待ち時間を延ばしてください (verify で使えます)。',
  throttledCause: 'AWS がリクエストを減らすよう求めていて、何度か試しても変わりませんでした。',
  throttledTodo: '1 分待って、`--concurrency` を小さくしてもう一度実行してください。',
  awsErrorCause: 'AWS 側でエラーが発生しました (5xx)。',
  awsErrorTodo: '時間をおいて、もう一度実行してください。AWS の状況: https://health.aws.amazon.com',
  clockCause: 'この PC の時計がずれています。AWS は、署名の時刻が数分以上ずれたリクエストを受け付けません。',
  clockTodo: '時計を合わせて (時刻の自動設定を有効にして)、もう一度実行してください。',

  htmlCause:
    'AWS の応答の代わりに Web ページ (HTML) が返りました。ネットワークがサインインを求めている (キャプティブポータル) か、プロキシやファイアウォールがリクエストを止めています。',
  htmlTodo:
    'この PC のブラウザで http://neverssl.com を開き、求められたらネットワークにサインインしてください。それ以外の場合は、ネットワークの管理者が、下に示すホストを許可する必要があります。その後、もう一度実行してください。',
  plainToTlsCause: 'TLS を使わずに接続しましたが、応答したポートは TLS 専用です。',
  plainToTlsTodo:
    'AWS_ENDPOINT_URL (またはプロファイルの endpoint_url) の http:// を https:// にするか、設定を削除してください。AWS には必要ありません。',
  notHttpCause: '応答した相手は HTTP ではありません。',
  notHttpTodo:
    'AWS_ENDPOINT_URL (またはプロファイルの endpoint_url) と HTTPS_PROXY の、ホスト、ポート、http:// と https:// の別を確認してください。',
  unreadableCause: '応答が途中で切れているか、読み取れません。許可とも拒否とも言えません。',
  unreadableTodo:
    'もう一度実行してください。同じ結果になる場合は、プロキシやファイアウォールが応答を変えています。管理者に、下に示すホストを対象から外してもらってください。',
  notFromAwsCause:
    'プロキシやファイアウォールなど、AWS ではないものが応答しました。AWS のリクエスト ID がないため、貸し出しについては何も分かりません。',
  notFromAwsTodo:
    'HTTPS_PROXY、NO_PROXY、AWS_ENDPOINT_URL を確認してください。ネットワークの管理者が、下に示すホストを許可する必要があります。その後、もう一度実行してください。',

  proxyLoginCause: 'プロキシがユーザー名とパスワードを求めています。',
  proxyLoginTodo:
    'アドレスに書いてください: `HTTPS_PROXY=http://USER:PASSWORD@HOST:PORT` (パスワードの @ は %40 と書きます)。その後、もう一度実行してください。',
  proxyDeniedCause: 'プロキシが、AWS へのリクエストを通しません。',
  proxyDeniedTodo:
    'プロキシの管理者が、下に示すホストを許可する必要があります。プロキシなしで届く場合は、そのホストを NO_PROXY に加えてください。',
  proxyNotReachedCause: 'HTTPS_PROXY、HTTP_PROXY、ALL_PROXY のいずれかが示すプロキシに接続できません。',
  proxyNotReachedTodo:
    '環境変数を直すか、プロキシが不要であれば解除してください。この PC のホストは NO_PROXY に入れます (`NO_PROXY=localhost,127.0.0.1`)。',
  proxyNotSupportedCause:
    'この種類のプロキシには対応していません。使えるのは http:// と https:// のプロキシです。',
  proxyNotSupportedTodo: 'HTTPS_PROXY に HTTP プロキシのアドレスを書き、もう一度実行してください。',

  certificateCause:
    'サーバーの TLS 証明書を確認できません。社内では、TLS の中身を検査するプロキシやウイルス対策ソフトが、独自の証明書を使うことがあります。',
  certificateTodo:
    '証明書に署名した認証局の証明書 (PEM。社内の IT 部門にあります) を保存し、`NODE_EXTRA_CA_CERTS=/PATH/TO/COMPANY.pem` を設定して、もう一度実行してください。',
  certificateDateCause:
    'この PC の時計では、サーバーの TLS 証明書の有効期限が切れているか、まだ始まっていません。',
  certificateDateTodo:
    'この PC の時計を確認してください。正しい場合、相手は AWS ではありません。ネットワーク、プロキシ、AWS_ENDPOINT_URL を確認してください。',
  certificateOfAnotherCause: 'TLS 証明書が別のホストのものです。AWS ではないものが応答しています。',
  certificateOfAnotherTodo:
    'ブラウザを開き、求められたらネットワークにサインインしてください。次に、プロキシと AWS_ENDPOINT_URL を確認して、もう一度実行してください。',
  tlsToPlainCause: 'TLS で接続しましたが、相手のポートは TLS に対応していません。',
  tlsToPlainTodo:
    'AWS_ENDPOINT_URL (またはプロファイルの endpoint_url) の http:// と https:// の別、およびポートを確認してください。HTTPS_PROXY が https:// で始まる場合、多くのプロキシでは http:// が正しい書き方です。',
  tlsFailedCause: 'TLS で接続できませんでした。',
  tlsFailedTodo:
    'プロキシと、AWS との間のファイアウォールが TLS を止めていないかを確認して、もう一度実行してください。',

  wrongUrlCause: '接続先のアドレスが正しくありません。',
  wrongUrlTodo:
    'AWS_ENDPOINT_URL (AWS_ENDPOINT_URL_S3 など、またはプロファイルの endpoint_url) を直すか、削除してください。AWS には必要ありません。',
  nameNotFoundCause: 'ホスト名を解決できませんでした (DNS)。',
  nameNotFoundTodo:
    'ネットワーク、VPN、下に示す名前の中のリージョンを確認してください (存在しないリージョンにはホストがありません)。プロキシを使う環境では HTTPS_PROXY を設定します。その後、もう一度実行してください。',
  connectionClosedCause: '応答が終わる前に接続が切れました。',
  connectionClosedTodo:
    'もう一度実行してください。同じ結果になる場合は、ネットワーク、プロキシ、AWS_ENDPOINT_URL を確認してください。ファイアウォールが AWS への接続を切っている可能性があります。',
  noConnectionCause: 'AWS に接続できませんでした。',
  noConnectionTodo: 'ネットワーク、プロキシ、AWS_ENDPOINT_URL を確認して、もう一度実行してください。',

  programHangsCause:
    'プロファイル "{profile}" の認証情報を出すプログラム {program} (credential_process) が、時間内に終わりませんでした。入力を待っている可能性があります。',
  programHangsTodo:
    '{program} を手で実行し、何を待っているかを確認してください。または、`--timeout` で待ち時間を延ばしてください。',
  programExpiredCause:
    'プロファイル "{profile}" のプログラム (credential_process) が出した認証情報は、期限が切れています。',
  programExpiredTodo: 'そのプログラムの方法で認証情報を更新し、もう一度実行してください。',
  programWithoutCredentialsCause:
    'プロファイル "{profile}" のプログラム (credential_process) が、AWS の求める形式で認証情報を出しませんでした。',
  programWithoutCredentialsTodo:
    '"Version": 1、AccessKeyId、SecretAccessKey を持つ 1 つの JSON オブジェクトだけを出す必要があります: https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sourcing-external.html',
  programFailedCause:
    'プロファイル "{profile}" の認証情報を出すプログラム {program} (credential_process) が失敗しました。',
  programFailedTodo: '手で実行し、示された問題を直してから、もう一度実行してください。',

  // In the place of what AWS would have answered. `{http}` is `HTTP 403 (nginx)`.
  stoppedByHand: '手動で中断',
  noAnswerWithin: '{seconds} 秒以内に応答なし',
  printedNothing: '{program}: 出力なし',
  programSaid: '{program}: {said}',
  notHttpProxy: '{address} のプロキシが http:// でも https:// でもありません',
  proxyAsksForLogin: '{host} の応答は {http}: プロキシがユーザー名とパスワードを求めています',
  expectsHttps: '{host} の応答は {http}: https が必要です',
  webPage: '{host} の応答は {http} で、Web ページでした',
  webPageTitled: '{host} の応答は {http} で、"{title}" という Web ページでした',
  sendsOn: '{host} の応答は {http} で、{address} に転送しています',
  emptyNotFromAws: '{host} の応答は {http} で、本文も AWS のリクエスト ID もありません',
  bytesNotFromAws: '{host} の応答は {http} で、{count} バイトの本文に AWS のリクエスト ID がありません',
  emptyAnswer: '{host} の応答 ({http}) は途中までです: 本文がありません',
  cutAnswer: '{host} の応答 ({http}) は途中までです: {count} バイト',
};
