/** The schema of the state file, as the ordered steps that lead to it. A step that was released is never edited. */

import { NEWS_MIGRATION } from './news-migration.ts';
import { WORKSPACE_MIGRATION } from './workspace-migration.ts';

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
  `
  -- Where an answer stands: what was said before in its thread, and whom to tell when a source of it is corrected.
  ALTER TABLE answers ADD COLUMN channel_id TEXT NOT NULL DEFAULT '';
  ALTER TABLE answers ADD COLUMN thread_id TEXT NOT NULL DEFAULT '';
  CREATE INDEX answers_thread ON answers (platform, workspace_id, channel_id, thread_id, given_at);

  CREATE TABLE audits (
    platform TEXT NOT NULL,
    workspace_id TEXT NOT NULL,
    answer_id TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (platform, workspace_id, answer_id),
    FOREIGN KEY (platform, workspace_id, answer_id) REFERENCES answers ON DELETE CASCADE
  );

  CREATE TABLE answer_sources (
    platform TEXT NOT NULL,
    workspace_id TEXT NOT NULL,
    answer_id TEXT NOT NULL,
    source_id TEXT NOT NULL,
    PRIMARY KEY (platform, workspace_id, answer_id, source_id),
    FOREIGN KEY (platform, workspace_id, answer_id) REFERENCES answers ON DELETE CASCADE
  );
  CREATE INDEX answer_sources_source ON answer_sources (source_id);

  CREATE TABLE error_reports (
    platform TEXT NOT NULL,
    workspace_id TEXT NOT NULL,
    answer_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    reported_at TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (platform, workspace_id, answer_id, user_id, reported_at),
    FOREIGN KEY (platform, workspace_id, answer_id) REFERENCES answers ON DELETE CASCADE
  );
  CREATE INDEX error_reports_reported ON error_reports (reported_at);

  -- One row for each answer and each change of a source of it; sent once.
  CREATE TABLE correction_notices (
    platform TEXT NOT NULL,
    workspace_id TEXT NOT NULL,
    answer_id TEXT NOT NULL,
    source_id TEXT NOT NULL,
    change_hash TEXT NOT NULL,
    due_at TEXT NOT NULL,
    sent_at TEXT,
    attempts INTEGER NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (platform, workspace_id, answer_id, source_id, change_hash),
    FOREIGN KEY (platform, workspace_id, answer_id) REFERENCES answers ON DELETE CASCADE
  );
  CREATE INDEX correction_notices_due ON correction_notices (platform, due_at) WHERE sent_at IS NULL;
  `,
  `
  -- Tokens that each model was given and wrote on a day (UTC), for the limit of the settings.
  CREATE TABLE model_usage (
    day TEXT NOT NULL,
    model TEXT NOT NULL,
    input INTEGER NOT NULL,
    output INTEGER NOT NULL,
    PRIMARY KEY (day, model)
  );
  `,
  `
  -- What was last seen of a source that an answer cites: tells what has changed since.
  CREATE TABLE watched_sources (
    source_id TEXT PRIMARY KEY,
    content_hash TEXT,
    standing TEXT NOT NULL
  );
  `,
  NEWS_MIGRATION,
  WORKSPACE_MIGRATION,
];
