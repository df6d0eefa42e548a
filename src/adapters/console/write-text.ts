/** Writes to a stream that may be slow, or closed by its reader. */
import type { Writable } from 'node:stream';

/** @returns false once nobody reads any more. */
export type WriteText = (text: string) => Promise<boolean>;

/** A closed pipe is no error here: the reader has seen enough. */
export function createTextWriter(out: Writable): WriteText {
  let open = true;
  const close = () => {
    open = false;
  };
  out.on('error', close);
  out.on('close', close);
  return async (text) => {
    if (!open || !out.writable) return false;
    await new Promise<void>((resolve) => {
      out.write(text, (error) => {
        if (error) close();
        resolve();
      });
    });
    return open;
  };
}

/**
 * Foreign text for a terminal: control characters could move the cursor, colour the screen or forge what stands above,
 * and direction marks could turn words round.
 */
export function safeText(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (c) => (c === '\n' || c === '\t' ? c : ''));
}
