/** What a thread shows while the app is at work, and its title: welcome where Slack offers them, missed by nobody. */
import type { Fields } from './fields.ts';
import type { SlackCall } from './slack-call.ts';
import type { SlackLog } from './slack-log.ts';
import { isRefusal } from './slack-trouble.ts';

/** Never reject. */
export interface ThreadSigns {
  /** An empty status takes it away; a message of the app does so too. */
  status(channel: string, thread: string, status: string): Promise<void>;
  title(channel: string, thread: string, title: string): Promise<void>;
}

/** What will not change while the process runs. */
const UNAVAILABLE = [
  'unknown_method',
  'missing_scope',
  'method_deprecated',
  'feature_not_enabled',
  'not_allowed',
];

export function createThreadSigns(call: SlackCall, log: SlackLog): ThreadSigns {
  const unavailable = new Set<string>();

  async function attempt(method: string, args: Fields): Promise<void> {
    if (unavailable.has(method)) return;
    try {
      await call.once(method, args);
    } catch (error) {
      if (!isRefusal(error, UNAVAILABLE)) return;
      unavailable.add(method);
      log.info({ error: String(error) }, 'Slack does not offer this here; going on without');
    }
  }

  return {
    status: (channel, thread, status) =>
      attempt('assistant.threads.setStatus', { channel_id: channel, thread_ts: thread, status }),
    title: (channel, thread, title) =>
      attempt('assistant.threads.setTitle', { channel_id: channel, thread_ts: thread, title }),
  };
}
