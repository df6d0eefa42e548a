/** Calls of Slack's Web API that are tried again where that is safe. */
import { type Fields, fields } from './fields.ts';
import type { SlackLog } from './slack-log.ts';
import { isAuthTrouble, readTrouble, SlackTrouble } from './slack-trouble.ts';

export interface SlackCall {
  /** One try: for what nobody misses. Throws SlackTrouble. */
  once(method: string, args: Fields): Promise<Fields>;
  /** For calls that may be repeated without harm: they are, after a pause. Throws SlackTrouble. */
  repeat(method: string, args: Fields): Promise<Fields>;
  /**
   * For calls that say something: repeated only when Slack did not take it. Where that is not certain, `look` finds out.
   * Throws SlackTrouble.
   */
  say(method: string, args: Fields, look: Look): Promise<Fields>;
}

/** What Slack took of the call, or null when it took nothing. Throws where nobody may look. */
export type Look = () => Promise<Fields | null>;

/** Milliseconds before the second try; twice as long before each further one. */
const FIRST_PAUSE = 400;

export interface SlackCallDeps {
  /** `@slack/web-api`'s client, without retries of its own. */
  readonly client: { apiCall(method: string, args: Record<string, unknown>): Promise<unknown> };
  readonly log: SlackLog;
  readonly sleep: (ms: number) => Promise<unknown>;
  /** For callers that try again themselves. */
  readonly patience?: Patience;
}

export interface Patience {
  /** Tries of a call that Slack does not answer. */
  readonly tries: number;
  /** Milliseconds that one call waits altogether. */
  readonly wait: number;
}

/** The bot gives a reply up some time after. */
const OF_REPLIES: Patience = { tries: 6, wait: 90_000 };

export function createSlackCall(deps: SlackCallDeps): SlackCall {
  const { client, log, sleep, patience = OF_REPLIES } = deps;

  async function once(method: string, args: Fields): Promise<Fields> {
    try {
      return fields(await client.apiCall(method, { ...args }));
    } catch (error) {
      const trouble = readTrouble(method, error);
      report(trouble);
      throw trouble;
    }
  }

  /** What an operator must know; the rest is the caller's to judge. */
  function report(trouble: SlackTrouble): void {
    if (isAuthTrouble(trouble))
      log.error(
        { code: trouble.code },
        'Slack no longer accepts the bot token: reinstall the app, then set SLACK_BOT_TOKEN',
      );
    else if (trouble.code === 'missing_scope')
      log.error(
        { call: trouble.message, needed: trouble.needed },
        'the Slack app lacks a scope: add it to the app, then reinstall it',
      );
  }

  async function persist(method: string, args: Fields, look?: Look): Promise<Fields> {
    let waited = 0;
    for (let tries = 1, failures = 0; ; tries++) {
      try {
        return await once(method, args);
      } catch (error) {
        if (!(error instanceof SlackTrouble) || error.kind === 'refused') throw error;
        if (error.kind !== 'limited') failures++;
        const pause = error.kind === 'limited' ? error.retryAfter * 1000 : FIRST_PAUSE * 2 ** (failures - 1);
        waited += pause;
        if (failures >= patience.tries || waited > patience.wait) throw error;
        log.warn({ call: error.message, tries, pause }, 'Slack did not take a call; trying again');
        await sleep(pause);
        if (error.kind !== 'unsure' || look === undefined) continue;
        const taken = await lookUp(look, error);
        if (taken !== null) return taken;
      }
    }
  }

  async function lookUp(look: Look, trouble: SlackTrouble): Promise<Fields | null> {
    try {
      return await look();
    } catch (error) {
      log.error(
        { call: trouble.message, error: error instanceof Error ? error.message : String(error) },
        'cannot see whether Slack took a message; not sent again, so that nobody reads it twice',
      );
      throw trouble;
    }
  }

  return { once, repeat: (method, args) => persist(method, args), say: persist };
}
