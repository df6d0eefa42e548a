/** The log, as the settings want it. */
import type { BotLog } from './bot/bot-log.ts';
import type { Config } from './config.ts';

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
