/** What the token of an interaction can do: acknowledge it, then write, change and take away its answers. */
import { ALREADY_ACKNOWLEDGED, apiCode, isTransient, tokenIsOver } from './api-errors.ts';
import { messageRequest } from './message-request.ts';
import { EPHEMERAL, NO_MENTIONS } from './payload.ts';
import { persist } from './persist.ts';
import type { DiscordMessage } from './render/discord-message.ts';
import type { RestPort, WireMessage } from './rest-port.ts';

/** Numbers of the developer documentation («Interaction Callback Type»). */
const DEFER_MESSAGE = 5;
const CHOICES = 8;
const MODAL = 9;
/** Milliseconds: Discord waits three seconds for the first word. */
const ACKNOWLEDGE_WITHIN = 2_500;

/** What a token belongs to. */
export interface InteractionKey {
  readonly id: string;
  readonly token: string;
  readonly applicationId: string;
}

export interface RestInteractions {
  /** Shows that an answer will come. @returns false when it is too late, or another process has the interaction. */
  defer(key: InteractionKey, ephemeral: boolean): Promise<boolean>;
  /** Opens a form. @returns false as for `defer`. */
  openForm(key: InteractionKey, form: object): Promise<boolean>;
  /** Answers autocomplete. @throws what Discord says */
  offer(key: InteractionKey, choices: readonly { name: string; value: string }[]): Promise<void>;
  /** @param messageId of an answer to this interaction; `@original` is the first. */
  read(key: InteractionKey, messageId: string): Promise<WireMessage>;
  edit(key: InteractionKey, messageId: string, message: DiscordMessage): Promise<void>;
  remove(key: InteractionKey, messageId: string): Promise<void>;
  /** Writes a further answer. @param look as for `persist`. */
  followUp(
    key: InteractionKey,
    message: DiscordMessage,
    options: { readonly ephemeral: boolean },
    look: () => Promise<WireMessage | null>,
  ): Promise<WireMessage>;
}

/** @param now milliseconds since 1970. */
export function createRestInteractions(rest: RestPort, now: () => number): RestInteractions {
  const callback = async (key: InteractionKey, body: unknown) => {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), ACKNOWLEDGE_WITHIN);
    try {
      const route = `/interactions/${key.id}/${key.token}/callback` as const;
      await rest.post(route, { body, auth: false, signal: late.signal });
    } finally {
      clearTimeout(timer);
    }
  };
  /** @returns false when it is too late, or another process has the interaction. */
  async function answerFirst(key: InteractionKey, body: unknown): Promise<boolean> {
    for (let attempt = 1; ; attempt++) {
      try {
        await callback(key, body);
        return true;
      } catch (error) {
        if (attempt === 1 && isTransient(error)) continue;
        // Our own first try had arrived, and only its answer was lost.
        if (apiCode(error) === ALREADY_ACKNOWLEDGED) return attempt > 1;
        if (tokenIsOver(error)) return false;
        throw error;
      }
    }
  }
  const messages = (key: InteractionKey) => `/webhooks/${key.applicationId}/${key.token}` as const;

  return {
    defer(key, ephemeral) {
      const data = { allowed_mentions: NO_MENTIONS, ...(ephemeral ? { flags: EPHEMERAL } : {}) };
      return answerFirst(key, { type: DEFER_MESSAGE, data });
    },
    openForm: (key, form) => answerFirst(key, { type: MODAL, data: form }),
    offer: (key, choices) => callback(key, { type: CHOICES, data: { choices } }),
    async read(key, messageId) {
      const get = () => rest.get(`${messages(key)}/messages/${messageId}`, { auth: false });
      return (await persist(get, { now })) as WireMessage;
    },
    async edit(key, messageId, message) {
      const route = `${messages(key)}/messages/${messageId}` as const;
      const patch = (before?: unknown) =>
        rest.patch(route, { auth: false, ...messageRequest(message, {}, before) });
      await persist(patch, { now });
    },
    async remove(key, messageId) {
      await persist(() => rest.delete(`${messages(key)}/messages/${messageId}`, { auth: false }), { now });
    },
    followUp(key, message, { ephemeral }, look) {
      const query = new URLSearchParams({ wait: 'true' });
      const post = (before?: unknown) =>
        rest.post(messages(key), {
          auth: false,
          query,
          ...messageRequest(message, { ephemeral }, before),
        }) as Promise<WireMessage>;
      return persist(post, { now, look });
    },
  };
}
