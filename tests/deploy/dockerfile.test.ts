/** The image starts what `npm start` starts, as nobody of importance, and its health check tells well from unwell. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { SETTING_NAMES } from '../../src/settings.ts';
import { dockerfile, imageVariables, pkg, ROOT, read, START, said } from '../support/container-kit.ts';

const run = promisify(execFile);

test('it runs the Node that the project is tested with, and starts as npm start does', () => {
  expect(read('Dockerfile')).toContain(`ARG NODE_IMAGE=node:${pkg.devDependencies.node}-`);
  expect(said('FROM').map((line) => line.split(' ')[0])).toEqual([`\${NODE_IMAGE}`, `\${NODE_IMAGE}`]);
  expect(JSON.parse(said('CMD').at(-1) ?? '')).toEqual(['node', ...START]);
});

test('it runs as a number that is not root, and can write to /data alone', () => {
  const after = dockerfile().slice(dockerfile().findLastIndex(({ word }) => word === 'FROM'));
  expect(after.find(({ word }) => word === 'USER')?.rest).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  expect(said('VOLUME')).toEqual([imageVariables().CASEBOOK_DATA_DIR]);
});

test('it sets nothing that is no setting', () => {
  const names = Object.keys(imageVariables()).filter((name) => !/^(npm_config_|NODE_ENV$)/.test(name));
  for (const name of names) expect(SETTING_NAMES).toContain(name);
  expect(said('EXPOSE')).toEqual([`${imageVariables().PORT} ${imageVariables().OPS_PORT}`]);
});

test('what it copies exists, and nothing else is sent to the builder', () => {
  const copied = said('COPY')
    .filter((line) => !line.startsWith('--from'))
    .flatMap((line) => line.split(' ').slice(0, -1));
  const sent = read('.dockerignore')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  expect(sent[0]).toBe('*');
  expect(sent.slice(1).sort()).toEqual(copied.map((path) => `!${path}`).sort());
  for (const path of copied) expect(existsSync(new URL(path, ROOT)), path).toBe(true);
});

test('the health check is content with a server that is well, and with nothing else', async () => {
  const [command] = said('HEALTHCHECK').map((line) => line.slice(line.indexOf('CMD ') + 4));
  const [node, ...args] = JSON.parse(command ?? '') as string[];
  let status = 200;
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(status).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const check = async () => {
    const child = run(process.execPath, args, { env: { OPS_PORT: String(port) } });
    return child.then(
      () => 0,
      (error: { code: number }) => error.code,
    );
  };
  try {
    expect(node).toBe('node');
    expect(await check()).toBe(0);
    status = 503;
    expect(await check()).toBe(1);
    expect(asked).toEqual(['/healthz', '/healthz']);
  } finally {
    server.close();
  }
  expect(await check()).toBe(1);
});

test('pruning leaves what runs, the licences, and the fonts that pictures are drawn with', async () => {
  const modules = mkdtempSync(join(tmpdir(), 'casebook-prune-'));
  const kept = [
    '@fontsource/noto-sans/LICENSE',
    '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2',
    'pkg/main.js',
    'pkg/data.json',
    'world-countries/countries.json',
  ];
  const gone = [
    '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff',
    '@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff2',
    'pkg/main.js.map',
    'pkg/main.d.ts',
    'pkg/main.d.cts',
    'world-countries/data/fra.geo.json',
  ];
  try {
    for (const file of [...kept, ...gone]) {
      mkdirSync(join(modules, dirname(file)), { recursive: true });
      writeFileSync(join(modules, file), '');
    }
    await run('sh', [fileURLToPath(new URL('deploy/prune-modules.sh', ROOT)), modules]);
    const left = readdirSync(modules, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(modules.length + 1));
    expect(left.sort()).toEqual(kept.sort());
  } finally {
    rmSync(modules, { recursive: true, force: true });
  }
});
