/** A message of the test Slack as it is kept. */
export type Json = Record<string, unknown>;

export interface SlackMessage {
  readonly type: 'message';
  subtype?: string;
  readonly ts: string;
  readonly channel: string;
  readonly user?: string;
  readonly bot_id?: string;
  readonly app_id?: string;
  text: string;
  blocks?: Json[];
  attachments?: unknown[];
  thread_ts?: string;
  metadata?: Json;
  edited?: { user: string; ts: string };
  reactions?: { name: string; users: string[]; count: number }[];
  /** Of streamed messages: `stopped_by_user` is shown as `completed`. */
  streaming_state?: 'in_progress' | 'completed';
  /** What the app asked for when it posted: `undefined` means Slack's own default. */
  readonly unfurl_links?: boolean;
  readonly unfurl_media?: boolean;
  /** Whether the text came as standard Markdown (`markdown_text`) rather than as mrkdwn. */
  markdown?: boolean;
}

/** What only the person it is for sees. */
export interface EphemeralMessage extends SlackMessage {
  readonly for: string;
}
