/**
 * The tables of what the bot keeps, as Kysely sees them. `migrations.ts` makes them. Times are ISO 8601 in UTC with
 * milliseconds: as texts they sort by time, and mean the same in every database.
 */
import type { Generated } from 'kysely';
import type { NewsSchema } from './news-schema.ts';
import type { WorkspaceSchema } from './workspace-schema.ts';

interface WorkspaceKey {
  platform: string;
  workspace_id: string;
}

export interface InboxTable extends WorkspaceKey {
  message_id: string;
  taken_at: string;
  /** Tells apart what was taken in the same millisecond. */
  ordinal: number;
  /** Null once settled or forgotten. */
  user_id: string | null;
  /** JSON of an IncomingMessage; null once settled or forgotten. */
  payload: string | null;
  /** The process that answers it; null in messages that were taken before this was kept. */
  owner: Generated<string | null>;
}

export interface AnswersTable extends WorkspaceKey {
  answer_id: string;
  /** Who asked. */
  user_id: string;
  given_at: string;
  /** JSON of a KeptAnswer. Not a column for each: PostgreSQL takes no NUL in a text, JSON escapes it. */
  content: string;
  /** Empty in answers that were given before this was kept. */
  channel_id: Generated<string>;
  thread_id: Generated<string>;
  /** Tells apart what was given in the same millisecond; 0 in answers that were given before this was kept. */
  ordinal: Generated<number>;
}

interface AnswerKey extends WorkspaceKey {
  answer_id: string;
}

export interface AuditsTable extends AnswerKey {
  /** JSON of an AnswerAudit. */
  content: string;
}

export interface AnswerSourcesTable extends AnswerKey {
  source_id: string;
}

export interface ErrorReportsTable extends AnswerKey {
  user_id: string;
  reported_at: string;
  /** JSON of a KeptErrorReport. */
  content: string;
}

export interface CorrectionNoticesTable extends AnswerKey {
  source_id: string;
  /** Tells one change of the source from the next. */
  change_hash: string;
  due_at: string;
  /** Null until it was sent. */
  sent_at: string | null;
  attempts: number;
  /** JSON of a CitedChange. */
  content: string;
}

export interface WatchedSourcesTable {
  source_id: string;
  /** Null when it was not in the corpus. */
  content_hash: string | null;
  /** What had been said of the publication: JSON of `[kind, date, note]` for each change. */
  standing: string;
}

export interface RatingsTable extends WorkspaceKey {
  answer_id: string;
  /** Who judged. */
  user_id: string;
  verdict: 'up' | 'down';
  rated_at: string;
}

export interface ThreadsTable extends WorkspaceKey {
  channel_id: string;
  thread_id: string;
  /** When the bot last answered there. */
  answered_at: string;
}

export interface SettingsTable extends WorkspaceKey {
  level: 'channel' | 'workspace';
  /** Empty at the level of the workspace. */
  channel_id: string;
  name: string;
  /** As `writeChatSetting` writes it. */
  value: string;
}

export interface ModelUsageTable {
  /** YYYY-MM-DD in UTC. */
  day: string;
  /** `provider:model`. */
  model: string;
  /** Tokens. */
  input: number;
  output: number;
}

export interface StateSchema extends NewsSchema, WorkspaceSchema {
  model_usage: ModelUsageTable;
  inbox: InboxTable;
  answers: AnswersTable;
  ratings: RatingsTable;
  threads: ThreadsTable;
  settings: SettingsTable;
  audits: AuditsTable;
  answer_sources: AnswerSourcesTable;
  error_reports: ErrorReportsTable;
  correction_notices: CorrectionNoticesTable;
  watched_sources: WatchedSourcesTable;
}
