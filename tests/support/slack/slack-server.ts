/**
 * A small Slack for tests, after its documentation (docs.slack.dev): Web API, Socket Mode, signed HTTP deliveries, a
 * workspace with people. The real `@slack/bolt` runs against it. `startSlackServer` starts one.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ApiContext, SlackRefusal } from './api-method.ts';
import { type Ack, createDelivery, type Delivered, type Delivery, type Transport } from './delivery.ts';
import { createEmit, eventEnvelope } from './events.ts';
import { createFaults, type Faults } from './faults.ts';
import { takeUpload } from './file-methods.ts';
import { createHttpTransport, type HttpTarget, verifyUrl } from './http-transport.ts';
import { createInteractions, findMessage, type Interactions } from './interact.ts';
import { threadOf } from './messages.ts';
import { useResponseUrl } from './response-urls.ts';
import type { EphemeralMessage, Json, SlackMessage } from './slack-message.ts';
import { type AgentThread, agentThread, createState, type OpenView, type SlackState } from './slack-state.ts';
import { createSocketTransport, type SocketTransport } from './socket-transport.ts';
import { createSpeakers, type Speakers } from './speak.ts';
import { type ApiCall, createWebApi, sendFailure, sendJson, type Tokens } from './web-api.ts';
import { conversationOf, createWorkspace, type Workspace } from './workspace.ts';

export const BOT_TOKEN = 'xoxb-of-the-tests';
export const APP_TOKEN = 'xapp-of-the-tests';
export const SIGNING_SECRET = 'signing-secret-of-the-tests';

/** Every scope that a method of this server knows. */
const ALL_SCOPES: readonly string[] = [
  'app_mentions:read',
  'assistant:write',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'mpim:history',
  'mpim:read',
  'reactions:write',
  'users:read',
];

export interface SlackServerOptions {
  /** Of the bot's token; all that methods here need unless given. */
  readonly scopes?: readonly string[];
  /** Which events the app hears, such as `app_mention` and `message.im`; all unless given. */
  readonly subscriptions?: readonly string[];
  /** `agent`: the agent view; `assistant`: the older assistant view. */
  readonly experience?: 'agent' | 'assistant';
  /** Milliseconds until a delivery without acknowledgement has failed; Slack waits 3000. */
  readonly ackTimeoutMs?: number;
  /** Milliseconds before each redelivery of an event. */
  readonly retryDelaysMs?: readonly number[];
  /** Milliseconds between the pings of the server. */
  readonly pingMs?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** The workspace, where it is one of several. */
  readonly team?: Partial<Workspace['team']>;
  /** What the app speaks with there, unless `setBotToken` says otherwise. */
  readonly botToken?: string;
}

export interface SlackServer extends Speakers, Interactions {
  /** Base of the Web API, for `slackApiUrl`: `http://127.0.0.1:PORT/api/`. */
  readonly url: string;
  readonly state: SlackState;
  readonly faults: Faults;
  readonly calls: readonly ApiCall[];
  readonly acks: readonly Ack[];
  /** Holding, releasing and counting deliveries. */
  readonly delivery: Delivery;
  readonly sockets: Pick<SocketTransport, 'connections' | 'disconnect' | 'kill' | 'stray'>;
  callsOf(method: string): ApiCall[];
  messages(channel: string): readonly SlackMessage[];
  /** The root and its replies. */
  thread(channel: string, ts: string): SlackMessage[];
  messageAt(channel: string, ts: string): SlackMessage;
  /** What only that person sees, in order. */
  ephemerals(user: string): EphemeralMessage[];
  agentThread(channel: string, ts?: string): AgentThread;
  /** The open modals of that person, the one in sight last. */
  modals(user: string): readonly OpenView[];
  home(user: string): OpenView | undefined;
  /** Any event, wrapped as the Events API does. */
  send(event: Json, eventId?: string): Promise<Delivered>;
  setScopes(scopes: readonly string[]): void;
  /** From now on the app speaks with this token alone. */
  setBotToken(token: string): void;
  /** Its sockets, for another workspace of the same app to deliver over. */
  readonly transport: Transport;
  /** From now on deliveries go over HTTP, signed with the secret given. */
  deliverTo(target: { readonly mode: 'http' } & HttpTarget): void;
  /** What the app answers to `url_verification`. */
  verifyUrl(target: HttpTarget): ReturnType<typeof verifyUrl>;
  /** Waits until `check` gives something; throws after `ms` milliseconds. */
  until<T>(check: () => T | undefined | false, ms?: number): Promise<T>;
  close(): Promise<void>;
}

