/** Bolt and its Web API client, loaded when Slack is used: together they take some time and memory. */
import type { Logger, webApi } from '@slack/bolt';
import { text } from './fields.ts';
import type { SlackLog } from './slack-log.ts';

export const loadBolt = () => import('@slack/bolt');

export type Bolt = Awaited<ReturnType<typeof loadBolt>>;

/** Milliseconds for one call; a reply lost on the wire is looked for afterwards. */
const TIMEOUT = 15_000;
const TOKENS = /\bx(?:ox[a-z]|app)-[\w-]+/g;

export interface ClientSettings {
  readonly botToken: string;
  /** Base address of the Web API, with or without a slash at its end. */
  readonly apiUrl: string;
  readonly fetch: typeof fetch;
  readonly log: SlackLog;
}

export type ClientOptions = webApi.WebClientOptions;

/** No retries of its own: it would send a message twice. */
export function clientOptions({ apiUrl, fetch, log }: Omit<ClientSettings, 'botToken'>): ClientOptions {
  return {
    slackApiUrl: withSlash(apiUrl),
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: TIMEOUT,
    allowAbsoluteUrls: false,
    fetch,
    logger: quietLogger(log),
  };
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`;
}

/** What the packages say themselves: their warnings, without tokens; the adapter reports what matters. */
export function quietLogger(log: SlackLog): Logger {
  const write = (...words: unknown[]): void => {
    const said = words.map((word) => (word instanceof Error ? word.message : (text(word) ?? typeof word)));
    log.warn({ said: said.join(' ').replace(TOKENS, '[hidden]') }, 'said by the Slack packages');
  };
  const nothing = (): void => undefined;
  // The level names are an enum of a package that is loaded later.
  const level = 'warn' as ReturnType<Logger['getLevel']>;
  return {
    debug: nothing,
    info: nothing,
    warn: write,
    error: write,
    setLevel: nothing,
    setName: nothing,
    getLevel: () => level,
  };
}
