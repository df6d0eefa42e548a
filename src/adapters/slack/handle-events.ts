/** Messages and mentions: what people say to the app or near it. */
import type { App } from '@slack/bolt';
import { fields } from './fields.ts';
import type { Handling } from './handling.ts';
import { readEvent } from './read-event.ts';

export function handleEvents(app: App, handling: Handling): void {
  const { identity, people, take } = handling;
  const hear = async (event: unknown): Promise<void> => {
    const message = readEvent(fields(event), identity);
    if (message === null) return;
    // Asking for it would delay the acknowledgement; the words themselves tell most of the time.
    const uiLang = people.knownLang(message.userId);
    await take(uiLang === undefined ? message : { ...message, uiLang });
  };
  app.event('app_mention', ({ event }) => hear(event));
  app.event('message', ({ event }) => hear(event));
}
