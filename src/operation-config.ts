/** How it is watched while it runs, from the settings: probes, log, traces. */

import type { LogLevel, SAMPLERS } from './settings/operation-settings.ts';
import type { Settings } from './settings.ts';

export interface TraceConfig {
  /** The whole address that spans are sent to. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly attributes: Readonly<Record<string, string>>;
  readonly sampler: (typeof SAMPLERS)[number];
  /** From 0 to 1. */
  readonly ratio: number;
}

export interface OperationConfig {
  /** Null: no port for probes and metrics. */
  readonly ops: { readonly host: string; readonly port: number } | null;
  /** Milliseconds that a stop may take. */
  readonly stopTimeout: number;
  /** Undefined when not set: each entry point has its own default. */
  readonly logLevel: LogLevel | undefined;
  /** Whether the log may hold what people write and read. */
  readonly logText: boolean;
  /** Price of a million tokens; 0: unknown. */
  readonly modelPrices: { readonly input: number; readonly output: number };
  /** Null: no spans are made. */
  readonly traces: TraceConfig | null;
  /** Variables for LangSmith's own client; null: no call is sent there. */
  readonly langSmith: Readonly<Record<string, string>> | null;
}

export function operationOf(settings: Settings): OperationConfig {
  const { OPS_PORT, OPS_HOST } = settings;
  return {
    ops: OPS_PORT === '' ? null : { host: OPS_HOST, port: Number(OPS_PORT) },
    stopTimeout: settings.STOP_SECONDS * 1_000,
    logLevel: settings.LOG_LEVEL,
    logText: settings.LOG_TEXT === 'on',
    modelPrices: { input: settings.MODEL_PRICE_INPUT, output: settings.MODEL_PRICE_OUTPUT },
    traces: tracesOf(settings),
    langSmith: langSmithOf(settings),
  };
}

function tracesOf(settings: Settings): TraceConfig | null {
  const base = settings.OTEL_EXPORTER_OTLP_ENDPOINT.replace(/\/+$/, '');
  const url = settings.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT || (base === '' ? '' : `${base}/v1/traces`);
  if (url === '' || settings.OTEL_SDK_DISABLED === 'true') return null;
  return {
    url,
    headers: pairs(settings.OTEL_EXPORTER_OTLP_HEADERS),
    // The name of the service wins over one among the attributes, as the standard has it.
    attributes: { ...pairs(settings.OTEL_RESOURCE_ATTRIBUTES), 'service.name': settings.OTEL_SERVICE_NAME },
    sampler: settings.OTEL_TRACES_SAMPLER,
    ratio: Number(settings.OTEL_TRACES_SAMPLER_ARG),
  };
}

const LANGSMITH = [
  'LANGSMITH_API_KEY',
  'LANGSMITH_ENDPOINT',
  'LANGSMITH_PROJECT',
  'LANGSMITH_WORKSPACE_ID',
  'LANGSMITH_HIDE_INPUTS',
  'LANGSMITH_HIDE_OUTPUTS',
] as const;

function langSmithOf(settings: Settings): Record<string, string> | null {
  if (settings.LANGSMITH_TRACING !== 'true') return null;
  const given = LANGSMITH.map((name) => [name, settings[name]] as const).filter(([, value]) => value !== '');
  return { LANGSMITH_TRACING: 'true', ...Object.fromEntries(given) };
}

/** What is missing for traces; null when nothing is. */
export function traceProblem(settings: Settings): string | null {
  if (tracesOf(settings) !== null && settings.OTEL_EXPORTER_OTLP_PROTOCOL === 'grpc')
    return 'OTEL_EXPORTER_OTLP_PROTOCOL is "grpc", which is not spoken: set it to http/json and the endpoint to the collector’s port for HTTP (4318)';
  if (
    settings.LANGSMITH_TRACING === 'true' &&
    settings.LANGSMITH_API_KEY === '' &&
    settings.LANGSMITH_ENDPOINT === ''
  )
    return 'LANGSMITH_API_KEY is empty, but LANGSMITH_TRACING is "true": set the key, or LANGSMITH_TRACING to false';
  return null;
}

/** LangChain heeds these by itself, wherever they come from. */
const OLDER_NAMES = ['LANGSMITH_TRACING_V2', 'LANGCHAIN_TRACING_V2', 'LANGCHAIN_TRACING'];

/**
 * What an operator should know of what leaves the machine, or does not.
 *
 * @param environment of the process.
 */
export function traceWarnings(
  settings: Settings,
  environment: Readonly<Record<string, string | undefined>>,
): string[] {
  const warnings: string[] = [];
  const older = OLDER_NAMES.find((name) => environment[name] === 'true');
  const by = settings.LANGSMITH_TRACING === 'true' ? 'LANGSMITH_TRACING' : older;
  if (by !== undefined && settings.CHAT_MODEL !== '') {
    const shown = [
      settings.LANGSMITH_HIDE_INPUTS === 'true' ? null : 'questions and passages',
      settings.LANGSMITH_HIDE_OUTPUTS === 'true' ? null : 'answers',
    ].filter((what) => what !== null);
    const what =
      shown.length === 0
        ? 'with times and token counts, but no texts'
        : `with ${shown.join(' and ')}; texts leave this machine`;
    const where = settings.LANGSMITH_ENDPOINT || 'LangSmith';
    warnings.push(`${by} is "true": each call of the model is sent to ${where}, ${what}`);
  }
  if (tracesOf(settings) !== null && settings.OTEL_EXPORTER_OTLP_PROTOCOL === 'http/protobuf')
    warnings.push('OTEL_EXPORTER_OTLP_PROTOCOL is "http/protobuf": spans are sent as JSON all the same');
  return warnings;
}

/** `name=value,name=value`, with percent-encoded values, as OpenTelemetry writes lists. */
function pairs(list: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const part of list.split(',')) {
    const at = part.indexOf('=');
    if (at > 0) found[part.slice(0, at).trim()] = decoded(part.slice(at + 1).trim());
  }
  return found;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
