/** Joins what watches the server: probes and metrics on a port of their own, and traces. Loaded only where they are set. */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Telemetry } from './app-telemetry.ts';
import type { BotLog } from './bot/bot-log.ts';
import type { Config } from './config.ts';
import { errorMessage } from './core/errors.ts';
import type { IndexClient } from './index/index-ports.ts';
import type { Part, Phase } from './ops/health.ts';
import type { Metrics } from './ops/metrics.ts';
import type { Tracing } from './ops/trace-messages.ts';
import type { RunningPlatforms } from './start-platforms.ts';

type WatchedIndex = Pick<IndexClient, 'ownersOf' | 'stats' | 'neuralState' | 'answers'>;

export interface Operation {
  readonly telemetry: Telemetry;
  /** Where probes are answered, `http://127.0.0.1:9464`; null where no port is set. */
  readonly url: string | null;
  /** The index is open. */
  opened(index: WatchedIndex): void;
  /** The platforms are connected: the server is ready from now on. */
  started(platforms: Pick<RunningPlatforms, 'health'>): void;
  /** The server is about to stop: it is ready no more. */
  stopping(): void;
  /** A changed file was taken up, or refused. */
  onReload(what: string, outcome: string): void;
  /** Sends what waits, and gives the port back. Never rejects. */
  close(): Promise<void>;
}

/** Milliseconds that the index may be busy before it counts as hanging: a large step of an ingest takes some seconds. */
const INDEX_HANGS = 60_000;
/** Milliseconds for which counts of index and state are taken for what they were: several scrapers ask no more often. */
const COUNTED_FOR = 5_000;
/** Milliseconds that a scrape waits for them: Prometheus gives up after ten seconds, and would have nothing at all. */
const COUNTED_WITHIN = 3_000;

/** @throws OperatorError when the port cannot be had. */
export async function startOperation(config: Config, log: BotLog): Promise<Operation> {
  const version = readVersion();
  let phase: Phase = 'starting';
  let index: WatchedIndex | null = null;
  let askIndex: (() => Promise<string | null>) | null = null;
  let platforms: Pick<RunningPlatforms, 'health'> | null = null;
  let ready = false;
  const told = new Set<string>();

  const [{ askParts, createPatientCheck, report }, metrics, tracing] = await Promise.all([
    import('./ops/health.ts'),
    config.ops === null ? null : openMetrics(),
    config.traces === null ? null : openTraces(config.traces, version, log),
  ]);

  async function openMetrics(): Promise<Metrics> {
    const { createMetrics } = await import('./ops/metrics.ts');
    return createMetrics({
      version,
      prices: config.modelPrices,
      now: () => Date.now(),
      work: shared(async () => (await platforms?.health.countWork()) ?? null),
      index: shared(async () => (index === null ? null : figuresOf(index))),
      platforms: () => platforms?.health.connected() ?? {},
      ready: () => ready,
    });
  }
  /** Once for each part that fails, until it answers again: probes come every few seconds. */
  const onFailure = (part: string, error: unknown) => {
    if (told.has(part)) return;
    told.add(part);
    log.error({ part, error: errorMessage(error) }, 'a part of the server does not answer');
  };
  const indexPart = (): Part => ({
    name: 'index',
    check: async () => (askIndex === null ? 'starting' : askIndex()),
  });
  const live = async () => {
    // A new process would find no more of a database that others run.
    const own = index === null || config.databaseUrl !== null ? [] : [indexPart()];
    const parts = await askParts(own, onFailure);
    const ok = Object.values(parts).every((part) => part.ok);
    return { ok, status: ok ? 'alive' : 'failing', parts };
  };
  const readiness = async () => {
    const states = await askParts([indexPart(), ...platformParts(platforms)], onFailure);
    for (const [part, { ok }] of Object.entries(states)) if (ok) told.delete(part);
    const result = report(phase, states);
    ready = result.ok;
    return result;
  };

  const server =
    config.ops === null || metrics === null
      ? null
      : await (await import('./ops/ops-server.ts')).startOpsServer(config.ops, {
          live,
          ready: readiness,
          async metrics() {
            await readiness();
            return { contentType: metrics.contentType, text: await metrics.write() };
          },
          onError: (error) => log.error({ error: errorMessage(error) }, 'a probe could not be answered'),
        });
  const url = server === null || config.ops === null ? null : addressOf(config.ops.host, server.port);
  if (url !== null) log.info({ url }, 'probes and metrics are served');

  return {
    telemetry: await createTelemetry(metrics, tracing),
    url,
    opened(opened) {
      index = opened;
      const clock = { longest: INDEX_HANGS, now: () => performance.now() };
      // A search waits for no write: that the thread that writes hangs would not be seen by what is read.
      // By a key, whose row need not be there: probes come every few seconds, and counting reads all of a large table.
      askIndex = createPatientCheck(() => Promise.all([opened.ownersOf(['']), opened.answers()]), clock);
    },
    started(running) {
      platforms = running;
      phase = 'running';
    },
    stopping() {
      phase = 'stopping';
      ready = false;
    },
    onReload: (what, outcome) => metrics?.work.onReload(what, outcome),
    async close() {
      await tracing?.close();
      await server?.close().catch(() => undefined);
    },
  };
}

