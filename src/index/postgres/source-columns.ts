/** What a Source needs of its row in PostgreSQL. */

/** All but the text, of `sources s`, as `sourceFromRow` takes it. A person's word on it comes before the document's. */
export const POSTGRES_SOURCE_COLUMNS =
  's.id, s.title, s.title_is_descriptive, s.publisher, s.published_at, s.url, s.lang, s.text_lang, s.text_kind, ' +
  's.authority, s.kind, s.case_ids, s.scope, s.content_hash, ' +
  "case when exists (select 1 from operator_reviews r where r.source_id = s.id and r.verdict = 'accepted') " +
  'then 1 else s.reviewed end as reviewed, ' +
  'coalesce((select o.standing from operator_standings o where o.source_id = s.id), s.standing) as standing';
