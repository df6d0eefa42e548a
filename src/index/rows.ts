/** Rows of the database to the vocabulary, and back. */
import type { SQLOutputValue } from 'node:sqlite';
import type { CaseRecord } from '../core/case-record.ts';
import type { SourceGroup } from '../core/corpus-overview.ts';
import type { Authority, Passage, SharedSentence, Source, Standing, TextKind } from '../core/source.ts';
import type { RootOrigin } from './index-ports.ts';
import type { PassagesTable, SourcesTable } from './schema.ts';

export type Row = Record<string, SQLOutputValue>;

/** What a Source needs of its row: all but the text. A person's word on it comes before the document's. */
export const SOURCE_COLUMNS =
  's.id, s.title, s.title_is_descriptive, s.publisher, s.published_at, s.url, s.lang, s.text_lang, s.text_kind, ' +
  's.authority, s.kind, s.case_ids, s.scope, s.content_hash, ' +
  "max(s.reviewed, EXISTS (SELECT 1 FROM operator_reviews r WHERE r.source_id = s.id AND r.verdict = 'accepted')) " +
  'AS reviewed, ' +
  'coalesce((SELECT o.standing FROM operator_standings o WHERE o.source_id = s.id), s.standing) AS standing';

export function sourceFromRow(row: Row): Source {
  return {
    id: String(row.id),
    title: String(row.title),
    titleIsDescriptive: row.title_is_descriptive === 1,
    publisher: textOrNull(row.publisher),
    publishedAt: textOrNull(row.published_at),
    url: textOrNull(row.url),
    lang: String(row.lang),
    textLang: String(row.text_lang),
    textKind: String(row.text_kind) as TextKind,
    authority: textOrNull(row.authority) as Authority | null,
    kind: textOrNull(row.kind),
    caseIds: JSON.parse(String(row.case_ids)) as string[],
    scope: String(row.scope),
    reviewed: row.reviewed === 1,
    ...(typeof row.standing === 'string' ? { standing: JSON.parse(row.standing) as Standing } : {}),
    contentHash: String(row.content_hash),
  };
}

export function groupFromRow(row: Row): SourceGroup {
  return {
    sources: Number(row.n),
    lang: String(row.lang),
    textKind: String(row.text_kind) as TextKind,
    authority: textOrNull(row.authority) as Authority | null,
    publisher: textOrNull(row.publisher),
    year: textOrNull(row.year),
    reviewed: row.reviewed === 1,
  };
}

export function passageFromRow(row: Row): Passage {
  return {
    id: String(row.id),
    sourceId: String(row.source_id),
    ordinal: Number(row.ordinal),
    text: String(row.text),
    lang: String(row.lang),
    start: Number(row.start_offset),
    end: Number(row.end_offset),
    context: String(row.context),
    alsoIn: JSON.parse(String(row.also_in)) as SharedSentence[],
  };
}

export function caseFromRow(row: Row): CaseRecord {
  return JSON.parse(String(row.record)) as CaseRecord;
}

export function sourceToRow(source: Source, text: string, root: string, origin: RootOrigin): SourcesTable {
  return {
    id: source.id,
    root,
    origin,
    title: source.title,
    title_is_descriptive: source.titleIsDescriptive ? 1 : 0,
    publisher: source.publisher,
    published_at: source.publishedAt,
    url: source.url,
    lang: source.lang,
    text_lang: source.textLang,
    text_kind: source.textKind,
    authority: source.authority,
    kind: source.kind,
    case_ids: JSON.stringify(source.caseIds),
    scope: source.scope,
    reviewed: source.reviewed ? 1 : 0,
    content_hash: source.contentHash,
    text,
    standing: source.standing === undefined ? null : JSON.stringify(source.standing),
  };
}

export function passageToRow(passage: Passage): Omit<PassagesTable, 'n'> {
  return {
    id: passage.id,
    source_id: passage.sourceId,
    ordinal: passage.ordinal,
    lang: passage.lang,
    start_offset: passage.start,
    end_offset: passage.end,
    context: passage.context,
    also_in: JSON.stringify(passage.alsoIn),
    text: passage.text,
  };
}

export function textOrNull(value: SQLOutputValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
