/**
 * Who may see anything, where the chat can be reached from other machines: whoever shows the token, once by the form or
 * with each request as a bearer.
 */
import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { clientAddress, isSecure } from './client-address.ts';
import { type ClientLimit, createClientLimit } from './client-limits.ts';
import { isShippedFile } from './shipped-file.ts';
import type { WebAccess } from './web-access.ts';
import { createWebSessions, SESSION_SECONDS, type WebSessions } from './web-sessions.ts';

/** Wrong tokens of one client within a quarter of an hour: a person mistypes a few times. */
const WRONG_TOKENS = { most: 10, windowMs: 15 * 60_000 } as const;

export interface LoginGate {
  /** Lets pass whoever is logged in. */
  readonly guard: MiddlewareHandler;
  /** The session's proof; null for who has none. */
  proof(c: Context): string | null;
  /** @returns what was wrong; null: the browser has a session now. */
  login(c: Context, typed: string): 'loginWrong' | 'loginOften' | null;
  /** Ends the browser's session where `proof` is its own. */
  logout(c: Context, proof: string): boolean;
}

/** @param now milliseconds since 1970. */
export function createLoginGate(
  { token, proxies }: WebAccess & { readonly token: string },
  newId: () => string,
  now: () => number,
): LoginGate {
  const sessions = createWebSessions(token, newId, now);
  const wrong = createClientLimit(WRONG_TOKENS, now);
  const jar = createJar(proxies);

  return {
    async guard(c, next) {
      const { path, method } = c.req;
      if (path === '/login' || isShippedFile(path)) return next();
      const bearer = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
      if (bearer !== undefined) {
        const trouble = check(sessions, wrong, clientAddress(c, proxies), bearer);
        return trouble === null ? next() : refuse(c, trouble, wrong.waiting(clientAddress(c, proxies)));
      }
      const session = jar.session(c);
      if (session === null || !sessions.holds(session)) return sendAway(c);
      const changes = method !== 'GET' && method !== 'HEAD' && path !== '/logout';
      if (changes && !sessions.isProof(session, c.req.header('x-casebook-proof') ?? ''))
        return c.json({ error: 'proof', message: 'Reload the page: it did not prove that it is ours.' }, 403);
      return next();
    },
    proof(c) {
      const session = jar.session(c);
      return session !== null && sessions.holds(session) ? sessions.proofOf(session) : null;
    },
    login(c, typed) {
      const trouble = check(sessions, wrong, clientAddress(c, proxies), typed);
      if (trouble !== null) return trouble;
      const session = sessions.open();
      jar.keep(c, session, sessions.proofOf(session));
      return null;
    },
    logout(c, proof) {
      const session = jar.session(c);
      if (session === null || !sessions.isProof(session, proof)) return false;
      jar.empty(c);
      return true;
    },
  };
}

/** A client that failed too often is refused with the right token, too: else its guesses would be answered. */
function check(sessions: WebSessions, wrong: ClientLimit, client: string, typed: string) {
  if (wrong.waiting(client) !== null) return 'loginOften';
  if (sessions.isToken(typed)) return null;
  wrong.count(client);
  return 'loginWrong';
}

function refuse(c: Context, trouble: 'loginWrong' | 'loginOften', seconds: number | null): Response {
  if (trouble === 'loginWrong') return unknownClient(c, 'This is not the token.');
  c.header('Retry-After', String(seconds ?? 1));
  return c.json({ error: 'often', message: 'Too many wrong tokens from this address.' }, 429);
}

function sendAway(c: Context): Response {
  const isPage = c.req.method === 'GET' && c.req.header('accept')?.includes('text/html') === true;
  if (!isPage) return unknownClient(c, 'Log in at /login, or send the token as a bearer.');
  const { pathname, search } = new URL(c.req.url);
  return c.redirect(`/login?${new URLSearchParams({ to: pathname + search })}`, 303);
}

function unknownClient(c: Context, message: string): Response {
  c.header('WWW-Authenticate', 'Bearer realm="casebook"');
  return c.json({ error: 'login', message }, 401);
}

/** The cookies: the session, which no script sees, and its proof, which the page's scripts send back. */
function createJar(proxies: number) {
  const names = (c: Context) => {
    const secure = isSecure(c, proxies);
    const prefix = secure ? '__Host-' : '';
    return { secure, session: `${prefix}casebook`, proof: `${prefix}casebook-proof` };
  };
  const base = { path: '/', sameSite: 'Strict' } as const;
  return {
    session: (c: Context): string | null => getCookie(c, names(c).session) ?? null,
    keep(c: Context, session: string, proof: string) {
      const { secure, ...name } = names(c);
      const options = { ...base, secure, maxAge: SESSION_SECONDS };
      setCookie(c, name.session, session, { ...options, httpOnly: true });
      setCookie(c, name.proof, proof, options);
    },
    empty(c: Context) {
      const { secure, ...name } = names(c);
      for (const each of Object.values(name)) deleteCookie(c, each, { ...base, secure });
    },
  };
}
