/** What a platform does not take is counted, and goes on as it was. */
import { expect, test } from 'vitest';
import { type ChatAdapter, type IncomingMessage, PlaceGoneError } from '../../src/core/chat.ts';
import { troubleKind, watchPlatform } from '../../src/ops/watch-platform.ts';

const withMore = (more: object) => Object.assign(new Error('no'), more);

test.each([
  ['gone', new PlaceGoneError('no channel')],
  ['gone', withMore({ status: 404 })],
  ['rate-limit', withMore({ status: 429 })],
  ['rate-limit', withMore({ kind: 'limited', code: 'ratelimited' })],
  ['denied', withMore({ status: 403, code: 50013 })],
  ['refused', withMore({ status: 400 })],
  ['refused', withMore({ kind: 'refused' })],
  ['server', withMore({ status: 502 })],
  ['network', withMore({ kind: 'unsent' })],
  ['network', withMore({ code: 'ECONNRESET' })],
  ['network', new TypeError('fetch failed', { cause: withMore({ code: 'ENOTFOUND' }) })],
  ['timeout', new DOMException('late', 'TimeoutError')],
  ['other', new Error('whatever')],
  ['other', 'a word'],
])('%s', (kind, error) => {
  expect(troubleKind(error)).toBe(kind);
});

test('counts by operation, keeps what it has and what it lacks, and rejects as before', async () => {
  const counted: string[] = [];
  const error = withMore({ status: 503 });
  const adapter: ChatAdapter & { readonly port: number } = {
    platform: 'test',
    get port() {
      return 7;
    },
    start: async () => undefined,
    reply: async () => Promise.reject(error),
    publish: async () => 'ref',
    stop: async () => undefined,
  };
  const watched = watchPlatform(adapter, (...what) => void counted.push(what.join(' ')));
  await watched.start({} as Parameters<ChatAdapter['start']>[0]);
  const nothing = (async function* () {})();
  await expect(watched.reply({} as IncomingMessage, nothing)).rejects.toBe(error);
  expect(await watched.publish?.({} as never, {} as never)).toBe('ref');
  expect(counted).toEqual(['test reply server']);
  expect([watched.post, watched.revise, (watched as typeof adapter).port]).toEqual([undefined, undefined, 7]);
});
