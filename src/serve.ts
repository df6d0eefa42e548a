/** `npm start`: the process that serves, from taking the data folder to giving it back. */
import { type App, openApp } from './app.ts';
import { type Config, loadConfig } from './config.ts';
import { OperatorError } from './core/errors.ts';
import { reportError } from './ops/report-error.ts';
import { exposureWarning } from './web-config.ts';

/** What replies under way have for ending, and the whole stop, in milliseconds. */
const REPLIES_DEADLINE = 7_000;
const STOP_DEADLINE = 10_000;

/** Serves until SIGINT or SIGTERM. Sets the process's exit code; never rejects. */
export async function serve(): Promise<void> {
  const stop = stopSignal();
  try {
    const config = loadConfig();
    if (!config.web && config.slack === null && config.discord === null)
      throw new OperatorError(
        'WEB is "off" and no chat platform is set up: nothing to serve; set WEB to auto',
        { exitCode: 2 },
      );
    await run(config, stop);
  } catch (error) {
    // Stopped while it was still starting: that is what was asked for.
    if (!stop.aborted) process.exitCode = reportError(error);
  }
  // Whatever is still open must not keep the process alive.
  setTimeout(() => process.exit(), 500).unref();
}

async function run(config: Config, stop: AbortSignal): Promise<void> {
  const app = await openApp(config, { defaultLogLevel: 'info', server: true, willAsk: true });
  try {
    for (const warning of [...config.warnings, exposureWarning(config)])
      if (warning !== null) app.log.warn({}, warning);
    const { failed } = await app.syncCorpus({ signal: stop });
    for (const { input, reason } of failed) app.log.error({ input, reason }, 'left out of the corpus');
    const fatal = Promise.withResolvers<never>();
    const platforms = await app.startPlatforms(fatal.reject);
    try {
      const places = platforms.places.map((place) => (place.startsWith('http') ? `at ${place}` : place));
      process.stdout.write(
        `Casebook answers ${places.join(' and ')} (${await corpusInWords(app)}). Ctrl-C stops it.\n`,
      );
      await Promise.race([aborted(stop), fatal.promise]);
      app.log.info({}, 'stopping');
    } finally {
      setTimeout(() => process.exit(1), STOP_DEADLINE).unref();
      await platforms.stop(REPLIES_DEADLINE);
    }
  } finally {
    await app.close();
  }
}

async function corpusInWords(app: App): Promise<string> {
  const { cases, sources, passages } = await app.index.stats();
  if (sources === 0) return 'the corpus is empty: npm run ingest -- FOLDER';
  const count = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;
  const { next, done, total } = await app.index.neuralState();
  const coming = next === null ? '' : `, ${done} of ${total} with their vector of the new model`;
  return `${count(cases, 'case')}, ${count(sources, 'source')}, ${count(passages, 'passage')}${coming}`;
}

/** Aborts at the first SIGINT or SIGTERM; the second ends the process at once. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const [name, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(code);
      controller.abort(new OperatorError('stopped'));
    });
  }
  return controller.signal;
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
