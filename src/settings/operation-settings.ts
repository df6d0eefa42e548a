/** Settings of running it: probes and metrics, the log, traces. */
import { z } from 'zod';
import { choice, hostName, type SettingSection, secret, text, url, wholeNumber } from './setting-kinds.ts';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const PAGE = 'operations.md';
const yesNo = () => choice(['true', 'false'], 'false', 'true or false');

export const PROBES = {
  title: 'Operation',
  note: null,
  page: PAGE,
  settings: {
    STOP_SECONDS: wholeNumber(10, 3, 600).describe(
      'Seconds that a stop may take: until three before the end, replies under way are finished. Whatever stops the process must wait longer.',
    ),
    OPS_PORT: text(
      '',
      (value) => value === '' || (/^\d{1,5}$/.test(value) && Number(value) <= 65_535),
      'empty (off), or a whole number from 0 to 65535',
    ).describe(
      'Port of /healthz, /readyz and /metrics, apart from what people use. Empty: off; 0: any free port, which the log tells.',
    ),
    OPS_HOST: hostName('127.0.0.1').describe(
      'Address that they listen on. They ask for no token: in a container, 0.0.0.0 and a network that only probes reach.',
    ),
  },
} satisfies SettingSection;

export const LOG = {
  title: 'Log',
  note: null,
  page: PAGE,
  settings: {
    LOG_LEVEL: z
      .enum(LOG_LEVELS, `one of ${LOG_LEVELS.join(', ')}`)
      .optional()
      .meta({
        allowed: `one of ${LOG_LEVELS.join(', ')}`,
        description: 'How much is logged. Empty: info for the server, warn for commands.',
      }),
    LOG_TEXT: choice(['on', 'off'], 'off', 'on or off').describe(
      'on: the log also holds what people ask and what they are answered. For looking into trouble, not for always.',
    ),
  },
} satisfies SettingSection;

export const SAMPLERS = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;

export const TRACES = {
  title: 'Traces',
  note:
    'OpenTelemetry and LangSmith, by the names that they have everywhere. Nothing of them is loaded while they are not set. ' +
    'Spans hold times, counts and codes; LangSmith is sent the texts that the model reads and writes.',
  page: PAGE,
  settings: {
    OTEL_EXPORTER_OTLP_ENDPOINT: url('').describe(
      'Where spans of each question are sent, as OTLP over HTTP with JSON: a collector such as http://127.0.0.1:4318, to which /v1/traces is added. Empty: nowhere.',
    ),
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: url('').describe(
      'The whole address for spans, in place of the one above.',
    ),
    OTEL_EXPORTER_OTLP_HEADERS: secret.describe(
      'Headers that the collector wants, such as authorization=Bearer%20abc,tenant=7; values are percent-encoded.',
    ),
    OTEL_EXPORTER_OTLP_PROTOCOL: choice(
      ['http/json', 'http/protobuf', 'grpc'],
      'http/json',
      'http/json',
    ).describe(
      'Spans are sent as http/json, which collectors take at the same address as http/protobuf; grpc is not spoken.',
    ),
    OTEL_SERVICE_NAME: text('casebook', (value) => value.length <= 200, 'up to 200 characters').describe(
      'What this service is called there.',
    ),
    OTEL_RESOURCE_ATTRIBUTES: text(
      '',
      (value) => value === '' || /^[^=,\s]+=[^,]*(,[^=,\s]+=[^,]*)*$/.test(value),
      'name=value,name=value',
    ).describe('What else is said of this service, such as deployment.environment.name=production.'),
    OTEL_TRACES_SAMPLER: choice(SAMPLERS, 'parentbased_always_on', `one of ${SAMPLERS.join(', ')}`).describe(
      'Which questions are traced. Each is a trace of its own, so that parentbased_… do as the others.',
    ),
    OTEL_TRACES_SAMPLER_ARG: text(
      '1',
      (value) => /^(?:0(?:\.\d+)?|1(?:\.0+)?|\.\d+)$/.test(value),
      'a number from 0 to 1',
    ).describe('The share of questions, for traceidratio.'),
    OTEL_SDK_DISABLED: yesNo().describe('true: no spans, whatever else is set.'),
    LANGSMITH_TRACING: yesNo().describe(
      'true: each call of a model is sent to LangSmith with its whole text: what people ask, the passages, the answer.',
    ),
    LANGSMITH_API_KEY: secret.describe('Key for LangSmith.'),
    LANGSMITH_ENDPOINT: url('').describe(
      'Address of a LangSmith of one’s own, or of another region. Empty: LangSmith’s.',
    ),
    LANGSMITH_PROJECT: text('', (value) => value.length <= 200, 'up to 200 characters').describe(
      'The project that the calls are shown in. Empty: default.',
    ),
    LANGSMITH_WORKSPACE_ID: text('', (value) => /^[\w-]{0,100}$/.test(value), 'an id').describe(
      'The workspace, for a key that has several.',
    ),
    LANGSMITH_HIDE_INPUTS: yesNo().describe('true: what the model reads is left out of what is sent.'),
    LANGSMITH_HIDE_OUTPUTS: yesNo().describe('true: what the model writes is left out of what is sent.'),
  },
} satisfies SettingSection;
