/** Finds out what has become of the sources that recent answers cite, and takes down who is to be told. */
import { setImmediate } from 'node:timers/promises';
import type { Answer, Citation, NoticeCode } from '../../core/answer.ts';
import type { CaseRecord } from '../../core/case-record.ts';
import type { ChangeKind, CitedChange, SourceChange } from '../../core/correction.ts';
import { formatDate } from '../../core/format-date.ts';
import type { SourceReader } from '../../core/retrieval.ts';
import type { Source } from '../../core/source.ts';
import type { CorrectionBook, WatchedSource } from './correction-book.ts';
import { type Retraction, retractionsBySource, standingChange, stillHolds } from './find-changes.ts';

/** What is read of the corpus. */
export interface CorpusView extends Pick<SourceReader, 'readSources'> {
  listSources(): Promise<readonly Source[]>;
  listCases(): Promise<readonly CaseRecord[]>;
}

/**
 * How long a source must be gone, or its text another, before anybody is told; milliseconds. A folder that is moved or
 * read anew is back by then.
 */
const GRACE = 30 * 60_000;

/** A notice of the answer itself that says as much. */
const SAID_BY: Partial<Record<ChangeKind, NoticeCode>> = {
  corrected: 'source-corrected',
  withdrawn: 'source-withdrawn',
};

/**
 * Once for each cited source that is not as it was last seen. Killed in between, it begins anew, and nobody is told twice.
 *
 * @param since only answers given then or later count.
 * @param now milliseconds since 1970.
 */
export async function checkSources(
  book: CorrectionBook,
  corpus: CorpusView,
  { since, now }: { readonly since: Date; readonly now: number },
): Promise<void> {
  const cited = await book.citedSources(since);
  if (cited.size === 0) return;
  const [sources, cases] = await Promise.all([corpus.listSources(), corpus.listCases()]);
  const byId = new Map(sources.map((source) => [source.id, source]));
  const retractions = retractionsBySource(cases);
  for (const [sourceId, before] of cited) {
    const source = byId.get(sourceId) ?? null;
    const publisher = source === null ? null : standingChange(source);
    const said = [...(publisher === null ? [] : [publisher]), ...(retractions.get(sourceId) ?? [])];
    const seen: WatchedSource = {
      contentHash: source?.contentHash ?? null,
      standing: JSON.stringify(said.map(({ kind, date, note }) => [kind, date, note])),
    };
    if (before?.contentHash === seen.contentHash && before.standing === seen.standing) continue;
    const text = source === null ? null : ((await corpus.readSources([sourceId]))[0]?.text ?? null);
    const isNew = before === null || before.standing !== seen.standing;
    for (const citing of await book.answersCiting(sourceId, since)) {
      const citations = citing.answer.citations.filter((citation) => citation.sourceId === sourceId);
      const first = citations[0];
      if (first === undefined) continue;
      const lost = lostChange(text, citations);
      const tell = said
        .filter((change) => isNew && !knewOf(change, citing.answer))
        .map((change) => ({
          change: citedChange(change, first),
          from: new Date(now),
        }));
      if (lost !== null) tell.push({ change: citedChange(lost, first), from: new Date(now + GRACE) });
      await book.setChanges(citing, sourceId, lost === null ? said : [...said, lost], tell);
    }
    await book.watch(sourceId, seen);
    // Lets questions in between two sources.
    await setImmediate();
  }
}

/** An answer that was given after the change may have told of it itself. */
function knewOf(change: SourceChange | Retraction, { citations, notices, lang }: Answer): boolean {
  if ('reportedBy' in change) return citations.some(({ sourceId }) => sourceId === change.reportedBy);
  const { kind, date, note } = change;
  const details = [date === null ? '' : formatDate(date, lang), note ?? ''];
  return notices.some(
    ({ code, text }) => code === SAID_BY[kind] && details.every((detail) => text.includes(detail)),
  );
}

/** @param text null when the source is no longer in the corpus. */
function lostChange(text: string | null, citations: readonly Citation[]): SourceChange | null {
  if (text === null) return { kind: 'removed', date: null, note: null };
  const all = citations.every(({ excerpt }) => stillHolds(text, excerpt));
  return all ? null : { kind: 'rewritten', date: null, note: null };
}

function citedChange({ kind, date, note }: SourceChange, citation: Citation): CitedChange {
  const { sourceId, title, titleIsDescriptive, publisher, url } = citation;
  return {
    kind,
    date,
    note,
    sourceId,
    title,
    titleIsDescriptive,
    publisher,
    publishedAt: citation.date,
    url,
  };
}
