/** One REST request as it came over the wire, its body read: JSON, or multipart with `payload_json` and `files[n]`. */
import type { IncomingMessage } from 'node:http';
import { refusal } from './api-error.ts';
import type { Json, SentFile } from './discord-model.ts';

export interface Call {
  method: string;
  /** Without `/api/v10` and without the query. */
  path: string;
  query: URLSearchParams;
  headers: Record<string, string | string[] | undefined>;
  /** The JSON body, or `payload_json`; undefined if there was none. */
  body: unknown;
  files: SentFile[];
  /** By the server's clock, in milliseconds since 1970. */
  at: number;
  /** What was answered; undefined while it is under way, or if the connection was cut instead. */
  status?: number;
}

/** Reads the body of a request. @throws ApiError 50109 for JSON that is none. */
export async function readCall(request: IncomingMessage, url: URL, path: string, at: number): Promise<Call> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const bytes = Buffer.concat(parts);
  const type = request.headers['content-type'] ?? '';
  const call: Call = {
    method: request.method ?? 'GET',
    path,
    query: url.searchParams,
    headers: request.headers,
    body: undefined,
    files: [],
    at,
  };
  if (bytes.length === 0) return call;
  if (!type.startsWith('multipart/form-data')) return { ...call, body: parseJson(bytes.toString('utf8')) };
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  for (const [field, value] of form) {
    if (typeof value === 'string') {
      if (field === 'payload_json') call.body = parseJson(value);
    } else {
      const content = new Uint8Array(await value.arrayBuffer());
      call.files.push({ field, name: value.name, contentType: value.type, bytes: content });
    }
  }
  return call;
}

/** The body as an object; an absent one is empty. */
export function bodyOf(call: Call): Json {
  const { body } = call;
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Json) : {};
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal(50109);
  }
}
