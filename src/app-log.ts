/** The log, as the settings want it. */
import type { BotLog } from './bot/bot-log.ts';
import type { Config } from './config.ts';
import { errorMessage } from './core/errors.ts';

/** @param defaultLevel of the log when LOG_LEVEL is not set. */
export async function createLog(
  config: Pick<Config, 'logLevel' | 'secrets'>,
  defaultLevel: string,
): Promise<BotLog> {
  const { createLogger } = await import('./ops/logging.ts');
  return createLogger({
    level: config.logLevel ?? defaultLevel,
    secrets: config.secrets,
    readable: process.stderr.isTTY === true,
    write: (line) => process.stderr.write(line),
  });
}

/** @returns what the index tells its troubles; those that come before there is a log wait for it. */
export function logTrouble(opening: BotLog | Promise<BotLog>): (error: Error) => void {
  const warn = async (error: Error) =>
    (await opening).warn(
      { error: errorMessage(error) },
      'work on the index that nobody waits for failed: it is tried again',
    );
  // Without a log nothing starts: who starts it is told.
  return (error) => void warn(error).catch(() => undefined);
}
