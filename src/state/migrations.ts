/** The schema of the state file, as the ordered steps that lead to it. A step that was released is never edited. */

/** Marks the file as Casebook's state (`PRAGMA application_id`): the bytes of «CBs1». */
export const STATE_APPLICATION_ID = 0x43427331;

/** Step i leads from schema version i to i + 1. */
export const STATE_MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE inbox (
    platform TEXT NOT NULL,
    workspace_id TEXT NOT NULL,
    message_id TEXT NOT NULL,
    taken_at TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    user_id TEXT,
    payload TEXT,
    PRIMARY KEY (platform, workspace_id, message_id)
  );
  CREATE INDEX inbox_taken ON inbox (taken_at);
  CREATE INDEX inbox_unsettled ON inbox (platform, taken_at, ordinal) WHERE payload IS NOT NULL;

  CREATE TABLE answers (
    platform TEXT NOT NULL,
    workspace_id TEXT NOT NULL,
    answer_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    given_at TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (platform, workspace_id, answer_id)
  );
  CREATE INDEX answers_given ON answers (given_at);
  CREATE INDEX answers_user ON answers (platform, workspace_id, user_id);

  CREATE TABLE ratings (
    platform TEXT NOT NULL,
    workspace_id TEXT NOT NULL,
    answer_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('up', 'down')),
    rated_at TEXT NOT NULL,
    PRIMARY KEY (platform, workspace_id, answer_id, user_id),
    FOREIGN KEY (platform, workspace_id, answer_id) REFERENCES answers ON DELETE CASCADE
  );
  CREATE INDEX ratings_rated ON ratings (rated_at);
  CREATE INDEX ratings_user ON ratings (platform, workspace_id, user_id);

  CREATE TABLE threads (
    platform TEXT NOT NULL,
    workspace_id TEXT NOT NULL,
    channel_id TEXT NOT NULL,
    thread_id TEXT NOT NULL,
    answered_at TEXT NOT NULL,
    PRIMARY KEY (platform, workspace_id, channel_id, thread_id)
  );
  CREATE INDEX threads_answered ON threads (answered_at);

  CREATE TABLE settings (
    platform TEXT NOT NULL,
    workspace_id TEXT NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('channel', 'workspace')),
    channel_id TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (platform, workspace_id, level, channel_id, name)
  );
  `,
];
