/** All that the test Slack keeps besides messages: views, agent threads, streams, triggers, answers to interactions. */
import type { EphemeralMessage, Json } from './slack-message.ts';
import type { Workspace } from './workspace.ts';

/** A view as Slack sends it back: with its id, hash and state. */
export interface OpenView extends Json {
  readonly id: string;
  readonly hash: string;
  readonly blocks: Json[];
}

/** What an app set on a thread with `assistant.threads.*` and `agents.sessions.*`. */
export interface AgentThread {
  /** Shown now; empty: none. A message of the app in the thread clears it. */
  status: string;
  /** Every status in order, also the cleared ones. */
  readonly statuses: string[];
  loadingMessages: readonly string[];
  title?: string;
  prompts?: { title?: string; prompts: Json[] };
  /** `active`, `processing`, `suspended` or `closed`. */
  session?: string;
}

export interface Stream {
  /** Fixed by the first text: a stream takes either `markdown_text` or chunks, never both. */
  mode: 'markdown_text' | 'chunks' | undefined;
  state: 'in_progress' | 'completed' | 'stopped_by_user';
  readonly startedAt: number;
  readonly chunks: Json[];
}

/** One use of a `response_url`. */
export interface ResponsePost extends Json {
  readonly text?: string;
  readonly blocks?: Json[];
}

export interface ResponseUrl {
  readonly user: string;
  readonly channel: string;
  /** Of the message that was clicked, if one was. */
  readonly messageTs?: string;
  readonly createdAt: number;
  readonly posts: ResponsePost[];
}

/** A file of the app. */
export interface SlackFile {
  readonly id: string;
  readonly name: string;
  readonly length: number;
  readonly alt: string | undefined;
  /** Under which path of this server its bytes are taken. */
  readonly path: string;
  bytes?: Uint8Array;
  /** When Slack has done with it, in milliseconds since 1970; absent before the upload was completed. */
  readyAt?: number;
  /** Where it was shared by a message of its own. */
  readonly sharedIn: string[];
}

export interface SlackState {
  readonly files: Map<string, SlackFile>;
  /** How long Slack works on a file before blocks may show it, in milliseconds; not documented, really some seconds. */
  fileWorkMs: number;
  readonly workspace: Workspace;
  readonly experience: 'agent' | 'assistant';
  readonly ephemerals: EphemeralMessage[];
  /** The stack of open modals of each person, the one in sight last. */
  readonly modals: Map<string, OpenView[]>;
  readonly homes: Map<string, OpenView>;
  /** By channel and root: `C1/1700000000.000001`; by channel alone for prompts without a thread. */
  readonly agentThreads: Map<string, AgentThread>;
  readonly streams: Map<string, Stream>;
  readonly triggers: Map<string, { user: string; at: number; used: boolean }>;
  readonly responseUrls: Map<string, ResponseUrl>;
  /** What the person has in sight in the agent view. */
  readonly contexts: Map<string, readonly Json[]>;
  /** How long Slack keeps a stream open, in milliseconds; not documented, seen to be about five minutes. */
  streamLifetimeMs: number;
}

export function createState(workspace: Workspace, experience: 'agent' | 'assistant'): SlackState {
  return {
    workspace,
    experience,
    files: new Map(),
    fileWorkMs: 20,
    ephemerals: [],
    modals: new Map(),
    homes: new Map(),
    agentThreads: new Map(),
    streams: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    contexts: new Map(),
    streamLifetimeMs: 5 * 60_000,
  };
}

export function agentThread(state: SlackState, channel: string, ts?: string): AgentThread {
  const key = ts === undefined ? channel : `${channel}/${ts}`;
  const known = state.agentThreads.get(key);
  if (known !== undefined) return known;
  const made: AgentThread = { status: '', statuses: [], loadingMessages: [] };
  state.agentThreads.set(key, made);
  return made;
}

/** A trigger that opens one view within three seconds. */
export function newTrigger(state: SlackState, user: string): string {
  const id = `${state.workspace.newId('')}.${state.workspace.now()}.trigger`;
  state.triggers.set(id, { user, at: state.workspace.now(), used: false });
  return id;
}
