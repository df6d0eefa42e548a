/** SVG to PNG, in a thread of its own that is started when a picture is drawn and ends when none has been for a while. */
import { Worker } from 'node:worker_threads';
import { pickFonts } from './pick-fonts.ts';

export interface RenderTask {
  readonly id: number;
  readonly svg: string;
  /** Paths of font files. */
  readonly fonts: readonly string[];
}

export interface RenderReply {
  readonly id: number;
  readonly png: Uint8Array | null;
  readonly error: string | null;
}

export interface SvgRenderer {
  /** @returns bytes of a PNG file. Rejects when the drawing library fails or takes more than 20 s. */
  render(svg: string): Promise<Uint8Array>;
  /** Ends the thread; pictures under way are rejected. */
  close(): Promise<void>;
}

/** Milliseconds that the thread waits for another picture: it holds some 100 MB. */
const IDLE = 10_000;
/** Milliseconds for one picture, with those before it: tens of times what it takes on a busy machine. */
const DEADLINE = 20_000;

interface Pending {
  resolve(png: Uint8Array): void;
  reject(error: Error): void;
  readonly timer: NodeJS.Timeout;
}

export function createSvgRenderer(): SvgRenderer {
  const pending = new Map<number, Pending>();
  let worker: Worker | null = null;
  let idle: NodeJS.Timeout | undefined;
  let ids = 0;

  function end(error: Error): Promise<unknown> {
    clearTimeout(idle);
    const ending = worker?.terminate();
    worker = null;
    for (const { reject, timer } of pending.values()) {
      clearTimeout(timer);
      reject(error);
    }
    pending.clear();
    return Promise.resolve(ending);
  }

  function start(): Worker {
    const started = new Worker(new URL('./render-worker.ts', import.meta.url), {
      // Flags of the process that a thread does not take.
      execArgv: [],
    });
    const failed = (error: Error) => {
      if (worker === started) void end(error);
    };
    started.on('message', ({ id, png, error }: RenderReply) => {
      const task = pending.get(id);
      if (task === undefined) return;
      pending.delete(id);
      clearTimeout(task.timer);
      if (png === null) task.reject(new Error(error ?? 'no picture'));
      else task.resolve(png);
      if (pending.size === 0) rest();
    });
    started.on('error', failed);
    started.on('exit', (code) => failed(new Error(`the drawing thread ended with code ${code}`)));
    return started;
  }

  /** The process may end while the thread waits for work. */
  function rest(): void {
    worker?.unref();
    clearTimeout(idle);
    idle = setTimeout(() => void end(new Error('idle')), IDLE).unref();
  }

  return {
    render(svg) {
      return new Promise((resolve, reject) => {
        const fonts = pickFonts(svg);
        clearTimeout(idle);
        worker ??= start();
        worker.ref();
        const id = ++ids;
        const timer = setTimeout(() => void end(new Error('drawing took too long')), DEADLINE);
        pending.set(id, { resolve, reject, timer });
        worker.postMessage({ id, svg, fonts } satisfies RenderTask);
      });
    },
    close: async () => {
      await end(new Error('the program is ending'));
    },
  };
}
