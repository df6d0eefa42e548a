/** By which a message that answers none is known again: short enough for a nonce, and for small print. */
import { createHash } from 'node:crypto';

/** Hexadecimal digits that tell posts apart; a nonce has 25 characters, of which some say which part it is. */
const MARK = 12;

/** @param key of any length and characters. */
export function hashedMark(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, MARK);
}
