/** Settings of probes, log and traces. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { inspectConfig, passToLangSmith } from '../src/config.ts';

function inspect(env: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-config-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return inspectConfig(env, folder);
}
const configOf = (env: Record<string, string>) => inspect(env).config;

describe('probes and log', () => {
  test('are off and keep texts to themselves unless asked', () => {
    expect(configOf({})).toMatchObject({ ops: null, logText: false, traces: null, langSmith: null });
  });

  test('listen on this machine unless told otherwise', () => {
    expect(configOf({ OPS_PORT: '9464' }).ops).toEqual({ host: '127.0.0.1', port: 9464 });
    expect(configOf({ OPS_PORT: '0', OPS_HOST: '0.0.0.0' }).ops).toEqual({ host: '0.0.0.0', port: 0 });
  });

  test('a port that is none is told', () => {
    expect(inspect({ OPS_PORT: '70000' }).problems).toEqual([expect.stringMatching(/^OPS_PORT is "70000"/)]);
  });
});

describe('OpenTelemetry', () => {
  const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318/' };

  test('spans go to the path of the standard', () => {
    expect(configOf(endpoint).traces).toMatchObject({
      url: 'http://127.0.0.1:4318/v1/traces',
      attributes: { 'service.name': 'casebook' },
      sampler: 'parentbased_always_on',
    });
    const whole = { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://collector.example/spans' };
    expect(configOf({ ...endpoint, ...whole }).traces?.url).toBe('https://collector.example/spans');
  });

  test('lists are read as the standard writes them, and headers are secrets', () => {
    const { traces, secrets } = configOf({
      ...endpoint,
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20abcdef,tenant=7',
      OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=production,service.name=other',
      OTEL_SERVICE_NAME: 'desk',
    });
    expect(traces?.headers).toEqual({ authorization: 'Bearer abcdef', tenant: '7' });
    expect(traces?.attributes).toEqual({
      'deployment.environment.name': 'production',
      'service.name': 'desk',
    });
    expect(secrets).toContain('authorization=Bearer%20abcdef,tenant=7');
  });

  test('a protocol that is not spoken is told where spans are wanted, and nowhere else', () => {
    expect(inspect({ OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }).problems).toEqual([]);
    expect(inspect({ ...endpoint, OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' }).problems).toHaveLength(1);
    expect(configOf({ ...endpoint, OTEL_EXPORTER_OTLP_PROTOCOL: 'http/protobuf' }).warnings).toHaveLength(1);
    expect(configOf({ ...endpoint, OTEL_SDK_DISABLED: 'true' }).traces).toBeNull();
  });
});

describe('LangSmith', () => {
  const model = { CHAT_MODEL: 'ollama:small' };
  const on = {
    ...model,
    LANGSMITH_TRACING: 'true',
    LANGSMITH_API_KEY: 'lsv2_key',
    LANGSMITH_PROJECT: 'desk',
  };

  test('its settings reach its client, wherever they stand', () => {
    const env: Record<string, string> = {};
    passToLangSmith(configOf(on), env);
    expect(env).toMatchObject({
      LANGSMITH_TRACING: 'true',
      LANGSMITH_API_KEY: 'lsv2_key',
      LANGSMITH_PROJECT: 'desk',
    });
    const nothing: Record<string, string> = {};
    passToLangSmith(configOf(model), nothing);
    expect(nothing).toEqual({});
  });

  test('it is told that texts leave the machine, also where an older name asks for it', () => {
    expect(configOf(on).warnings).toEqual([expect.stringContaining('texts leave this machine')]);
    expect(configOf({ ...model, LANGCHAIN_TRACING_V2: 'true' }).warnings).toEqual([
      expect.stringMatching(/^LANGCHAIN_TRACING_V2 .*texts leave this machine/),
    ]);
    expect(configOf(model).warnings).toEqual([]);
    const hidden = { ...on, LANGSMITH_HIDE_INPUTS: 'true', LANGSMITH_HIDE_OUTPUTS: 'true' };
    expect(configOf(hidden).warnings).toEqual([expect.stringContaining('but no texts')]);
  });

  test('a key is asked for', () => {
    expect(inspect({ LANGSMITH_TRACING: 'true' }).problems).toEqual([
      expect.stringContaining('LANGSMITH_API_KEY is empty'),
    ]);
  });
});
