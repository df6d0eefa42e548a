/** Slack as a platform: Bolt receives, the bot answers, the Web API shows. */
import { setTimeout as pause } from 'node:timers/promises';
import type { App } from '@slack/bolt';
import type { ChatAdapter, ChatDesk } from '../../core/chat.ts';
import { errorMessage, OperatorError } from '../../core/errors.ts';
import { withDurableAck } from './durable-ack.ts';
import { createFindOwnPosts } from './find-own-posts.ts';
import { handleClicks } from './handle-clicks.ts';
import { handleCommands } from './handle-commands.ts';
import { handleErrorForms } from './handle-error-forms.ts';
import { handleEvents } from './handle-events.ts';
import { handleForms } from './handle-forms.ts';
import { handleOpenings } from './handle-openings.ts';
import { handleShortcut } from './handle-shortcut.ts';
import { createHandling } from './handling.ts';
import { identify } from './identify.ts';
import type { Identity } from './identity.ts';
import { createInFlight } from './in-flight.ts';
import { readOrigin } from './origin.ts';
import { createOwnConversations } from './own-conversations.ts';
import { createPace } from './pace.ts';
import { createPeople, type People } from './people.ts';
import { createPostNotice, type PostNotice } from './post-notice.ts';
import { createPublishing, NEWS_PATIENCE, type Publishing } from './publish-news.ts';
import { receiveByHttp } from './receive-by-http.ts';
import { receiveBySocket } from './receive-by-socket.ts';
import { type ReplyOpenlyDeps, replyOpenly } from './reply-openly.ts';
import { replyPrivately } from './reply-privately.ts';
import { createResponseCall } from './response-url.ts';
import { FILES_WRITE, missingScopes } from './scopes.ts';
import { createSendBeside, createSendBy } from './send-beside.ts';
import { createSlackCall } from './slack-call.ts';
import { type Bolt, clientOptions, loadBolt, quietLogger } from './slack-client.ts';
import type { SlackLog } from './slack-log.ts';
import { createThreadSigns } from './thread-status.ts';
import { createUploadPicture } from './upload-picture.ts';

export interface SlackAdapterDeps {
  readonly botToken: string;
  /** For Socket Mode. */
  readonly appToken: string | null;
  /** For HTTP mode. */
  readonly signingSecret: string | null;
  readonly mode: 'socket' | 'http';
  /** Base address of the Web API. */
  readonly apiUrl: string;
  /** Where HTTP mode listens; port 0 picks a free one. */
  readonly http: { readonly host: string; readonly port: number };
  /** Stands before each command's name; may be empty. */
  readonly commandPrefix: string;
  readonly log: SlackLog;
  /** Makes the reference id under which a failure is logged. */
  readonly newId: () => string;
  readonly fetch?: typeof fetch;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly sleep?: (ms: number) => Promise<unknown>;
}

export type SlackAdapter = ChatAdapter &
  Publishing & {
    readonly post: PostNotice;
    /** The port of HTTP mode, once started; null in Socket Mode. */
    readonly port: number | null;
  };

/** What replies that outlive the bot's own deadline have for ending, in milliseconds. */
const STOP_DEADLINE = 20_000;
/** What events have for being acknowledged, in milliseconds. */
const ARRIVAL_DEADLINE = 2_000;
/** How long a reply gives way to events that are not acknowledged yet, in milliseconds. */
const ACKNOWLEDGE_FIRST = 250;

/** What there is from the start on. */
interface Running {
  readonly replying: ReplyOpenlyDeps;
  readonly people: People;
  readonly post: PostNotice;
  readonly publishing: Publishing;
  readonly receiving: { start(): Promise<void>; stop(): Promise<void>; port?(): number };
}