function platformParts(platforms: Pick<RunningPlatforms, 'health'> | null): Part[] {
  if (platforms === null) return [];
  const { connected, ping } = platforms.health;
  return [
    {
      name: 'state',
      async check() {
        await ping();
        return null;
      },
    },
    ...Object.entries(connected()).map(([name, stands]) => ({
      name,
      check: async () => (stands ? null : 'not connected'),
    })),
  ];
}

async function createTelemetry(metrics: Metrics | null, tracing: Tracing | null): Promise<Telemetry> {
  const { watchPlatform } = await import('./ops/watch-platform.ts');
  const nothing = () => undefined;
  const { questions, model, work } = metrics ?? {};
  return {
    messages: {
      onEnd(message) {
        questions?.onMessage({
          ...message,
          refusal: message.turnedAway ?? message.refusal,
          ms: message.endedAt - message.receivedAt,
        });
        tracing?.onMessage(message);
      },
      watchQueue: questions?.watchQueue ?? nothing,
    },
    model: {
      onUse: model?.onUse ?? nothing,
      onWritten: model?.onWritten ?? nothing,
      onFailure: model?.onFailure ?? nothing,
      onResting: model?.onResting ?? nothing,
      watchBudget: (ask) => model?.watchBudget(shared(ask)),
    },
    news: {
      onPolled: ({ kind }, fresh) => work?.onPolled(kind, fresh),
      onJudged: (round) => work?.onJudged(round),
      onOutcome: (platform, outcome) => work?.onPost(platform, outcome),
    },
    watched: (adapter) => (work === undefined ? adapter : watchPlatform(adapter, work.onPlatformError)),
  };
}

async function openTraces(
  traces: NonNullable<Config['traces']>,
  version: string,
  log: BotLog,
): Promise<Tracing> {
  const { openTracing } = await import('./ops/trace-messages.ts');
  const onTrouble = (reason: string) => log.warn({ reason }, 'spans could not be sent');
  return openTracing({ ...traces, version, onTrouble });
}

async function figuresOf(index: Pick<IndexClient, 'stats' | 'neuralState'>) {
  const [{ sources, passages, cases, vectors, embedding }, neural] = await Promise.all([
    index.stats(),
    index.neuralState(),
  ]);
  const pending = (progress: { readonly done: number; readonly total: number } | null) =>
    progress === null ? 0 : progress.total - progress.done;
  const coming = neural.next === null ? 0 : neural.total - neural.done;
  return { sources, passages, cases, vectors, vectorsPending: pending(embedding) + coming };
}

/** Asks anew when the last answer is some seconds old; null where it fails or is late: a scrape shows the rest. */
function shared<T>(ask: () => Promise<T | null>): () => Promise<T | null> {
  let asked: { readonly at: number; readonly answer: Promise<T | null>; ended: boolean } | null = null;
  return () => {
    const at = performance.now();
    if (asked === null || (asked.ended && at - asked.at > COUNTED_FOR)) {
      const answer = ask().catch(() => null);
      const one = { at, answer, ended: false };
      void answer.then(() => {
        one.ended = true;
      });
      asked = one;
    }
    return Promise.race([asked.answer, sleep(COUNTED_WITHIN, null, { ref: false })]);
  };
}

function addressOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function readVersion(): string {
  const file = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(file) as { readonly version: string }).version;
}
