/** Validates a case file's front matter: its shape, and that ids point where they should. */
import type { z } from 'zod';
import { formatPath, type LocatedProblem } from '../core/located-problem.ts';
import type { YamlText } from '../yaml/read-yaml.ts';
import { type CaseFrontMatter, caseSchema } from './case-schema.ts';
import { plainIssue } from './plain-issue.ts';

export interface CheckedFrontMatter {
  /** Null when the shape is wrong. */
  readonly record: CaseFrontMatter | null;
  /** Source ids as far as they can be read, even when the shape is wrong. */
  readonly sourceIds: readonly string[];
  /** Language of the prose as far as it can be read. */
  readonly lang: string;
  readonly problems: readonly LocatedProblem[];
}

/** @param caseId the id that the file's name gives. */
export function checkFrontMatter(front: YamlText, caseId: string): CheckedFrontMatter {
  if (front.problems.length > 0) return { record: null, sourceIds: [], lang: 'en', problems: front.problems };
  const parsed = caseSchema.safeParse(front.value);
  const problems = parsed.success ? [] : parsed.error.issues.flatMap((issue) => shapeProblems(issue, front));
  const raw = asRecord(front.value);
  const at = (path: readonly PropertyKey[], message: string): void => {
    problems.push({ line: front.lineOf(path), message: `${formatPath(path)}: ${message}` });
  };
  if (typeof raw.id === 'string' && raw.id !== caseId)
    at(['id'], `${raw.id} is not the file's name, ${caseId}`);
  const sourceIds = asList(raw.sources).map((source) => asRecord(source).id);
  for (const [i, id] of sourceIds.entries()) {
    if (sourceIds.indexOf(id) < i) at(['sources', i, 'id'], `${String(id)} is used twice`);
  }
  for (const [i, claim] of asList(raw.claims).entries()) {
    const id = asRecord(claim).source;
    if (typeof id === 'string' && !sourceIds.includes(id))
      at(['claims', i, 'source'], `${id} is not one of the sources`);
  }
  return {
    record: parsed.success && problems.length === 0 ? parsed.data : null,
    sourceIds: sourceIds.filter((id) => typeof id === 'string'),
    lang: typeof raw.lang === 'string' && /^[a-z]{2}$/.test(raw.lang) ? raw.lang : 'en',
    problems,
  };
}

function shapeProblems(issue: z.core.$ZodIssue, front: YamlText): LocatedProblem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      line: front.lineOfKey(issue.path, key),
      message: `${formatPath([...issue.path, key])}: is not a known key`,
    }));
  }
  const message = plainIssue(issue);
  const place = formatPath(issue.path);
  return [{ line: front.lineOf(issue.path), message: place === '' ? message : `${place}: ${message}` }];
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
