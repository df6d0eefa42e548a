/** A platform whose failures are counted, by what was tried and the kind of trouble. */
import { type ChatAdapter, PlaceGoneError } from '../core/chat.ts';

export type OnPlatformError = (platform: string, operation: string, kind: string) => void;

/** The same platform; what it rejects with goes on as it was. */
export function watchPlatform(adapter: ChatAdapter, onError: OnPlatformError): ChatAdapter {
  const { platform } = adapter;
  const counted =
    <Args extends unknown[], Result>(operation: string, work: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      try {
        return await work.apply(adapter, args);
      } catch (error) {
        onError(platform, operation, troubleKind(error));
        throw error;
      }
    };
  const { start, reply, post, publish, revise } = adapter;
  // On top of it, since some of its properties are made when they are asked for.
  return Object.assign(Object.create(adapter) as ChatAdapter, {
    start: counted('start', start),
    reply: counted('reply', reply),
    ...(post === undefined ? {} : { post: counted('post', post) }),
    ...(publish === undefined ? {} : { publish: counted('publish', publish) }),
    ...(revise === undefined ? {} : { revise: counted('revise', revise) }),
  });
}

/** Our Slack adapter's own words for what went wrong. */
const SLACK_KINDS: Readonly<Record<string, string>> = {
  limited: 'rate-limit',
  unsent: 'network',
  unsure: 'network',
  refused: 'refused',
};

/** One of a few words, for a label: `gone`, `rate-limit`, `denied`, `refused`, `server`, `network`, `timeout`, `other`. */
export function troubleKind(error: unknown): string {
  if (error instanceof PlaceGoneError) return 'gone';
  if (!(error instanceof Error)) return 'other';
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'timeout';
  const { status, kind, code, cause } = error as Error & Record<'status' | 'kind' | 'code', unknown>;
  if (typeof status === 'number') return kindOfStatus(status);
  if (typeof kind === 'string') return SLACK_KINDS[kind] ?? 'other';
  if (typeof code === 'string') return 'network';
  return cause === undefined ? 'other' : troubleKind(cause);
}

function kindOfStatus(status: number): string {
  if (status === 429) return 'rate-limit';
  if (status === 401 || status === 403) return 'denied';
  if (status === 404 || status === 410) return 'gone';
  return status >= 500 ? 'server' : 'refused';
}
