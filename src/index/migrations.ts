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
  `
  -- Vectors of several models may stand side by side, while those of the next one are made. Ids only grow: what was
  -- added since is found by them.
  CREATE TABLE vectors_by_id (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    passage INTEGER NOT NULL REFERENCES passages (n) ON DELETE CASCADE,
    model TEXT NOT NULL,
    digest INTEGER NOT NULL,
    vector BLOB NOT NULL
  );
  INSERT INTO vectors_by_id (passage, model, digest, vector)
    SELECT passage, model, digest, vector FROM vectors ORDER BY passage;
  DROP TABLE vectors;
  ALTER TABLE vectors_by_id RENAME TO vectors;
  CREATE UNIQUE INDEX vectors_passage ON vectors (passage, model);

  -- Counting rows reads them all; each search asks.
  CREATE TABLE passage_counts (lang TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;
  INSERT INTO passage_counts SELECT lang, count(*) FROM passages GROUP BY lang;
  CREATE TRIGGER passage_counted AFTER INSERT ON passages BEGIN
    INSERT INTO passage_counts VALUES (NEW.lang, 1) ON CONFLICT (lang) DO UPDATE SET n = n + 1;
  END;
  CREATE TRIGGER passage_uncounted AFTER DELETE ON passages BEGIN
    UPDATE passage_counts SET n = n - 1 WHERE lang = OLD.lang;
  END;
  CREATE TABLE vector_counts (model TEXT PRIMARY KEY, n INTEGER NOT NULL) WITHOUT ROWID;
  INSERT INTO vector_counts SELECT model, count(*) FROM vectors GROUP BY model;
  CREATE TRIGGER vector_counted AFTER INSERT ON vectors BEGIN
    INSERT INTO vector_counts VALUES (NEW.model, 1) ON CONFLICT (model) DO UPDATE SET n = n + 1;
  END;
  CREATE TRIGGER vector_uncounted AFTER DELETE ON vectors BEGIN
    UPDATE vector_counts SET n = n - 1 WHERE model = OLD.model;
  END;

  -- Articles that were stored and whose claims are still to be read.
  CREATE TABLE unread_articles (
    source_id TEXT PRIMARY KEY REFERENCES sources (id) ON DELETE CASCADE
  ) WITHOUT ROWID;

  -- What searches are narrowed by.
  DROP INDEX passages_lang;
  CREATE INDEX passages_lang ON passages (lang, source_id);
  CREATE INDEX sources_published ON sources (published_at);
  CREATE INDEX sources_publisher ON sources (publisher);
  CREATE INDEX sources_of_cases ON sources (id) WHERE case_ids <> '[]';
  CREATE INDEX case_links_case ON case_links (case_id, status);
  `,
  `
  -- Sources that print the report of another, with the id of the first of them; and what copies are found by.
  CREATE TABLE story_copies (
    source_id TEXT PRIMARY KEY REFERENCES sources (id) ON DELETE CASCADE,
    story TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX story_copies_story ON story_copies (story);
  CREATE TABLE copy_keys (
    key INTEGER NOT NULL,
    passage INTEGER NOT NULL REFERENCES passages (n) ON DELETE CASCADE,
    PRIMARY KEY (key, passage)
  ) WITHOUT ROWID;
  CREATE INDEX copy_keys_passage ON copy_keys (passage);
  `,
];

/** The newest schema version that this program knows. */
export const SCHEMA_VERSION = MIGRATIONS.length;
