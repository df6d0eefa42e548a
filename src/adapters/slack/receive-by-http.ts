/** HTTP mode: Slack sends signed requests to `/slack/events`; and the pages by which the app is installed, in either mode. */
import type { IncomingMessage, Server } from 'node:http';
import type { HTTPReceiver, HTTPReceiverOptions } from '@slack/bolt';
import { errorMessage, OperatorError } from '../../core/errors.ts';
import { type Bolt, quietLogger } from './slack-client.ts';
import type { SlackLog } from './slack-log.ts';

export interface HttpReceiving {
  readonly receiver: HTTPReceiver;
  /** The port that is listened on, once started. */
  port(): number;
  /** @throws OperatorError when the port or the address cannot be had. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

const EVENTS_PATH = '/slack/events';
/** Milliseconds that requests under way have for ending. */
const CLOSE_TIMEOUT = 3_000;
/** Bytes of a request, which is read whole before its signature can be checked; the longest event has some 100,000. */
const MAX_BODY = 1_000_000;
/** Connections at once, and milliseconds for sending headers and a request: anybody may connect. */
const MAX_CONNECTIONS = 512;
const HEADERS_TIMEOUT = 10_000;
const REQUEST_TIMEOUT = 20_000;

export interface HttpDeps {
  /** Null: no events are taken, people install the app here. */
  readonly signingSecret: string | null;
  /** How people install the app; nothing where it has one workspace. */
  readonly installer: Partial<HTTPReceiverOptions>;
  readonly host: string;
  readonly port: number;
  readonly log: SlackLog;
}

export function receiveByHttp(
  bolt: Bolt,
  { signingSecret, installer, host, port, log }: HttpDeps,
): HttpReceiving {
  const receiver = new bolt.HTTPReceiver({
    ...installer,
    ...(signingSecret === null ? { signingSecret: 'none' } : { signingSecret }),
    endpoints: signingSecret === null ? [] : [EVENTS_PATH],
    bodyLimit: MAX_BODY,
    logger: quietLogger(log),
  });
  let server: Server | null = null;

  return {
    receiver,
    port() {
      const address = server?.address();
      return typeof address === 'object' && address !== null ? address.port : port;
    },
    async start() {
      try {
        server = await receiver.start({ host, port });
        server.maxConnections = MAX_CONNECTIONS;
        server.headersTimeout = HEADERS_TIMEOUT;
        server.requestTimeout = REQUEST_TIMEOUT;
        server.prependListener('request', withBareType);
      } catch (error) {
        throw listenError(error, host, port);
      }
    },
    async stop() {
      const listening = server;
      if (listening === null) return;
      const closed = receiver.stop().catch(() => undefined);
      // Connections that Slack keeps open between requests end only when told to.
      const idle = setInterval(() => listening.closeIdleConnections(), 20);
      const late = setTimeout(() => listening.closeAllConnections(), CLOSE_TIMEOUT);
      await closed;
      clearInterval(idle);
      clearTimeout(late);
      server = null;
    },
  };
}

/** Bolt takes a form for one only where nothing follows its type, such as the charset. */
function withBareType({ headers }: IncomingMessage): void {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== undefined) headers['content-type'] = type;
}

function listenError(error: unknown, host: string, port: number): OperatorError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const say = (message: string) => new OperatorError(message, { cause: error });
  if (code === 'EADDRINUSE')
    return say(`port ${port} for Slack’s requests is in use: stop the other program or set SLACK_PORT`);
  if (code === 'EACCES')
    return say(`port ${port} may not be used by this account: set SLACK_PORT to 1024 or more`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return say(`this machine has no address ${host}: set HOST to one of its own, such as 127.0.0.1`);
  return say(`cannot listen for Slack on ${host}:${port}: ${errorMessage(error)}; set HOST and SLACK_PORT`);
}
