/** The workspace of the test Slack: its team, app, people and conversations, and the messages in them. */
import type { SlackMessage } from './slack-message.ts';

export interface SlackUser {
  readonly id: string;
  readonly name: string;
  readonly isAdmin: boolean;
  /** IETF tag, as `users.info` gives it with `include_locale`. */
  readonly locale: string;
}

export type ConversationKind = 'public' | 'private' | 'im' | 'mpim';

export interface Conversation {
  readonly id: string;
  readonly name: string;
  readonly kind: ConversationKind;
  archived: boolean;
  readonly members: Set<string>;
  /** In order of time. */
  readonly messages: SlackMessage[];
  /** Timestamps of roots whose thread an admin has locked. */
  readonly lockedThreads: Set<string>;
}

export interface Workspace {
  readonly team: { readonly id: string; readonly domain: string; readonly name: string };
  readonly app: { readonly id: string; readonly botUser: string; readonly botId: string };
  readonly users: Map<string, SlackUser>;
  readonly conversations: Map<string, Conversation>;
  /** A timestamp that no other message has: seconds, and six digits that grow. */
  nextTs(): string;
  /** A new id, unique in this workspace: `newId('V')`. */
  newId(prefix: string): string;
  readonly now: () => number;
}

/** Ids of the people and conversations that every test workspace has. */
export const ALICE = 'U0ALICE001';
export const BOB = 'U0BOB00002';
/** An administrator of the workspace. */
export const ADA = 'U0ADMIN003';
export const BOT = 'U0CASEBOT9';
export const GENERAL = 'C0GENERAL1';
export const RANDOM = 'C0RANDOM02';
export const SECRET = 'C0SECRET03';
/** A public channel that the bot is not in. */
export const ELSEWHERE = 'C0ELSEWHR4';
export const GROUP_DM = 'C0GROUPDM5';
/** Alice's direct messages with the bot; `directMessage` opens the others. */
export const ALICE_DM = 'D0ALICEDM1';

const PEOPLE: readonly SlackUser[] = [
  { id: ALICE, name: 'alice', isAdmin: false, locale: 'en-GB' },
  { id: BOB, name: 'bob', isAdmin: false, locale: 'fr-FR' },
  { id: ADA, name: 'ada', isAdmin: true, locale: 'zh-CN' },
  { id: BOT, name: 'casebook', isAdmin: false, locale: 'en-US' },
];

/** A workspace with three people, the bot, and a conversation of each kind. `now` gives milliseconds since 1970. */
export function createWorkspace(now: () => number, team: Partial<Workspace['team']> = {}): Workspace {
  let lastTs = 0;
  let ids = 0;
  const workspace: Workspace = {
    team: { id: 'T0TEAM0001', domain: 'valdoria', name: 'Valdoria Press', ...team },
    app: { id: 'A0CASEBOOK', botUser: BOT, botId: 'B0CASEBOOK' },
    users: new Map(PEOPLE.map((user) => [user.id, user])),
    conversations: new Map(),
    nextTs: () => {
      lastTs = Math.max(lastTs + 1, now() * 1000);
      return `${Math.floor(lastTs / 1e6)}.${String(lastTs % 1e6).padStart(6, '0')}`;
    },
    newId: (prefix) => `${prefix}${String(++ids).padStart(9, '0')}`,
    now,
  };
  const everyone = PEOPLE.map((user) => user.id);
  addConversation(workspace, { id: GENERAL, name: 'general', kind: 'public', members: everyone });
  addConversation(workspace, { id: RANDOM, name: 'random', kind: 'public', members: everyone });
  addConversation(workspace, { id: SECRET, name: 'secret', kind: 'private', members: [ALICE, ADA, BOT] });
  addConversation(workspace, { id: ELSEWHERE, name: 'elsewhere', kind: 'public', members: [ALICE, BOB] });
  addConversation(workspace, { id: GROUP_DM, name: 'mpdm-1', kind: 'mpim', members: [ALICE, BOB, BOT] });
  addConversation(workspace, { id: ALICE_DM, name: ALICE, kind: 'im', members: [ALICE, BOT] });
  return workspace;
}

export function addConversation(
  workspace: Workspace,
  given: { id?: string; name: string; kind: ConversationKind; members: readonly string[] },
): Conversation {
  const conversation: Conversation = {
    id: given.id ?? workspace.newId(given.kind === 'im' ? 'D' : 'C'),
    name: given.name,
    kind: given.kind,
    archived: false,
    members: new Set(given.members),
    messages: [],
    lockedThreads: new Set(),
  };
  workspace.conversations.set(conversation.id, conversation);
  return conversation;
}

/** The bot's direct messages with `user`; opened where there are none yet. */
export function directMessage(workspace: Workspace, user: string): Conversation {
  for (const conversation of workspace.conversations.values())
    if (conversation.kind === 'im' && conversation.members.has(user)) return conversation;
  return addConversation(workspace, { name: user, kind: 'im', members: [user, workspace.app.botUser] });
}

/** Throws for a conversation that does not exist: a slip in a test. */
export function conversationOf(workspace: Workspace, id: string): Conversation {
  const conversation = workspace.conversations.get(id);
  if (conversation === undefined) throw new Error(`no conversation ${id} in the test workspace`);
  return conversation;
}

/** `channel`, `group`, `im` or `mpim`: how events call the kinds. */
export function channelType(kind: ConversationKind): string {
  return kind === 'public' ? 'channel' : kind === 'private' ? 'group' : kind;
}
