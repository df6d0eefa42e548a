/** Files of a folder of data as further examples for the targets that read such files. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FuzzTarget } from '../../tests/support/fuzz/fuzz-target.ts';

/** Bytes of a file that is taken whole; of a longer one, lines are. */
const LARGEST = 300_000;
/** Lines of a longer file, spread over it. */
const LINES = 200;

export interface Example {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Every file below the folder, in the order of names; none when it is not there. */
export function readExamples(folder: string | undefined): Example[] {
  if (folder === undefined || !existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return names.flatMap((path) =>
    statSync(path).size <= LARGEST ? [{ path, bytes: readFileSync(path) }] : linesOf(path),
  );
}

/** What a target is given beside its own: files that are of its kind, and of every other kind some. */
export function examplesFor(target: FuzzTarget, all: readonly Example[]): Uint8Array[] {
  const own = all.filter(({ path }) => target.takes?.test(basename(path)) === true);
  const foreign = target.shape === 'json' ? [] : all.filter((_, i) => i % 7 === 0);
  const chosen = [...own, ...foreign].map(({ bytes }) => bytes);
  return target.shape === 'json' ? chosen.filter(isJson) : chosen;
}

function linesOf(path: string): Example[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const step = Math.max(1, Math.floor(lines.length / LINES));
  return lines.filter((_, i) => i % step === 0).map((line) => ({ path, bytes: Buffer.from(line) }));
}

function isJson(bytes: Uint8Array): boolean {
  try {
    JSON.parse(new TextDecoder().decode(bytes));
    return true;
  } catch {
    return false;
  }
}