export function createSlackAdapter(deps: SlackAdapterDeps): SlackAdapter {
  const { log, newId, apiUrl, now = Date.now } = deps;
  const sleep = deps.sleep ?? ((ms: number) => pause(ms));
  /** What has come in and is not acknowledged yet; replies and other work that goes on after that. */
  const arriving = createInFlight();
  const inFlight = createInFlight();
  let running: Running | null = null;

  async function assemble(desk: ChatDesk): Promise<Running> {
    const bolt = await loadBolt();
    const options = clientOptions({ apiUrl, fetch: deps.fetch ?? fetch, log });
    const client = new bolt.webApi.WebClient(deps.botToken, { ...options });
    const call = createSlackCall({ client, log, sleep });
    const identity = await identify(call, { apiUrl, botToken: deps.botToken });
    warnOfScopes(identity);
    const respond = createResponseCall({ fetch: deps.fetch ?? fetch, log, sleep });
    const sendBy = createSendBy({ call, respond });
    const sendBeside = createSendBeside(sendBy, log);
    const people = createPeople(call, identity, log, now);
    const replying: ReplyOpenlyDeps = {
      call,
      log,
      sleep,
      sendBeside,
      sendBy,
      upload: createUploadPicture({
        call,
        fetch: deps.fetch ?? fetch,
        log,
        allowed: identity.scopes?.includes(FILES_WRITE) ?? true,
      }),
      pace: createPace(),
      find: createFindOwnPosts(call, identity),
      signs: createThreadSigns(call, log),
      streaming: { offered: true },
    };
    const receiving = receive(bolt, options);
    const app = boltApp(bolt, identity, receiving.receiver, options);
    const { commandPrefix: prefix } = deps;
    const handling = createHandling({
      desk,
      call,
      sendBeside,
      people,
      own: createOwnConversations(call),
      identity,
      prefix,
      inFlight,
      log,
      newId,
      now,
      sleep,
    });
    for (const handle of [
      handleEvents,
      handleCommands,
      handleForms,
      handleErrorForms,
      handleShortcut,
      handleClicks,
      handleOpenings,
    ])
      handle(app, handling);
    const post = createPostNotice(replying, now);
    const brief = createSlackCall({ client, log, sleep, patience: NEWS_PATIENCE });
    const find = createFindOwnPosts(brief, identity);
    const publishing = createPublishing({ ...replying, call: brief, find, now });
    return { replying, people, post, publishing, receiving };
  }

  function receive(bolt: Bolt, options: ReturnType<typeof clientOptions>) {
    const { mode, appToken, signingSecret, http } = deps;
    if (mode === 'http') {
      if (signingSecret === null)
        throw new OperatorError('Slack in HTTP mode needs SLACK_SIGNING_SECRET (Basic Information): set it');
      return receiveByHttp(bolt, { signingSecret, ...http, log });
    }
    if (appToken === null)
      throw new OperatorError('Slack in Socket Mode needs SLACK_APP_TOKEN, with connections:write: set it');
    return receiveBySocket(bolt, { appToken, options, apiUrl, log, sleep });
  }

  function boltApp(
    bolt: Bolt,
    { botUser, botId, teamId }: Identity,
    receiver: ReturnType<typeof receive>['receiver'],
    options: ReturnType<typeof clientOptions>,
  ): App {
    const app = new bolt.App({
      receiver: withDurableAck(receiver, arriving, log),
      authorize: async () => ({ botToken: deps.botToken, botUserId: botUser, botId, teamId }),
      clientOptions: { ...options },
      logger: quietLogger(log),
      convoStore: false,
    });
    app.error(async (error) =>
      log.error({ error: errorMessage(error) }, 'handling something from Slack failed'),
    );
    return app;
  }

  function warnOfScopes({ scopes }: Identity): void {
    const missing = missingScopes(scopes);
    if (missing.length > 0)
      log.warn({ missing }, 'the Slack app lacks scopes: add them to the app, then reinstall it');
  }

  function mustRun(): Running {
    if (running === null) throw new Error('the Slack adapter has not been started');
    return running;
  }

  /** Work that `stop` waits for. */
  function tracked<T>(work: Promise<T>): Promise<T> {
    inFlight.add(work);
    return work;
  }

  return {
    platform: 'slack',
    get port() {
      return running?.receiving.port?.() ?? null;
    },
    async start(desk) {
      // Events may come before the start has returned.
      running = await assemble(desk);
      await running.receiving.start();
    },
    async reply(to, events) {
      const { replying } = mustRun();
      // Slack waits for acknowledgements; people can wait a little more.
      await arriving.idle(ACKNOWLEDGE_FIRST);
      const origin = readOrigin(to.origin);
      if (to.private === true && to.direct !== true)
        return void (await replyPrivately(to, origin, events, replying));
      return replyOpenly(to, origin, events, replying);
    },
    post: async (to, text, key) => tracked(mustRun().post(to, text, key)),
    publish: async (to, post) => tracked(mustRun().publishing.publish(to, post)),
    revise: async (to, ref, post) => tracked(mustRun().publishing.revise(to, ref, post)),
    commandName: (name) => `${deps.commandPrefix}${name}`,
    isAdmin: async ({ userId }) => (await running?.people.isAdmin(userId)) ?? false,
    async stop() {
      await arriving.idle(ARRIVAL_DEADLINE);
      // Replies go on without the connection.
      await running?.receiving.stop();
      await inFlight.idle(STOP_DEADLINE);
    },
  };
}
