/** Numbered messages, as parents and children of the process tests know them. */
import type { IncomingMessage } from '../../src/core/chat.ts';

/** How many messages the racing processes take. */
export const RACED = 1_000;

export function workMessage(n: number): IncomingMessage {
  return {
    platform: 'slack',
    workspaceId: 'T1',
    channelId: 'C1',
    id: `m${n}`,
    threadId: 't1',
    userId: 'U1',
    text: `Question ${n} ?`,
    command: null,
  };
}
