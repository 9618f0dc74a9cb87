import { alsoReads, notAlsoReads } from './also-reads';
import { deniedToBorrower } from './denied-to-borrower';
import { deniedToUser } from './denied-to-user';
import { mustWork } from './must-work';
import type { Probe, ProbeSubject } from './probe';

/**
 * What a borrower must be able to do, and what must be denied. Tried with the role's keys (`borrower`) and, where
 * the point is how one gets them, with the vendor's own (`user`).
 *
 * Every probe is harmless, and not because it is denied: the forbidden ones are addressed to things that do not
 * exist, or carry something that makes the service turn them down after it has authorized them.
 */
export function probesFor(subject: ProbeSubject): Probe[] {
  return [
    ...mustWork(subject),
    ...alsoReads(subject),
    ...notAlsoReads(subject),
    ...deniedToBorrower(subject),
    ...deniedToUser(subject),
  ];
}
