/** Spans as a collector receives them: over real HTTP, as JSON. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { openTracing, type TracedMessage, type TracingOptions } from '../../src/ops/trace-messages.ts';

interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly { readonly key: string; readonly value: Record<string, unknown> }[];
  readonly status: { readonly code?: number };
}

async function collector(status = 200) {
  const spans: ReceivedSpan[] = [];
  const requests: { readonly path: string; readonly headers: IncomingHttpHeaders; readonly body: string }[] =
    [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    requests.push({ path: request.url ?? '', headers: request.headers, body });
    for (const { scopeSpans } of JSON.parse(body).resourceSpans)
      for (const scope of scopeSpans) spans.push(...scope.spans);
    response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => void server.close());
  return { spans, requests, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/traces` };
}

const optionsFor = (url: string, over: Partial<TracingOptions> = {}): TracingOptions => ({
  url,
  headers: { tenant: '7' },
  attributes: { 'service.name': 'desk', 'deployment.environment.name': 'test' },
  sampler: 'parentbased_always_on',
  ratio: 1,
  version: '1.2.3',
  onTrouble: () => undefined,
  ...over,
});

const RECEIVED = Date.parse('2026-01-31T09:00:00.000Z');
const MESSAGE: TracedMessage = {
  referenceId: '0f8fad5b-d9cb-469f-a165-70867728950e',
  platform: 'slack',
  command: 'ask',
  outcome: 'answered',
  turnedAway: null,
  lang: 'fr',
  method: 'model',
  receivedAt: RECEIVED,
  endedAt: RECEIVED + 900,
  stages: [
    { stage: 'queue', startedAt: RECEIVED, ms: 5, facts: {} },
    { stage: 'retrieve', startedAt: RECEIVED + 10, ms: 40, facts: { hits: 30 } },
    { stage: 'generate', startedAt: RECEIVED + 60, ms: 800, facts: { outcome: 'answered' } },
    { stage: 'verify', startedAt: RECEIVED + 850, ms: 10, facts: { dropped: 1 } },
  ],
};
const at = (ms: number) => `${RECEIVED + ms}000000`;

test('a question is one trace, under its reference id, with a span for each stage', async () => {
  const { spans, requests, url } = await collector();
  const tracing = await openTracing(optionsFor(url));
  tracing.onMessage(MESSAGE);
  await tracing.close();
  expect(requests[0]).toMatchObject({
    path: '/v1/traces',
    headers: { tenant: '7', 'content-type': 'application/json' },
  });
  expect(requests[0]?.body).toContain('"desk"');
  const byName = Object.fromEntries(spans.map((span) => [span.name, span]));
  expect(Object.keys(byName).sort()).toEqual(['generate', 'question', 'queue', 'retrieve', 'verify']);
  expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(new Set(['0f8fad5bd9cb469fa16570867728950e']));
  const { question, retrieve, generate, verify } = byName;
  expect(question).toMatchObject({ startTimeUnixNano: at(0), endTimeUnixNano: at(900) });
  expect(question?.attributes).toContainEqual({
    key: 'casebook.outcome',
    value: { stringValue: 'answered' },
  });
  expect(retrieve).toMatchObject({
    parentSpanId: question?.spanId,
    startTimeUnixNano: at(10),
    endTimeUnixNano: at(50),
  });
  expect(retrieve?.attributes).toEqual([{ key: 'casebook.hits', value: { intValue: 30 } }]);
  expect(verify?.parentSpanId).toBe(generate?.spanId);
});

test('a failure is an error there; two questions are two traces', async () => {
  const { spans, url } = await collector();
  const tracing = await openTracing(optionsFor(url));
  tracing.onMessage({ ...MESSAGE, outcome: 'too-slow', method: null, lang: null, stages: [] });
  tracing.onMessage({ ...MESSAGE, referenceId: 'not-a-uuid', command: 'help', stages: [] });
  await tracing.close();
  expect(spans.map(({ name }) => name)).toEqual(['question', 'command']);
  expect(spans[0]?.status.code).toBe(2);
  expect(spans[1]?.traceId).not.toBe(spans[0]?.traceId);
});

test('the sampler decides', async () => {
  const { spans, url } = await collector();
  const off = await openTracing(optionsFor(url, { sampler: 'always_off' }));
  off.onMessage(MESSAGE);
  await off.close();
  const none = await openTracing(optionsFor(url, { sampler: 'parentbased_traceidratio', ratio: 0 }));
  none.onMessage(MESSAGE);
  await none.close();
  expect(spans).toEqual([]);
});

test('a collector that refuses is told, and holds nothing up', async () => {
  const { url } = await collector(400);
  const told: string[] = [];
  const tracing = await openTracing(optionsFor(url, { onTrouble: (message) => void told.push(message) }));
  tracing.onMessage(MESSAGE);
  await tracing.close();
  expect(told.join('\n')).toMatch(/400|Bad Request/);
});
