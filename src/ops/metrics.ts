/** Everything that `/metrics` shows, in one registry. */
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { createModelMetrics, type TokenPrices } from './model-metrics.ts';
import { createQuestionMetrics } from './question-metrics.ts';
import { createWorkMetrics, type WorkSources } from './work-metrics.ts';

/** Milliseconds between two looks at the delay of the event loop: each wakes the process. */
const LOOP_PRECISION = 20;

export function createMetrics({
  version,
  prices,
  ...sources
}: WorkSources & { readonly version: string; readonly prices: TokenPrices }) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: LOOP_PRECISION });
  const build = new Gauge({
    name: 'casebook_build_info',
    help: 'Always 1; the label says which version runs',
    labelNames: ['version'],
    registers: [registry],
  });
  build.set({ version }, 1);
  return {
    questions: createQuestionMetrics(registry),
    model: createModelMetrics(registry, prices),
    work: createWorkMetrics(registry, sources),
    /** What there is, whatever its figures: for dashboards, alerts and documentation. */
    describe: () => registry.getMetricsAsArray().map(described),
    contentType: registry.contentType,
    /** The text that Prometheus reads. */
    write: () => registry.metrics(),
  };
}

interface Described {
  readonly name: string;
  readonly type: string;
  readonly labels: readonly string[];
}

function described(metric: { readonly name: string }): Described {
  const { type, labelNames } = metric as unknown as { type: string; labelNames: readonly string[] };
  return { name: metric.name, type, labels: labelNames };
}

export type Metrics = ReturnType<typeof createMetrics>;
