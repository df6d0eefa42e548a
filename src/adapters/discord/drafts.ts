/** Shows a reply while it is being written: at most one write at a time, and not more often than Discord likes. */
import type { Outlet } from './outlet.ts';
import type { DiscordMessage } from './render/discord-message.ts';

/** Milliseconds: an answer that is there at once is shown whole at once. */
const FIRST_AFTER = 250;
/** Milliseconds between two writes: Discord takes five edits in five seconds of a channel or token. */
const EVERY = 1200;
/** A write that took long stood in a queue: the next one leaves so many times as long a gap. */
const SLOWDOWN = 3;

export interface Drafts {
  /** What the reply is now. Returns at once. */
  show(messages: readonly DiscordMessage[]): void;
  /** Waits for the write under way and begins no other. Never rejects: the final write tells what is wrong. */
  end(): Promise<void>;
}

/** @param now milliseconds; only differences count. */
export function createDrafts(outlet: Outlet, now: () => number): Drafts {
  let wanted: readonly DiscordMessage[] | null = null;
  let pumping: Promise<void> | null = null;
  let ended = false;
  let wake: () => void = () => undefined;
  let gap = FIRST_AFTER;

  async function pump(): Promise<void> {
    while (wanted !== null && !ended) {
      await pause(gap);
      if (ended) return;
      const messages = wanted;
      wanted = null;
      const began = now();
      await outlet.write(messages, 'draft');
      gap = Math.max(EVERY, SLOWDOWN * (now() - began));
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  return {
    show(messages) {
      wanted = messages;
      if (ended) return;
      pumping ??= pump()
        .catch(() => {
          ended = true;
        })
        .finally(() => {
          pumping = null;
        });
    },
    async end() {
      ended = true;
      wake();
      await pumping;
    },
  };
}
