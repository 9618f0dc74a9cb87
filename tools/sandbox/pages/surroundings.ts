import type { Share } from '../../../lib/share/share';
import type { FrontDoor } from '../front-door';
import type { Journal } from '../journal';
import type { ObjectData } from '../s3/object-data';
import type { SeededWorld } from '../seed/seed-world';

/** The sandbox that pages show. */
export interface Surroundings extends SeededWorld {
  readonly share: Share;
  readonly objects: ObjectData;
  readonly journal: Journal;
  readonly frontDoor: Pick<FrontDoor, 'answer' | 'turnAway'>;
}
