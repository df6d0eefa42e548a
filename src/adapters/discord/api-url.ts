/** The base address of Discord's REST API as discord.js wants it. */

const DISCORD_API = 'https://discord.com/api';

/** @param written with or without the version and a slash at its end; null is Discord's own. */
export function apiBase(written: string | null): string {
  if (written === null) return DISCORD_API;
  return written
    .trim()
    .replace(/\/+$/, '')
    .replace(/\/v\d+$/, '');
}
