/** What the Discord adapter is given. */
import type { OperatorError } from '../../core/errors.ts';

export interface DiscordLog {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

/** Which application of Discord it is and how it is reached. */
export interface DiscordAccess {
  readonly token: string;
  /** Base address of the REST API, with or without `/v10`; null is Discord's own. */
  readonly apiUrl: string | null;
  /** Commands are registered in this guild alone, where they change at once; null registers them everywhere. */
  readonly devGuildId: string | null;
  /** Put before each command's name, where another app has the same commands; usually empty. */
  readonly commandPrefix: string;
  /** True: the message-content intent is asked for, so that what does not name the bot can be read too. */
  readonly messageContent: boolean;
}

export interface DiscordAdapterDeps extends DiscordAccess {
  /** Connections to the gateway; `auto` is what Discord recommends. */
  readonly shards: 'auto' | number;
  readonly log: DiscordLog;
  /** Milliseconds since 1970: decides how old an interaction is; `Date.now` unless told. */
  readonly now?: () => number;
  /** Makes the reference id under which a defect is logged. */
  readonly newId: () => string;
  /** Told when the connection ended for good, so that the process can say so and exit. */
  readonly onFatal: (error: OperatorError) => void;
  /** Milliseconds within which the first connection must stand; 30 seconds unless told. */
  readonly connectTimeout?: number;
}
