/** What a message bears in small print at its end, so that the bot knows it again when an answer was lost. */
import { CONTENT_LIMIT, type DiscordMessage } from './discord-message.ts';

/** Longest signature in UTF-16 units: a line break, the bot's name, a mark, the number of a part. */
const LONGEST_SIGNATURE = 64;
/** Contents that are to be signed may have so many UTF-16 units. */
export const UNSIGNED_LIMIT = CONTENT_LIMIT - LONGEST_SIGNATURE;

export const smallPrint = (text: string): string => `-# ${text}`;

/** @param mark letters, digits and hyphens. */
export function signature(mark: string): string {
  return smallPrint(`Casebook · ${mark}`);
}

export interface SignedPart {
  /** From 0. */
  readonly place: number;
  /** How many parts there are. */
  readonly of: number;
}

/**
 * The message with its mark; with its number too, where there are several.
 *
 * @param message with a content of at most `UNSIGNED_LIMIT`.
 */
export function signed(message: DiscordMessage, mark: string, { place, of }: SignedPart): DiscordMessage {
  const { content } = message;
  const part = of === 1 ? mark : `${mark} · ${place + 1}/${of}`;
  const last = content.slice(content.lastIndexOf('\n') + 1);
  if (content === '') return { ...message, content: signature(part) };
  // A line that says what the message is has room for the mark.
  return {
    ...message,
    content: last.startsWith(LABEL) ? `${content} · ${part}` : `${content}\n${signature(part)}`,
  };
}

/** Which part of what bears the mark this is; null for anything else. @param content of a message of the bot's own. */
export function signedPart(content: string | undefined, mark: string): SignedPart | null {
  const last = content?.slice(content.lastIndexOf('\n') + 1) ?? '';
  const at = last.lastIndexOf(` · ${mark}`);
  if (at < 0 || !last.startsWith(LABEL)) return null;
  const rest = last.slice(at + 3 + mark.length);
  const [, place = '1', of = '1'] = /^ · (\d{1,3})\/(\d{1,3})$/.exec(rest) ?? [];
  const known = rest === '' || of !== '1';
  return known ? { place: Number(place) - 1, of: Number(of) } : null;
}

/** Foreign text cannot begin a line like this: its markup is escaped. */
const LABEL = smallPrint('Casebook · ');
