/** What `explain` tells: all that is kept of an answer, beside what the index holds now. */
import { indexPlace, type StateConfig, withState } from './app-state.ts';
import type { AuditedPassage } from './core/audit.ts';
import type { SourceText } from './core/retrieval.ts';
import type { AnswerRecord } from './state/find-records.ts';

/** A passage that was looked at, with its words as they are in the index now. */
export interface ExplainedPassage extends AuditedPassage {
  /** `changed`: the source was replaced since, so that the words may be others. `gone`: it is no longer in the corpus. */
  readonly now: 'same' | 'changed' | 'gone';
  /** Null when the source is gone. */
  readonly text: string | null;
  readonly title: string | null;
}

export interface Explanation extends AnswerRecord {
  /** Of the audit; empty when there is none. */
  readonly passages: readonly ExplainedPassage[];
}

/**
 * @param reference the reference id, or how it begins.
 * @returns the answers that begin so, two at most; none when none is kept.
 * @throws OperatorError when the state or the index cannot be used.
 */
export async function explainAnswer(config: StateConfig, reference: string): Promise<Explanation[]> {
  const { findRecords } = await import('./state/find-records.ts');
  const records = (await withState(config, (state) => findRecords(state, reference, Date.now()))) ?? [];
  const ids = records.flatMap(({ audit }) => audit?.passages.map(({ sourceId }) => sourceId) ?? []);
  const sources = await readSources(config, ids);
  return records.map((record) => ({
    ...record,
    passages: (record.audit?.passages ?? []).map((passage) => explained(passage, sources)),
  }));
}

async function readSources(config: StateConfig, ids: readonly string[]): Promise<Map<string, SourceText>> {
  if (ids.length === 0) return new Map();
  const { openIndex } = await import('./index/index-client.ts');
  const index = await openIndex(indexPlace(config));
  try {
    const found = await index.readSources([...new Set(ids)]);
    return new Map(found.map((source) => [source.source.id, source]));
  } finally {
    await index.close();
  }
}

function explained(passage: AuditedPassage, sources: ReadonlyMap<string, SourceText>): ExplainedPassage {
  const found = sources.get(passage.sourceId);
  if (found === undefined) return { ...passage, now: 'gone', text: null, title: null };
  const { source, text } = found;
  return {
    ...passage,
    now: source.contentHash === passage.contentHash ? 'same' : 'changed',
    text: text.slice(passage.start, passage.end),
    title: source.title,
  };
}
