import { printable } from './printable';
import type { Terminal } from './terminal';

/** What is being done right now: one line that renews itself on a terminal, and nothing where nobody watches. */
export interface ProgressLine {
  show(text: string): void;
  clear(): void;
}

export function progressLine(
  terminal: Pick<Terminal, 'width'>,
  stream: NodeJS.WriteStream = process.stderr,
  now: () => number = Date.now,
): ProgressLine {
  if (!stream.isTTY) return { show: () => {}, clear: () => {} };
  let text = '';
  let since = now();
  let timer: NodeJS.Timeout | undefined;
  let frame = 0;
  const draw = () => {
    const seconds = Math.floor((now() - since) / 1000);
    const line = `${FRAMES[frame++ % FRAMES.length]} ${text}${seconds > 0 ? ` ${seconds} s` : ''}`;
    stream.write(`\r\u001b[2K${line.slice(0, terminal.width - 1)}`);
  };
  return {
    show: (next) => {
      if (timer === undefined) since = now();
      text = printable(next);
      timer ??= setInterval(draw, 100).unref();
      draw();
    },
    clear: () => {
      if (timer === undefined) return;
      clearInterval(timer);
      timer = undefined;
      stream.write('\r\u001b[2K');
    },
  };
}

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
