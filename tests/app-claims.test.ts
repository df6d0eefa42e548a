/** Reading what is stored unread, as the process that serves does. */
import { expect, it, onTestFinished, vi } from 'vitest';
import { createArticleReader } from '../src/app-claims.ts';
import type { BotLog } from '../src/bot/bot-log.ts';
import { loadConfig } from '../src/config.ts';
import { openTestIndex, temporaryFolder } from './index/index-kit.ts';
import { makeDocument } from './support/corpus-kit.ts';

const ROUND = 5;

it('goes on reading after the index could not be read for a moment', async () => {
  const folder = temporaryFolder();
  const index = await openTestIndex(folder);
  const said: string[] = [];
  const note = (_: object, words: string): void => void said.push(words);
  const log: BotLog = { info: note, warn: note, error: note };
  let troubled = true;
  const reader = createArticleReader(
    loadConfig({ CASEBOOK_DATA_DIR: folder }, folder),
    {
      ...index,
      async listUnread(most) {
        if (troubled) throw new Error('another process is writing');
        return index.listUnread(most);
      },
    },
    log,
  );
  onTestFinished(() => reader.stopReading());
  await index.put('root', 'ingested', [makeDocument({ id: 'late', text: 'Velmar accused Copper Heron.' })]);
  reader.keepReading(log, ROUND);
  await vi.waitFor(() => expect(said).not.toEqual([]));
  troubled = false;
  await vi.waitFor(async () => expect(await index.listUnread(1)).toEqual([]), { timeout: 10_000 });
});
