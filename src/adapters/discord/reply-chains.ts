/**
 * Which conversation a reply in a channel belongs to: that of the question which the bot's message answers. Where no
 * threads are opened, a conversation is a chain of replies, and only the gateway's own event tells both of its links.
 */

/** Replies whose conversation is remembered, for the next link of the chain; some 50 bytes each. */
const MOST = 2_000;

interface ReplyChains {
  /** @param packet as the gateway sent it. */
  hear(packet: unknown, botId: string): void;
  /** Id of the message or command that began the conversation; null where the message replies to nothing of the bot's. */
  of(messageId: string): string | null;
}

type Parts = Record<string, unknown>;

export function createReplyChains(): ReplyChains {
  const begun = new Map<string, string>();
  return {
    hear(packet, botId) {
      const event = partsOf(packet);
      if (event.t !== 'MESSAGE_CREATE') return;
      const { id, referenced_message: to } = partsOf(event.d);
      const { author, message_reference: question, interaction_metadata: command } = partsOf(to);
      const answered = partsOf(question).message_id ?? partsOf(command).id;
      if (partsOf(author).id !== botId || typeof id !== 'string' || typeof answered !== 'string') return;
      if (begun.size >= MOST) begun.delete(begun.keys().next().value ?? '');
      begun.set(id, begun.get(answered) ?? answered);
    },
    of: (messageId) => begun.get(messageId) ?? null,
  };
}

function partsOf(value: unknown): Parts {
  return typeof value === 'object' && value !== null ? (value as Parts) : {};
}
