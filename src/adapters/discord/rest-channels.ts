/** What the bot does in channels: messages, threads, typing, direct messages. */
import { apiCode, THREAD_EXISTS, UNKNOWN_MESSAGE } from './api-errors.ts';
import { messageRequest } from './message-request.ts';
import { persist } from './persist.ts';
import type { RefusedPlaces } from './refused-places.ts';
import type { DiscordMessage } from './render/discord-message.ts';
import type { RestPort, WireMessage } from './rest-port.ts';

/** Milliseconds for which Discord surely remembers a nonce; it speaks of «a few minutes». */
const NONCE_LIFE = 120_000;
/** Minutes after which a silent thread is put away: a day. */
const THREAD_LIFE = 1440;

export interface SendOptions {
  readonly nonce: string;
  /** The message that is replied to; null where the channel is the conversation. */
  readonly replyTo: string | null;
}

export interface RestChannels {
  /** Writes a message exactly once, however often the way there breaks. @param look as for `persist`, after minutes. */
  send(
    channelId: string,
    message: DiscordMessage,
    options: SendOptions,
    look: () => Promise<WireMessage | null>,
  ): Promise<WireMessage>;
  edit(channelId: string, messageId: string, message: DiscordMessage): Promise<void>;
  /** Takes a message of the bot's own away; one that is not there is away already. */
  remove(channelId: string, messageId: string): Promise<void>;
  /** The channel's messages after another, oldest first, at most 100; none where the bot may not read. */
  after(channelId: string, messageId: string): Promise<WireMessage[]>;
  /** The channel's last messages, at most 100; none where the bot may not read. */
  latest(channelId: string): Promise<WireMessage[]>;
  /** Opens a thread on a message, or finds the one that is there; its id is the message's. */
  openThread(channelId: string, messageId: string, name: string): Promise<void>;
  unarchive(threadId: string): Promise<void>;
  /** True while nothing is tried in the channel, since it refused the bot a moment ago. */
  isRefused(channelId: string): boolean;
  /** Another kind of message may be taken where the last one was refused. */
  forgive(channelId: string): void;
  typing(channelId: string): Promise<void>;
  /** The channel of direct messages with a person. */
  directChannel(userId: string): Promise<string>;
}

export function createRestChannels(deps: {
  readonly rest: RestPort;
  readonly refused: RefusedPlaces;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}): RestChannels {
  const { rest, refused, now } = deps;

  async function read(channelId: string, from: Record<string, string>): Promise<WireMessage[]> {
    const query = new URLSearchParams({ ...from, limit: '100' });
    const get = () => rest.get(`/channels/${channelId}/messages`, { query });
    return (await refused.guard(channelId, () => persist(get, { now }))) as WireMessage[];
  }

  return {
    send(channelId, message, options, look) {
      const route = `/channels/${channelId}/messages` as const;
      const post = (before?: unknown) =>
        rest.post(route, messageRequest(message, options, before)) as Promise<WireMessage>;
      return refused.guard(channelId, () =>
        // Discord itself knows the nonce again, for some minutes; after that, a look is needed.
        persist(post, { now, look: async (since) => (since < NONCE_LIFE ? null : look()) }),
      );
    },
    async edit(channelId, messageId, message) {
      const route = `/channels/${channelId}/messages/${messageId}` as const;
      const patch = (before?: unknown) => rest.patch(route, messageRequest(message, {}, before));
      await refused.guard(channelId, () => persist(patch, { now }));
    },
    async remove(channelId, messageId) {
      const remove = () => rest.delete(`/channels/${channelId}/messages/${messageId}`);
      try {
        await refused.guard(channelId, () => persist(remove, { now }));
      } catch (error) {
        if (apiCode(error) !== UNKNOWN_MESSAGE) throw error;
      }
    },
    async after(channelId, messageId) {
      const found = await read(channelId, { after: messageId });
      return found.sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
    },
    latest: (channelId) => read(channelId, {}),
    async openThread(channelId, messageId, name) {
      const body = { name, auto_archive_duration: THREAD_LIFE };
      // Not tried where all is refused; and that threads are refused does not mean that all is.
      await refused.guard(channelId, async () => undefined);
      try {
        await persist(() => rest.post(`/channels/${channelId}/messages/${messageId}/threads`, { body }), {
          now,
        });
      } catch (error) {
        if (apiCode(error) !== THREAD_EXISTS) throw error;
      }
    },
    async unarchive(threadId) {
      await persist(() => rest.patch(`/channels/${threadId}`, { body: { archived: false } }), { now });
    },
    isRefused: (channelId) => refused.isRefused(channelId),
    forgive: (channelId) => refused.forget(channelId),
    async typing(channelId) {
      await refused.guard(channelId, () => rest.post(`/channels/${channelId}/typing`));
    },
    async directChannel(userId) {
      const body = { recipient_id: userId };
      const channel = await persist(() => rest.post('/users/@me/channels', { body }), { now });
      return (channel as { id: string }).id;
    },
  };
}
