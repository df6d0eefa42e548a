/** Checks every case file of a folder, and repairs what can be made from the rest. */
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { OperatorError } from '../core/errors.ts';
import { formatProblem } from '../core/located-problem.ts';
import { parseCaseFile } from './case-file.ts';
import { rewriteFootnotes } from './case-footnotes.ts';
import { decodeText } from './decode-text.ts';
import { isCaseFile } from './split-front-matter.ts';
import { isProjectPaper } from './walk.ts';

export interface CorpusCheck {
  /** Case files that are right, after repair. */
  readonly cases: number;
  readonly sources: number;
  readonly claims: number;
  /** Files whose footnote definitions were rewritten. */
  readonly fixed: readonly string[];
  /** `corpus/x.md:12: claims[2].source: s9 is not one of the sources`, in the order of files and lines. */
  readonly problems: readonly string[];
}

/**
 * @param folder holds the case files, in any depth.
 * @param options.fix rewrites footnote definitions in files that have no other problem.
 * @throws OperatorError when the folder cannot be read.
 */
export async function checkCorpus(folder: string, options: { fix?: boolean } = {}): Promise<CorpusCheck> {
  const fixed: string[] = [];
  const problems: string[] = [];
  let cases = 0;
  let sources = 0;
  let claims = 0;
  for (const path of await markdownFiles(folder)) {
    const decoded = decodeText(await readFile(path));
    if (!decoded.ok) {
      problems.push(`${path}:1: ${decoded.reason}`);
      continue;
    }
    if (!isCaseFile(decoded.text)) {
      problems.push(`${path}:1: is not a case file: its front matter has no claims`);
      continue;
    }
    const id = basename(path, '.md');
    let parsed = parseCaseFile(decoded.text, id, '');
    if (options.fix && !parsed.ok && parsed.fixableWith !== null) {
      const text = rewriteFootnotes(decoded.text, parsed.fixableWith);
      await writeFile(`${path}.tmp`, text);
      await rename(`${path}.tmp`, path);
      fixed.push(path);
      parsed = parseCaseFile(text, id, '');
    }
    if (parsed.ok) {
      cases += 1;
      sources += parsed.documents.length;
      claims += parsed.record.claims.length;
    } else problems.push(...parsed.problems.map((problem) => formatProblem(path, problem)));
  }
  return { cases, sources, claims, fixed, problems };
}

async function markdownFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && entry.name.endsWith('.md') && !entry.name.startsWith('.'))
      .filter((entry) => !isProjectPaper(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch (cause) {
    throw new OperatorError(`the corpus folder ${folder} cannot be read: give a folder that exists`, {
      exitCode: 2,
      cause,
    });
  }
}
