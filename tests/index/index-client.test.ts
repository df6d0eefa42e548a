/** The index behind its worker thread. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { OperatorError } from '../../src/core/errors.ts';
import { openIndex } from '../../src/index/index-client.ts';
import { LangchainRetriever } from '../../src/index/langchain-retriever.ts';
import { HARBOUR_CASE, HARBOUR_DOCUMENTS, makeDocument } from '../support/corpus-kit.ts';
import { temporaryFolder } from './index-kit.ts';

async function openClient(dataDir = temporaryFolder()) {
  const index = await openIndex({ dataDir });
  onTestFinished(() => index.close());
  return index;
}

describe('the index client', () => {
  it('stores, searches and reads through the worker', async () => {
    const index = await openClient();
    await index.put('root', 'configured', HARBOUR_DOCUMENTS);
    await index.putCases('root', [HARBOUR_CASE]);
    const hits = await index.search({ text: 'harbour cranes', k: 3 });
    expect(hits[0]?.source.id).toBe('harbour-en');
    expect(await index.readSources(['harbour-fr'])).toEqual([HARBOUR_DOCUMENTS[1]]);
    expect(await index.listRoot('root')).toBeInstanceOf(Map);
    expect(await index.stats()).toMatchObject({
      sources: 4,
      passages: 10,
      cases: 1,
      vectors: 10,
      vectorBackend: 'exact',
    });
    expect(await index.check()).toEqual([]);
  });

  it('does writes that are asked for at once in order, and shows each as soon as it is done', async () => {
    const index = await openClient();
    const sizes: unknown[] = [];
    const see = async () => void sizes.push(await index.size());
    await Promise.all([
      index.put('root', 'ingested', HARBOUR_DOCUMENTS),
      index.remove('root', ['orchard-en']),
      index.remove('root', ['harbour-en']).then(see),
    ]);
    await index.put('root', 'ingested', HARBOUR_DOCUMENTS);
    await see();
    expect(sizes).toEqual([
      { sources: 2, passages: 5 },
      { sources: 4, passages: 10 },
    ]);
  });

  it('searches while a write waits for another process', async () => {
    const folder = temporaryFolder();
    const index = await openClient(folder);
    await index.put('root', 'ingested', HARBOUR_DOCUMENTS);
    const other = new DatabaseSync(join(folder, 'casebook.db'));
    onTestFinished(() => other.close());
    other.exec('BEGIN IMMEDIATE');
    const storing = index.put('root', 'ingested', [makeDocument({ id: 'late', text: 'Sluice gate open.' })]);
    expect((await index.search({ text: 'sluice gate', k: 1 })).map(({ source }) => source.id)).not.toContain(
      'late',
    );
    other.exec('COMMIT');
    await storing;
    expect((await index.search({ text: 'sluice gate', k: 1 }))[0]?.source.id).toBe('late');
  });

  it('tells that the thread that writes is stuck, and when it is no more', async () => {
    const folder = temporaryFolder();
    const index = await openClient(folder);
    await index.put('root', 'ingested', HARBOUR_DOCUMENTS);
    await index.answers();
    const other = new DatabaseSync(join(folder, 'casebook.db'));
    onTestFinished(() => other.close());
    other.exec('BEGIN IMMEDIATE');
    const removing = index.remove('root', ['harbour-en']);
    // It may take a message or two before it waits for the lock, in which it hears nothing.
    let asked: Promise<void>;
    do asked = index.answers();
    while (await Promise.race([asked.then(() => true), sleep(500, false)]));
    expect(await index.size()).toMatchObject({ sources: 4 });
    other.exec('COMMIT');
    await Promise.all([asked, removing]);
    expect(await index.size()).toMatchObject({ sources: 3 });
  });

  it('keeps the kind of an error across the border', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'casebook.db'), 'not a database, but long enough to look at');
    await expect(openIndex({ dataDir: folder })).rejects.toBeInstanceOf(OperatorError);
    const index = await openClient();
    const [first] = HARBOUR_DOCUMENTS;
    if (!first) throw new Error('documents are missing');
    const broken = { ...first, passages: [...first.passages, ...first.passages] };
    await expect(index.put('root', 'ingested', [broken])).rejects.toThrow(/UNIQUE/);
    expect(await index.size()).toEqual({ sources: 0, passages: 0 });
  });

  it('finishes calls under way at closing and refuses later ones', async () => {
    const folder = temporaryFolder();
    const index = await openIndex({ dataDir: folder });
    const storing = index.put('root', 'ingested', HARBOUR_DOCUMENTS);
    await Promise.all([index.close(), index.close()]);
    await storing;
    await expect(index.size()).rejects.toThrow(/closed/);
    const again = await openClient(folder);
    expect(await again.size()).toEqual({ sources: 4, passages: 10 });
  });

  it('serves as a LangChain retriever', async () => {
    const index = await openClient();
    await index.put('root', 'ingested', HARBOUR_DOCUMENTS);
    const [document] = await new LangchainRetriever(index, { k: 2 }).invoke(
      'cranes that stood still for nine hours',
    );
    expect(document?.pageContent).toBe('Cranes stood still for nine hours.');
    expect(document?.metadata.source.id).toBe('harbour-en');
  });
});
