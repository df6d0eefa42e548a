/** What compose, systemd and Kubernetes are told: settings that exist, one start command, ports that fit together. */
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { SECRET_FILE_NAMES } from '../../src/secret-files.ts';
import { SETTING_NAMES, settingsSchema } from '../../src/settings.ts';
import { imageVariables, pkg, ROOT, read, START, yamlOf } from '../support/container-kit.ts';

const KNOWN = [...SETTING_NAMES, ...SECRET_FILE_NAMES, 'NODE_ENV'];
/** Milliseconds after which a server that is to stop ends in any case, by default. */
const STOP = settingsSchema.parse({}).STOP_SECONDS * 1000;
const image = imageVariables();

describe('compose.yaml', () => {
  const service = z.looseObject({
    image: z.string(),
    profiles: z.array(z.string()).optional(),
    ports: z.array(z.string()).default([]),
    environment: z.record(z.string(), z.string()).default({}),
    depends_on: z.record(z.string(), z.object({ required: z.boolean().optional() }).loose()).default({}),
    volumes: z.array(z.string()).default([]),
  });
  const file = z
    .object({ services: z.record(z.string(), service), volumes: z.record(z.string(), z.null()) })
    .loose()
    .parse(yamlOf('compose.yaml')[0]);
  const { bot, ...others } = file.services;

  test('starts the bot alone, unless a profile asks for more', () => {
    expect(bot?.profiles).toBeUndefined();
    for (const [name, { profiles }] of Object.entries(others)) expect(profiles).toEqual([name]);
    for (const { required } of Object.values(bot?.depends_on ?? {})) expect(required).toBe(false);
    expect(Object.keys(bot?.depends_on ?? {}).sort()).toEqual(Object.keys(others).sort());
  });

  test('hardens the bot, keeps its data, and opens its ports to this machine alone', () => {
    expect(bot).toMatchObject({ read_only: true, cap_drop: ['ALL'], image: `casebook:${pkg.version}` });
    expect(bot?.volumes).toContain(`data:${image.CASEBOOK_DATA_DIR}`);
    expect(bot?.ports).toEqual([image.PORT, image.OPS_PORT].map((port) => `127.0.0.1:${port}:${port}`));
    for (const name of Object.keys(bot?.environment ?? {})) expect(KNOWN).toContain(name);
    for (const mount of Object.values(file.services).flatMap(({ volumes }) => volumes))
      expect(Object.keys(file.volumes)).toContain(mount.split(':')[0]);
    expect(Number.parseInt(String(bot?.stop_grace_period), 10) * 1000).toBeGreaterThan(STOP);
  });
});

describe('the unit of systemd', () => {
  const unit = read('deploy/systemd/casebook.service');
  const values = (key: string) =>
    [...unit.matchAll(new RegExp(`^#?${key}=(.*)$`, 'gm'))].map((match) => match[1] ?? '');

  test('starts as npm start does, in a folder and as a user of its own', () => {
    expect(values('ExecStart')).toEqual([`/usr/bin/node ${START.join(' ')}`]);
    expect(values('DynamicUser')).toEqual(['yes']);
    expect(values('Environment')[0]).toContain(`CASEBOOK_DATA_DIR=%S/${values('StateDirectory')[0]}`);
    expect(Number.parseInt(values('TimeoutStopSec')[0] ?? '', 10) * 1000).toBeGreaterThan(STOP);
  });

  test('names settings that exist, and files of secrets that are handed over', () => {
    const pairs = values('Environment').flatMap((line) => line.split(' ').map((pair) => pair.split('=')));
    const handed = values('LoadCredential').map((line) => line.split(':')[0]);
    for (const [name = '', value = ''] of pairs) {
      expect(KNOWN).toContain(name);
      if (value.startsWith('%d/')) expect(handed).toContain(value.slice('%d/'.length));
    }
    expect(pairs.filter(([, value]) => value?.startsWith('%d/'))).toHaveLength(handed.length);
  });
});

