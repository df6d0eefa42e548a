/** Whether the process lives, and whether it can serve: each part asked within a time, none able to hold up the rest. */

/** A part that is asked. */
export interface Part {
  readonly name: string;
  /** Resolves with what is wrong, in a word that may be shown to anybody; null when all is well. Rejects when it fails. */
  check(): Promise<string | null>;
}

export interface PartState {
  readonly ok: boolean;
  readonly state: string;
}

export interface HealthReport {
  readonly ok: boolean;
  readonly status: string;
  readonly parts: Readonly<Record<string, PartState>>;
}

export type Phase = 'starting' | 'running' | 'stopping';

/** Milliseconds that a part has for its answer: probes commonly wait for some seconds. */
const PATIENCE = 2_000;
const WELL = 'ok';
const SILENT = 'no answer in time';
const FAILED = 'failing';

/** Asks all parts at once. Never rejects. */
export async function askParts(
  parts: readonly Part[],
  onFailure: (part: string, error: unknown) => void,
  patience: number = PATIENCE,
): Promise<Record<string, PartState>> {
  const states = await Promise.all(
    parts.map(async ({ name, check }): Promise<[string, PartState]> => {
      const late = Promise.withResolvers<string>();
      const timer = setTimeout(() => late.resolve(SILENT), patience);
      try {
        const wrong = await Promise.race([check(), late.promise]);
        return [name, { ok: wrong === null, state: wrong ?? WELL }];
      } catch (error) {
        onFailure(name, error);
        // Why stands in the log: an error may name hosts.
        return [name, { ok: false, state: FAILED }];
      } finally {
        clearTimeout(timer);
      }
    }),
  );
  return Object.fromEntries(states);
}

export function report(phase: Phase, parts: Readonly<Record<string, PartState>>): HealthReport {
  const well = Object.values(parts).every(({ ok }) => ok);
  const status = phase !== 'running' ? phase : well ? 'ready' : 'not ready';
  return { ok: phase === 'running' && well, status, parts };
}

/**
 * Asks something that may be busy for long, once at a time.
 *
 * @param longest milliseconds after which no answer means that it hangs; until then it is only busy.
 * @returns a check for a part: one question goes out, whoever asks meanwhile waits for the same answer.
 */
export function createPatientCheck(
  ask: () => Promise<unknown>,
  {
    longest,
    now,
    patience = PATIENCE / 2,
  }: {
    readonly longest: number;
    /** Milliseconds; only differences count. */
    readonly now: () => number;
    readonly patience?: number;
  },
): () => Promise<string | null> {
  let asked: { readonly at: number; readonly answer: Promise<unknown> } | null = null;
  return async () => {
    if (asked === null) {
      const answer = ask().finally(() => {
        asked = null;
      });
      // Whoever waits for it hears of a failure.
      answer.catch(() => undefined);
      asked = { at: now(), answer };
    }
    const { at, answer } = asked;
    const late = Promise.withResolvers<'late'>();
    const timer = setTimeout(() => late.resolve('late'), patience);
    try {
      if ((await Promise.race([answer, late.promise])) !== 'late') return null;
    } finally {
      clearTimeout(timer);
    }
    return now() - at > longest ? SILENT : null;
  };
}
