/** Takes up changed files while the server runs: the corpus, the prompts, the file of subscriptions. */
import type { App } from './app.ts';
import { reloadPrompts, shippedPrompts } from './app-model.ts';
import type { Config } from './config.ts';
import { errorMessage } from './core/errors.ts';
import { runSettled } from './ops/run-settled.ts';
import { type WatchedPlace, watchPlace } from './ops/watch-folders.ts';

export interface Reload {
  /** Reads everything again, changed or not: SIGHUP. */
  all(): Promise<void>;
  /** Ends what is under way, and watches no more. Never rejects. */
  stop(): Promise<void>;
}

export interface ReloadDeps {
  readonly config: Config;
  readonly app: Pick<App, 'syncCorpus' | 'log'>;
  /** Reads the file of subscriptions again. */
  readonly reloadNews: () => Promise<void>;
  /** Files that were told as broken at the start. */
  readonly failed: readonly { readonly input: string; readonly reason: string }[];
  readonly onReload: (what: string, outcome: string) => void;
}

/** Editors and copying programs write a file in several steps, and many files after one another; milliseconds. */
const SETTLING = { quietMs: 1_000, longestMs: 15_000 };

export function startReload({ config, app, reloadNews, failed, onReload }: ReloadDeps): Reload {
  const { log } = app;
  const stopping = new AbortController();
  /** What is wrong with which file: each mistake is told once. */
  let broken = new Map(failed.map(({ input, reason }) => [input, reason]));

  async function corpus(): Promise<void> {
    const { added, updated, removed, failed: failures } = await app.syncCorpus({ signal: stopping.signal });
    const before = broken;
    broken = new Map(failures.map(({ input, reason }) => [input, reason]));
    const fresh = failures.filter(({ input, reason }) => before.get(input) !== reason);
    for (const { input, reason } of fresh) {
      onReload('corpus', 'refused');
      log.error({ input, reason }, 'left out of the corpus: what was stored of it before stays');
    }
    const mended = [...before.keys()].filter((input) => !broken.has(input)).length;
    if (added + updated + removed + mended === 0) return;
    onReload('corpus', 'taken-up');
    log.info({ added, updated, removed, mended }, 'took up a changed corpus');
  }
  async function prompts(): Promise<void> {
    if (!(await reloadPrompts(config))) return;
    onReload('prompts', 'taken-up');
    log.info({}, 'took up changed prompts');
  }

  let told = new Map<string, string>();
  /** What breaks is told once for each way in which it breaks. */
  const guarded = (what: string, work: () => Promise<void>) => async () => {
    try {
      await work();
      told.delete(what);
    } catch (error) {
      if (stopping.signal.aborted) return;
      const reason = errorMessage(error);
      if (told.get(what) === reason) return;
      told.set(what, reason);
      onReload(what, 'refused');
      log.error({ what, reason }, 'a change was not taken up: what was read before stays');
    }
  };
  const start = (what: string, work: () => Promise<void>, places: readonly WatchedPlace[]) => {
    const settled = runSettled(guarded(what, work), SETTLING);
    const watching = places.map((place) =>
      watchPlace(place, settled.changed, (error) =>
        log.warn(
          { path: place.path, error: errorMessage(error) },
          'changes there are not noticed at once: send SIGHUP after a change',
        ),
      ),
    );
    return { settled, watching };
  };

  const folder = (path: string): WatchedPlace => ({ path, kind: 'folder' });
  const parts = [
    start('corpus', corpus, config.corpusDirs.map(folder)),
    ...(config.chatModel === null
      ? []
      : [start('prompts', prompts, [folder(config.promptsDir ?? shippedPrompts())])]),
    ...(config.news.enabled ? [start('news', reloadNews, [{ path: config.news.file, kind: 'file' }])] : []),
  ];
  return {
    async all() {
      told = new Map();
      broken = new Map();
      await Promise.all(parts.map(({ settled }) => settled.now()));
      if (!stopping.signal.aborted) log.info({}, 'read all files again');
    },
    async stop() {
      stopping.abort(new Error('the server stops'));
      for (const { watching } of parts) for (const one of watching) one.close();
      await Promise.all(parts.map(({ settled }) => settled.stop()));
    },
  };
}
