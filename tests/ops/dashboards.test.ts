/** Dashboard, alerts and documentation name metrics that exist, with labels that they have. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createMetrics } from '../../src/ops/metrics.ts';

const read = (path: string) => readFileSync(resolve(import.meta.dirname, '..', '..', path), 'utf8');

const metrics = createMetrics({
  version: '0',
  prices: { input: 0, output: 0 },
  now: () => 0,
  work: async () => null,
  index: async () => null,
  platforms: () => ({}),
  ready: () => false,
});
const known = metrics.describe();

/** Those that Prometheus itself adds to each. */
const SCRAPED = ['job', 'instance', 'le'];

/** What is wrong with the names in a query; empty when nothing is. */
function faultsOf(query: string): string[] {
  const faults: string[] = [];
  for (const [, name = '', selector = ''] of query.matchAll(
    /\b((?:casebook|nodejs|process)_\w+)\b(?:\{([^}]*)\})?/g,
  )) {
    const metric =
      known.find((one) => one.name === name) ??
      known.find(
        (one) => one.type === 'histogram' && /^_(bucket|sum|count)$/.test(name.replace(one.name, '')),
      );
    if (metric === undefined) {
      faults.push(`there is no ${name}`);
      continue;
    }
    const asked = [...selector.matchAll(/(\w+)\s*(?:=~|!~|!=|=)/g)].map(([, label = '']) => label);
    for (const label of asked)
      if (![...metric.labels, ...SCRAPED].includes(label)) faults.push(`${name} has no label ${label}`);
  }
  const labels = [...SCRAPED, ...known.flatMap((one) => one.labels)];
  for (const [, list = ''] of query.matchAll(/\bby \(([^)]*)\)/g))
    for (const label of list.split(',').map((one) => one.trim()))
      if (!labels.includes(label)) faults.push(`nothing has the label ${label}`);
  return faults;
}

test('a query with a wrong name is found', () => {
  expect(faultsOf('rate(casebook_questionz_total[5m])')).toEqual(['there is no casebook_questionz_total']);
  expect(faultsOf('casebook_ready{colour="red"}')).toEqual(['casebook_ready has no label colour']);
  expect(faultsOf('sum by (le, stage) (rate(casebook_stage_seconds_bucket{job="x"}[5m]))')).toEqual([]);
});

describe('deploy/grafana/casebook.json', () => {
  interface Panel {
    readonly id: number;
    readonly title: string;
    readonly targets?: readonly { readonly expr: string }[];
  }
  const dashboard = JSON.parse(read('deploy/grafana/casebook.json')) as { readonly panels: readonly Panel[] };
  const panels = dashboard.panels.filter(({ targets }) => targets !== undefined);

  test.each(panels)('$title asks for what there is', ({ targets = [] }) => {
    expect(targets.length).toBeGreaterThan(0);
    expect(targets.flatMap(({ expr }) => faultsOf(expr))).toEqual([]);
  });

  test('shows every metric of ours', () => {
    const queries = panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr)).join('\n');
    const own = known.filter(({ name }) => name.startsWith('casebook_')).map(({ name }) => name);
    expect(own.filter((name) => !queries.includes(name))).toEqual([]);
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
  });
});

describe('deploy/prometheus/alerts.yaml', () => {
  interface Rule {
    readonly alert: string;
    readonly expr: string;
    readonly labels: { readonly severity: string };
    readonly annotations: { readonly summary: string; readonly action: string; readonly runbook: string };
  }
  const { groups } = parse(read('deploy/prometheus/alerts.yaml')) as {
    readonly groups: readonly { readonly rules: readonly Rule[] }[];
  };
  const page = read('docs/operations.md');
  const anchors = [...page.matchAll(/^#{1,6} +(.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

  test.each(groups.flatMap(({ rules }) => rules))(
    '$alert asks for what there is, and says what to do',
    (rule) => {
      expect(faultsOf(rule.expr)).toEqual([]);
      expect(['page', 'ticket']).toContain(rule.labels.severity);
      expect(rule.annotations.summary).toMatch(/\.$/);
      expect(rule.annotations.action).toMatch(/\.$/);
      const [file, anchor] = rule.annotations.runbook.split('#');
      expect(file).toBe('docs/operations.md');
      expect(anchors).toContain(anchor);
    },
  );
});

test('docs/operations.md lists every metric of ours with its labels, and no other', () => {
  const listed = [...read('docs/operations.md').matchAll(/^\| `(casebook_\w+)` \| (\w+) \|([^|]*)\|/gm)];
  const rows = listed.map(([, name, type, labels = '']) => ({
    name,
    type,
    labels: [...labels.matchAll(/`(\w+)`/g)].map(([, label]) => label),
  }));
  const own = known
    .filter(({ name }) => name.startsWith('casebook_'))
    .map(({ name, type, labels }) => ({ name, type, labels }));
  const byName = (a: { name?: string | undefined }, b: { name?: string | undefined }) =>
    String(a.name).localeCompare(String(b.name));
  expect(rows.sort(byName)).toEqual(own.sort(byName));
});
