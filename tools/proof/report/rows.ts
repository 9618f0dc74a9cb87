import { sayProof as say } from '../../../words/say';
import { listed } from '../../../words/speech';
import type { Origin, Unjudged } from '../templates/inventory';
import type { Conditional, DeterminingPart, Failure } from './report';

/** A label, which is empty where it is that of the row before, and what stands beside it. */
export type Row = readonly [label: string, text: string];

export function holdsIf({ boundary, mustAllow }: Conditional): string {
  const name = boundary.slice(boundary.lastIndexOf('/') + 1);
  return say('holdsIf', { boundary: name, actions: listed(mustAllow) });
}

/** Who, does what, allowed by, promised, change. */
export function failureRows({ kind, witness, blame, why, change }: Failure): Row[] {
  const context = Object.entries(witness?.context ?? {});
  return [
    ...(witness
      ? ([
          [say('labelCaller'), witness.caller],
          [
            say('labelAction'),
            witness.actionIsReal ? witness.action : say('unknownAction', { action: witness.action }),
          ],
          [say('labelResource'), witness.resource],
        ] as const)
      : []),
    ...context.map(([key, value]): Row => [
      say('labelContext'),
      value === null ? say('keyNotSent', { key }) : say('keySent', { key, value }),
    ]),
    ...blame.map((one, index): Row => [index > 0 ? '' : say(BLAMED[kind]), blamed(one)]),
    [say('labelReason'), why],
    [say('labelChange'), change],
  ];
}

const BLAMED = { missing: 'labelDeniedBy', extra: 'labelAllowedBy', setting: 'labelFoundIn' } as const;

function blamed({ policy, statement, origin, matches }: DeterminingPart): string {
  if (policy === 'setting') return say('partOfSetting', { matches, place: place(origin) });
  return say('partOfPolicy', { policy, statement, matches, place: place(origin) });
}

function place({ stack, logicalId, constructPath, live }: Origin): string {
  if (live) return say('placeLive', { stack, logicalId });
  return constructPath === undefined
    ? say('placeInStack', { stack, logicalId })
    : say('placeOfConstruct', { constructPath, logicalId, stack });
}

export function unjudgedText({ what, origin }: Unjudged): string {
  return origin ? say('itemAt', { what, place: place(origin) }) : what;
}
