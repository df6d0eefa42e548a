/** Stores the case files of one root: their sources, and the case records that point to these. */
import type { CaseRecord } from '../core/case-record.ts';
import { formatProblem } from '../core/located-problem.ts';
import type { SourceDocument } from '../core/source.ts';
import type { CaseCandidate } from './candidate.ts';
import { countPassages, FULL_PUT } from './ingest-articles.ts';
import type { IngestTally } from './ingest-tally.ts';

export interface CaseIntake {
  add(candidate: CaseCandidate): void;
  /** An input failed that may have been this case's file: its earlier version stays. */
  keep(caseId: string): void;
  /**
   * Stores what changed. To be called once, after everything else of the root was read and before what is gone is
   * removed.
   *
   * @param mayRemove whether sources that are gone will be removed.
   * @returns whether a case's earlier version stays, so that its sources and records must not be touched.
   */
  store(mayRemove: boolean): Promise<{ kept: boolean }>;
}

interface ParsedCase {
  readonly record: CaseRecord;
  readonly documents: readonly SourceDocument[];
}

/** Marks the content hash of a document whose case record is not stored yet. */
const PENDING = 'pending:';

export function createCaseIntake(tally: IngestTally): CaseIntake {
  const candidates = new Map<string, CaseCandidate>();
  let kept = false;

  const storedOf = (caseId: string): string[] =>
    [...tally.existing.keys()].filter((id) => id.startsWith(`${caseId}/`));

  function keep(caseId: string): void {
    const stored = storedOf(caseId);
    for (const id of stored) tally.seen.add(id);
    if (stored.length > 0) kept = true;
  }

  function isUnchanged({ caseId, contentHash }: CaseCandidate): boolean {
    const stored = storedOf(caseId);
    return stored.length > 0 && stored.every((id) => tally.existing.get(id) === contentHash);
  }

  /** The case's documents; null when the file has problems, which are told, each with its line. */
  async function parse(candidate: CaseCandidate): Promise<ParsedCase | null> {
    const { parseCaseFile } = await import('./case-file.ts');
    const parsed = parseCaseFile(candidate.text, candidate.caseId, candidate.contentHash);
    if (parsed.ok) return parsed;
    for (const problem of parsed.problems) {
      const place = formatProblem(candidate.input, { ...problem, message: '' });
      tally.fail(place.replace(/: $/, ''), problem.message);
    }
    keep(candidate.caseId);
    return null;
  }

  /** Whether the case's ids are free; told when another root has them. */
  async function isFree(candidate: CaseCandidate, documents: readonly SourceDocument[]): Promise<boolean> {
    const ids = documents.map(({ source }) => source.id);
    const owners = await tally.store.ownersOf(ids);
    const owner = ids.map((id) => owners.get(id)).find((root) => root !== undefined && root !== tally.root);
    if (owner !== undefined) {
      tally.fail(
        candidate.input,
        `the case is already in the corpus from ${owner}: ingest it from one place only`,
      );
      return false;
    }
    const twice = ids.find((id) => tally.seen.has(id));
    if (twice !== undefined)
      tally.fail(candidate.input, `the id ${twice} is used twice: give each article its own`);
    return twice === undefined;
  }

  return {
    keep,
    add(candidate) {
      if (candidates.has(candidate.caseId))
        tally.fail(candidate.input, `the case ${candidate.caseId} has two files: remove one`);
      else candidates.set(candidate.caseId, candidate);
    },
    async store(mayRemove) {
      const all = [...candidates.values()];
      const unchanged = all.filter(isUnchanged);
      for (const { caseId } of unchanged) {
        const stored = storedOf(caseId);
        for (const id of stored) tally.seen.add(id);
        tally.unchanged += stored.length;
      }
      const changed = all.filter((candidate) => !unchanged.includes(candidate));
      const gone = mayRemove && [...tally.existing.keys()].some((id) => !tally.seen.has(id));
      if (changed.length === 0 && !gone) return { kept };
      const records: CaseRecord[] = [];
      for (const candidate of unchanged) {
        const parsed = await parse(candidate);
        if (parsed !== null) records.push(parsed.record);
      }
      const cases: ParsedCase[] = [];
      for (const candidate of changed) {
        const parsed = await parse(candidate);
        if (parsed === null || !(await isFree(candidate, parsed.documents))) continue;
        records.push(parsed.record);
        cases.push(parsed);
        for (const { source } of parsed.documents) {
          tally.seen.add(source.id);
          tally.count(source.id);
        }
      }
      await putAll(cases, records);
      return { kept };
    },
  };

  /**
   * Sources first, then the records that point to them. Until the records are stored one source carries a hash that
   * no file has: killed in between, the next run finds the case changed and stores it again.
   */
  async function putAll(cases: readonly ParsedCase[], records: readonly CaseRecord[]): Promise<void> {
    const last = cases.at(-1)?.documents.at(-1);
    for (const batch of wholeCases(cases)) {
      tally.signal?.throwIfAborted();
      const documents = batch.map((document) => (document === last ? pending(document) : document));
      await tally.store.put(tally.root, tally.origin, documents);
    }
    // A broken file's earlier records would be lost: all records wait until it is mended.
    if (kept) return;
    await tally.store.putCases(tally.root, records);
    if (last !== undefined) await tally.store.put(tally.root, tally.origin, [last]);
  }
}

/**
 * The documents in batches that never divide a case: of a case whose first half is stored, the next run could not tell
 * that the rest is missing.
 */
function wholeCases(cases: readonly ParsedCase[]): SourceDocument[][] {
  const batches: SourceDocument[][] = [];
  let batch: SourceDocument[] = [];
  for (const { documents } of cases) {
    if (batch.length > 0 && countPassages([...batch, ...documents]) > FULL_PUT) {
      batches.push(batch);
      batch = [];
    }
    batch = [...batch, ...documents];
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}

function pending(document: SourceDocument): SourceDocument {
  return {
    ...document,
    source: { ...document.source, contentHash: `${PENDING}${document.source.contentHash}` },
  };
}
