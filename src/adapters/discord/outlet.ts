/** Where the messages of one reply go. */
import type { DiscordMessage } from './render/discord-message.ts';

export interface Outlet {
  /**
   * Makes these the reply's messages: writes those that are new, changes those that differ from what was written.
   *
   * @param state `draft`: more will come. `final`: the whole reply.
   */
  write(messages: readonly DiscordMessage[], state: 'draft' | 'final'): Promise<void>;
}

/** Whether two messages look the same. */
export function sameMessage(a: DiscordMessage | undefined, b: DiscordMessage): boolean {
  return a !== undefined && described(a) === described(b);
}

/** A file is told by its name and size: what is drawn for one reply does not change. */
function described({ file, ...shown }: DiscordMessage): string {
  return JSON.stringify([shown, file?.name, file?.bytes.byteLength]);
}
