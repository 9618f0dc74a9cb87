/** Whether one was meant and the other written: the same but for case and two letters. */
export function resembles(written: string, meant: string): boolean {
  const [from, to] = [written.toLowerCase(), meant.toLowerCase()];
  return from === to || (meant.length > 4 && distance(from, to) <= 2);
}

/** The same name in another account or under another path, or a slip of the pen in either. */
export function resemblesRole(written: string, meant: string): boolean {
  const nameOf = (arn: string) => arn.slice(arn.lastIndexOf('/') + 1);
  if (nameOf(written) === nameOf(meant)) return true;
  const accountOf = (arn: string) => arn.split(':')[4] ?? '';
  return accountOf(written) === accountOf(meant) && resembles(nameOf(written), nameOf(meant));
}

/** Levenshtein's: letters to put in, take out or change. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (let at = 0; at < to.length; at++) {
      const changed = (row[at] ?? 0) + (letter === to[at] ? 0 : 1);
      next.push(Math.min(changed, (row[at + 1] ?? 0) + 1, (next[at] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
