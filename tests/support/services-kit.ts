/** What a server talks to, on one port: a chat model that can be held up, a collector of spans, a LangSmith. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Services {
  readonly url: string;
  /** What the model was asked, request by request. */
  readonly prompts: string[];
  /** Bodies that the collector was sent. */
  readonly spans: string[];
  /** What LangSmith was sent, as text. */
  readonly runs: string[];
  /** From now on the model does not answer before it is released. */
  hold(): { release(): void };
}

/** @param written what the model writes, whatever it is asked. */
export async function startServices(written: string): Promise<Services> {
  const prompts: string[] = [];
  const spans: string[] = [];
  const runs: string[] = [];
  let held: Promise<void> = Promise.resolve();
  const server = createServer(async (request, response) => {
    let body = '';
    try {
      for await (const chunk of request.setEncoding('latin1')) body += chunk;
    } catch {
      // Who asked has gone.
      return;
    }
    const path = request.url ?? '';
    if (path.endsWith('/chat/completions')) {
      prompts.push(Buffer.from(body, 'latin1').toString('utf8'));
      await held;
      return stream(response, written);
    }
    if (path === '/v1/traces') spans.push(body);
    else if (body !== '') runs.push(`${request.headers['x-api-key']} ${body}`);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    prompts,
    spans,
    runs,
    hold() {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      return { release: resolve };
    },
  };
}

/** As OpenAI streams a completion. */
function stream(response: ServerResponse, text: string): void {
  const chunk = (delta: object, more: object = {}) =>
    `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 0, model: 'm', choices: [{ index: 0, delta, finish_reason: null, ...more }] })}\n\n`;
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(chunk({ role: 'assistant', content: text }));
  response.write(chunk({}, { finish_reason: 'stop' }));
  const usage = { prompt_tokens: 1_000, completion_tokens: 50, total_tokens: 1_050 };
  response.write(
    `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 0, model: 'm', choices: [], usage })}\n\n`,
  );
  response.end('data: [DONE]\n\n');
}
