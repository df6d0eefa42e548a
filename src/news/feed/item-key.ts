/** Tells the items of a feed from each other, and again when the feed is polled. */
import { createHash } from 'node:crypto';

/** As feed-item.ts promises; a longer id is hashed. */
const LONGEST_KEY = 500;

/** An item as it is told from others; empty and null where it does not say. */
interface KeyParts {
  readonly id: string;
  readonly link: string | null;
  readonly title: string;
  readonly text: string;
}

/**
 * Id, else address, else hash of title and text. An id that several items of the feed share tells nothing: each of
 * them gets a hash of id, address and title, whatever its place, so that a new one among them is seen as new.
 *
 * @returns a key for each item; the same for items that are the same throughout.
 */
export function itemKeys(items: readonly KeyParts[]): string[] {
  const counts = new Map<string, number>();
  for (const item of items) {
    const key = plainKey(item);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return items.map((item) => {
    const key = plainKey(item);
    if (counts.get(key) === 1) return key;
    return hash([key, item.link ?? '', item.title]);
  });
}

function plainKey({ id, link, title, text }: KeyParts): string {
  const key = id === '' ? (link ?? '') : id;
  if (key === '') return hash([title, text]);
  return key.length > LONGEST_KEY ? hash([key]) : key;
}

function hash(parts: readonly string[]): string {
  return `sha256:${createHash('sha256').update(JSON.stringify(parts)).digest('hex')}`;
}
