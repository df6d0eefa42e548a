/** What writing a reply needs. */
import type { ChatDesk } from '../../core/chat.ts';
import type { DiscordLog } from './discord-options.ts';
import type { RestChannels } from './rest-channels.ts';
import type { RestInteractions } from './rest-interactions.ts';

export interface ReplyDeps {
  readonly channels: RestChannels;
  readonly interactions: RestInteractions;
  readonly desk: Pick<ChatDesk, 'settings'>;
  readonly botId: string;
  readonly log: DiscordLog;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}
