/** Who may change the settings of a server: those who may manage it. */
import type { Guild } from 'discord.js';
import type { IncomingMessage } from '../../core/chat.ts';
import { readOrigin } from './origin.ts';

const MANAGE_GUILD = 1n << 5n;
/** Milliseconds for which an answer about a person is believed. */
const BELIEVED = 60_000;
const MAX_REMEMBERED = 1_000;

/**
 * @param guildOf a server that this process is connected for.
 * @param now milliseconds; only differences count.
 */
export function createAdminCheck(
  guildOf: (guildId: string) => Guild | undefined,
  now: () => number,
): (message: IncomingMessage) => Promise<boolean> {
  const known = new Map<string, { at: number; admin: Promise<boolean> }>();

  async function fetchIt(guildId: string, userId: string): Promise<boolean> {
    const guild = guildOf(guildId);
    if (guild === undefined) return false;
    const member = await guild.members.fetch({ user: userId, cache: false, force: true });
    return member.permissions.has(MANAGE_GUILD);
  }

  return async (message) => {
    const origin = readOrigin(message);
    if (origin.kind === 'interaction' && origin.admin !== null) return origin.admin;
    // What names no server is a conversation outside of them.
    const guildId = origin.kind === 'message' ? origin.guildId : message.workspaceId;
    if (guildId === null) return false;
    const key = `${guildId} ${message.userId}`;
    const found = known.get(key);
    if (found !== undefined && now() - found.at < BELIEVED) return found.admin;
    if (known.size >= MAX_REMEMBERED) known.clear();
    const admin = fetchIt(guildId, message.userId);
    known.set(key, { at: now(), admin });
    // A trouble of the moment is no answer.
    admin.catch(() => known.delete(key));
    return admin;
  };
}
