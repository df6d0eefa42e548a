/** The REST API's front: reads calls, keeps them, checks the token, counts limits, makes trouble on demand, answers. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError, refusal, unauthorized } from './api-error.ts';
import type { Json } from './discord-model.ts';
import { bodyOf, type Call, readCall } from './rest-call.ts';
import { createRateLimits, type RateLimits, tooMany } from './rest-limits.ts';
import { matchRoute } from './rest-route.ts';
import { type Cut, createTroubles, type Failure, type Troubles } from './rest-troubles.ts';
import type { World } from './world.ts';

export interface RouteContext {
  params: Record<string, string>;
  query: URLSearchParams;
  /** The JSON body as an object, empty if it was none. */
  body: Json;
  call: Call;
}

/** The answer's body; undefined means 204 without one. */
export type RouteHandler = (context: RouteContext) => unknown;

export interface Route {
  /** `POST /channels/:channel/messages` */
  route: string;
  handler: RouteHandler;
  /** The path's own token is enough: interaction callbacks and their webhook. */
  open?: boolean;
  /** The status with a body, if not 200. */
  status?: number;
}

export interface InvalidRequest {
  status: number;
  at: number;
  path: string;
}

export interface Rest extends Troubles {
  calls: Call[];
  /** 401, 403 and 429 (not of a shared limit): at 10,000 in 10 minutes Discord shuts an address out. */
  invalidRequests: InvalidRequest[];
  limits: RateLimits;
}

const API_PREFIX = '/api/v10';

/** Answers the HTTP server's requests under /api/v10. */
export function createRest(world: World, http: Server, token: () => string, routes: readonly Route[]): Rest {
  const rest: Rest = { calls: [], invalidRequests: [], limits: createRateLimits(), ...createTroubles() };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://local');
    if (!url.pathname.startsWith(`${API_PREFIX}/`)) {
      const wrongVersion = /^\/api\/v\d+\//.test(url.pathname);
      return answerError(response, wrongVersion ? refusal(50041) : refusal(0), {});
    }
    let call: Call;
    try {
      call = await readCall(request, url, url.pathname.slice(API_PREFIX.length), world.now());
    } catch (error) {
      return answerError(response, asApiError(error), {});
    }
    rest.calls.push(call);
    const trouble = rest.take(call);
    if (trouble.delayMs !== undefined) await sleep(trouble.delayMs);
    if (trouble.refuse) {
      cut(request, trouble.refuse);
      return world.changed();
    }
    const headers: Record<string, string> = {};
    try {
      if (trouble.failure) throw failureError(trouble.failure);
      const result = run(call, headers);
      if (trouble.drop) cut(request, trouble.drop);
      else answer(response, call, result.status, result.body, headers);
    } catch (error) {
      const refused = asApiError(error);
      call.status = refused.status;
      countInvalid(call, refused);
      answerError(response, refused, headers);
    }
    world.changed();
  }

  function run(call: Call, headers: Record<string, string>): { status: number; body: unknown } {
    for (const { route, handler, open, status } of routes) {
      const params = matchRoute(route, call.method, call.path);
      if (!params) continue;
      if (!open && call.headers.authorization !== `Bot ${token()}`) throw unauthorized();
      const counted = rest.limits.count(route, call.path);
      Object.assign(headers, counted.headers);
      if (counted.refused) throw counted.refused;
      const body = handler({ params, query: call.query, body: bodyOf(call), call });
      return { status: body === undefined ? 204 : (status ?? 200), body };
    }
    throw refusal(0);
  }

  function countInvalid(call: Call, refused: ApiError): void {
    const shared = refused.headers['X-RateLimit-Scope'] === 'shared';
    const counts = refused.status === 401 || refused.status === 403 || (refused.status === 429 && !shared);
    if (counts) rest.invalidRequests.push({ status: refused.status, at: call.at, path: call.path });
  }

  http.on('request', (request, response) => {
    serve(request, response).catch((error: unknown) => {
      answerError(response, asApiError(error), {});
    });
  });
  return rest;
}

function cut(request: IncomingMessage, how: Cut): void {
  if (how === 'reset') request.socket.resetAndDestroy();
  else request.socket.destroy();
}

function failureError(failure: Failure): ApiError {
  if (failure.status === 429) {
    return tooMany(failure.retryAfter ?? 0.1, {
      ...(failure.global === undefined ? {} : { global: failure.global }),
      ...(failure.scope === undefined ? {} : { scope: failure.scope }),
    });
  }
  const known = failure.code === undefined ? undefined : refusal(failure.code);
  return new ApiError(failure.status, {
    message: failure.message ?? known?.message ?? `${failure.status}`,
    code: failure.code ?? 0,
    ...(failure.errors === undefined ? {} : { errors: failure.errors }),
  });
}

/** What is no refusal is a fault of this server: 500 with its text, so that a test sees it. */
function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return new ApiError(500, {
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
}

function answer(
  response: ServerResponse,
  call: Call,
  status: number,
  body: unknown,
  headers: Record<string, string>,
): void {
  call.status = status;
  if (status === 204) {
    response.writeHead(204, headers).end();
    return;
  }
  response.writeHead(status, { ...headers, 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

function answerError(response: ServerResponse, error: ApiError, headers: Record<string, string>): void {
  if (response.headersSent) return;
  const all = { ...headers, ...error.headers, 'Content-Type': 'application/json' };
  response.writeHead(error.status, all).end(JSON.stringify(error.body));
}
