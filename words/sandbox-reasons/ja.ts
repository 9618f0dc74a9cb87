import type { Translation } from '../speech';
import type { en } from './en';

export const ja: Translation<typeof en> = {
  allowedByBoth: '{own} ({side}) と {given} ({owner}) が許可しました',
  allowedByOne: '{statement} ({side}) が許可しました',
  needsNothing: '{action} に許可は必要ありません',
  denies: '{statement} ({side}) が拒否しています',
  remark: '{remark} ({side})',
  statement: '{policy} の {label}',
  'policy.trust': '{name} の信頼ポリシー',
  'policy.bucket': '{name} のバケットポリシー',
  'policy.key': '{name} のキーポリシー',

  trust: '{side}: ロールの信頼ポリシーが、この呼び出し元を許可していません',
  identity: '{side}: 呼び出し元のアイデンティティベースのポリシーに、許可するものがありません',
  resource: '{side}: この呼び出し元を許可するリソースベースのポリシーがありません',
  boundary: '{side}: 呼び出し元のアクセス許可の境界が許可していません',
  session: '{side}: 呼び出し元のセッションポリシーが許可していません',

  closest: '{sentence}。最も近いステートメント: {statement} ({element} が一致しません)',
  closestCondition: '{sentence}。最も近いステートメント: {statement} ({condition})',

  publicAccessBlock: 'バケットのパブリックアクセスブロックで RestrictPublicBuckets が有効です',

  'outcome.allowed': '許可',
  'outcome.denied': '拒否',
  'outcome.failed': '失敗',
  deniedWithin: 'ただし、内部の {all} 件のうち {denied} 件は拒否: {action} {resource}: {reason}',
  deployment: {
    one: '{account} のデプロイ: CDK CLI と CloudFormation のリクエスト {count} 件',
    other: '{account} のデプロイ: CDK CLI と CloudFormation のリクエスト {count} 件',
  },

  'side.company': '企業側',
  'side.vendor': 'ベンダー側',
  'side.anybody': '不明',
};
