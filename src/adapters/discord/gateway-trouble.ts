/** Why Discord does not let the bot in, in words that say what to do. */
import { errorMessage, OperatorError } from '../../core/errors.ts';
import { httpStatus } from './api-errors.ts';

/** Final close codes of the developer documentation («Gateway Close Event Codes»). */
const BY_CODE: Readonly<Record<number, string>> = {
  4004: 'Discord does not know the bot token: copy it anew from the developer portal (Bot, Reset Token) into DISCORD_TOKEN',
  4010: 'Discord refuses the number of the connection: set DISCORD_SHARDS to auto',
  4011: 'The bot is in too many servers for so few connections: set DISCORD_SHARDS to auto',
  4012: 'Discord no longer speaks this version of its gateway: update Casebook',
  4013: 'Discord does not know the intents that were asked for: update Casebook',
  4014:
    'Discord refuses the message-content intent: switch it on in the developer portal (Bot, Privileged Gateway Intents), ' +
    'or set DISCORD_MESSAGE_CONTENT=off',
};

/** What discord.js says in place of the code while it connects. */
const CODES: Readonly<Record<string, number>> = {
  'Authentication failed': 4004,
  'Invalid shard': 4010,
  'Sharding is required': 4011,
  'Used an invalid API version': 4012,
  'Used invalid intents': 4013,
  'Used disallowed intents': 4014,
};

/** @returns null for a code after which the connection is made again. */
export function finalClose(code: number): OperatorError | null {
  const reason = BY_CODE[code];
  return reason === undefined ? null : new OperatorError(reason);
}

/** @param apiUrl where Discord was looked for. */
export function connectTrouble(error: unknown, apiUrl: string): OperatorError {
  if (error instanceof OperatorError) return error;
  const invalid = error instanceof Error && 'code' in error && error.code === 'TokenInvalid';
  if (invalid || httpStatus(error) === 401) return finalClose(4004) ?? new OperatorError(errorMessage(error));
  const code = CODES[errorMessage(error)];
  const known = code === undefined ? null : finalClose(code);
  return known ?? unreachable(apiUrl, errorMessage(error), error);
}

/** @param reason what was noticed, in a few words. */
export function unreachable(apiUrl: string, reason: string, cause?: unknown): OperatorError {
  const line = reason.replaceAll(/\s*\n\s*/g, '; ') || 'no answer';
  return new OperatorError(
    `Discord cannot be reached at ${apiUrl} (${line}): check the network, and DISCORD_API_URL if you set it`,
    { cause },
  );
}
