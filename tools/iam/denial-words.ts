import { sayPolicy as say } from '../../words/say';
import { listed } from '../../words/speech';
import { valuesOf } from './conditions';
import type { Context, NearMiss } from './request';
import type { Condition, Statement } from './policy';

/** What a denial is made of, in words that say more than AWS's own. */

/** `AllowS3ObjectReadAccess`, or `statement 2` where there is no Sid. */
export const statementLabel = ({ sid, index }: Statement): string =>
  sid ?? say('statement', { number: index + 1 });

/** The Allow that came closest; every one misses by its action when something quite else is asked: that says nothing. */
export const closestMiss = (nearMisses: readonly NearMiss[]): NearMiss | undefined =>
  nearMisses.find(({ because }) => because !== 'action');

/** What of the statement does not match, in the language that is spoken; `because` says it in English, for programs. */
export function differenceIn(miss: NearMiss, context: Context): string {
  const { because } = miss;
  if (because === 'principal' || because === 'action' || because === 'resource')
    return say(`differs.${because}`);
  const condition = differingCondition(miss);
  if (condition === undefined) return because;
  return say('differsIn', {
    operator: operatorInFull(condition),
    key: condition.key,
    wanted: quoted(condition.values, 'or'),
    got: quoted(valuesOf(context, condition.key), 'and'),
  });
}

/** The condition that does not match; undefined where it is another element. */
export function differingCondition({ statement, because }: NearMiss): Condition | undefined {
  return statement.conditions.find((one) =>
    because.startsWith(`condition ${operatorInFull(one)} ${one.key}: `),
  );
}

function quoted(values: readonly string[], joint: 'and' | 'or'): string {
  return values.length === 0
    ? say('nothing')
    : listed(
        values.map((value) => JSON.stringify(value)),
        joint,
      );
}

/** As a policy writes it: `ForAnyValue:StringLikeIfExists`. */
export function operatorInFull({ set, operator, ifExists }: Condition): string {
  return `${set === undefined ? '' : `${set}:`}${operator}${ifExists ? 'IfExists' : ''}`;
}
