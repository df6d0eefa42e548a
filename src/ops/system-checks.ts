/** The checks of `doctor` that need nothing but the machine: settings, Node, folder, port. */
import { mkdtemp, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { errorMessage } from '../core/errors.ts';
import { type Finding, fail, ok, warn } from './check.ts';

/** Below this, ingesting may fail: bytes. */
const LITTLE_SPACE = 200 * 1024 * 1024;

/** One finding for each problem and warning of the settings. */
export function checkSettings(problems: readonly string[], warnings: readonly string[]): Finding[] {
  const findings = [
    ...problems.map((problem) =>
      fail(problem, 'correct it in .env or in the environment; .env.example explains it'),
    ),
    ...warnings.map((warning) => warn(warning, null)),
  ];
  return findings.length > 0 ? findings : [ok('all settings are valid')];
}

/** @param minimum major version that the code is written for. */
export function checkNode(version: string, minimum: number): Finding[] {
  const enough = Number(version.split('.')[0]) >= minimum;
  return [
    enough ? ok(`Node ${version}`) : fail(`Node ${version} is too old`, `use Node ${minimum} or newer`),
  ];
}

/** Tries whether the folder, or the place where it would be made, can be written and has space. Leaves nothing behind. */
export async function checkDataFolder(dataDir: string): Promise<Finding[]> {
  const existing = await nearestExisting(dataDir);
  const elsewhere = 'or set CASEBOOK_DATA_DIR to another folder';
  if (!(await stat(existing)).isDirectory())
    return [fail(`${existing} is a file, the data folder needs a folder there`, `move it, ${elsewhere}`)];
  try {
    await (existing === dataDir ? probeFile(existing) : probeFolder(existing));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOSPC' || code === 'EDQUOT')
      return [fail(`the disk that holds ${existing} is full`, `free some space, ${elsewhere}`)];
    return [fail(`${existing} cannot be written`, `make it writable, ${elsewhere}`)];
  }
  const { bavail, bsize } = await statfs(existing);
  const free = `${Math.floor((bavail * bsize) / 1024 / 1024)} MB free`;
  if (bavail * bsize < LITTLE_SPACE)
    return [warn(`${dataDir}: only ${free}`, `free some space on that disk, ${elsewhere}`)];
  return [
    ok(existing === dataDir ? `${dataDir}, ${free}` : `${dataDir} is made at the first start, ${free}`),
  ];
}

/** Rejects when no file can be made in the folder: permissions alone do not tell, as in /proc. */
async function probeFile(folder: string): Promise<void> {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    await writeFile(probe, new Uint8Array(4096));
  } finally {
    await rm(probe, { force: true });
  }
}

/** Rejects when no folder with a file in it can be made in the folder. */
async function probeFolder(folder: string): Promise<void> {
  const probe = await mkdtemp(join(folder, '.probe-'));
  try {
    await probeFile(probe);
  } finally {
    await rm(probe, { recursive: true, force: true });
  }
}

async function nearestExisting(path: string): Promise<string> {
  try {
    await stat(path);
    return path;
  } catch {
    return dirname(path) === path ? path : nearestExisting(dirname(path));
  }
}

/** @param ownServer where a Casebook server runs on the same data folder, «at http://…» or «in Slack»: its port is rightly in use. */
export async function checkPort(
  host: string,
  port: number,
  ownServer: string | null,
  names: { readonly host: string; readonly port: string } = { host: 'HOST', port: 'PORT' },
): Promise<Finding[]> {
  if (ownServer !== null) return [ok(`a Casebook server is running ${ownServer}`)];
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, resolve);
    });
    return [ok(`${host}:${port} is free`)];
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EADDRINUSE')
      return [
        fail(
          `port ${port} of ${host} is in use`,
          `stop the program that uses it, or set ${names.port} to another`,
        ),
      ];
    return [
      fail(
        `${host}:${port} cannot be listened on (${errorMessage(error)})`,
        `set ${names.host} and ${names.port}`,
      ),
    ];
  } finally {
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
  }
}
