/** What receiving from Discord needs. */
import type { ChatDesk } from '../../core/chat.ts';
import type { Acknowledging } from './acknowledging.ts';
import type { DiscordLog } from './discord-options.ts';
import type { RefusedPlaces } from './refused-places.ts';
import type { RestInteractions } from './rest-interactions.ts';

export interface ReceiveDeps {
  readonly desk: ChatDesk;
  readonly interactions: RestInteractions;
  readonly acknowledging: Acknowledging;
  readonly refused: RefusedPlaces;
  readonly botId: string;
  readonly commandPrefix: string;
  readonly log: DiscordLog;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Makes the reference id under which a defect is logged. */
  readonly newId: () => string;
}
