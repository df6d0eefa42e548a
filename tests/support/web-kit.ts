/** The web chat on a free port with a bot behind it, and a reader of its streams. */

import type { WebAccess } from '../../src/adapters/web/web-access.ts';
import { createWebAdapter, type WebAdapter } from '../../src/adapters/web/web-adapter.ts';
import type { WebAbout } from '../../src/adapters/web/web-app.ts';
import type { Bot } from '../../src/bot/bot.ts';
import type { ReplyEvent } from '../../src/core/chat.ts';
import { OVERVIEW } from './bot-kit.ts';

export const ABOUT: WebAbout = {
  ...OVERVIEW,
  caseIds: [
    '2025-czech-mfa-apt31',
    '2024-uk-electoral-commission-apt31',
    '2021-microsoft-exchange-china',
    '2023-wuhan-seismic-us',
  ],
};

let ids = 0;

/** Starts the chat; `errors` collects what it logs. */
export async function startWeb(
  bot: Bot,
  options: { about?: WebAbout; host?: string; port?: number; access?: Partial<WebAccess> } = {},
): Promise<{ adapter: WebAdapter; url: string; errors: unknown[] }> {
  const errors: unknown[] = [];
  const adapter = createWebAdapter({
    host: options.host ?? '127.0.0.1',
    port: options.port ?? 0,
    access: { token: null, hosts: [], proxies: 0, ...options.access },
    about: async () => options.about ?? ABOUT,
    newId: () => `web-${++ids}`,
    log: { error: (fields) => void errors.push(fields) },
  });
  await adapter.start(bot.deskFor(adapter));
  return { adapter, url: adapter.url, errors };
}

export function postQuestion(
  url: string,
  body: unknown,
  init: { signal?: AbortSignal; headers?: Record<string, string> } = {},
): Promise<Response> {
  return fetch(`${url}/api/ask`, {
    method: 'POST',
    ...(init.signal === undefined ? {} : { signal: init.signal }),
    headers: { 'content-type': 'application/json', ...init.headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** The events of a streamed reply. Throws on a line that is no event. */
export async function readEvents(response: Response): Promise<ReplyEvent[]> {
  const lines = (await response.text()).split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as ReplyEvent);
}
