/** How the app hears: over a socket or over HTTP, with the pages by which it is installed beside. */
import type { HTTPReceiverOptions, Receiver } from '@slack/bolt';
import { OperatorError } from '../../core/errors.ts';
import { receiveByHttp } from './receive-by-http.ts';
import { receiveBySocket } from './receive-by-socket.ts';
import type { Bolt, ClientOptions } from './slack-client.ts';
import type { SlackLog } from './slack-log.ts';

export interface Receiving {
  readonly receiver: Receiver;
  /** @throws OperatorError when Slack cannot be reached, or the port cannot be had. */
  start(): Promise<void>;
  /** False while a socket is closed and not open again; over HTTP there is nothing to lose. */
  stands?(): boolean;
  stop(): Promise<void>;
  /** The port of HTTP, once started; null where nothing is listened for. */
  port(): number | null;
}

export interface ReceivingDeps {
  readonly mode: 'socket' | 'http';
  readonly appToken: string | null;
  readonly signingSecret: string | null;
  readonly http: { readonly host: string; readonly port: number };
  /** Null where the app has one workspace. */
  readonly installer: Partial<HTTPReceiverOptions> | null;
  readonly options: ClientOptions;
  readonly apiUrl: string;
  readonly log: SlackLog;
  readonly sleep: (ms: number) => Promise<unknown>;
}

/** @throws OperatorError when a setting is missing. */
export function receive(bolt: Bolt, deps: ReceivingDeps): Receiving {
  const { mode, appToken, signingSecret, http, installer, options, apiUrl, log, sleep } = deps;
  if (mode === 'http') {
    if (signingSecret === null)
      throw new OperatorError('Slack in HTTP mode needs SLACK_SIGNING_SECRET (Basic Information): set it');
    return receiveByHttp(bolt, { signingSecret, installer: installer ?? {}, ...http, log });
  }
  if (appToken === null)
    throw new OperatorError('Slack in Socket Mode needs SLACK_APP_TOKEN, with connections:write: set it');
  const socket = receiveBySocket(bolt, { appToken, options, apiUrl, log, sleep });
  if (installer === null) return { ...socket, port: () => null };
  const pages = receiveByHttp(bolt, { signingSecret: null, installer, ...http, log });
  return {
    receiver: socket.receiver,
    async start() {
      await pages.start();
      try {
        await socket.start();
      } catch (error) {
        await pages.stop();
        throw error;
      }
    },
    stands: () => socket.stands(),
    async stop() {
      await Promise.all([socket.stop(), pages.stop()]);
    },
    port: () => pages.port(),
  };
}
