/** Messages and mentions: what people say to the app or near it. */
import type { App } from '@slack/bolt';
import type { IncomingMessage } from '../../core/chat.ts';
import { fields } from './fields.ts';
import { guessLanguage } from './guess-language.ts';
import type { Handling } from './handling.ts';
import { readEvent } from './read-event.ts';

/** Messages whose other event may still come; the bot remembers all of them much longer. */
const MOST_RECENT = 2_000;

export function handleEvents(app: App, { identity, people, own, langOf, take }: Handling): void {
  const recent = new Map<string, Promise<void>>();

  /** A mention comes as two events: the second is acknowledged with the first. */
  function takeOnce(message: IncomingMessage): Promise<void> {
    const taken = recent.get(message.id) ?? takeWithLanguage(message);
    recent.set(message.id, taken);
    if (recent.size > MOST_RECENT) recent.delete(recent.keys().next().value ?? '');
    return taken;
  }

  /** Asking for the language delays the acknowledgement: only where the words themselves do not tell it. */
  async function takeWithLanguage(message: IncomingMessage): Promise<void> {
    const { addressed, text, userId } = message;
    const silent = addressed === 'bot' && guessLanguage(text) === undefined;
    const uiLang = silent ? await langOf(userId) : people.knownLang(userId);
    await take(uiLang === undefined ? message : { ...message, uiLang });
  }

  const hear = async (event: unknown): Promise<void> => {
    const message = readEvent(fields(event), identity);
    if (message === null) return;
    if (message.direct === true) own.note(message.channelId);
    await takeOnce(message);
  };
  app.event('app_mention', ({ event }) => hear(event));
  app.event('message', ({ event }) => hear(event));
}
