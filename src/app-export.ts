/** What `export` writes, joined from the parts. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseFile } from './cases/case-file.ts';
import { exportEurepoc } from './cases/export-eurepoc.ts';
import { exportStix } from './cases/export-stix.ts';
import type { CaseBook } from './core/case-book.ts';
import { OperatorError } from './core/errors.ts';
import { writeFileAtomically } from './index/write-file-atomically.ts';

export const EXPORT_FORMATS = ['eurepoc', 'stix'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportedFile {
  /** `<case-id>.json`, or `cases.json` for what holds several. */
  readonly name: string;
  readonly document: unknown;
}

/** Only what every workspace may see. */
const SCOPE = 'global';

/**
 * @param ids which cases, in this order; none for all, by id.
 * @returns one document for all cases in EuRepoC's terms, one bundle a case in STIX.
 * @throws OperatorError for an id that is no case with a source that everybody may see.
 */
export async function exportCases(
  cases: Pick<CaseBook, 'list' | 'sources'>,
  { format, ids }: { readonly format: ExportFormat; readonly ids: readonly string[] },
): Promise<ExportedFile[]> {
  const files = await readCases(cases, ids);
  if (format === 'eurepoc') return [{ name: 'cases.json', document: exportEurepoc(files) }];
  return files.map((file) => ({ name: `${file.record.id}.json`, document: exportStix(file) }));
}

async function readCases(
  cases: Pick<CaseBook, 'list' | 'sources'>,
  ids: readonly string[],
): Promise<CaseFile[]> {
  const records = new Map((await cases.list()).map((record) => [record.id, record]));
  const files: CaseFile[] = [];
  for (const id of ids.length > 0 ? new Set(ids) : [...records.keys()].sort()) {
    const record = records.get(id);
    const sources = record === undefined ? [] : await cases.sources(id, SCOPE);
    const first = sources[0];
    if (record !== undefined && first !== undefined) {
      const visible = new Set(sources.map((source) => source.id));
      const claims = record.claims.filter(({ sourceId }) => visible.has(sourceId));
      files.push({ record: { ...record, claims }, sources, textLang: first.textLang });
    } else if (ids.length > 0)
      throw new OperatorError(`there is no case "${id}"; npm run case lists the cases`);
  }
  return files;
}

/**
 * Writes each document whole or not at all.
 *
 * @param path a file, or a folder that exists: then one file for each document, named after its case.
 * @returns the paths written.
 * @throws OperatorError when the file cannot be written.
 */
export function writeExport(path: string, files: readonly ExportedFile[]): string[] {
  const toFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  const documents = toFolder ? files : [{ name: '', document: exportDocument(files) }];
  return documents.map(({ name, document }) => {
    const target = toFolder ? join(path, name) : path;
    try {
      writeFileAtomically(target, `${JSON.stringify(document, null, 2)}\n`);
    } catch (error) {
      throw new OperatorError(`${target} cannot be written: choose a folder that exists and may be written`, {
        cause: error,
      });
    }
    return target;
  });
}

/** One JSON document of them all: the only one as it is, several as a list. */
export function exportDocument(files: readonly ExportedFile[]): unknown {
  return files.length === 1 ? files[0]?.document : files.map(({ document }) => document);
}
