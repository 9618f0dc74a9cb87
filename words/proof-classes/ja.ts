import type { Translation } from '../speech';
import type { en } from './en';

export const ja: Translation<typeof en> = {
  spelledOut:
    '{policy}: "{text}" は CloudFormation が決める名前を直接書いていて、その末尾はまだ分かりません。リソースを参照してください。',
  'tooMany.states':
    '{what} のすべての値を区別するには {limit} を超える状態が必要です。最も影響の大きいパターン: {patterns}。ワイルドカードを減らして書いてください。',
  'tooMany.classes':
    '{what}を区別するには {limit} を超える種類が必要です。影響の大きいもの: {patterns}。条件とワイルドカードを減らしてください。',
  'tooMany.valuesInOneRequest':
    '{what} のすべての値を区別するには、1 つのリクエストに {limit} を超える種類の値が必要です。比べている値: {patterns} など。比べる値を減らしてください。',
  allRequests: 'すべてのリクエスト',
  theAction: '操作',
  theResource: '対象',
  theCaller: '呼び出し元',
  mixedComparisons:
    '{key} が {kinds} で比べられています。1 つのキーの値を分ける方法は 1 つだけです。演算子を 1 種類にしてください。',
};
