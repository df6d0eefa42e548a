/** What one poll of a feed came to. */
import type { PollResult, SightedItem } from '../feed-book.ts';

export interface Polled {
  /** `not-modified`: the server sent nothing; `same`: it sent what it had sent before; neither was read. */
  readonly kind: 'not-modified' | 'same' | 'read' | 'failed';
  readonly result: PollResult;
  readonly items: readonly SightedItem[];
  /** Until when its host wants to hear nothing more, whatever is asked of it; ISO 8601. Null when it did not say. */
  readonly hostRestsUntil: string | null;
}
