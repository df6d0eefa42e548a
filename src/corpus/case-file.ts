/** Parses and validates `corpus/<case-id>.md`: all its problems at once, or the case with its documents. */
import type { CaseRecord } from '../core/case-record.ts';
import { formatPath, type LocatedProblem } from '../core/located-problem.ts';
import type { SourceDocument } from '../core/source.ts';
import { readYaml } from '../yaml/read-yaml.ts';
import { toCaseRecord, toDocuments } from './case-documents.ts';
import { renderFootnotes } from './case-footnotes.ts';
import { checkFrontMatter } from './case-front-matter.ts';
import { readProse } from './case-prose.ts';
import type { CaseSource } from './case-schema.ts';
import { ABOVE_FRONT_MATTER, splitFrontMatter } from './split-front-matter.ts';

export type ParsedCase =
  | { readonly ok: true; readonly record: CaseRecord; readonly documents: readonly SourceDocument[] }
  | {
      readonly ok: false;
      /** In the order of lines; never empty. */
      readonly problems: readonly LocatedProblem[];
      /** The sources, when only the definitions at the end are wrong and can be rewritten from them. */
      readonly fixableWith: readonly CaseSource[] | null;
    };

/**
 * @param text the file's text.
 * @param caseId the id that the file's name gives, without `.md`.
 * @param contentHash goes into every source of the case.
 */
export function parseCaseFile(text: string, caseId: string, contentHash: string): ParsedCase {
  const file = text.replace(/\r\n?/g, '\n').normalize('NFC');
  const split = splitFrontMatter(file);
  if (split === null) {
    const problem = {
      line: 1,
      message: 'the front matter is missing: begin with ---, the case in YAML, and ---',
    };
    return { ok: false, problems: [problem], fixableWith: null };
  }
  const front = readYaml(split.yaml, ABOVE_FRONT_MATTER);
  const checked = checkFrontMatter(front, caseId);
  const problems = [...checked.problems];
  // Without readable YAML every footnote would seem wrong: the one true problem would drown.
  if (front.problems.length > 0) return { ok: false, problems, fixableWith: null };
  const prose = readProse(split.body, split.bodyLine, checked.sourceIds, checked.lang);
  problems.push(...prose.problems);
  for (const [i, id] of checked.sourceIds.entries()) {
    if (!prose.sentences.some(({ sources }) => sources.includes(id)))
      problems.push({
        line: front.lineOf(['sources', i]),
        message: `${formatPath(['sources', i])}: no sentence has the footnote [^${id}]: use it or remove it`,
      });
  }
  if (checked.record !== null && renderFootnotes(checked.record.sources) !== prose.definitions) {
    const stale =
      'the footnote definitions are not those of the front matter: run `npm run corpus:check -- --fix`';
    const fixableWith = problems.length === 0 ? checked.record.sources : null;
    return {
      ok: false,
      problems: sorted([...problems, { line: prose.definitionsLine, message: stale }]),
      fixableWith,
    };
  }
  if (checked.record === null || problems.length > 0)
    return { ok: false, problems: sorted(problems), fixableWith: null };
  return {
    ok: true,
    record: toCaseRecord(checked.record),
    documents: toDocuments(checked.record, prose.sentences, contentHash),
  };
}

function sorted(problems: readonly LocatedProblem[]): LocatedProblem[] {
  return problems.toSorted((a, b) => a.line - b.line);
}
