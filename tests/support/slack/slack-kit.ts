/** Starts the test Slack and a real Bolt app that is joined to it, both ended together; logs that can be read. */

import type { App as BoltApp, Logger } from '@slack/bolt';
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';
import {
  APP_TOKEN,
  BOT_TOKEN,
  SIGNING_SECRET,
  type SlackServer,
  type SlackServerOptions,
  startSlackServer,
} from './slack-server.ts';

export interface QuietLogger extends Logger {
  readonly lines: string[];
}

/** Keeps what Bolt would print, from `warn` on. */
export function quietLogger(): QuietLogger {
  const lines: string[] = [];
  const write =
    (level: string) =>
    (...words: unknown[]) => {
      lines.push(`${level} ${words.map(String).join(' ')}`);
    };
  return {
    lines,
    debug: () => {},
    info: () => {},
    warn: write('warn'),
    error: write('error'),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}

export interface Joined {
  readonly server: SlackServer;
  readonly app: BoltApp;
  readonly logger: QuietLogger;
  readonly close: () => Promise<void>;
}

/**
 * A Bolt app in Socket Mode. `sockets`: how many of them, each with an app of its own made by `prepare`. Reconnects
 * within half a second instead of five.
 */
export async function joinBySocket(
  prepare: (app: BoltApp) => void,
  options: SlackServerOptions & { sockets?: number } = {},
): Promise<Joined> {
  const server = await startSlackServer(options);
  const logger = quietLogger();
  const apps = Array.from({ length: options.sockets ?? 1 }, () => {
    const clientOptions = { slackApiUrl: server.url, retryConfig: { retries: 0 }, logger };
    const receiver = new SocketModeReceiver({
      appToken: APP_TOKEN,
      logger,
      // The client waits this long before it reconnects; much less, and a busy machine looks like a dead socket.
      clientPingTimeout: 400,
      installerOptions: { clientOptions },
    });
    const app = new App({ token: BOT_TOKEN, receiver, clientOptions, logger });
    prepare(app);
    return app;
  });
  for (const app of apps) await app.start();
  const [app] = apps;
  if (app === undefined) throw new Error('at least one socket is needed');
  const close = async (): Promise<void> => {
    await Promise.all(apps.map((one) => one.stop()));
    await server.close();
  };
  return { server, app, logger, close };
}

/** A Bolt app that listens for signed requests; the server delivers there. */
export async function joinByHttp(
  prepare: (app: BoltApp) => void,
  options: SlackServerOptions = {},
): Promise<Joined & { readonly address: string }> {
  const server = await startSlackServer(options);
  const logger = quietLogger();
  const receiver = new HTTPReceiver({ signingSecret: SIGNING_SECRET, logger });
  const clientOptions = { slackApiUrl: server.url, retryConfig: { retries: 0 }, logger };
  const app = new App({ token: BOT_TOKEN, receiver, clientOptions, logger });
  prepare(app);
  const listening = await receiver.start(0);
  const bound = listening.address();
  if (bound === null || typeof bound === 'string') throw new Error('the receiver has no port');
  const address = `http://127.0.0.1:${bound.port}/slack/events`;
  server.deliverTo({ mode: 'http', url: address, signingSecret: SIGNING_SECRET });
  const close = async (): Promise<void> => {
    await receiver.stop();
    await server.close();
  };
  return { server, app, logger, address, close };
}
