/** Casebook as an app that several workspaces install, and a browser that installs it. */
import { onTestFinished } from 'vitest';
import { startLeaving } from '../../../src/app-workspaces.ts';
import type { IndexClient } from '../../../src/index/index-ports.ts';
import type { State } from '../../../src/state/state.ts';
import { createState } from '../../../src/state/state.ts';
import { type TestBot, testBot } from '../bot-kit.ts';
import { type Casebook, startCasebook } from './casebook-kit.ts';
import { CLIENT, type ManyTeams } from './many-teams.ts';
import { SIGNING_SECRET, type SlackServer } from './slack-server.ts';

const KEY = new Uint8Array(32).fill(7);

export interface Installed {
  readonly casebook: Casebook;
  readonly store: State;
  readonly bot: TestBot;
  /** Where the pages are served: `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** Goes through the installation as a browser does. */
  install(team: SlackServer, options?: { org?: boolean }): Promise<Response>;
}

/** No document is anybody's own. */
const NO_INDEX: Pick<IndexClient, 'listSources' | 'ownersOf' | 'remove'> = {
  listSources: async () => [],
  ownersOf: async () => new Map(),
  remove: async () => undefined,
};

export async function startInstallable(
  slack: ManyTeams,
  options: {
    readonly mode?: 'socket' | 'http';
    readonly store?: State;
    readonly now?: () => number;
    readonly stateSecret?: string;
    readonly bot?: Parameters<typeof testBot>[0];
  } = {},
): Promise<Installed> {
  const store = options.store ?? createState({ path: ':memory:', now: options.now ?? Date.now });
  const bot = testBot({ store, ...options.bot });
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const leaving = startLeaving({ departures: store.departures, index: NO_INDEX, log: quiet });
  const [first] = slack.teams;
  if (first === undefined) throw new Error('a workspace is needed');
  const casebook = await startCasebook(first, bot, {
    apiUrl: slack.url,
    botToken: null,
    mode: options.mode ?? 'http',
    installing: {
      ...CLIENT,
      stateSecret: options.stateSecret ?? 'state-secret',
      shelf: store.installations('slack', [KEY]),
      onDeparture: leaving.onDeparture('slack', 0),
    },
    ...(options.now === undefined ? {} : { now: options.now }),
  });
  const origin = `http://127.0.0.1:${casebook.adapter.port}`;
  if (options.mode === 'socket') for (const team of slack.teams) team.delivery.use(first.transport);
  else
    for (const team of slack.teams)
      team.deliverTo({ mode: 'http', url: `${origin}/slack/events`, signingSecret: SIGNING_SECRET });
  onTestFinished(async () => {
    await casebook.stop();
    await leaving.stop();
    await bot.stop(100);
    if (options.store === undefined) await store.close();
  });
  return {
    casebook,
    store,
    bot,
    origin,
    async install(team, { org = false } = {}) {
      const { state, cookie } = await begin(origin);
      return finish(origin, { code: slack.agree(team, { org }), state, cookie });
    },
  };
}

/** Opens the page that leads to Slack. */
export async function begin(origin: string): Promise<{ state: string; cookie: string; to: URL }> {
  const page = await fetch(`${origin}/slack/install`, { redirect: 'manual' });
  const to = new URL(page.headers.get('location') ?? '');
  const cookie = (page.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return { state: to.searchParams.get('state') ?? '', cookie, to };
}

/** Comes back from Slack. */
export function finish(
  origin: string,
  { code, state, cookie }: { code: string; state: string; cookie: string },
): Promise<Response> {
  return fetch(`${origin}/slack/oauth_redirect?${new URLSearchParams({ code, state })}`, {
    headers: { cookie, 'accept-language': 'fr-FR,fr;q=0.9' },
  });
}
