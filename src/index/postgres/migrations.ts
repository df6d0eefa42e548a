/**
 * The index's tables in PostgreSQL, as the ordered steps that lead to them, in the dialect that `migratePostgres` takes:
 * its TEXT sorts by bytes, its INTEGER has 64 bits. A step that was released is never edited. What needs pgvector is no
 * step: it is made where the extension is (`vector-tables.ts`).
 *
 * Plain tables and keys alone: no trigger, no function, nothing of a session, so that distributed PostgreSQL takes them.
 */

/** Names these tables in the table of versions. */
export const INDEX_PART = 'index';

export const POSTGRES_MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);

  -- Raised by every change as the last thing that it does: who has read it knows whether anything has changed since, and
  -- who has raised it is alone until it commits.
  CREATE TABLE index_changes (one INTEGER PRIMARY KEY CHECK (one = 1), changes INTEGER NOT NULL);
  INSERT INTO index_changes VALUES (1, 0);

  -- Held by whoever writes to a root: the others wait, and find it done.
  CREATE TABLE root_locks (root TEXT PRIMARY KEY, taken INTEGER NOT NULL);

  -- A right that one process has at a time.
  CREATE TABLE index_leases (name TEXT PRIMARY KEY, owner TEXT NOT NULL, leased_until TIMESTAMPTZ NOT NULL);

  CREATE TABLE sources (
    id TEXT PRIMARY KEY,
    n INTEGER GENERATED ALWAYS AS IDENTITY UNIQUE,
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
    text TEXT NOT NULL,
    standing TEXT,
    -- Over the row and its passages: who brings the same again changes nothing.
    digest TEXT NOT NULL,
    -- Tokens of all its passages and of the context of the first; 0 without passages.
    length INTEGER NOT NULL
  );
  CREATE INDEX sources_root ON sources (root);
  CREATE INDEX sources_scope ON sources (scope);
  CREATE INDEX sources_published ON sources (published_at);
  -- A publisher's name may be longer than an ordered index takes.
  CREATE INDEX sources_publisher ON sources USING hash (publisher);
  CREATE INDEX sources_of_cases ON sources (id) WHERE case_ids <> '[]';

  CREATE TABLE passages (
    n INTEGER GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    source_id TEXT NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    lang TEXT NOT NULL,
    start_offset INTEGER NOT NULL,
    end_offset INTEGER NOT NULL,
    context TEXT NOT NULL,
    also_in TEXT NOT NULL,
    text TEXT NOT NULL,
    -- Tokens in all columns of the full text.
    length INTEGER NOT NULL,
    -- Its different tokens: by them its postings are found when it goes.
    terms text[] NOT NULL
  );
  CREATE UNIQUE INDEX passages_source ON passages (source_id, ordinal);
  CREATE INDEX passages_lang ON passages (lang, source_id);

  -- The full text: how often a token stands in the words, the concepts and the context of a passage, and how many tokens
  -- the passage has. All of it stands in the key's index, ordered by token: what a search reads lies together.
  CREATE TABLE postings (
    passage INTEGER NOT NULL,
    words SMALLINT NOT NULL,
    concepts SMALLINT NOT NULL,
    context SMALLINT NOT NULL,
    length SMALLINT NOT NULL,
    term TEXT NOT NULL,
    PRIMARY KEY (term, passage) INCLUDE (words, concepts, context, length)
  );

  -- The same for whole sources, without concepts, under sources.n.
  CREATE TABLE source_postings (
    source INTEGER NOT NULL,
    length integer NOT NULL,
    words SMALLINT NOT NULL,
    context SMALLINT NOT NULL,
    term TEXT NOT NULL,
    PRIMARY KEY (term, source) INCLUDE (words, context, length)
  );

  -- Passages and sources that have a token. A row may say 0 of both.
  CREATE TABLE term_counts (
    passages INTEGER NOT NULL,
    sources INTEGER NOT NULL,
    term TEXT PRIMARY KEY
  );

  -- Passages of a language, and tokens in them all.
  CREATE TABLE passage_counts (lang TEXT PRIMARY KEY, n INTEGER NOT NULL, length INTEGER NOT NULL);
  -- Sources with passages, and tokens in them all.
  CREATE TABLE source_counts (one INTEGER PRIMARY KEY CHECK (one = 1), n INTEGER NOT NULL, length INTEGER NOT NULL);
  INSERT INTO source_counts VALUES (1, 0, 0);

  -- Models that vectors were made with. Those of each stand in a table of its own (relation): one row (passage, digest,
  -- vector) for a passage.
  CREATE TABLE vector_models (
    id TEXT PRIMARY KEY,
    relation TEXT NOT NULL UNIQUE,
    dimensions INTEGER NOT NULL,
    -- What the table's index is made over: halfvec or vector; null where the dimensions are too many for one.
    indexed TEXT,
    -- Rows in the table.
    vectors INTEGER NOT NULL,
    -- Rarities that the embedded model weighs by; null for others.
    idf BYTEA
  );

  CREATE TABLE cases (
    root TEXT NOT NULL,
    id TEXT NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (root, id)
  );

  CREATE TABLE extracted_claims (
    source_id TEXT NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    ordinal INTEGER NOT NULL,
    claim TEXT NOT NULL,
    PRIMARY KEY (source_id, ordinal)
  );

  CREATE TABLE case_links (
    source_id TEXT NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
    case_id TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('linked', 'proposed', 'rejected')),
    by_hand INTEGER NOT NULL,
    score REAL NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (source_id, case_id)
  );
  CREATE INDEX case_links_case ON case_links (case_id, status);

  CREATE TABLE operator_standings (source_id TEXT PRIMARY KEY, standing TEXT NOT NULL);

  CREATE TABLE operator_reviews (
    source_id TEXT PRIMARY KEY,
    verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'removed'))
  );

  CREATE TABLE unread_articles (source_id TEXT PRIMARY KEY REFERENCES sources (id) ON DELETE CASCADE);

  CREATE TABLE story_copies (
    source_id TEXT PRIMARY KEY REFERENCES sources (id) ON DELETE CASCADE,
    story TEXT NOT NULL
  );
  CREATE INDEX story_copies_story ON story_copies (story);

  CREATE TABLE copy_keys (
    key INTEGER NOT NULL,
    source INTEGER NOT NULL REFERENCES sources (n) ON DELETE CASCADE,
    PRIMARY KEY (key, source)
  );
  CREATE INDEX copy_keys_source ON copy_keys (source);
  `,
  `
  -- The publishers that there are, read by jumps from one to the next: an ordered index takes the beginning of a name.
  DROP INDEX sources_publisher;
  CREATE INDEX sources_publisher ON sources (left(publisher, 400));
  `,
  `
  -- The type of the column with a model's vectors. Those of the embedded model lie in half precision from here on, without an
  -- index, which missed a quarter of the nearest. What was made before serves no more; it costs nothing to make again.
  ALTER TABLE vector_models ADD COLUMN kept TEXT NOT NULL DEFAULT 'vector';
  UPDATE vector_models SET id = 'replaced ' || id WHERE idf IS NOT NULL;
  DELETE FROM meta WHERE key IN ('embeddingModel', 'nextModel');
  `,
];
