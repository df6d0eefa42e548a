/** The local web chat as a platform: a page of our own and a stream of events. */
import { createAdaptorServer, type ServerType } from '@hono/node-server';
import type { ChatAdapter, ChatDesk } from '../../core/chat.ts';
import { close, listen } from './listen.ts';
import { createOpenReplies } from './open-replies.ts';
import { MAX_CONNECTIONS, SERVER_OPTIONS } from './server-limits.ts';
import { withPictureAddress } from './shown-picture.ts';
import type { WebAccess } from './web-access.ts';
import { createWebApp, type WebAbout } from './web-app.ts';

export interface WebAdapterDeps {
  /** Address to listen on, such as 127.0.0.1. */
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  readonly access: WebAccess;
  readonly about: () => Promise<WebAbout>;
  readonly newId: () => string;
  /** Told of defects in serving; replies are the bot's business. */
  readonly log: { error(fields: Record<string, unknown>, message: string): void };
}

export interface WebAdapter extends ChatAdapter {
  /** Where the chat is, once started: `http://127.0.0.1:3000`. */
  readonly url: string;
}

/** What replies that outlive the bot's own deadline have for ending, in milliseconds. */
const STOP_DEADLINE = 20_000;

export function createWebAdapter(deps: WebAdapterDeps): WebAdapter {
  const { host, port, log } = deps;
  let desk: ChatDesk | null = null;
  const replies = createOpenReplies((event) => withPictureAddress(event, desk));
  let server: ServerType | null = null;
  let boundPort = port;

  return {
    platform: 'web',
    // They are fetched from addresses of their own: a reply need not wait for them.
    withoutPictures: true,
    get url() {
      return `http://${host.includes(':') ? `[${host}]` : host}:${boundPort}`;
    },
    async start(opened) {
      const app = createWebApp({
        ...deps,
        now: () => Date.now(),
        replies,
        desk: () => desk,
        // The stack alone: what hangs on an error of a request is the request.
        onError: (error) =>
          log.error(
            { error: error instanceof Error ? error.stack : String(error) },
            'serving the web chat failed',
          ),
      });
      const listening = createAdaptorServer({ fetch: app.fetch, serverOptions: SERVER_OPTIONS });
      if ('maxConnections' in listening) listening.maxConnections = MAX_CONNECTIONS;
      boundPort = await listen(listening, { host, port });
      server = listening;
      desk = opened;
    },
    async reply(to, events) {
      await replies.write(to.id, events);
      return undefined;
    },
    async stop() {
      desk = null;
      if (server !== null) await close(server, STOP_DEADLINE);
    },
  };
}
