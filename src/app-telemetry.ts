/** Everything that parts tell of their work while the server runs; `app-ops.ts` makes metrics and traces of it. */
import type { ModelWatch } from './app-model.ts';
import type { NewsWatch } from './app-news-stages.ts';
import type { MessageObserver } from './bot/message-observer.ts';
import type { ChatAdapter } from './core/chat.ts';

export interface Telemetry {
  readonly messages: MessageObserver;
  readonly model: ModelWatch;
  readonly news: NewsWatch;
  /** The platform, with what it does not take counted. */
  watched(adapter: ChatAdapter): ChatAdapter;
}
