/** The database's schema, as the ordered steps that lead to it. A step that was released is never edited. */

/** Marks the file as Casebook's (`PRAGMA application_id`): the bytes of «CBk1». */
export const APPLICATION_ID = 0x43426b31;

/** Step i leads from schema version i to i + 1. */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;

  CREATE TABLE sources (
    id TEXT PRIMARY KEY,
    root TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('configured', 'ingested')),
    title TEXT NOT NULL,
    title_is_descriptive INTEGER NOT NULL,
    publisher TEXT,
    published_at TEXT,
    url TEXT,
    lang TEXT NOT NULL,
    text_lang TEXT NOT NULL,
    text_kind TEXT NOT NULL,
    authority TEXT,
    kind TEXT,
    case_ids TEXT NOT NULL,
    scope TEXT NOT NULL,
    reviewed INTEGER NOT NULL,
    content_hash TEXT NOT NULL,
    text TEXT NOT NULL
  );
  CREATE INDEX sources_root ON sources (root, id, content_hash);
  CREATE INDEX sources_scope ON sources (scope);

  CREATE TABLE passages (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    source_id TEXT NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    lang TEXT NOT NULL,
    start_offset INTEGER NOT NULL,
    end_offset INTEGER NOT NULL,
    context TEXT NOT NULL,
    also_in TEXT NOT NULL,
    text TEXT NOT NULL
  );
  CREATE UNIQUE INDEX passages_source ON passages (source_id, ordinal);
  CREATE INDEX passages_lang ON passages (lang);

  CREATE TABLE vectors (
    passage INTEGER PRIMARY KEY REFERENCES passages (n) ON DELETE CASCADE,
    model TEXT NOT NULL,
    digest INTEGER NOT NULL,
    vector BLOB NOT NULL
  );

  CREATE TABLE cases (
    root TEXT NOT NULL,
    id TEXT NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (root, id)
  ) WITHOUT ROWID;

  -- Terms come analyzed and encoded (fts-terms.ts): this tokenizer only has to split them at blanks.
  CREATE VIRTUAL TABLE fts USING fts5 (
    words, concepts, context,
    content = '', contentless_delete = 1, tokenize = "ascii tokenchars '_@:'"
  );
  CREATE VIRTUAL TABLE fts_terms USING fts5vocab (fts, 'row');
  `,
  `
  -- JSON of a Standing; null while the publication stands as it was.
  ALTER TABLE sources ADD COLUMN standing TEXT;

  -- Claims that were read out of an article by rules or by a model, not by people.
  CREATE TABLE extracted_claims (
    source_id TEXT NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    claim TEXT NOT NULL,
    PRIMARY KEY (source_id, ordinal)
  ) WITHOUT ROWID;

  -- To which case an article belongs. What people decide («linked», «rejected» by hand) is not overwritten by rules.
  CREATE TABLE case_links (
    source_id TEXT NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    case_id TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('linked', 'proposed', 'rejected')),
    by_hand INTEGER NOT NULL,
    score REAL NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (source_id, case_id)
  ) WITHOUT ROWID;
  `,
  `
  -- What those who look after the corpus say of a publication. Kept apart from it: whoever reads the source anew
  -- replaces its row.
  CREATE TABLE operator_standings (
    source_id TEXT PRIMARY KEY,
    standing TEXT NOT NULL
  ) WITHOUT ROWID;
  `,
  `
  -- What people decided about sources that feeds brought. Kept apart from them as standings are; of a removed source
  -- it is all that is left.
  CREATE TABLE operator_reviews (
    source_id TEXT PRIMARY KEY,
    verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'removed'))
  ) WITHOUT ROWID;
  `,
  `
  -- Whole sources, under the number of their first passage: what a question asks may be spread over an article. Without
  -- concepts, since BM25 counts every column into a document's length.
  CREATE VIRTUAL TABLE fts_sources USING fts5 (
    words, context,
    content = '', contentless_delete = 1, tokenize = "ascii tokenchars '_@:'"
  );
  `,
];

/** The newest schema version that this program knows. */
export const SCHEMA_VERSION = MIGRATIONS.length;
