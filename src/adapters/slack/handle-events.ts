/** Messages and mentions: what people say to the app or near it. */
import type { App } from '@slack/bolt';
import type { IncomingMessage } from '../../core/chat.ts';
import { fields } from './fields.ts';
import type { Handling } from './handling.ts';
import { readEvent } from './read-event.ts';

/** Messages whose other event may still come; the bot remembers all of them much longer. */
const MOST_RECENT = 2_000;

export function handleEvents(app: App, { identity, people, take }: Handling): void {
  const recent = new Map<string, Promise<void>>();

  /** A mention comes as two events: the second is acknowledged with the first. */
  function takeOnce(message: IncomingMessage): Promise<void> {
    const taken = recent.get(message.id) ?? take(message);
    recent.set(message.id, taken);
    if (recent.size > MOST_RECENT) recent.delete(recent.keys().next().value ?? '');
    return taken;
  }

  const hear = async (event: unknown): Promise<void> => {
    const message = readEvent(fields(event), identity);
    if (message === null) return;
    // Asking for it would delay the acknowledgement; the words themselves tell most of the time.
    const uiLang = people.knownLang(message.userId);
    await takeOnce(uiLang === undefined ? message : { ...message, uiLang });
  };
  app.event('app_mention', ({ event }) => hear(event));
  app.event('message', ({ event }) => hear(event));
}
