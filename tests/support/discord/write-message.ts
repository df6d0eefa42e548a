/** Makes, changes and deletes messages, checks them as Discord does, and tells the gateway. */
import { invalidForm, refusal } from './api-error.ts';
import { attachmentProblems, fileOf, LARGEST_FILE } from './attachment-rules.ts';
import {
  type Attachment,
  type Channel,
  type Interaction,
  type Json,
  MESSAGE_FLAGS,
  type Message,
  type SentFile,
  type User,
} from './discord-model.ts';
import { INTENTS } from './intents.ts';
import { messageProblems } from './message-rules.ts';
import { resolveMentions } from './resolve-mentions.ts';
import { messageEventWire } from './wire-message.ts';
import type { World } from './world.ts';

export interface NewMessage {
  channel: Channel;
  author: User;
  /** As it came over the wire, in Discord's own names. */
  body: Json;
  files?: readonly SentFile[];
  /** `MessageType`: 0 plain, 19 reply, 20 answer to a command, 23 answer to a context-menu command. */
  type?: number;
  interaction?: Interaction;
  ephemeralFor?: string | undefined;
  replyTo?: Message | undefined;
  /** A deferred answer: shown as thinking, without text. */
  loading?: boolean;
  id?: string;
}

/** Bits that a sender may set: no embeds, no notification, components of the second kind. */
const SETTABLE_FLAGS = MESSAGE_FLAGS.suppressEmbeds | (1 << 12) | (1 << 15);

/**
 * Throws 50035, 50006 for an empty one, or 40005 for a file that is too large, if Discord would not take such a message.
 * Files count as content.
 *
 * @param edited the message that is changed.
 */
export function checkMessage(body: Json, files: readonly SentFile[] = [], edited?: Message): void {
  if (files.some(({ bytes }) => bytes.byteLength > LARGEST_FILE)) throw refusal(40005);
  const whole = files.length > 0 && body.attachments === undefined ? { ...body, attachments: [{}] } : body;
  const kept = edited === undefined ? [] : keptAttachments(edited, body).map(({ filename }) => filename);
  const problems = [
    ...messageProblems(whole, { edit: edited !== undefined }),
    ...attachmentProblems(body, files, kept),
  ];
  if (problems.length === 0) return;
  throw problems.every((each) => each === 'the message is empty') ? refusal(50006) : invalidForm(problems);
}

/** Writes a message that was found good, and sends MESSAGE_CREATE to whoever may see it. */
export function createMessage(world: World, input: NewMessage): Message {
  const { channel, author, body } = input;
  const mentions = resolveMentions(
    String(body.content ?? ''),
    body.allowed_mentions as Json | undefined,
    input.replyTo?.author.id,
  );
  const message: Message = {
    id: input.id ?? world.nextId(),
    channelId: channel.id,
    author,
    type: input.type ?? (input.replyTo ? 19 : 0),
    content: String(body.content ?? ''),
    embeds: richEmbeds(body.embeds),
    components: numberComponents(body.components),
    attachments: attachmentsOf(world, channel.id, body, input.files ?? []),
    flags:
      (Number(body.flags ?? 0) & SETTABLE_FLAGS) |
      (input.ephemeralFor === undefined ? 0 : MESSAGE_FLAGS.ephemeral) |
      (input.loading ? MESSAGE_FLAGS.loading : 0),
    mentions: mentions.users,
    mentionRoles: mentions.roles,
    mentionEveryone: mentions.everyone,
    createdAt: new Date(world.now()).toISOString(),
    reactions: new Map(),
    deleted: false,
    sent: [body],
    ...(body.nonce === undefined ? {} : { nonce: body.nonce as string | number }),
    ...(input.replyTo
      ? { replyTo: { messageId: input.replyTo.id, channelId: input.replyTo.channelId } }
      : {}),
    ...(input.interaction ? { interactionId: input.interaction.id } : {}),
    ...(input.ephemeralFor === undefined ? {} : { ephemeralFor: input.ephemeralFor }),
  };
  world.messages.set(message.id, message);
  if (message.ephemeralFor === undefined) channel.lastMessageId = message.id;
  announce(world, 'MESSAGE_CREATE', channel, message);
  return message;
}

