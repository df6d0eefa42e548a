/** The chat's one place, and what it says while it stops. */
import type { Context } from 'hono';

/** The installation whose documents the pages show. */
export const WORKSPACE = 'local';

export function stopping(c: Context): Response {
  return c.json({ error: 'stopping', message: 'The server is stopping.' }, 503);
}
