/** The Web API of the test Slack: reads a call, checks token and scope, runs the method, answers as Slack does. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ApiContext, type ApiMethod, Args, SlackRefusal } from './api-method.ts';
import { ASSISTANT_METHODS } from './assistant-methods.ts';
import { BASIC_METHODS } from './basic-methods.ts';
import { CHAT_METHODS } from './chat-methods.ts';
import { CONVERSATION_METHODS } from './conversation-methods.ts';
import type { Failure, Faults } from './faults.ts';
import { FILE_METHODS } from './file-methods.ts';
import type { Json } from './slack-message.ts';
import { STREAM_METHODS } from './stream-methods.ts';
import { VIEW_METHODS } from './view-methods.ts';

/** One call of the app, also the refused ones. */
export interface ApiCall {
  readonly method: string;
  /** Arguments, with JSON texts read. */
  readonly args: Json;
  readonly token: string;
  /** `performance.now()` at its arrival. */
  readonly at: number;
  /** What Slack answered; missing while it is waiting and where the connection was cut. */
  response?: Json;
}

export interface Tokens {
  /** May change while the server runs. */
  bot: string;
  readonly app: string;
  /** Of the bot's token; may change while the server runs. */
  scopes: readonly string[];
}

const METHODS: ReadonlyMap<string, ApiMethod> = new Map(
  Object.entries({
    ...BASIC_METHODS,
    ...CHAT_METHODS,
    ...STREAM_METHODS,
    ...CONVERSATION_METHODS,
    ...FILE_METHODS,
    ...ASSISTANT_METHODS,
    ...VIEW_METHODS,
  }),
);

const JSON_TEXT = /^\s*(?:\[|\{)/;

export interface WebApi {
  readonly calls: ApiCall[];
  /** `body` is the whole of the request. */
  answer(method: string, request: IncomingMessage, body: string, response: ServerResponse): Promise<void>;
}

export function createWebApi(context: ApiContext, tokens: Tokens, faults: Faults): WebApi {
  const calls: ApiCall[] = [];
  return {
    calls,
    answer: async (name, request, body, response) => {
      const raw = readBody(request.headers['content-type'] ?? '', body);
      const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
      const call: ApiCall = {
        method: name,
        args: readable(raw),
        token: bearer ?? String(raw.token ?? ''),
        at: performance.now(),
      };
      calls.push(call);
      await faults.waitBefore(name);
      const verdict = faults.judge(name, String(raw.channel ?? raw.channel_id ?? ''));
      if (verdict?.kind === 'cut' && verdict.when === 'before') {
        request.socket.destroy();
        return;
      }
      const method = METHODS.get(name);
      const headers = scopeHeaders(method, tokens);
      if (verdict?.kind === 'failure') {
        call.response = sendFailure(response, verdict.failure, headers);
        return;
      }
      const answer = run(method, call.token, raw, context, tokens);
      if (verdict?.kind === 'cut') {
        request.socket.destroy();
        return;
      }
      call.response = answer;
      sendJson(response, 200, answer, headers);
    },
  };
}

function run(
  method: ApiMethod | undefined,
  token: string,
  raw: Json,
  context: ApiContext,
  tokens: Tokens,
): Json {
  try {
    if (method === undefined) throw new SlackRefusal('unknown_method');
    checkToken(method, token, tokens);
    return { ok: true, ...method.run(new Args(raw), context) };
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    return { ok: false, error: error.message, ...error.details };
  }
}

function checkToken(method: ApiMethod, token: string, tokens: Tokens): void {
  if (token === '') throw new SlackRefusal('not_authed');
  if (token !== tokens.bot && token !== tokens.app) throw new SlackRefusal('invalid_auth');
  if ((token === tokens.app) !== (method.token === 'app')) throw new SlackRefusal('not_allowed_token_type');
  if (method.token === 'app' || method.scopes.length === 0) return;
  if (!method.scopes.some((scope) => tokens.scopes.includes(scope)))
    throw missingScope(method.scopes, tokens);
}

/** The refusal that names the scopes needed and those that the token has. */
function missingScope(needed: readonly string[], tokens: Tokens): SlackRefusal {
  return new SlackRefusal('missing_scope', { needed: needed.join(','), provided: tokens.scopes.join(',') });
}

function scopeHeaders(method: ApiMethod | undefined, tokens: Tokens): Record<string, string> {
  const own: readonly string[] = method?.token === 'app' ? ['connections:write'] : tokens.scopes;
  return {
    'x-oauth-scopes': own.join(','),
    ...(method === undefined || method.scopes.length === 0
      ? {}
      : { 'x-accepted-oauth-scopes': method.scopes.join(',') }),
  };
}

function readBody(contentType: string, body: string): Json {
  if (!contentType.startsWith('application/json')) return Object.fromEntries(new URLSearchParams(body));
  const value: unknown = body === '' ? {} : JSON.parse(body);
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

/** The arguments for the log: lists and objects that came as JSON text are read. */
function readable(raw: Json): Json {
  const entries = Object.entries(raw).filter(([name]) => name !== 'token');
  return Object.fromEntries(
    entries.map(([name, value]) => {
      const structured = !['text', 'markdown_text', 'status', 'title'].includes(name);
      if (!structured || typeof value !== 'string' || !JSON_TEXT.test(value)) return [name, value];
      try {
        return [name, JSON.parse(value) as unknown];
      } catch {
        return [name, value];
      }
    }),
  );
}

/** Answers with what a test ordered, and gives the body. */
export function sendFailure(
  response: ServerResponse,
  failure: Failure,
  headers: Record<string, string> = {},
): Json {
  const { retryAfter } = failure;
  const status = failure.status ?? (retryAfter === undefined ? 200 : 429);
  const body = {
    ok: false,
    error: failure.error ?? (status === 429 ? 'ratelimited' : 'internal_error'),
    ...failure.details,
  };
  sendJson(response, status, body, {
    ...headers,
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
  });
  return body;
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  if (response.destroyed) return;
  response.writeHead(status, { ...headers, 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}
