/** The progress bar of long commands: on a terminal only, and on stderr, so that stdout stays clean. */
import { SingleBar } from 'cli-progress';

export interface ProgressBar {
  /** @param progress.done and `total` in bytes, or in whatever the work goes on to. */
  show(progress: { readonly done: number; readonly total: number; readonly input: string }): void;
  end(): void;
}

const LONGEST_NAME = 40;

export function createProgressBar(stream: NodeJS.WriteStream): ProgressBar {
  if (stream.isTTY !== true) return { show: () => undefined, end: () => undefined };
  const bar = new SingleBar({
    format: '{bar} {percentage} % {input}',
    stream,
    hideCursor: true,
    clearOnComplete: true,
    barCompleteChar: '█',
    barIncompleteChar: '░',
  });
  let started = false;
  return {
    show({ done, total, input }) {
      if (!started) bar.start(total, 0, { input: '' });
      else bar.setTotal(total);
      started = true;
      bar.update(done, { input: shortName(input) });
    },
    end() {
      if (started) bar.stop();
    },
  };
}

/** The end of a path tells most; control characters in a name must not steer the terminal. */
function shortName(input: string): string {
  const plain = input.replace(/\p{Cc}/gu, '?');
  return plain.length > LONGEST_NAME ? `…${plain.slice(1 - LONGEST_NAME)}` : plain;
}
