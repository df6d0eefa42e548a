/** Keeps the index in step with the folders that the settings list. */
import { realpath, stat } from 'node:fs/promises';
import { OperatorError } from './core/errors.ts';
import type { IngestProgress, IngestReport } from './corpus/corpus-store.ts';
import type { IndexClient } from './index/index-ports.ts';

export interface SyncOptions {
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: IngestProgress) => void;
}

/**
 * Ingests the folders and removes those that were listed before and are no longer. What was ingested by command stays.
 *
 * @param dirs absolute paths.
 * @throws OperatorError (exit code 2) when one of them is no folder; nothing is changed then.
 */
export async function syncCorpus(
  dirs: readonly string[],
  index: IndexClient,
  options: SyncOptions,
): Promise<IngestReport> {
  const roots = await Promise.all(dirs.map(folderAt));
  // First: a case belongs to one folder, and an upgrade or a move brings the same cases in another.
  let removed = 0;
  for (const { root, origin, sources } of await index.listRoots()) {
    if (origin !== 'configured' || roots.includes(root)) continue;
    await index.removeRoot(root);
    removed += sources;
  }
  const { ingest } = await import('./corpus/ingest.ts');
  const report = await ingest(dirs, { store: index, origin: 'configured', ...options });
  return { ...report, removed: report.removed + removed };
}

async function folderAt(dir: string): Promise<string> {
  try {
    const root = await realpath(dir);
    if ((await stat(root)).isDirectory()) return root;
  } catch {
    // Said below, whatever the reason.
  }
  throw new OperatorError(`CORPUS_DIRS names ${dir}, which is not a folder: correct it, or make the folder`, {
    exitCode: 2,
  });
}
