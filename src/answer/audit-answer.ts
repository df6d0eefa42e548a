/** The record of how an answer came about. */
import type { Answer } from '../core/answer.ts';
import type { AnswerAudit, AuditedPassage } from '../core/audit.ts';
import type { Hit, SourceText } from '../core/retrieval.ts';
import type { Source } from '../core/source.ts';
import type { PickedPassage } from './model/pick-passages.ts';
import type { Writing } from './model/writing.ts';

export interface AuditInput {
  /** The question as it was answered. */
  readonly asked: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly hits: readonly Hit[];
  /** Every source of the stories, by id. */
  readonly texts: ReadonlyMap<string, SourceText>;
  /** What the model was given; empty without one. */
  readonly read: readonly PickedPassage[];
  /** Null when no model was asked. */
  readonly writing: Writing | null;
  readonly timings: Readonly<Record<string, number>>;
}

export function auditAnswer(input: AuditInput, answer: Answer): AnswerAudit {
  const { asked, versions, hits, read, texts, writing, timings } = input;
  const found = hits.map(({ passage, source }) => audited(source, passage, 'found'));
  const given = read.map((passage) => audited(passage.source, passage, 'read'));
  const cited = answer.citations.flatMap(({ sourceId, excerpt }) => {
    const text = texts.get(sourceId);
    const start = text?.text.indexOf(excerpt) ?? -1;
    if (text === undefined || start === -1) return [];
    return [audited(text.source, { start, end: start + excerpt.length }, 'cited')];
  });
  return {
    asked,
    versions,
    model: writing?.audited ?? null,
    passages: [...found, ...given, ...cited],
    sentences: writing?.sentences ?? [],
    timings: writing === null ? timings : { ...timings, checking: Math.round(writing.checkingMs) },
  };
}

function audited(
  { id: sourceId, contentHash }: Source,
  { start, end }: { readonly start: number; readonly end: number },
  use: AuditedPassage['use'],
): AuditedPassage {
  return { sourceId, start, end, contentHash, use };
}
