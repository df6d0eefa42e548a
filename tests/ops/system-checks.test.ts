/** Checks of the machine: each says what is wrong and what to do. */
import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OperatorError } from '../../src/core/errors.ts';
import { ok, runChecks } from '../../src/ops/check.ts';
import { checkDataFolder, checkNode, checkPort, checkSettings } from '../../src/ops/system-checks.ts';

describe('checkDataFolder', () => {
  test('is content with a folder that can be written, made or not, and changes nothing', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'casebook-doctor-'));
    expect(await checkDataFolder(dir)).toMatchObject([{ status: 'ok' }]);
    expect(await checkDataFolder(join(dir, 'a', 'b'))).toMatchObject([{ status: 'ok' }]);
    expect(readdirSync(dir)).toEqual([]);
  });

  test('sees a file in the way', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'casebook-doctor-'));
    writeFileSync(join(dir, 'file'), '');
    for (const path of [join(dir, 'file'), join(dir, 'file', 'data')]) {
      expect(await checkDataFolder(path)).toMatchObject([
        { status: 'fail', fix: expect.stringMatching(/CASEBOOK_DATA_DIR/) },
      ]);
    }
  });
});

describe.skipIf(process.platform !== 'linux')('checkDataFolder where permissions do not tell', () => {
  test.each(['/proc/casebook', '/proc', '/sys/casebook', '/sys/a/b'])('fails at %s', async (path) => {
    expect(await checkDataFolder(path)).toMatchObject([
      { status: 'fail', message: expect.stringMatching(/cannot be written/) },
    ]);
    expect(existsSync(path)).toBe(path === '/proc');
  });
});

describe('checkPort', () => {
  test('tells a free port from one in use', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    expect(await checkPort('127.0.0.1', port, null)).toMatchObject([
      { status: 'fail', fix: expect.stringMatching(/PORT/) },
    ]);
    expect(await checkPort('127.0.0.1', port, `at http://127.0.0.1:${port}`)).toMatchObject([
      { status: 'ok' },
    ]);
    expect(await checkPort('127.0.0.1', port, 'in Slack')).toMatchObject([
      { status: 'ok', message: 'a Casebook server is running in Slack' },
    ]);
    await new Promise((resolve) => server.close(resolve));
    expect(await checkPort('127.0.0.1', port, null)).toMatchObject([{ status: 'ok' }]);
  });

  test('sees an address that is not of this machine', async () => {
    expect(await checkPort('192.0.2.1', 0, null)).toMatchObject([{ status: 'fail' }]);
  });
});

test('checkNode compares the major version', () => {
  expect(checkNode('24.0.0', 24)).toMatchObject([{ status: 'ok' }]);
  expect(checkNode('100.1.0', 24)).toMatchObject([{ status: 'ok' }]);
  expect(checkNode('22.20.0', 24)).toMatchObject([{ status: 'fail' }]);
});

test('checkSettings gives each problem and warning a line', () => {
  expect(checkSettings([], [])).toMatchObject([{ status: 'ok' }]);
  expect(checkSettings(['p'], ['w']).map(({ status, message }) => [status, message])).toEqual([
    ['fail', 'p'],
    ['warn', 'w'],
  ]);
});

test('a check that throws is one failed line, and the others still run', async () => {
  const results = await runChecks([
    { name: 'a', run: () => Promise.reject(new OperatorError('broken:\n repair it')) },
    { name: 'b', run: () => Promise.reject(new TypeError('x')) },
    { name: 'c', run: async () => [ok('fine')] },
  ]);
  expect(results).toEqual([
    { check: 'a', status: 'fail', message: 'broken:; repair it', fix: null },
    { check: 'b', status: 'fail', message: 'x', fix: 'this is a defect: please report it' },
    { check: 'c', status: 'ok', message: 'fine', fix: null },
  ]);
});
