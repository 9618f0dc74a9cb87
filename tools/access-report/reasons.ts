import { sayAccessReport as say } from '../../words/say';
import { listed } from '../../words/speech';
import { doubtsFrom } from '../proof/report/doubts';
import { failuresFrom } from '../proof/report/explain';
import { promiseInWords } from '../proof/report/words';
import { type Cell, type Matrix, stateOf } from './matrix';

/** Why a cell says what it says: sentences. */
export function reasonOf(cell: Cell, matrix: Matrix): string[] {
  const { allowedBy, deniedBy, isImplicit, counterexamples } = cell;
  const statements = listed([...allowedBy]);
  switch (stateOf(cell, matrix)) {
    case 'can':
      return [say('canBecause', { statements }), ...conditions(cell, matrix)];
    case 'theirs':
      return [say('theirsBecause', { statements }), ...conditions(cell, matrix)];
    case 'cannot':
      if (deniedBy !== undefined && !isImplicit) return [say('cannotDenied', { statement: deniedBy })];
      return [nobodyAllows(cell)];
    case 'extra':
    case 'missing':
      return failuresFrom(counterexamples, 'outsiders').flatMap(({ headline, why }) => [headline, why]);
    case 'undecided': {
      const doubts = doubtsFrom(cell.doubts, ['outsiders'], { stack: '', logicalId: '' });
      const told = [...doubts, ...cell.findings].flatMap((one) =>
        one.kind === 'unjudged' ? [one.what] : [],
      );
      return told.length > 0 ? [...new Set(told)] : [say('unreadReason')];
    }
  }
}

/** Under which the promised requests are allowed. */
function conditions({ row }: Cell, { promise }: Matrix): string[] {
  const { externalId } = promise.vendor;
  const ofEntrance = externalId === undefined ? [] : [`sts:ExternalId = "${externalId}"`];
  const all = row === 'session' ? promiseInWords(promise).conditions : ofEntrance;
  return all.length === 0 ? [] : [say('onlyWith', { conditions: listed(all) })];
}

function nobodyAllows({ row, decidedBy }: Cell): string {
  const count = decidedBy.size;
  if (count === 0) return say('cannotNothing');
  const isOutside = row === 'account' || row === 'others';
  if (count > 2) return say(isOutside ? 'cannotOutsideMany' : 'cannotBecauseMany', { count });
  return say(isOutside ? 'cannotOutside' : 'cannotBecause', { policies: listed([...decidedBy], 'or') });
}
