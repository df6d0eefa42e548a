/** What connections to the web chat may take. */
import type { ServerOptions } from 'node:http';

/** Connections at once; a browser opens six, and each stream of an answer keeps one. */
export const MAX_CONNECTIONS = 512;

/** Milliseconds and bytes; for sending a request, not for its answer. */
export const SERVER_OPTIONS: ServerOptions = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 15_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 5_000,
};

/** Browsers that may wait for an answer at once. */
export const MAX_OPEN = 64;
/** Of these one client, where the chat is reached from other machines. */
export const MAX_OPEN_OF_CLIENT = 8;

/** Requests of one client in a minute for what is computed, where other machines reach the chat: files do not count. */
export const REQUESTS = { most: 600, windowMs: 60_000 } as const;
