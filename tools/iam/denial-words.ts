import type { NearMiss } from './request';
import type { Condition, Statement } from './policy';

/** What a denial is made of, in words that say more than AWS's own. */

/** `AllowS3ObjectReadAccess`, or `statement 2` where there is no Sid. */
export const statementLabel = ({ sid, index }: Statement): string => sid ?? `statement ${index + 1}`;

/** The Allow that came closest; every one misses by its action when something quite else is asked: that says nothing. */
export const closestMiss = (nearMisses: readonly NearMiss[]): NearMiss | undefined =>
  nearMisses.find(({ because }) => because !== 'action');

/** As a policy writes it: `ForAnyValue:StringLikeIfExists`. */
export function operatorInFull({ set, operator, ifExists }: Condition): string {
  return `${set === undefined ? '' : `${set}:`}${operator}${ifExists ? 'IfExists' : ''}`;
}
