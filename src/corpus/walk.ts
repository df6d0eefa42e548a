/** Finds the files of a root that ingest can read, in a stable order. */
import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, extname, join, relative, resolve, sep } from 'node:path';
import { errorMessage } from '../core/errors.ts';
import type { FailedInput } from './corpus-store.ts';

export interface FoundFile {
  readonly path: string;
  /** Path below the root with `/`; the base name when the root is the file itself. */
  readonly id: string;
  /** As the person gave it, for messages. */
  readonly input: string;
  readonly extension: (typeof EXTENSIONS)[number];
  readonly bytes: number;
}

export interface FoundRoot {
  /** Absolute path without symbolic links. */
  readonly root: string;
  readonly files: readonly FoundFile[];
  readonly failed: readonly FailedInput[];
  /** False when part of the folder could not be read: then nothing can be said to be gone from it. */
  readonly complete: boolean;
}

const NOT_YET: Readonly<Record<string, string>> = {
  '.docx': 'Word',
};

const EXTENSIONS = ['.txt', '.md', '.jsonl', '.jsonl.gz', '.html', '.pdf'] as const;

/** Papers about a folder and not of it: skipped in a folder, ingested when given by themselves. */
export function isProjectPaper(name: string): boolean {
  return /^(?:readme|contributing|licen[cs]e|copying|notice|changelog|code_of_conduct|security)\b[^/]*$/i.test(
    name,
  );
}

/**
 * Looks at a file or, recursively, a folder. Hidden files, files of other kinds, symbolic links to folders and those
 * that lead out of the root are passed over; what looks like an article but cannot be read yet is told.
 */
export async function walkRoot(given: string): Promise<FoundRoot> {
  let root = resolve(given);
  let found: Stats;
  try {
    root = await realpath(given);
    found = await stat(root);
  } catch (error) {
    return { root, files: [], failed: [{ input: given, reason: unreadable(error) }], complete: false };
  }
  const files: FoundFile[] = [];
  const failed: FailedInput[] = [];
  if (!found.isDirectory()) {
    const reason = found.isFile() ? whyNot(root) : 'is neither a file nor a folder: give one that is';
    const file = fileAt(root, basename(root), given, found.size);
    if (reason === null && file !== null) files.push(file);
    else
      failed.push({
        input: given,
        reason: reason ?? 'has no known ending: rename it to .txt, .md, .html, .pdf or .jsonl',
      });
    return { root, files, failed, complete: true };
  }
  const complete = await walkFolder(root, root, given, files, failed);
  files.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { root, files: await withoutSecondNames(files), failed, complete };
}

async function walkFolder(
  root: string,
  folder: string,
  given: string,
  files: FoundFile[],
  failed: FailedInput[],
): Promise<boolean> {
  const inputOf = (path: string): string => join(given, relative(root, path));
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    failed.push({ input: inputOf(folder), reason: unreadable(error) });
    return false;
  }
  let complete = true;
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.') || isProjectPaper(entry.name)) continue;
    if (entry.isDirectory()) complete = (await walkFolder(root, path, given, files, failed)) && complete;
    else if (entry.isFile() || entry.isSymbolicLink()) {
      const id = relative(root, path).split(sep).join('/');
      const known = fileAt(path, id, inputOf(path), 0) !== null;
      try {
        const target = await realpath(path);
        const { size, isFile } = await fileSize(target);
        if (!isFile || !target.startsWith(root + sep)) continue;
        const file = fileAt(path, id, inputOf(path), size);
        const reason = NOT_YET[extname(path).toLowerCase()] === undefined ? null : whyNot(path);
        if (file !== null) files.push(file);
        else if (reason !== null) failed.push({ input: inputOf(path), reason });
      } catch (error) {
        if (!known) continue;
        failed.push({ input: inputOf(path), reason: unreadable(error) });
        complete = false;
      }
    }
  }
  return complete;
}

async function fileSize(path: string): Promise<{ size: number; isFile: boolean }> {
  const found = await stat(path);
  return { size: found.size, isFile: found.isFile() };
}

/** A link to a file that is found under its own name too would bring the same article twice. */
async function withoutSecondNames(files: readonly FoundFile[]): Promise<FoundFile[]> {
  const own = new Set(files.map(({ path }) => path));
  const kept: FoundFile[] = [];
  for (const file of files) {
    const target = await realpath(file.path).catch(() => file.path);
    if (target === file.path || !own.has(target)) kept.push(file);
  }
  return kept;
}

function fileAt(path: string, id: string, input: string, bytes: number): FoundFile | null {
  const [ending = ''] = /(?:\.jsonl)?\.\w+$/i.exec(path.toLowerCase()) ?? [];
  const extension = EXTENSIONS.find((one) => one === (ending === '.htm' ? '.html' : ending));
  return extension === undefined ? null : { path, id, input, extension, bytes };
}

function whyNot(path: string): string | null {
  const extension = extname(path).toLowerCase();
  const kind = NOT_YET[extension];
  if (kind !== undefined)
    return `${kind} is not yet supported: convert the file to text first, and give the .txt`;
  if (fileAt(path, '', '', 0) !== null) return null;
  return `${extension || 'a file without ending'} is not supported: give .txt, .md, .html, .pdf, .jsonl or .jsonl.gz`;
}

/** What a failed read means to a person. */
export function unreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT')
    return 'there is no such file or folder: check the path (what was ingested from it stays)';
  if (code === 'EACCES' || code === 'EPERM') return 'the file may not be read: grant read permission on it';
  if (typeof code === 'string' && code.startsWith('Z_'))
    return 'the archive is damaged or cut off: pack it anew (what was ingested from it stays)';
  return `cannot be read (${errorMessage(error)}): check the disk and the path`;
}
