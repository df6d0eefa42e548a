/** Finds where the case files of a folder copy other texts: the digests must be in words of their own. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { errorMessage, OperatorError } from '../core/errors.ts';
import { parseCaseFile } from './case-file.ts';
import { decodeText } from './decode-text.ts';
import { sharedRuns } from './shared-runs.ts';
import { isCaseFile } from './split-front-matter.ts';

interface FoundText {
  readonly path: string;
  readonly text: string;
}

/**
 * Compares prose and claims of each case file with every text of another folder. Titles are left out: they are cited
 * as they are. Case files that are not right are passed over: `checkCorpus` tells about them.
 *
 * @param folder holds the case files, in any depth.
 * @param against holds the texts: .txt, .md, .yaml, .yml, .json, .jsonl, in any depth.
 * @returns one line for each run of eight words or more that both hold.
 * @throws OperatorError when a folder cannot be read.
 */
export async function findCopiedRuns(folder: string, against: string): Promise<string[]> {
  const others = await readTexts(against, /\.(txt|md|ya?ml|jsonl?)$/);
  const problems: string[] = [];
  for (const { path, text } of await readTexts(folder, /\.md$/)) {
    const parsed = isCaseFile(text) ? parseCaseFile(text, basename(path, '.md'), '') : null;
    if (parsed?.ok !== true) continue;
    const claims = parsed.record.claims.flatMap(({ wording, confidenceAsStated }) => [
      wording,
      confidenceAsStated,
    ]);
    const own = [
      ...parsed.documents.map((document) => document.text),
      ...claims.filter((part) => part !== null),
    ];
    const runs = sharedRuns(
      own.join('\n'),
      others.map((other) => other.text),
    );
    for (const { run, words, other } of runs)
      problems.push(`${path}: ${words} words as in ${others[other]?.path}: ${run}`);
  }
  return [...new Set(problems)];
}

async function readTexts(folder: string, names: RegExp): Promise<FoundText[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const paths = entries.filter((entry) => entry.isFile() && names.test(entry.name));
    return await Promise.all(
      paths.map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        const decoded = decodeText(await readFile(path));
        return { path, text: decoded.ok ? decoded.text : '' };
      }),
    );
  } catch (cause) {
    throw new OperatorError(`the folder ${folder} cannot be read: ${errorMessage(cause)}`, { cause });
  }
}
