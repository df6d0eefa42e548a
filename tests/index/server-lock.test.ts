/** One server for each data folder, and a folder that cannot be used is refused in one line. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { OperatorError } from '../../src/core/errors.ts';
import { dataFolderPaths, prepareDataFolder } from '../../src/index/data-folder.ts';
import { acquireServerLock } from '../../src/index/server-lock.ts';
import { temporaryFolder } from './index-kit.ts';

async function startHolder(folder: string): Promise<ChildProcess> {
  const module = new URL('../../src/index/server-lock.ts', import.meta.url).href;
  const code = `const { acquireServerLock } = await import(${JSON.stringify(module)});
    acquireServerLock(${JSON.stringify(folder)}).announce('at http://127.0.0.1:3999');
    globalThis.gc(); // the lock must not hang on a reference that the caller keeps
    console.log('held'); setInterval(() => globalThis.gc(), 20);`;
  const child = spawn(process.execPath, ['--expose-gc', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  if (child.stdout === null) throw new Error('no output');
  await once(child.stdout, 'data');
  return child;
}

describe('the server lock', () => {
  it('refuses a second server and says who holds it', () => {
    const folder = temporaryFolder();
    const lock = acquireServerLock(folder);
    lock.announce('at http://127.0.0.1:3000');
    expect(() => acquireServerLock(folder)).toThrow(OperatorError);
    expect(() => acquireServerLock(folder)).toThrow(
      new RegExp(`pid ${process.pid} at http://127.0.0.1:3000.*CASEBOOK_DATA_DIR`),
    );
    lock.release();
    lock.release();
    expect(existsSync(dataFolderPaths(folder).serverInfo)).toBe(false);
    acquireServerLock(folder).release();
  });

  it('is freed when the process is killed', async () => {
    const folder = temporaryFolder();
    const child = await startHolder(folder);
    expect(() => acquireServerLock(folder)).toThrow(new RegExp(`pid ${child.pid} at http://127.0.0.1:3999`));
    child.kill('SIGKILL');
    await once(child, 'exit');
    acquireServerLock(folder).release();
  });
});

describe('the data folder', () => {
  it('is made with its parents, for its owner alone, and left as it is where it was', () => {
    const parent = join(temporaryFolder(), 'a');
    const folder = join(parent, 'b');
    const rights = (path: string) => statSync(path).mode & 0o777;
    prepareDataFolder(folder);
    expect(rights(folder)).toBe(0o700);
    const before = rights(parent);
    prepareDataFolder(parent);
    expect(rights(parent)).toBe(before);
  });

  it('is refused in one line when a file is in its way', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, 'mine');
    for (const path of [file, join(file, 'below')]) {
      expect(() => prepareDataFolder(path)).toThrow(OperatorError);
      expect(() => prepareDataFolder(path)).toThrow(/^[^\n]*CASEBOOK_DATA_DIR[^\n]*$/);
    }
  });

  it.skipIf(process.platform !== 'linux').each(['/proc/casebook', '/proc/a/b', '/sys/casebook'])(
    'is refused in one line at %s, at once',
    (path) => {
      expect(() => prepareDataFolder(path)).toThrow(OperatorError);
      expect(() => prepareDataFolder(path)).toThrow(/^[^\n]*CASEBOOK_DATA_DIR[^\n]*$/);
    },
  );

  it.skipIf(!existsSync('/sys/kernel'))('is refused in one line when it cannot be written', () => {
    expect(() => prepareDataFolder('/sys/kernel/casebook')).toThrow(OperatorError);
    expect(() => acquireServerLock('/sys/kernel')).toThrow(/^[^\n]*CASEBOOK_DATA_DIR[^\n]*$/);
  });
});
