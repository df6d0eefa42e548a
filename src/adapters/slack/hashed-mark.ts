/** What a post that answers no message bears in its metadata: by it, it is known again. */
import { createHash } from 'node:crypto';

/** @param key of any length and characters. */
export function hashedMark(kind: 'notice' | 'news', key: string): string {
  return `${kind}:${createHash('sha256').update(key).digest('hex').slice(0, 32)}`;
}
