/** Asking the server and reading its events as they come. */
import { postJson } from './post-json.js';

/** @typedef {import('../wire-event.ts').WireEvent} WireEvent */

/** What the page says about a question that the server did not answer. */
export class AskError extends Error {
  /**
   * @param {'Gone' | 'Busy' | 'Login' | 'Stopping' | 'TooLarge' | 'Cut' | 'Other'} reason
   * @param {number} [status]
   */
  constructor(reason, status = 0) {
    super(reason);
    this.reason = reason;
    this.status = status;
  }
}

/** @type {Record<number, AskError['reason']>} */
const REASONS = { 401: 'Login', 413: 'TooLarge', 429: 'Busy', 503: 'Stopping' };

/**
 * Yields the events of one reply, the last of which is final. Throws an AskError, or an AbortError when `signal` aborts.
 *
 * @param {{ text: string, threadId: string, lang: string }} question
 * @param {AbortSignal} signal
 * @returns {AsyncGenerator<WireEvent>}
 */
export async function* ask(question, signal) {
  const response = await postJson('/api/ask', question, signal).catch(rethrow(signal, 'Gone'));
  if (!response.ok || response.body === null) {
    throw new AskError(REASONS[response.status] ?? 'Other', response.status);
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  let final = false;
  while (!final) {
    const { done, value } = await reader.read().catch(rethrow(signal, 'Cut'));
    if (done) throw new AskError('Cut');
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      /** @type {WireEvent} */
      const event = JSON.parse(line);
      final = event.type !== 'status' && event.type !== 'sentence';
      yield event;
    }
  }
}

/**
 * @param {AbortSignal} signal
 * @param {AskError['reason']} reason
 * @returns {(error: unknown) => never}
 */
function rethrow(signal, reason) {
  return (error) => {
    throw signal.aborted ? error : new AskError(reason);
  };
}
