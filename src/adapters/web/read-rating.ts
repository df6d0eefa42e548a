/** What a browser may send about an answer: whether it was of use. */

export interface WebRating {
  readonly answerId: string;
  readonly verdict: 'up' | 'down';
}

/** @returns null when `body` is not such a rating. */
export function readRating(body: unknown): WebRating | null {
  if (typeof body !== 'object' || body === null) return null;
  const { answerId, verdict } = body as Record<string, unknown>;
  if (typeof answerId !== 'string' || !/^[\w-]{1,64}$/.test(answerId)) return null;
  return verdict === 'up' || verdict === 'down' ? { answerId, verdict } : null;
}
