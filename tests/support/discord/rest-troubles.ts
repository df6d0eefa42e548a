/** Troubles on demand: refusals, limits, broken servers, and calls that are taken but never answered. */
import type { Json } from './discord-model.ts';
import type { Call } from './rest-call.ts';
import { matchRoute } from './rest-route.ts';

export interface Failure {
  /** The HTTP status, such as 429, 500 or 403. */
  status: number;
  /** Discord's own code in the body. */
  code?: number;
  message?: string;
  /** The tree of a 50035. */
  errors?: Json;
  /** Seconds, for 429. */
  retryAfter?: number;
  /** 429 over all routes rather than this one. */
  global?: boolean;
  /** For 429: `user` unless told; `shared` does not count as an invalid request. */
  scope?: 'user' | 'shared' | 'global';
  /** How many calls fail; 1 unless told. */
  times?: number;
  /** So many matching calls pass first. */
  after?: number;
}

/** `close` ends the connection in order, which discord.js reports; `reset` breaks it, and discord.js tries again. */
export type Cut = 'close' | 'reset';

type Rule = { route: string; left: number; skip: number } & (
  | { kind: 'fail'; failure: Failure }
  | { kind: 'drop' | 'refuse'; how: Cut }
  | { kind: 'delay'; ms: number }
);

export interface Troubles {
  /** `route` is a method and a path, each part a text or `:name`: `POST /channels/:id/messages`. */
  fail: (route: string, failure: Failure) => void;
  /** The call is taken, and the connection is cut before the answer. */
  dropAfter: (route: string, times?: number, how?: Cut) => void;
  /** The connection is cut and the call is not taken. */
  dropBefore: (route: string, times?: number, how?: Cut) => void;
  /** The call waits so many milliseconds before it is taken. */
  delay: (route: string, ms: number, times?: number) => void;
  /** Forgets all that was asked and has not happened yet. */
  calm: () => void;
  /** What is to happen to this call; each takes one from its count. */
  take: (call: Call) => { failure?: Failure; drop?: Cut; refuse?: Cut; delayMs?: number };
}

/** No trouble yet. */
export function createTroubles(): Troubles {
  let rules: Rule[] = [];

  function takeRule(call: Call, kind: Rule['kind']): Rule | undefined {
    for (const rule of rules) {
      if (rule.kind !== kind || !matchRoute(rule.route, call.method, call.path)) continue;
      if (rule.skip > 0) {
        rule.skip -= 1;
        continue;
      }
      rule.left -= 1;
      if (rule.left <= 0) rules = rules.filter((each) => each !== rule);
      return rule;
    }
    return undefined;
  }

  return {
    fail: (route, failure) =>
      void rules.push({ kind: 'fail', route, failure, left: failure.times ?? 1, skip: failure.after ?? 0 }),
    dropAfter: (route, times = 1, how = 'close') =>
      void rules.push({ kind: 'drop', route, how, left: times, skip: 0 }),
    dropBefore: (route, times = 1, how = 'close') =>
      void rules.push({ kind: 'refuse', route, how, left: times, skip: 0 }),
    delay: (route, ms, times = 1) => void rules.push({ kind: 'delay', route, ms, left: times, skip: 0 }),
    calm: () => {
      rules = [];
    },
    take: (call) => {
      const delay = takeRule(call, 'delay');
      const refuse = takeRule(call, 'refuse');
      const failed = refuse ? undefined : takeRule(call, 'fail');
      const drop = refuse || failed ? undefined : takeRule(call, 'drop');
      return {
        ...(delay?.kind === 'delay' ? { delayMs: delay.ms } : {}),
        ...(failed?.kind === 'fail' ? { failure: failed.failure } : {}),
        ...(refuse?.kind === 'refuse' ? { refuse: refuse.how } : {}),
        ...(drop?.kind === 'drop' ? { drop: drop.how } : {}),
      };
    },
  };
}
