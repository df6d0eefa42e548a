/** Spans of each message, sent as OTLP over HTTP. OpenTelemetry's packages are loaded when this is called. */
import type { Attributes, Span } from '@opentelemetry/api';

export interface TracingOptions {
  /** The whole address that spans are sent to. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What is said of this service. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly sampler: string;
  /** Share of the messages, from 0 to 1, for the samplers that take one. */
  readonly ratio: number;
  readonly version: string;
  /** Told when spans could not be sent. */
  readonly onTrouble: (message: string) => void;
}

/** Times are milliseconds since 1970. */
export interface TracedMessage {
  readonly referenceId: string;
  readonly platform: string;
  readonly command: string;
  readonly outcome: string;
  readonly turnedAway: string | null;
  readonly lang: string | null;
  readonly method: string | null;
  readonly receivedAt: number;
  readonly endedAt: number;
  readonly stages: readonly {
    readonly stage: string;
    readonly startedAt: number;
    readonly ms: number;
    readonly facts: Readonly<Record<string, string | number>>;
  }[];
}

export interface Tracing {
  onMessage(message: TracedMessage): void;
  /** Sends what waits, for a second or two at most. Never rejects. */
  close(): Promise<void>;
}

/** Milliseconds: a question appears where traces are shown soon after it ended. */
const SEND_EVERY = 2_000;
/** Spans that wait at most, some ten for a question; what is more is not kept. */
const MOST_WAITING = 2_048;
/** Milliseconds for sending, also at the stop. */
const SEND_TIMEOUT = 2_000;
/** Outcomes that are errors, as against answers that somebody did not like. */
const ERRORS = new Set(['failed', 'too-slow', 'undelivered']);

export async function openTracing(options: TracingOptions): Promise<Tracing> {
  const [api, sdk, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  const { url, headers, onTrouble, version } = options;
  const told = (message: string, ...more: unknown[]) => onTrouble([message, ...more.map(String)].join(' '));
  const quiet = () => undefined;
  api.diag.setLogger(
    { error: told, warn: told, info: quiet, debug: quiet, verbose: quiet },
    { logLevel: api.DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
  const random = new sdk.RandomIdGenerator();
  // The reference id without its hyphens: who has the one finds the other.
  let nextTrace: string | null = null;
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ ...options.attributes, 'service.version': version }),
    sampler: samplerOf(sdk, options),
    idGenerator: {
      generateTraceId: () => nextTrace ?? random.generateTraceId(),
      generateSpanId: () => random.generateSpanId(),
    },
    spanProcessors: [
      new sdk.BatchSpanProcessor({
        exporter: new OTLPTraceExporter({ url, headers: { ...headers }, timeoutMillis: SEND_TIMEOUT }),
        scheduledDelayMillis: SEND_EVERY,
        maxQueueSize: MOST_WAITING,
        exportTimeoutMillis: SEND_TIMEOUT,
      }),
    ],
  });
  const tracer = provider.getTracer('casebook', version);

  return {
    onMessage(message) {
      const { referenceId, receivedAt, endedAt, stages } = message;
      nextTrace = traceIdOf(referenceId);
      const root = tracer.startSpan(message.command === 'ask' ? 'question' : 'command', {
        root: true,
        kind: api.SpanKind.SERVER,
        startTime: receivedAt,
        attributes: attributesOf(message),
      });
      nextTrace = null;
      if (ERRORS.has(message.outcome)) root.setStatus({ code: api.SpanStatusCode.ERROR });
      let generate: Span | null = null;
      for (const { stage, startedAt, ms, facts } of stages) {
        // Sentences are checked while they are written.
        const parent = stage === 'verify' && generate !== null ? generate : root;
        const span = tracer.startSpan(
          stage,
          { startTime: startedAt, attributes: prefixed(facts) },
          api.trace.setSpan(api.ROOT_CONTEXT, parent),
        );
        span.end(startedAt + ms);
        if (stage === 'generate') generate = span;
      }
      root.end(endedAt);
    },
    async close() {
      await provider.shutdown().catch((error: unknown) => onTrouble(String(error)));
      api.diag.disable();
    },
  };
}

function samplerOf(sdk: typeof import('@opentelemetry/sdk-trace'), { sampler, ratio }: TracingOptions) {
  const kind = sampler.replace(/^parentbased_/, '');
  if (kind === 'always_off') return new sdk.AlwaysOffSampler();
  return kind === 'traceidratio' ? new sdk.TraceIdRatioBasedSampler(ratio) : new sdk.AlwaysOnSampler();
}

/** Null for an id that is no UUID. */
function traceIdOf(referenceId: string): string | null {
  const digits = referenceId.replaceAll('-', '').toLowerCase();
  return /^[\da-f]{32}$/.test(digits) && !/^0+$/.test(digits) ? digits : null;
}

function attributesOf({
  referenceId,
  platform,
  command,
  outcome,
  turnedAway,
  lang,
  method,
}: TracedMessage): Attributes {
  return prefixed({
    reference_id: referenceId,
    platform,
    command,
    outcome,
    ...(turnedAway === null ? {} : { turned_away: turnedAway }),
    ...(lang === null ? {} : { lang }),
    ...(method === null ? {} : { method }),
  });
}

function prefixed(facts: Readonly<Record<string, string | number>>): Attributes {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [`casebook.${name}`, value]));
}