/** Changes what the body names and keeps the rest; checks the message as it will then be. */
export function editMessage(
  world: World,
  message: Message,
  body: Json,
  files: readonly SentFile[] = [],
): Message {
  const kept = keptAttachments(message, body);
  checkMessage(body, files, message);
  const next = {
    content: body.content === undefined ? message.content : body.content,
    embeds: body.embeds === undefined ? message.embeds : body.embeds,
    components: body.components === undefined ? message.components : body.components,
    flags: body.flags === undefined ? message.flags & SETTABLE_FLAGS : Number(body.flags) & SETTABLE_FLAGS,
  };
  if (isEmpty(next) && kept.length + files.length === 0) throw refusal(50006);
  message.content = String(next.content ?? '');
  message.embeds = richEmbeds(next.embeds);
  message.components = numberComponents(next.components);
  message.attachments = [...kept, ...attachmentsOf(world, message.channelId, body, files)];
  message.flags = (message.flags & ~(SETTABLE_FLAGS | MESSAGE_FLAGS.loading)) | next.flags;
  const mentions = resolveMentions(
    message.content,
    body.allowed_mentions as Json | undefined,
    world.messages.get(message.replyTo?.messageId ?? '')?.author.id,
  );
  message.mentions = mentions.users;
  message.mentionRoles = mentions.roles;
  message.mentionEveryone = mentions.everyone;
  message.editedAt = new Date(world.now()).toISOString();
  message.sent.push(body);
  const channel = world.channels.get(message.channelId);
  if (channel) announce(world, 'MESSAGE_UPDATE', channel, message);
  return message;
}

/** Takes a message away and sends MESSAGE_DELETE. */
export function deleteMessage(world: World, message: Message): void {
  message.deleted = true;
  const channel = world.channels.get(message.channelId);
  if (channel) announce(world, 'MESSAGE_DELETE', channel, message);
}

function announce(world: World, t: string, channel: Channel, message: Message): void {
  if (message.ephemeralFor === undefined) {
    world.dispatch({
      t,
      channelId: channel.id,
      ...(channel.guildId === undefined ? {} : { guildId: channel.guildId }),
      intent: channel.guildId === undefined ? INTENTS.directMessages : INTENTS.guildMessages,
      data: (intents) =>
        t === 'MESSAGE_DELETE'
          ? {
              id: message.id,
              channel_id: channel.id,
              ...(channel.guildId ? { guild_id: channel.guildId } : {}),
            }
          : messageEventWire(world, message, intents),
    });
  }
  world.changed();
}

function richEmbeds(value: unknown): Json[] {
  return Array.isArray(value) ? value.map((each: Json) => ({ type: 'rich', ...each })) : [];
}

function isEmpty(next: { content: unknown; embeds: unknown; components: unknown }): boolean {
  const lists = [next.embeds, next.components];
  return !next.content && !lists.some((list) => Array.isArray(list) && list.length > 0);
}

/** Discord gives each component a number that is unique in its message. */
function numberComponents(value: unknown): Json[] {
  let next = 1;
  const walk = (list: unknown): Json[] =>
    Array.isArray(list)
      ? list.map((each: Json) => ({
          id: next++,
          ...each,
          ...(each.components === undefined ? {} : { components: walk(each.components) }),
        }))
      : [];
  return walk(value);
}

function keptAttachments(message: Message, body: Json): Attachment[] {
  if (!Array.isArray(body.attachments)) return message.attachments;
  const ids = new Set(body.attachments.map((each: Json) => String(each.id)));
  return message.attachments.filter((each) => ids.has(each.id));
}

function attachmentsOf(
  world: World,
  channelId: string,
  body: Json,
  files: readonly SentFile[],
): Attachment[] {
  const told = Array.isArray(body.attachments) ? (body.attachments as Json[]) : [];
  return files.map((file) => {
    const id = world.nextId();
    const description = told.find((each) => fileOf(each.id, files) === file)?.description;
    const url = `https://cdn.discordapp.invalid/attachments/${channelId}/${id}/${file.name}`;
    const shown = description === undefined ? {} : { description: String(description) };
    const facts = { filename: file.name, size: file.bytes.byteLength, content_type: file.contentType };
    return { id, ...facts, url, ...shown };
  });
}
