/** The permissions that the app needs in a workspace, each for a reason. */

interface Scope {
  readonly name: string;
  /** What would not work without it. */
  readonly reason: string;
  /** True where all but that works without it. */
  readonly optional?: boolean;
}

export const FILES_WRITE = 'files:write';

/** Nothing that the app could do without: no reading of channels it is not in, no posting where it was not invited. */
export const SCOPES: readonly Scope[] = [
  { name: 'app_mentions:read', reason: 'hear questions that mention the app' },
  { name: 'assistant:write', reason: 'offer questions, titles and a status in the agent view' },
  {
    name: 'channels:history',
    reason: 'hear follow-ups in public channels it is in, and find its own replies',
  },
  { name: 'chat:write', reason: 'reply' },
  { name: 'commands', reason: 'offer slash commands and the message shortcut' },
  { name: FILES_WRITE, reason: 'show timelines and balances as pictures, too', optional: true },
  { name: 'groups:history', reason: 'the same in private channels' },
  { name: 'im:history', reason: 'hear direct messages' },
  { name: 'mpim:history', reason: 'the same in group messages' },
  { name: 'users:read', reason: 'know who administers the workspace, and the language of a person’s client' },
];

/** @param granted null where Slack does not tell. */
export function missingScopes(granted: readonly string[] | null): string[] {
  return granted === null ? [] : SCOPES.map(({ name }) => name).filter((name) => !granted.includes(name));
}
