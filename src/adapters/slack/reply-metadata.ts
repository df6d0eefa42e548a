/** What the adapter writes on its messages, so that it knows them again after a failure or a restart. */
import { type Fields, fields, text } from './fields.ts';

const REPLY_EVENT = 'casebook_reply';

export interface ReplyPart {
  /** The id of the message that is answered. */
  readonly messageId: string;
  /** From 1. */
  readonly part: number;
  /** How many parts the complete reply has; null while it is still growing. */
  readonly of: number | null;
}

export function replyMetadata({ messageId, part, of }: ReplyPart): Fields {
  return {
    event_type: REPLY_EVENT,
    event_payload: { message: messageId, part, ...(of === null ? {} : { of }) },
  };
}

/** Null where it is none of ours. */
export function readReplyMetadata(metadata: unknown): ReplyPart | null {
  const { event_type, event_payload } = fields(metadata);
  const { message, part, of } = fields(event_payload);
  const messageId = text(message);
  if (event_type !== REPLY_EVENT || messageId === undefined) return null;
  return { messageId, part: Number(part) || 1, of: Number(of) || null };
}
