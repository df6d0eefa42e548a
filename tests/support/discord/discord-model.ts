/** What the local Discord remembers: people, servers, channels, messages, commands and interactions. */

export type Json = Record<string, unknown>;

export interface User {
  id: string;
  username: string;
  bot: boolean;
  /** What the person's own client is set to. */
  locale: string;
  /** False: sending them a direct message is refused with 50007. */
  acceptsDms: boolean;
}

export interface Role {
  id: string;
  name: string;
  permissions: bigint;
  position: number;
}

export interface Overwrite {
  id: string;
  /** 0 a role, 1 a member. */
  type: 0 | 1;
  allow: bigint;
  deny: bigint;
}

export interface Member {
  userId: string;
  roles: string[];
  joinedAt: string;
}

export interface Guild {
  id: string;
  name: string;
  ownerId: string;
  locale: string;
  roles: Map<string, Role>;
  members: Map<string, Member>;
}

export interface ThreadState {
  ownerId: string;
  archived: boolean;
  locked: boolean;
  members: Set<string>;
  createdAt: string;
  changedAt: string;
}

/** `ChannelType` of Discord: 0 text, 1 DM, 3 group DM, 5 announcement, 11 public and 12 private thread, 15 forum. */
export interface Channel {
  id: string;
  type: number;
  name: string;
  guildId?: string;
  parentId?: string;
  overwrites: Overwrite[];
  recipients: string[];
  thread?: ThreadState;
  lastMessageId?: string;
}

export interface SentFile {
  field: string;
  name: string;
  contentType: string;
  bytes: Uint8Array;
}

export interface Attachment {
  id: string;
  filename: string;
  size: number;
  content_type: string;
  url: string;
  /** Read to who does not see the file. */
  description?: string;
}

export interface Message {
  id: string;
  channelId: string;
  author: User;
  type: number;
  content: string;
  embeds: Json[];
  components: Json[];
  attachments: Attachment[];
  flags: number;
  /** Who is pinged, after `allowed_mentions`. */
  mentions: string[];
  mentionRoles: string[];
  mentionEveryone: boolean;
  createdAt: string;
  editedAt?: string;
  nonce?: string | number;
  replyTo?: { messageId: string; channelId: string };
  /** Emoji → who reacted. */
  reactions: Map<string, Set<string>>;
  /** Set on what an interaction's token wrote. */
  interactionId?: string;
  /** Only this person sees it; it is in no channel's history. */
  ephemeralFor?: string;
  deleted: boolean;
  /** Every body that made or changed this message, as it came, `allowed_mentions` included. */
  sent: Json[];
}

export interface Command extends Json {
  id: string;
  name: string;
  /** 1 slash command, 2 on a person, 3 on a message. */
  type: number;
}

/** `InteractionType` of Discord: 2 command, 3 component, 4 autocomplete, 5 modal. */
export interface Interaction {
  id: string;
  token: string;
  type: number;
  userId: string;
  channelId: string;
  guildId?: string;
  /** The command's name, if a command it was. */
  commandName?: string;
  /** By the server's clock, in milliseconds since 1970. */
  createdAt: number;
  /** By the machine's steady clock, to measure the wait. */
  startedAt: number;
  /** True where only the person installed the app: five follow-ups at most. */
  userInstallOnly: boolean;
  owners: Record<string, string>;
  /** The message whose button or menu was used. */
  sourceId?: string;
  callback?: { type: number; data: Json };
  originalId?: string;
  followUps: number;
}

export interface CallbackTiming {
  interactionId: string;
  type: number;
  /** Milliseconds from the interaction to its first callback. */
  ms: number;
}

/** A thing, or its id. */
export type Ref = string | { id: string };

/** The id of a thing. */
export function idOf(ref: Ref): string {
  return typeof ref === 'string' ? ref : ref.id;
}

/** The lowest bits of message flags that matter here. */
export const MESSAGE_FLAGS = {
  suppressEmbeds: 1 << 2,
  hasThread: 1 << 5,
  ephemeral: 1 << 6,
  loading: 1 << 7,
};

/** Channel types by name. */
export const CHANNEL_TYPES = {
  text: 0,
  dm: 1,
  groupDm: 3,
  announcement: 5,
  publicThread: 11,
  privateThread: 12,
  forum: 15,
};
