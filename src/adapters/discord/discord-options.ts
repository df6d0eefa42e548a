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

/** Rights that one process has at a time, in a database that several share. */
export interface ShardLeases {
  /** Tells this process from the others. */
  readonly owner: string;
  /** Takes or renews a right for so many milliseconds. @returns whether the owner has it now. */
  hold(name: string, owner: string, leaseMs: number): Promise<boolean>;
  drop(name: string, owner: string): Promise<void>;
  /** The rights whose names begin so, that somebody has now. */
  held(prefix: string): Promise<readonly { readonly name: string; readonly owner: string }[]>;
  /** Milliseconds that a right lasts without being renewed; 30 seconds unless told. */
  readonly leaseMs?: number;
  /** Milliseconds in which `max_concurrency` sessions may begin; 5.5 seconds unless told. */
  readonly identifyMs?: number;
}

export interface DiscordAdapterDeps extends DiscordAccess {
  /** Connections to the gateway; `auto` is what Discord recommends; some of several where others have the rest. */
  readonly shards: 'auto' | number | { readonly ids: readonly number[]; readonly count: number };
  /** How several processes share the shards; null or left out where this one has those of `shards`. */
  readonly leases?: ShardLeases | null;
  /** The app was taken out of a server: no outage. */
  readonly onGuildGone?: (guildId: string) => void;
  /** The app is in these servers: it was put into one, or a connection began. */
  readonly onGuildsPresent?: (guildIds: readonly string[]) => void;
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
