import { paint, type Terminal } from '../terminal';
import { hanging, padded } from '../wrapped';

/** How wide the column of labels is, and where the text beside it begins. */
const LABELS = 14;
export const BESIDE_LABELS = LABELS + 2;

/** A label, and beside it text of however many lines. */
export function printLabelled(terminal: Terminal, label: string, text: string): void {
  const { dim } = paint(terminal);
  terminal.print(`  ${dim(padded(label, LABELS))}${hanging(text, BESIDE_LABELS, terminal.width)}`);
}