describe('the manifests of Kubernetes', () => {
  const object = z.looseObject({ apiVersion: z.string(), kind: z.string(), metadata: z.looseObject({}) });
  const [kustomization] = yamlOf('deploy/kubernetes/kustomization.yaml') as [
    { resources: string[]; images: { name: string; newTag: string }[] },
  ];
  const objects = kustomization.resources.flatMap((file) =>
    yamlOf(`deploy/kubernetes/${file}`).map((document) => object.parse(document)),
  );
  const kind = (name: string) => objects.filter((one) => one.kind === name);
  const container = z.looseObject({
    image: z.string(),
    env: z.array(z.object({ name: z.string(), value: z.string() })),
    ports: z.array(z.object({ name: z.string(), containerPort: z.number() })),
    volumeMounts: z.array(z.looseObject({ name: z.string(), mountPath: z.string() })),
    lifecycle: z.object({ preStop: z.object({ exec: z.object({ command: z.array(z.string()) }) }) }),
  });
  const [deployment] = z
    .array(
      z.looseObject({
        spec: z.looseObject({
          replicas: z.number(),
          template: z.looseObject({
            spec: z.looseObject({
              terminationGracePeriodSeconds: z.number(),
              containers: z.tuple([container]),
              volumes: z.array(z.looseObject({ name: z.string() })),
            }),
          }),
        }),
      }),
    )
    .parse(kind('Deployment'));
  const pod = deployment?.spec.template.spec;
  const bot = pod?.containers[0];

  test('belong to no namespace, and the tag is this version', () => {
    for (const { metadata } of objects) expect(metadata).not.toHaveProperty('namespace');
    expect(kustomization.images).toEqual([{ name: bot?.image, newTag: pkg.version }]);
    for (const file of kustomization.resources)
      expect(existsSync(new URL(`deploy/kubernetes/${file}`, ROOT)), file).toBe(true);
  });

  test('select the pods that the deployment makes', () => {
    const labels = { 'app.kubernetes.io/name': 'casebook' };
    expect(deployment).toMatchObject({
      spec: { selector: { matchLabels: labels }, template: { metadata: { labels } } },
    });
    for (const service of kind('Service')) expect(service).toMatchObject({ spec: { selector: labels } });
    expect(kind('PodDisruptionBudget')).toMatchObject([{ spec: { selector: { matchLabels: labels } } }]);
    expect(kind('NetworkPolicy')).toMatchObject([{ spec: { podSelector: { matchLabels: labels } } }]);
  });

  test('run two hardened servers that share a database, with a probe for each question', () => {
    expect(deployment?.spec.replicas).toBe(2);
    expect(bot?.env.map(({ name }) => name)).toContain('DATABASE_URL_FILE');
    expect(pod).toMatchObject({ securityContext: { runAsNonRoot: true } });
    expect(bot).toMatchObject({
      securityContext: { readOnlyRootFilesystem: true, allowPrivilegeEscalation: false },
      startupProbe: { httpGet: { path: '/healthz', port: 'ops' } },
      livenessProbe: { httpGet: { path: '/healthz', port: 'ops' } },
      readinessProbe: { httpGet: { path: '/readyz', port: 'ops' } },
    });
    const [command, seconds] = bot?.lifecycle.preStop.exec.command ?? [];
    expect(command).toBe('sleep');
    expect((pod?.terminationGracePeriodSeconds ?? 0) * 1000).toBeGreaterThan(Number(seconds) * 1000 + STOP);
  });

  test('name settings that exist, ports of the image, and secrets of the example', () => {
    const [settings] = kind('ConfigMap') as unknown as [{ data: Record<string, string> }];
    const [secret] = yamlOf('deploy/kubernetes/secret.example.yaml') as [
      { stringData: Record<string, string> },
    ];
    for (const name of [...Object.keys(settings.data), ...(bot?.env ?? []).map((variable) => variable.name)])
      expect(KNOWN).toContain(name);
    expect(bot?.ports.map(({ containerPort }) => String(containerPort))).toEqual([
      image.PORT,
      image.OPS_PORT,
    ]);
    const folder = bot?.volumeMounts.find(({ name }) => name === 'secrets')?.mountPath;
    const named = (bot?.env ?? []).map(({ value }) => value.replace(`${folder}/`, ''));
    expect(named.sort()).toEqual(Object.keys(secret.stringData).sort());
    expect(bot?.volumeMounts.map(({ name }) => name)).toEqual(pod?.volumes.map(({ name }) => name));
    expect(bot?.volumeMounts.map(({ mountPath }) => mountPath)).toContain(image.CASEBOOK_DATA_DIR);
  });
});
