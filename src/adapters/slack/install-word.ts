/** The word by which an installation is known when it comes back from Slack: signed, so that nothing is kept of those that never do. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { InstallationShelf } from '../../core/installation.ts';

/** Milliseconds in which a person installs the app once she has begun to. */
const LIFE = 10 * 60_000;
/** Bytes: nobody comes upon the word of another. */
const RANDOM = 24;

/** It is not ours, has served, or came too late: whoever installs the app begins again. */
export class WordRefused extends Error {
  constructor() {
    super('the word of an installation was not ours, was used, or came too late');
  }
}

export interface InstallWords {
  /** A new word, good for ten minutes and once, at whichever server has the same secret. Nothing is kept of it. */
  give(): string;
  /** @throws WordRefused when it is no good. */
  check(word: string): Promise<void>;
  /** It serves now, and never again. @throws WordRefused when it has served, or is no good. */
  use(word: string): Promise<void>;
}

/** @param now milliseconds since 1970. */
export function createInstallWords(
  secret: string,
  { shelf, now }: { shelf: Pick<InstallationShelf, 'hasServed' | 'serve'>; now: () => number },
): InstallWords {
  const sign = (text: string) => createHmac('sha256', secret).update(text).digest('base64url');

  /** When the word ends. */
  function read(word: string): number {
    const [, text = '', end = '', signature = ''] = /^((\d{1,15})\.[\w-]+)\.([\w-]+)$/.exec(word) ?? [];
    // As written, and not as decoded: some letters of its end decode alike, and would make another word of it.
    const [given, right] = [Buffer.from(signature), Buffer.from(sign(text))];
    if (given.length !== right.length || !timingSafeEqual(given, right)) throw new WordRefused();
    if (Number(end) < now()) throw new WordRefused();
    return Number(end);
  }

  return {
    give() {
      const text = `${now() + LIFE}.${randomBytes(RANDOM).toString('base64url')}`;
      return `${text}.${sign(text)}`;
    },
    async check(word) {
      read(word);
      if (await shelf.hasServed(word)) throw new WordRefused();
    },
    async use(word) {
      if (!(await shelf.serve(word, read(word)))) throw new WordRefused();
    },
  };
}
