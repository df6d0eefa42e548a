/** Messages and mentions: what people say to the app or near it. */
import type { App } from '@slack/bolt';
import type { IncomingMessage } from '../../core/chat.ts';
import { fields } from './fields.ts';
import { guessLanguage } from './guess-language.ts';
import type { Handling, HandlingOf } from './handling.ts';
import { readEvent } from './read-event.ts';

/** Messages whose other event may still come; the bot remembers all of them much longer. */
const MOST_RECENT = 2_000;

export function handleEvents(app: App, handlingOf: HandlingOf): void {
  const recent = new Map<string, Promise<void>>();

  /** A mention comes as two events: the second is acknowledged with the first. */
  function takeOnce(message: IncomingMessage, handling: Handling): Promise<void> {
    const key = `${message.workspaceId} ${message.id}`;
    const taken = recent.get(key) ?? takeWithLanguage(message, handling);
    recent.set(key, taken);
    if (recent.size > MOST_RECENT) recent.delete(recent.keys().next().value ?? '');
    return taken;
  }

  /** Asking for the language delays the acknowledgement: only where the words themselves do not tell it. */
  async function takeWithLanguage(
    message: IncomingMessage,
    { people, langOf, take }: Handling,
  ): Promise<void> {
    const { addressed, text, userId } = message;
    const silent = addressed === 'bot' && guessLanguage(text) === undefined;
    const uiLang = silent ? await langOf(userId) : people.knownLang(userId);
    await take(uiLang === undefined ? message : { ...message, uiLang });
  }

  const hear = async (event: unknown, handling: Handling): Promise<void> => {
    const message = readEvent(fields(event), handling.identity);
    if (message === null) return;
    if (message.direct === true) handling.own.note(message.channelId);
    await takeOnce(message, handling);
  };
  app.event('app_mention', ({ event, context }) => hear(event, handlingOf(context)));
  app.event('message', ({ event, context }) => hear(event, handlingOf(context)));
}
