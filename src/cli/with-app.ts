/** Opens the application for one command, and closes it however the command ends. */
import type { App } from '../app.ts';
import type { ExitCode } from './run-command.ts';

export interface WithAppOptions {
  /** False leaves the corpus folders unread. */
  readonly sync?: boolean;
  /** True when the command puts questions. */
  readonly willAsk?: boolean;
}

/** Brings the index in step with the corpus folders first; files that fail are told on stderr, a line each. */
export async function withApp(
  signal: AbortSignal,
  work: (app: App) => Promise<ExitCode>,
  options: WithAppOptions = {},
): Promise<ExitCode> {
  // Imported only now: usage errors and --help need none of it, and the compile cache is at work from here on.
  const [{ openApp }, { loadConfig }] = await Promise.all([import('../app.ts'), import('../config.ts')]);
  const config = loadConfig();
  for (const warning of config.warnings) process.stderr.write(`${warning}\n`);
  const app = await openApp(config, { defaultLogLevel: 'warn', willAsk: options.willAsk === true });
  try {
    if (options.sync !== false) {
      const { failed } = await app.syncCorpus({ signal });
      for (const { input, reason } of failed) process.stderr.write(`${input}: ${reason}\n`);
    }
    return await work(app);
  } finally {
    await app.close();
  }
}
