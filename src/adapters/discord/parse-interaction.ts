/** What an interaction tells of its place and its person, whatever it asks for. */
import type { BaseInteraction } from 'discord.js';
import type { IncomingMessage, Place } from '../../core/chat.ts';
import { langOfLocale } from './locale.ts';
import { type InteractionOrigin, writeOrigin } from './origin.ts';
import { dmWorkspace } from './parse-message.ts';

/** Number of the developer documentation («Interaction Context Types»). */
const BOT_DM = 1;
/** Bits of permissions. */
const SEND_MESSAGES = 1n << 11n;
const SEND_IN_THREADS = 1n << 38n;
const MANAGE_GUILD = 1n << 5n;

/** The part of a message that does not depend on what is asked. */
export type InteractionFrame = Omit<IncomingMessage, 'text' | 'command' | 'origin'>;

/** @returns null for an interaction without a channel, which nobody could answer. */
export function placeOf(interaction: BaseInteraction): (Place & { threadId: string }) | null {
  const { channelId, guildId, channel } = interaction;
  if (channelId === null) return null;
  const workspaceId = guildId ?? dmWorkspace(channelId);
  const thread = channel?.isThread() === true ? channel : null;
  return {
    platform: 'discord',
    workspaceId,
    channelId: thread?.parentId ?? channelId,
    // In the open, each command is a conversation of its own.
    threadId: thread !== null ? channelId : interaction.id,
  };
}

export function frameOf(interaction: BaseInteraction, place: Place & { threadId: string }): InteractionFrame {
  const uiLang = langOfLocale(interaction.locale);
  return {
    ...place,
    id: interaction.id,
    userId: interaction.user.id,
    ...(uiLang === undefined ? {} : { uiLang }),
    ...(isDirect(interaction) ? { direct: true } : {}),
  };
}

/** True in the direct messages with the bot itself. */
function isDirect({ context, guildId }: BaseInteraction): boolean {
  return guildId === null && (context === BOT_DM || context === null);
}

/** @param receivedAt milliseconds since 1970. */
export function originOf(
  interaction: BaseInteraction,
  { ephemeral, receivedAt }: { readonly ephemeral: boolean; readonly receivedAt: number },
): string {
  const { id, token, applicationId, channelId, guildId, appPermissions, memberPermissions } = interaction;
  const owners = interaction.authorizingIntegrationOwners;
  const userInstall = owners.guildId === null && owners.userId !== null;
  const inThread = interaction.channel?.isThread() === true;
  const origin: InteractionOrigin = {
    kind: 'interaction',
    id,
    token,
    applicationId,
    channelId: channelId ?? '',
    ephemeral,
    mayWrite:
      isDirect(interaction) ||
      (!userInstall && (appPermissions.bitfield & (inThread ? SEND_IN_THREADS : SEND_MESSAGES)) !== 0n),
    userInstall,
    admin: guildId === null ? false : (memberPermissions?.has(MANAGE_GUILD) ?? null),
    receivedAt,
  };
  return writeOrigin(origin);
}
