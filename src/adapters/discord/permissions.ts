/** What the bot must be allowed in a server, and why; it asks for nothing else. */

export interface NeededPermission {
  readonly name: string;
  readonly bit: bigint;
  /** What does not work without it. */
  readonly without: string;
}

/** Bits of the developer documentation («Permissions»). */
export const NEEDED_PERMISSIONS: readonly NeededPermission[] = [
  { name: 'View Channels', bit: 1n << 10n, without: 'mentions are not seen' },
  { name: 'Send Messages', bit: 1n << 11n, without: 'mentions are answered by direct message' },
  { name: 'Embed Links', bit: 1n << 14n, without: 'sources come as plain text' },
  { name: 'Attach Files', bit: 1n << 15n, without: 'timelines and balances come without their picture' },
  {
    name: 'Read Message History',
    bit: 1n << 16n,
    without: 'answers do not show what they reply to, and an interrupted one may come twice',
  },
  { name: 'Create Public Threads', bit: 1n << 35n, without: 'answers stay in the channel' },
  {
    name: 'Send Messages in Threads',
    bit: 1n << 38n,
    without: 'questions in threads are answered by direct message',
  },
];

export const ADMINISTRATOR = 1n << 3n;

/** All of them as Discord writes a set: one number. */
export function permissionSet(): string {
  return String(NEEDED_PERMISSIONS.reduce((set, { bit }) => set | bit, 0n));
}
