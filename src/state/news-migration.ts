/** Step 5 of the schema of the state: the tables of the news. As every step that was released, it is never edited. */

export const NEWS_MIGRATION = `
  CREATE TABLE feeds (
    feed_id TEXT PRIMARY KEY,
    scope TEXT NOT NULL,
    url TEXT NOT NULL,
    url_hash TEXT NOT NULL,
    given_url TEXT NOT NULL,
    title TEXT,
    site_url TEXT,
    lang TEXT,
    full_text INTEGER NOT NULL,
    added_at TEXT NOT NULL,
    etag TEXT,
    last_modified TEXT,
    body_hash TEXT,
    next_poll_at TEXT NOT NULL,
    last_polled_at TEXT,
    last_ok_at TEXT,
    read_at TEXT,
    failures INTEGER NOT NULL,
    trouble TEXT,
    trouble_code TEXT,
    interval_minutes REAL,
    refresh_minutes REAL,
    moved_to TEXT,
    moved_polls INTEGER NOT NULL,
    from_file INTEGER NOT NULL,
    disabled_at TEXT,
    seeded INTEGER NOT NULL,
    owner TEXT,
    leased_until TEXT
  );
  CREATE INDEX feeds_url ON feeds (scope, url_hash);
  CREATE INDEX feeds_due ON feeds (next_poll_at) WHERE disabled_at IS NULL;

  CREATE TABLE feed_items (
    feed_id TEXT NOT NULL,
    item_key TEXT NOT NULL,
    url_hash TEXT,
    link_mark TEXT,
    title_mark TEXT,
    seen_at TEXT NOT NULL,
    in_feed_at TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('seed', 'new', 'irrelevant', 'story')),
    content TEXT NOT NULL,
    judgement TEXT,
    placement TEXT,
    story_id TEXT,
    source_id TEXT,
    source_note TEXT,
    sourced_at TEXT,
    PRIMARY KEY (feed_id, item_key),
    FOREIGN KEY (feed_id) REFERENCES feeds ON DELETE CASCADE
  );
  CREATE INDEX feed_items_new ON feed_items (seen_at, ordinal) WHERE state = 'new';
  CREATE INDEX feed_items_unsourced ON feed_items (seen_at, ordinal)
    WHERE state = 'story' AND source_id IS NULL AND source_note IS NULL;
  CREATE INDEX feed_items_url ON feed_items (url_hash);
  CREATE INDEX feed_items_link ON feed_items (feed_id, link_mark) WHERE link_mark IS NOT NULL;
  CREATE INDEX feed_items_title ON feed_items (feed_id, title_mark) WHERE title_mark IS NOT NULL;
  CREATE INDEX feed_items_sourced ON feed_items (feed_id, sourced_at) WHERE source_id IS NOT NULL;
  CREATE INDEX feed_items_in_feed ON feed_items (in_feed_at);

  CREATE TABLE stories (
    story_id TEXT PRIMARY KEY,
    opened_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL,
    case_id TEXT
  );
  CREATE INDEX stories_seen ON stories (last_seen_at);

  CREATE TABLE story_reports (
    feed_id TEXT NOT NULL,
    item_key TEXT NOT NULL,
    story_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    seen_at TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (feed_id, item_key),
    FOREIGN KEY (story_id) REFERENCES stories ON DELETE CASCADE
  );
  CREATE INDEX story_reports_story ON story_reports (story_id, position);

  CREATE TABLE subscriptions (
    subscription_id TEXT PRIMARY KEY,
    platform TEXT NOT NULL,
    workspace_id TEXT NOT NULL,
    channel_id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    created_by TEXT,
    paused_at TEXT,
    last_digest TEXT,
    content TEXT NOT NULL
  );
  CREATE INDEX subscriptions_place ON subscriptions (platform, workspace_id, channel_id);

  -- One row for each post of a subscription. To be posted while ref is null; to be edited while revision is above
  -- posted_revision. attempts rises with each claim, so that a kill is an attempt too.
  CREATE TABLE deliveries (
    subscription_id TEXT NOT NULL,
    post_key TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('story', 'update', 'digest', 'notice')),
    story_id TEXT,
    platform TEXT NOT NULL,
    workspace_id TEXT NOT NULL,
    channel_id TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('due', 'posted', 'dropped', 'dead')),
    asked_at TEXT NOT NULL,
    due_at TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    first_tried_at TEXT,
    ref TEXT,
    posted_at TEXT,
    revision INTEGER NOT NULL,
    posted_revision INTEGER NOT NULL,
    owner TEXT,
    leased_until TEXT,
    last_error TEXT,
    ended_at TEXT,
    PRIMARY KEY (subscription_id, post_key)
  );
  CREATE INDEX deliveries_due ON deliveries (platform, due_at) WHERE state = 'due';
  CREATE INDEX deliveries_story ON deliveries (story_id);
  CREATE INDEX deliveries_posted ON deliveries (subscription_id, posted_at) WHERE posted_at IS NOT NULL;
  CREATE INDEX deliveries_dead ON deliveries (ended_at) WHERE state = 'dead';
  CREATE INDEX deliveries_owner ON deliveries (owner) WHERE owner IS NOT NULL;
  CREATE INDEX deliveries_asked ON deliveries (asked_at);

  -- A right that one process has at a time.
  CREATE TABLE leases (
    name TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    leased_until TEXT NOT NULL
  );

  -- The order of answers of one millisecond, which not every database can tell from its rows.
  ALTER TABLE answers ADD COLUMN ordinal INTEGER NOT NULL DEFAULT 0;

  -- Which process answers a message: null in messages that were taken before this was kept.
  ALTER TABLE inbox ADD COLUMN owner TEXT;
  `;
