/** A server of embeddings that speaks as OpenAI, Mistral and Ollama do: the same text always has the same vector. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface EmbeddingRequest {
  readonly path: string;
  readonly model: string;
  readonly texts: readonly string[];
  readonly authorization: string | undefined;
  readonly encodingFormat: string | undefined;
}

/** What the server does instead of answering well; null: it answers well. */
export interface Trouble {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly message?: string;
  /** Instead of the vectors. */
  readonly vectors?: readonly unknown[];
  /** Waits for as many milliseconds first. */
  readonly delay?: number;
}

export interface EmbeddingService {
  /** Without a path. */
  readonly url: string;
  readonly requests: readonly EmbeddingRequest[];
  /** Texts of all requests that were answered well. */
  readonly embedded: readonly string[];
  close(): Promise<void>;
}

/** @param trouble is asked for each request, with its number from 1. */
export async function startEmbeddingService({
  dimensions = 32,
  trouble = () => null,
}: {
  dimensions?: number;
  trouble?: (request: EmbeddingRequest, n: number) => Trouble | null;
} = {}): Promise<EmbeddingService> {
  const requests: EmbeddingRequest[] = [];
  const embedded: string[] = [];
  const answer = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of message) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
    const given = body.input as string | string[];
    const request: EmbeddingRequest = {
      path: message.url ?? '',
      model: String(body.model),
      texts: typeof given === 'string' ? [given] : given,
      authorization: message.headers.authorization,
      encodingFormat: body.encoding_format as string | undefined,
    };
    requests.push(request);
    const wrong = trouble(request, requests.length);
    if (wrong?.delay !== undefined) await new Promise((resolve) => setTimeout(resolve, wrong.delay));
    if (wrong?.status !== undefined) {
      response.writeHead(wrong.status, { 'content-type': 'application/json', ...wrong.headers });
      response.end(JSON.stringify({ error: { message: wrong.message ?? 'no', type: 'x' } }));
      return;
    }
    embedded.push(...request.texts);
    const vectors = wrong?.vectors ?? request.texts.map((text) => textVector(text, dimensions));
    const reply =
      request.path === '/api/embed'
        ? { model: request.model, embeddings: vectors }
        : {
            id: 'e1',
            object: 'list',
            model: request.model,
            data: vectors.map((embedding, index) => ({ object: 'embedding', index, embedding })),
            usage: { prompt_tokens: 1, total_tokens: 1, completion_tokens: 0 },
          };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(reply));
  };
  const server = createServer((message, response) => void answer(message, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    embedded,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Words that say one thing have one meaning here, whatever their language. */
const MEANINGS = new Map([
  ['ambassadeur', 'ambassador'],
  ['hôpital', 'hospital'],
  ['nemocnice', 'hospital'],
  ['réseau', 'network'],
]);

/** The words of a text, each at a place of its own; not of length 1, as some services give them. */
function textVector(text: string, dimensions: number): number[] {
  const vector = new Array<number>(dimensions).fill(0.01);
  for (const word of text.toLowerCase().split(/[^\p{L}\p{N}]+/u)) {
    if (word === '') continue;
    let hash = 0x811c9dc5;
    for (const letter of MEANINGS.get(word) ?? word)
      hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
    const place = (hash >>> 7) % dimensions;
    vector[place] = (vector[place] ?? 0) + 3;
  }
  return vector;
}
