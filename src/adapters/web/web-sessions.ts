/**
 * Who has shown the token. What a browser keeps is signed and says when it ends; the server keeps nothing, so that it may
 * start anew, and have replicas. Another token ends every session.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds for which a browser need not show the token again: a week. */
export const SESSION_SECONDS = 7 * 24 * 60 * 60;
/** Characters of a session that is looked at; ours have some 100. */
const MAX_SESSION = 200;

export interface WebSessions {
  /** Compares in a time that says nothing of the token. */
  isToken(typed: string): boolean;
  /** A new session for a cookie. */
  open(): string;
  /** Whether the session is one of ours and has not ended. */
  holds(session: string): boolean;
  /** What requests of this session that change something must bring along. */
  proofOf(session: string): string;
  isProof(session: string, given: string): boolean;
}

/** @param now milliseconds since 1970. */
export function createWebSessions(token: string, newId: () => string, now: () => number): WebSessions {
  const sign = (purpose: string, text: string) =>
    createHmac('sha256', token).update(`casebook ${purpose}\n${text}`).digest('base64url');
  const same = (purpose: string, given: string, wanted: string) =>
    timingSafeEqual(Buffer.from(sign(purpose, given)), Buffer.from(sign(purpose, wanted)));
  const proofOf = (session: string) => sign('proof', session);
  return {
    isToken: (typed) => same('token', typed, token),
    open() {
      const content = `${Math.floor(now() / 1_000) + SESSION_SECONDS}.${newId()}`;
      return `${content}.${sign('session', content)}`;
    },
    holds(session) {
      if (session.length > MAX_SESSION) return false;
      const dot = session.lastIndexOf('.');
      const content = session.slice(0, Math.max(0, dot));
      const end = /^(\d{1,12})\./.exec(content)?.[1];
      return (
        end !== undefined &&
        same('compare', session.slice(dot + 1), sign('session', content)) &&
        Number(end) * 1_000 > now()
      );
    },
    proofOf,
    isProof: (session, given) => same('compare', given, proofOf(session)),
  };
}
