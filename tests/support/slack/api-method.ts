/** What a method of the test Web API is: its scopes, its arguments, and how it refuses. */
import type { Emit } from './events.ts';
import type { Json, SlackMessage } from './slack-message.ts';
import type { SlackState } from './slack-state.ts';
import type { Conversation } from './workspace.ts';

/** A refusal as Slack words it: `{ok: false, error, …details}`. */
export class SlackRefusal extends Error {
  readonly details: Json;
  constructor(error: string, details: Json = {}) {
    super(error);
    this.details = details;
  }
}

export interface ApiContext {
  readonly state: SlackState;
  /** Tells the app of an event. */
  readonly emit: Emit;
  /** Base address of this server, without a slash at its end. */
  readonly origin: string;
  /** A ticket for one WebSocket. */
  readonly newTicket: () => string;
  /** Whether the bot's token has that scope. */
  readonly hasScope: (scope: string) => boolean;
  /** All its scopes, separated by commas. */
  readonly scopes: () => string;
}

export interface ApiMethod {
  /** Any one of these suffices; none: no scope is needed. */
  readonly scopes: readonly string[];
  /** `app` for methods that take an app-level token only. */
  readonly token?: 'app';
  readonly run: (args: Args, context: ApiContext) => Json;
}

/** The arguments of a call, whether they came as a form (all strings) or as JSON. */
export class Args {
  readonly raw: Json;
  constructor(raw: Json) {
    this.raw = raw;
  }

  has(name: string): boolean {
    return this.raw[name] !== undefined && this.raw[name] !== null && this.raw[name] !== '';
  }

  text(name: string): string | undefined {
    const value = this.raw[name];
    return value === undefined || value === null ? undefined : String(value);
  }

  /** Refuses with `invalid_arguments` where it is missing, as Slack does. */
  needed(name: string): string {
    const value = this.text(name);
    if (value === undefined || value === '')
      throw new SlackRefusal('invalid_arguments', {
        response_metadata: { messages: [`[ERROR] missing required field: ${name}`] },
      });
    return value;
  }

  flag(name: string): boolean | undefined {
    const value = this.text(name);
    return value === undefined ? undefined : value === 'true' || value === '1';
  }

  number(name: string): number | undefined {
    const value = Number(this.text(name) ?? Number.NaN);
    return Number.isFinite(value) ? value : undefined;
  }

  /** A list or an object, as such or as its JSON text; refuses with `error` where it is neither. */
  json(name: string, error: string): unknown {
    const value = this.raw[name];
    if (value === undefined || value === null || value === '') return undefined;
    if (typeof value !== 'string') return value;
    try {
      return JSON.parse(value) as unknown;
    } catch {
      throw new SlackRefusal(error);
    }
  }

  list(name: string, error: string): Json[] | undefined {
    const value = this.json(name, error);
    if (value !== undefined && !Array.isArray(value)) throw new SlackRefusal(error);
    return value as Json[] | undefined;
  }
}

/** The scope that each kind of conversation needs: `channels:history` and its siblings. */
export function scopesByKind(ending: 'history' | 'read' | 'write'): readonly string[] {
  return ['channels', 'groups', 'im', 'mpim'].map((kind) => `${kind}:${ending}`);
}

/** The conversation, where the bot may see it: `channel_not_found` otherwise. */
export function visibleConversation(context: ApiContext, id: string): Conversation {
  const { workspace } = context.state;
  const conversation = workspace.conversations.get(id);
  const seen = conversation?.kind === 'public' || conversation?.members.has(workspace.app.botUser) === true;
  if (conversation === undefined || !seen) throw new SlackRefusal('channel_not_found');
  return conversation;
}

/** The bot's own message there: `message_not_found`, or `refusal` where it is another's. */
export function ownMessage(
  context: ApiContext,
  conversation: Conversation,
  ts: string,
  refusal: string,
): SlackMessage {
  const message = conversation.messages.find((candidate) => candidate.ts === ts);
  if (message === undefined || message.subtype === 'tombstone') throw new SlackRefusal('message_not_found');
  if (message.bot_id !== context.state.workspace.app.botId) throw new SlackRefusal(refusal);
  return message;
}
