import type { Translation } from '../speech';
import type { en } from './en';

export const ja: Translation<typeof en> = {
  holds: '約束どおりです。テンプレートが許可するアクセスは、約束した内容と完全に一致します。',
  broken: '約束どおりではありません。反例が {count} 件あります。',
  brokenAndMore: '{broken} {alsoNotDecided}',
  alsoNotDecided: 'ほかに、証明が扱えない項目が {count} 件あり、判定していません。',
  notDecided: '判定していません。証明が扱えない項目が {count} 件あります。',
  nothingDeployed: 'デプロイは中止しました。証明の全体は `npm run prove` で確認できます。',
  noSuchVendor: 'vendors[{index}] は、この貸し出しにありません。',
  halfWithoutResources: 'vendors[{index}] のベンダー側のテンプレートに Resources がありません。',
  halfWithMore:
    'vendors[{index}] のベンダー側のテンプレートに書けるのは、引き受ける人のための管理ポリシーだけです。',
  foreignAccount:
    'スタック {stack} の対象はアカウント {account} ですが、この貸し出しには出てきません。別のパラメータから合成したテンプレートであれば、もう一度 `npx cdk synth` を実行してください。',
  foreignRegion:
    'スタック {stack} の対象はリージョン {region} ですが、アカウント {account} の担当部分は {itsRegion} にあります。別のパラメータから合成したテンプレートであれば、もう一度 `npx cdk synth` を実行してください。',
  stackTwice: 'スタック {stack} が 2 つあります。一方がもう一方を上書きします。',
  titlePromised: '約束した内容',
  titleProved: '証明した内容 (すべてのリクエストについて)',
  titleBroken: '約束に反するもの',
  titleNotDecided: '判定していないもの',
  titleNotCovered: 'この証明に含まれないもの',
  readBothWays: '証明が扱えないため、許可が最も広い場合と最も狭い場合の両方で調べたもの: {parts}',
  figures: '{count} 種類のリクエストを {seconds} 秒で判定しました。方法: docs/proof.md',
  labelRole: 'ロール',
  labelWho: '相手',
  labelActions: '操作',
  labelResources: '対象',
  labelConditions: '条件',
  labelExpires: '終了日時',
  permissionSetOfHandoff:
    '許可セット: `npm run handoff -- --out DIR` が書き出すベンダー側のテンプレートが許可しているのは、約束したロールの引き受けだけです。割り当て先は、ベンダー側の管理者が入力します。ベンダーがそのとおりにデプロイするかどうかは、保証しません。',
  policyOfHandoff:
    '許可セット: この貸し出しにはありません。`npm run handoff -- --out DIR` が書き出すポリシーが、貸し出しに書かれたロールとユーザーに許可しているのは、約束したロールの引き受けだけです。ベンダーがそのとおりにデプロイするかどうかは、保証しません。',
  setsOfSeveral: '許可セット: ベンダーごとに異なります。',
  setOfStack:
    '{vendors} の許可セットが許可しているのは、約束したロールの引き受けだけです。割り当て先も約束どおりです。',
  setOfTemplate:
    '{vendors} の許可セットは、`npm run handoff -- --out DIR` が書き出すテンプレートのとおりなら、許可しているのは約束したロールの引き受けだけです。割り当て先は、ベンダー側の管理者が入力します。そのとおりにデプロイするかどうかは、保証しません。',
  setOfPolicy:
    '{vendors} には、許可セットの代わりにポリシーがあります。`npm run handoff -- --out DIR` が書き出すとおりなら、貸し出しに書かれたロールとユーザーに許可しているのは、約束したロールの引き受けだけです。そのとおりにデプロイするかどうかは、保証しません。',
  setOfOwn: '{vendors} のベンダー側はベンダーが用意するもので、何も保証しません。',
  sentences: '{before}{sentence}',
  enteredAssignee: 'ベンダー側の管理者が入力した割り当て先',
  manyClasses: '同じ原因のリクエストは {count} 種類あります。これはその一例です。',
};
