/** Keeps compiled labels between runs. The file is a cache: whatever is wrong with it, the labels are compiled anew. */
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompiledLabel, LabelTable } from './compile-labels.ts';
import { OTHER_LANGS } from './concept.ts';

const TABLES: ReadonlySet<unknown> = new Set<LabelTable>(['fr', 'en', 'any', ...OTHER_LANGS]);

/**
 * The labels stored under this version in the first folder that has them, or those that `compile` makes, stored for the next
 * run in the first folder that takes them. Folders that cannot be written cost the time to compile and nothing else.
 */
export function cachedLabels(
  folders: readonly string[],
  version: string,
  compile: () => CompiledLabel[],
): CompiledLabel[] {
  const name = `lexicon-${version}.json`;
  for (const folder of folders) {
    const stored = read(join(folder, name));
    if (stored !== null) return stored;
  }
  const labels = compile();
  const text = JSON.stringify(labels);
  folders.some((folder) => store(folder, name, text));
  return labels;
}

/** Whether the folder took it. What it had of another version goes. */
function store(folder: string, name: string, text: string): boolean {
  const file = join(folder, name);
  const fresh = `${file}.${process.pid}-${process.hrtime.bigint()}`;
  try {
    writeFileSync(fresh, text);
    renameSync(fresh, file);
  } catch {
    // Read-only or full: doctor says so, and the labels are in memory.
    discard(fresh);
    return false;
  }
  try {
    for (const old of readdirSync(folder))
      if (old !== name && /^lexicon-[0-9a-f]{16}\.json$/.test(old)) discard(join(folder, old));
  } catch {
    // A folder that cannot be listed keeps a file that nobody reads.
  }
  return true;
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // What cannot be removed does no harm: only the file's own name is read.
  }
}

function read(file: string): CompiledLabel[] | null {
  try {
    const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(parsed) && parsed.length > 0 && parsed.every(isLabel) ? parsed : null;
  } catch {
    return null;
  }
}

function isLabel(value: unknown): value is CompiledLabel {
  if (!Array.isArray(value) || value.length < 4) return false;
  const [concept, table, flags, ...parts] = value as unknown[];
  return (
    Number.isInteger(concept) &&
    TABLES.has(table) &&
    Number.isInteger(flags) &&
    parts.every((part) => typeof part === 'string')
  );
}
