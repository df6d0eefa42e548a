/** `npm start`: the process that serves, from taking the data folder to giving it back. */
import { type App, openApp } from './app.ts';
import { createLog } from './app-log.ts';
import type { Operation } from './app-ops.ts';
import { startReload } from './app-reload.ts';
import type { BotLog } from './bot/bot-log.ts';
import { type Config, loadConfig } from './config.ts';
import { countWords } from './core/count-words.ts';
import { OperatorError } from './core/errors.ts';
import { reportError } from './ops/report-error.ts';
import { exposureWarning } from './web-config.ts';

/** Milliseconds of a stop that are left when the replies under way have ended: closing the index takes some. */
const CLOSING = 3_000;

/** What SIGHUP does, once there is something to read again. */
interface Reloading {
  now: () => void;
}

/** Serves until SIGINT or SIGTERM. Sets the process's exit code; never rejects. */
export async function serve(): Promise<void> {
  const stop = stopSignal();
  const reloading: Reloading = { now: () => undefined };
  // From the start on: without a listener, it would end the process. Of a terminal that is closed, it means that end.
  if (process.stdin.isTTY !== true) process.on('SIGHUP', () => reloading.now());
  try {
    const config = loadConfig();
    if (!config.web && config.slack === null && config.discord === null)
      throw new OperatorError(
        'WEB is "off" and no chat platform is set up: nothing to serve; set WEB to auto',
        { exitCode: 2 },
      );
    await run(config, stop, reloading);
  } catch (error) {
    // Stopped while it was still starting: that is what was asked for.
    if (!stop.aborted) process.exitCode = reportError(error);
  }
  // Whatever is still open must not keep the process alive.
  setTimeout(() => process.exit(), 500).unref();
}

async function run(config: Config, stop: AbortSignal, reloading: Reloading): Promise<void> {
  const log = await createLog(config, 'info');
  // First, so that probes see the start.
  const operation =
    config.ops === null && config.traces === null
      ? null
      : await (await import('./app-ops.ts')).startOperation(config, log);
  stop.addEventListener('abort', () => operation?.stopping(), { once: true });
  try {
    await runApp(config, log, operation, stop, reloading);
  } finally {
    await operation?.close();
  }
}

async function runApp(
  config: Config,
  log: BotLog,
  operation: Operation | null,
  stop: AbortSignal,
  reloading: Reloading,
): Promise<void> {
  for (const warning of [...config.warnings, exposureWarning(config)])
    if (warning !== null) log.warn({}, warning);
  const telemetry = operation === null ? {} : { telemetry: operation.telemetry };
  const app = await openApp(config, {
    defaultLogLevel: 'info',
    server: true,
    willAsk: true,
    log,
    ...telemetry,
  });
  operation?.opened(app.index);
  try {
    const { vectorNote } = await app.index.stats();
    if (config.databaseUrl !== null && vectorNote !== null)
      app.log.warn({ fix: vectorNote }, 'PostgreSQL holds no vectors: searches go by keywords alone');
    const { failed } = await app.syncCorpus({ signal: stop });
    for (const { input, reason } of failed) log.error({ input, reason }, 'left out of the corpus');
    const fatal = Promise.withResolvers<never>();
    const platforms = await app.startPlatforms(fatal.reject);
    const { reloadNews } = platforms;
    const onReload = operation?.onReload ?? (() => undefined);
    const reload = startReload({ config, app, reloadNews, failed, onReload });
    reloading.now = () => void reload.all();
    try {
      operation?.started(platforms);
      const places = platforms.places.map((place) => (place.startsWith('http') ? `at ${place}` : place));
      process.stdout.write(
        `Casebook answers ${places.join(' and ')} (${await corpusInWords(app)}). Ctrl-C stops it.\n`,
      );
      await Promise.race([aborted(stop), fatal.promise]);
      log.info({}, 'stopping');
    } finally {
      operation?.stopping();
      setTimeout(() => process.exit(1), config.stopTimeout).unref();
      await Promise.all([reload.stop(), platforms.stop(Math.max(0, config.stopTimeout - CLOSING))]);
    }
  } finally {
    await app.close();
  }
}

async function corpusInWords(app: App): Promise<string> {
  const { cases, sources, passages } = await app.index.stats();
  if (sources === 0) return 'the corpus is empty: npm run ingest -- FOLDER';
  const { next, done, total } = await app.index.neuralState();
  const coming = next === null ? '' : `, ${done} of ${total} with their vector of the new model`;
  return `${countWords(cases, 'case')}, ${countWords(sources, 'source')}, ${countWords(passages, 'passage')}${coming}`;
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
