/** Discord's refusals: an HTTP status, a code of its own, and for a bad form the place of each problem. */
import type { Json } from './discord-model.ts';

/** Code → its usual status and message, as the table of JSON error codes lists them. */
const KNOWN: Record<number, [status: number, message: string]> = {
  0: [404, '404: Not Found'],
  10002: [404, 'Unknown Application'],
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10013: [404, 'Unknown User'],
  10014: [400, 'Unknown Emoji'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  30032: [400, 'Maximum number of application commands reached'],
  40005: [413, 'Request entity too large'],
  40060: [400, 'Interaction has already been acknowledged.'],
  40094: [400, 'This interaction has hit the maximum number of follow-up messages'],
  50001: [403, 'Missing Access'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50013: [403, 'Missing Permissions'],
  50024: [400, 'Cannot execute action on this channel type'],
  50027: [401, 'Invalid Webhook Token'],
  50041: [400, 'Invalid API version'],
  50083: [400, 'Thread is archived'],
  50109: [400, 'The request body contains invalid JSON.'],
  160002: [400, 'Cannot reply without permission to read message history'],
  160004: [400, 'A thread has already been created for this message'],
  160005: [403, 'Thread is locked'],
};

/** An answer that says no. */
export class ApiError extends Error {
  status: number;
  body: Json;
  headers: Record<string, string>;

  constructor(status: number, body: Json, headers: Record<string, string> = {}) {
    super(String(body.message));
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/** One of Discord's known refusals. */
export function refusal(code: number): ApiError {
  const [status, message] = KNOWN[code] ?? [400, `Error ${code}`];
  return new ApiError(status, { message, code });
}

/** 401, as for a wrong bot token. */
export function unauthorized(): ApiError {
  return new ApiError(401, { message: '401: Unauthorized', code: 0 });
}

/** 50035 with its tree of errors; each problem may begin with its place, as in `embeds[0].title: too long`. */
export function invalidForm(problems: readonly string[]): ApiError {
  const errors: Json = {};
  for (const problem of problems) {
    const [, path = '', text = problem] = /^([\w.[\]-]+):\s+(.*)$/s.exec(problem) ?? [];
    let node = errors;
    for (const key of path.split(/[.[\]]+/).filter(Boolean)) {
      const inner = (node[key] ?? {}) as Json;
      node[key] = inner;
      node = inner;
    }
    node._errors = [...((node._errors ?? []) as Json[]), { code: 'BASE_TYPE_BAD', message: text }];
  }
  return new ApiError(400, { message: 'Invalid Form Body', code: 50035, errors });
}
