/** What carries texts to a model and brings vectors back, whichever way: by one call, with no second try. */

export interface EmbeddingClient {
  /** As the model gives them; nothing is checked. Rejects with whatever its library throws. */
  embed(texts: readonly string[], signal: AbortSignal): Promise<ArrayLike<number>[]>;
  close(): Promise<void>;
}

/** How much goes into one call, and how many calls run at a time. */
export interface CallSize {
  readonly texts: number;
  /** UTF-16 units of all texts together. */
  readonly characters: number;
  readonly calls: number;
  /** Longest text, in UTF-16 units; the rest is cut off. */
  readonly longest: number;
  /** Milliseconds for one call. */
  readonly timeout: number;
}

const REMOTE = { calls: 4, longest: 6_000, timeout: 60_000 };

/**
 * Passages have at most some 1,000 characters, Chinese ones a token or two each.
 *
 * OpenAI: 2,048 texts and 300,000 tokens a request, 8,192 tokens a text. Mistral: 16,384 tokens a request. Ollama and
 * local models share this machine or a small one: one call at a time, and a cold model takes long to load.
 */
export const CALL_SIZES = {
  openai: { ...REMOTE, texts: 96, characters: 60_000 },
  mistral: { ...REMOTE, texts: 32, characters: 8_000, calls: 2 },
  ollama: { ...REMOTE, texts: 16, characters: 16_000, calls: 1, timeout: 180_000 },
  local: { ...REMOTE, texts: 8, characters: 8_000, calls: 1, timeout: 600_000 },
} as const satisfies Record<string, CallSize>;

/** The texts in portions of the size, in order; a text longer than a whole portion has one to itself. */
export function inPortions(
  texts: readonly string[],
  size: Pick<CallSize, 'texts' | 'characters'>,
): string[][] {
  const portions: string[][] = [];
  let room = 0;
  for (const text of texts) {
    const last = portions.at(-1);
    if (last === undefined || last.length === size.texts || text.length > room) {
      portions.push([text]);
      room = size.characters - text.length;
    } else {
      last.push(text);
      room -= text.length;
    }
  }
  return portions;
}
