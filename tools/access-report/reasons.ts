import { say } from '../../words/access-report/say';
import { listed } from '../../words/speech';
import { statementLabel } from '../iam/denial-words';
import type { DeterminingStatement } from '../iam/request';
import { doubtsFrom } from '../proof/report/doubts';
import { failuresFrom } from '../proof/report/explain';
import type { VendorPromise } from '../proof/promise/vendor-promise';
import { promiseInWords } from '../proof/report/words';
import type { Cell, Matrix } from './matrix';

type NameOf = Matrix['nameOf'];

/** Why a cell says what it says: sentences, in the language that is spoken. */
export function reasonOf(cell: Cell, { promise, nameOf }: Matrix): string[] {
  const { state, row, allowedBy, counterexamples, deniedBy } = cell;
  switch (state) {
    case 'can':
      return [say('canBecause', { statements: statements(allowedBy, nameOf) }), ...conditions(cell, promise)];
    case 'theirs':
      return [
        say('theirsBecause', { statements: statements(allowedBy, nameOf) }),
        ...conditions(cell, promise),
      ];
    case 'cannot':
      if (deniedBy) return [say('cannotDenied', { statement: statement(deniedBy, nameOf) })];
      return [nobodyAllows(cell, nameOf, row === 'account' || row === 'others')];
    case 'extra':
    case 'missing':
      return failuresFrom(counterexamples, 'outsiders').flatMap(({ headline, why }) => [headline, why]);
    case 'undecided': {
      const origin = { stack: '', logicalId: '' };
      const known = doubtsFrom(cell.doubts, ['outsiders'], origin);
      const told = [...known, ...cell.findings].flatMap((one) => (one.kind === 'unjudged' ? [one.what] : []));
      return told.length > 0 ? [...new Set(told)] : [say('unreadReason')];
    }
  }
}

/** Under which the promised requests are allowed. */
function conditions({ row }: Cell, promise: VendorPromise): string[] {
  const { externalId } = promise.vendor;
  const { conditions: all } = promiseInWords(promise);
  if (row === 'session') return [say('onlyWith', { conditions: listed(all) })];
  return externalId === undefined
    ? []
    : [say('onlyWith', { conditions: `sts:ExternalId = "${externalId}"` })];
}

function nobodyAllows({ decidedBy }: Cell, nameOf: NameOf, isOutside: boolean): string {
  const count = decidedBy.length;
  if (count === 0) return say('cannotNothing');
  if (count > 2) return say(isOutside ? 'cannotOutsideMany' : 'cannotBecauseMany', { count });
  return say(isOutside ? 'cannotOutside' : 'cannotBecause', {
    policies: listed(decidedBy.map(nameOf), 'or'),
  });
}

function statements(all: readonly DeterminingStatement[], nameOf: NameOf): string {
  return listed([...new Set(all.map((one) => statement(one, nameOf)))]);
}

function statement({ policy, statement: one }: DeterminingStatement, nameOf: NameOf): string {
  return say('statementOf', { statement: statementLabel(one), policy: nameOf(policy.name) });
}
