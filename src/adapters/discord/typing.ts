/** Shows that the bot is at work in a channel. */

/** Milliseconds: Discord shows a sign of typing for ten seconds. */
const EVERY = 8_000;

/** Repeats the sign until it is stopped; the sign is a courtesy, and its failures are nobody's business. */
export function showTyping(sign: () => Promise<void>): () => void {
  const show = () => void sign().catch(() => undefined);
  show();
  const timer = setInterval(show, EVERY);
  return () => clearInterval(timer);
}
