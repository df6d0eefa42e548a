/** Whom a text pings, once `allowed_mentions` has had its say. */
import type { Json } from './discord-model.ts';

export interface Mentions {
  users: string[];
  roles: string[];
  everyone: boolean;
}

/** `allowed` as the sender gave it; absent, everything in the text pings, and so does the author replied to. */
export function resolveMentions(content: string, allowed: Json | undefined, repliedTo?: string): Mentions {
  const users = idsIn(content, /<@!?(\d+)>/g);
  const roles = idsIn(content, /<@&(\d+)>/g);
  const everyone = /@(everyone|here)\b/.test(content);
  if (!allowed) return { users: join(users, repliedTo), roles, everyone };
  const parse = list(allowed.parse);
  const named = list(allowed.users);
  const namedRoles = list(allowed.roles);
  const pinged = users.filter((id) => parse.includes('users') || named.includes(id));
  return {
    users: join(pinged, allowed.replied_user === true ? repliedTo : undefined),
    roles: roles.filter((id) => parse.includes('roles') || namedRoles.includes(id)),
    everyone: everyone && parse.includes('everyone'),
  };
}

function idsIn(content: string, pattern: RegExp): string[] {
  return [...new Set([...content.matchAll(pattern)].map((match) => match[1] ?? ''))];
}

function join(ids: string[], more: string | undefined): string[] {
  return more === undefined || ids.includes(more) ? ids : [...ids, more];
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
