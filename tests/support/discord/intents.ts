/** Gateway intents: what a bot asks to be told, and what the application must be allowed to ask. */

/** The intent bits that this server looks at. */
export const INTENTS = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  guildReactions: 1 << 10,
  guildTyping: 1 << 11,
  directMessages: 1 << 12,
  directReactions: 1 << 13,
  directTyping: 1 << 14,
  messageContent: 1 << 15,
};

/** The highest bit that has a meaning; more is refused with close code 4013. */
export const ALL_INTENTS = (1 << 26) - 1;

/** Which privileged intents are switched on for the application. */
export interface PrivilegedIntents {
  messageContent: boolean;
  members: boolean;
  presences: boolean;
}

/** True if every privileged intent among these bits is switched on. */
export function intentsAllowed(bits: number, allowed: PrivilegedIntents): boolean {
  if ((bits & INTENTS.messageContent) !== 0 && !allowed.messageContent) return false;
  if ((bits & INTENTS.guildMembers) !== 0 && !allowed.members) return false;
  return (bits & INTENTS.guildPresences) === 0 || allowed.presences;
}

/** The flags of an unverified application: the `_LIMITED` bits say which privileged intents are on. */
export function applicationFlags(allowed: PrivilegedIntents): number {
  const presences = allowed.presences ? 1 << 13 : 0;
  const members = allowed.members ? 1 << 15 : 0;
  return presences | members | (allowed.messageContent ? 1 << 19 : 0);
}
