/** What every platform that takes correction notices must do with one. For the tests of its adapter as it really is. */
import { afterEach, describe, expect, it } from 'vitest';
import { noticeText } from '../../src/bot/corrections/notice-text.ts';
import type { ChatAdapter, Place } from '../../src/core/chat.ts';
import type { CitedChange } from '../../src/core/correction.ts';
import type { Seen } from './adapter-contract.ts';
import { HOSTILE_TEXT } from './sample-answers.ts';

/** A running adapter, and a conversation in which the bot has answered. */
interface NoticesUnderTest {
  readonly post: NonNullable<ChatAdapter['post']>;
  readonly to: Place & { readonly threadId: string };
  /** The notices that stand in the conversation, oldest first. */
  seen(): Promise<readonly Seen[]>;
  /** From now on the platform refuses: for a while, or because the conversation is gone. */
  refuse(how: 'for-a-while' | 'for-good'): void;
  /** True where the platform can tell a notice that it took before. */
  readonly tellsAgain: boolean;
  stop(): Promise<void>;
}

const CHANGE: CitedChange = {
  kind: 'withdrawn',
  date: '2026-01-30',
  note: HOSTILE_TEXT,
  sourceId: 's1',
  title: HOSTILE_TEXT,
  titleIsDescriptive: false,
  publisher: 'Le Journal de Valdoria',
  publishedAt: '2025-05-28',
  url: 'https://valdoria.example/declaration?lang=fr&id=7',
};
const NOTICE = noticeText([{ id: 'answer-1', asOf: '2026-01-05T10:00:00Z' }], [CHANGE], 'fr', '/ask');

export function describeNoticeContract(name: string, start: () => Promise<NoticesUnderTest>): void {
  const running: NoticesUnderTest[] = [];
  afterEach(async () => {
    for (const platform of running.splice(0)) await platform.stop();
  });
  const open = async () => {
    const platform = await start();
    running.push(platform);
    return platform;
  };

  describe(`${name} keeps the contract of notices`, () => {
    it('shows the notice whole, and takes none of it for markup', async () => {
      const platform = await open();
      await platform.post(platform.to, NOTICE, 'key-1');
      const [seen, ...more] = await platform.seen();
      expect(more).toEqual([]);
      for (const part of ['answer-1', 'Le Journal de Valdoria', '<b>gras</b>', CHANGE.url, '/ask'])
        expect(seen?.text).toContain(part);
      expect(seen?.interpreted).toBe(false);
    });

    it('says it again under another key, and under the same only where it cannot tell', async () => {
      const platform = await open();
      await platform.post(platform.to, NOTICE, 'key-1');
      await platform.post(platform.to, NOTICE, 'key-1');
      expect(await platform.seen()).toHaveLength(platform.tellsAgain ? 1 : 2);
      const before = (await platform.seen()).length;
      await platform.post(platform.to, NOTICE, 'key-2');
      expect(await platform.seen()).toHaveLength(before + 1);
    });

    it('rejects where a later attempt may succeed, and resolves where nobody is left to be told', async () => {
      const platform = await open();
      platform.refuse('for-a-while');
      await expect(platform.post(platform.to, NOTICE, 'key-1')).rejects.toThrow();
      platform.refuse('for-good');
      await platform.post(platform.to, NOTICE, 'key-1');
      expect(await platform.seen()).toEqual([]);
    });
  });
}
