/**
 * Calls that survive a clock that is set back. discord.js notes until when Discord wants it to wait by the time of day: on
 * a clock that is set back by an hour it would wait for an hour, and whoever asked meanwhile with it.
 */
import type { Client } from 'discord.js';
import type { RestPort } from './rest-port.ts';

type Rest = Pick<Client['rest'], keyof RestPort | 'handlers' | 'globalReset' | 'globalRemaining' | 'options'>;

export interface SteadyRest extends RestPort {
  /** Looks at the clock no more. */
  close(): void;
}

export interface Clocks {
  /** The time of day, in milliseconds. */
  readonly now: () => number;
  /** Milliseconds of a clock that nobody sets. */
  readonly steady: () => number;
}

/** Milliseconds between two looks at the clock. */
const LOOK_EVERY = 1_000;
/** Milliseconds by which a clock is set back that is worth it: Discord makes nobody wait for less. */
const SET_BACK = 2_000;

/** Milliseconds in which a call that is on its way has ended. */
const ON_ITS_WAY = 15_000;

const CLOCKS: Clocks = { now: () => Date.now(), steady: () => performance.now() };

/**
 * The same calls. When the clock is set back, what discord.js has noted is forgotten; a call that waits for it fails a little
 * later with an `AbortError`, as if it had taken too long: `persist` makes it again.
 *
 * @param pace for tests; milliseconds.
 */
export function steadyRest(
  rest: Rest,
  { now, steady }: Clocks = CLOCKS,
  pace = { lookEvery: LOOK_EVERY, onItsWay: ON_ITS_WAY },
): SteadyRest {
  const waiting = new Set<(error: Error) => void>();
  let offset = now() - steady();

  function look(): void {
    const before = offset;
    offset = now() - steady();
    if (offset > before - SET_BACK) return;
    rest.handlers.clear();
    rest.globalReset = -1;
    rest.globalRemaining = Math.max(1, rest.options.globalRequestsPerSecond);
    const late = [...waiting];
    setTimeout(() => {
      for (const giveUp of late) giveUp(new DOMException('the clock was set back', 'AbortError'));
    }, pace.onItsWay).unref();
  }

  async function watched<T>(call: Promise<T>): Promise<T> {
    const { promise, reject } = Promise.withResolvers<never>();
    waiting.add(reject);
    try {
      return await Promise.race([call, promise]);
    } finally {
      waiting.delete(reject);
    }
  }

  const timer = setInterval(look, pace.lookEvery);
  timer.unref();
  return {
    get: (...given) => watched(rest.get(...given)),
    post: (...given) => watched(rest.post(...given)),
    patch: (...given) => watched(rest.patch(...given)),
    put: (...given) => watched(rest.put(...given)),
    delete: (...given) => watched(rest.delete(...given)),
    close: () => clearInterval(timer),
  };
}
