/** What comes over the socket and cannot be read is logged: in the package, it would end the process. */
import { errorMessage } from '../../core/errors.ts';
import { fields, text } from './fields.ts';
import type { SlackLog } from './slack-log.ts';

/** What is used of the package's client. */
export interface MessageSource {
  listeners(event: 'ws_message'): ((...args: never[]) => unknown)[];
  removeAllListeners(event: 'ws_message'): unknown;
  on(event: 'ws_message', listener: (...args: unknown[]) => void): unknown;
}

/** The package reads messages in a listener whose rejection nobody can catch, such as for an event without `event`. */
export function guardMessages(client: MessageSource, log: SlackLog): void {
  const readers = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', async (...args) => {
    try {
      for (const read of readers) await read.apply(client, args as never[]);
    } catch (error) {
      log.warn({ kind: kindOf(args[0]), error: errorMessage(error) }, 'Slack sent what could not be read');
    }
  });
}

/** `app_rate_limited` tells that Slack holds events back. */
function kindOf(data: unknown): string | null {
  try {
    const { type, payload } = fields(JSON.parse(String(data)));
    return text(fields(payload).type) ?? text(type) ?? null;
  } catch {
    return null;
  }
}
