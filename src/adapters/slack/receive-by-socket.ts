/** Socket Mode: events come over a WebSocket that the app opens, and opens again whenever it is closed. */
import type { SocketModeReceiver } from '@slack/bolt';
import { errorMessage } from '../../core/errors.ts';
import { guardMessages } from './guard-messages.ts';
import { startError } from './identify.ts';
import { type Bolt, type ClientOptions, quietLogger } from './slack-client.ts';
import type { SlackLog } from './slack-log.ts';
import { isAuthTrouble, readTrouble } from './slack-trouble.ts';

export interface Receiving {
  readonly receiver: SocketModeReceiver;
  /** @throws OperatorError when Slack cannot be reached or refuses the token. */
  start(): Promise<void>;
  /** False while it is closed and not open again. */
  stands(): boolean;
  stop(): Promise<void>;
}

/** Milliseconds before the first, and between later tries to connect again. */
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 30_000;
/** Milliseconds in which a connection must stand, and in which a closed one must be gone. */
const CONNECT_TIMEOUT = 20_000;
const CLOSE_TIMEOUT = 2_000;

export interface SocketDeps {
  readonly appToken: string;
  readonly options: ClientOptions;
  readonly apiUrl: string;
  readonly log: SlackLog;
  readonly sleep: (ms: number) => Promise<unknown>;
}

/**
 * The package reconnects by itself too, but a network that is away while it does so ends the process with a rejection
 * that nobody can catch; so it is told not to.
 */
export function receiveBySocket(
  bolt: Bolt,
  { appToken, options, apiUrl, log, sleep }: SocketDeps,
): Receiving {
  const receiver = new bolt.SocketModeReceiver({
    appToken,
    logger: quietLogger(log),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: { ...options } },
  });
  const { client } = receiver;
  guardMessages(client, log);
  let stopping = false;
  let connected = false;

  async function connect(): Promise<void> {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => late.reject(new Error('no answer in time')), CONNECT_TIMEOUT);
    try {
      await Promise.race([client.start(), late.promise]);
      connected = true;
    } finally {
      clearTimeout(timer);
    }
  }

  async function reconnect(): Promise<void> {
    for (let pause = 0; !stopping; pause = Math.min(Math.max(FIRST_PAUSE, pause * 2), LONGEST_PAUSE)) {
      await sleep(pause);
      if (stopping) return;
      try {
        await connect();
        log.info({}, 'connected to Slack again');
        return;
      } catch (error) {
        const trouble = readTrouble('apps.connections.open', error);
        if (isAuthTrouble(trouble))
          log.error({ code: trouble.code }, 'Slack no longer accepts SLACK_APP_TOKEN: nothing is received');
        else log.warn({ error: errorMessage(error) }, 'connecting to Slack failed; trying again');
      }
    }
  }

  client.on('disconnected', () => {
    if (stopping || !connected) return;
    connected = false;
    log.info({}, 'the connection to Slack was closed; opening another');
    void reconnect();
  });

  return {
    receiver,
    stands: () => connected,
    async start() {
      try {
        await connect();
      } catch (error) {
        stopping = true;
        void client.disconnect().catch(() => undefined);
        throw startError(readTrouble('apps.connections.open', error), 'SLACK_APP_TOKEN', apiUrl);
      }
    },
    async stop() {
      stopping = true;
      await Promise.race([client.disconnect().catch(() => undefined), sleep(CLOSE_TIMEOUT)]);
    },
  };
}