/** Starts a Slack on 127.0.0.1 at a free port. */
export async function startSlackServer(options: SlackServerOptions = {}): Promise<SlackServer> {
  const now = options.now ?? Date.now;
  const workspace = createWorkspace(now, options.team);
  const state = createState(workspace, options.experience ?? 'agent');
  const ackTimeoutMs = options.ackTimeoutMs ?? 3_000;
  const sockets = createSocketTransport({
    appId: workspace.app.id,
    ackTimeoutMs,
    pingMs: options.pingMs ?? 5_000,
  });
  const delivery = createDelivery({
    transport: sockets,
    ...(options.retryDelaysMs === undefined ? {} : { retryDelaysMs: options.retryDelaysMs }),
  });
  const emit = createEmit(workspace, delivery, options.subscriptions);
  const faults = createFaults(now);
  const tokens: Tokens = {
    bot: options.botToken ?? BOT_TOKEN,
    app: APP_TOKEN,
    scopes: options.scopes ?? ALL_SCOPES,
  };

  const http = createServer((request, response) => void serve(request, response));
  // As long as real ones: a client that stood still for the five seconds of Node's own would write into a closed one.
  http.keepAliveTimeout = 65_000;
  http.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const context: ApiContext = {
    state,
    emit,
    origin,
    newTicket: sockets.newTicket,
    hasScope: (scope) => tokens.scopes.includes(scope),
    scopes: () => tokens.scopes.join(','),
  };
  const api = createWebApi(context, tokens, faults);

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readAll(request);
    const path = new URL(request.url ?? '/', origin).pathname;
    if (path.startsWith('/api/'))
      await api.answer(path.slice('/api/'.length), request, String(body), response);
    else if (path.startsWith('/respond/')) respond(path, request, String(body), response);
    else if (path.startsWith('/upload/')) await upload(path, request, body, response);
    else sendJson(response, 404, { ok: false, error: 'not_found' });
  }

  async function upload(
    path: string,
    request: IncomingMessage,
    body: Buffer,
    response: ServerResponse,
  ): Promise<void> {
    await faults.waitBefore('upload_url');
    const verdict = faults.judge('upload_url', '');
    if (verdict?.kind === 'failure') sendFailure(response, verdict.failure);
    else if (verdict?.kind === 'cut') request.socket.destroy();
    else {
      const status = await takeUpload(state, path, request.headers['content-type'], body);
      response.writeHead(status, { 'content-type': 'text/plain' }).end(status === 200 ? 'OK' : 'error');
    }
  }

  function respond(path: string, request: IncomingMessage, body: string, response: ServerResponse): void {
    const verdict = faults.judge('response_url', '');
    const cut = verdict?.kind === 'cut' ? verdict.when : undefined;
    if (verdict?.kind === 'failure') sendFailure(response, verdict.failure);
    else if (cut === 'before') request.socket.destroy();
    else {
      const refusal = tryResponse(context, path, body);
      if (cut === 'after') request.socket.destroy();
      else if (refusal === undefined) response.writeHead(200, { 'content-type': 'text/html' }).end('ok');
      else sendJson(response, refusal.status, refusal.body);
    }
  }

  return {
    ...createSpeakers(state, emit),
    ...createInteractions(context, delivery, origin),
    url: `${origin}/api/`,
    state,
    faults,
    calls: api.calls,
    acks: delivery.acks,
    delivery,
    sockets,
    callsOf: (method) => api.calls.filter((call) => call.method === method),
    messages: (channel) => conversationOf(workspace, channel).messages,
    thread: (channel, ts) => threadOf(conversationOf(workspace, channel), ts),
    messageAt: (channel, ts) => findMessage(state, channel, ts),
    ephemerals: (user) => state.ephemerals.filter((message) => message.for === user),
    agentThread: (channel, ts) => agentThread(state, channel, ts),
    modals: (user) => state.modals.get(user) ?? [],
    home: (user) => state.homes.get(user),
    send: (event, eventId) => delivery.deliver(eventEnvelope(workspace, event, eventId)),
    setScopes: (scopes) => {
      tokens.scopes = scopes;
    },
    setBotToken: (token) => {
      tokens.bot = token;
    },
    transport: sockets,
    deliverTo: (target) => delivery.use(createHttpTransport(target, ackTimeoutMs)),
    verifyUrl,
    until: waitUntil,
    close: async () => {
      await delivery.close();
      await sockets.close();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

/** Uses a `response_url`; gives the refusal where Slack refuses. */
function tryResponse(
  context: ApiContext,
  path: string,
  body: string,
): { status: number; body: Json } | undefined {
  try {
    useResponseUrl(context, path, JSON.parse(body) as Json);
    return undefined;
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    const gone = error.message.endsWith('_url');
    return { status: gone ? 404 : 400, body: { ok: false, error: error.message, ...error.details } };
  }
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function waitUntil<T>(check: () => T | undefined | false, ms = 15_000): Promise<T> {
  const end = performance.now() + ms;
  for (;;) {
    const found = check();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > end) throw new Error(`nothing of the kind within ${ms} ms: ${String(check)}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
