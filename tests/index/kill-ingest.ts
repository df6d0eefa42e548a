/** The child process of the kill tests: stores one document after the other and tells of each when it is stored. */
import { openIndex } from '../../src/index/index-client.ts';
import { openIndexService } from '../../src/index/index-service.ts';
import { createLexicon } from '../../src/lexicon/lexicon.ts';
import { HNSW_THRESHOLD, ingestedDocument, SPARE_BATCH, spareDocuments } from './kill-documents.ts';

const [dataDir, first, where, spares] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('no data folder');
const options = { dataDir, hnswThreshold: HNSW_THRESHOLD };
const service =
  where === 'worker' ? null : await openIndexService({ ...options, lexicon: createLexicon([], 'plain') });
const index = service ?? (await openIndex(options));
// The first write loads what writes need: the kills are meant for the writes, not for the loading.
await index.removeRoot('nothing');
process.stdout.write('ready\n');
for (let i = Number(first); ; i += 1) {
  await index.put('root', 'ingested', [ingestedDocument(i), ingestedDocument(i + 0.5)]);
  if (i % 3 === 0) await index.remove('root', [ingestedDocument(i + 0.5).source.id]);
  await index.search({ text: 'harbour ledger', k: 3 });
  await service?.idle();
  if (spares === 'spares') await moveSpares();
  process.stdout.write(`stored ${i}\n`);
}

/** One step further: some vectors, or else a batch of the spare documents in or out. */
async function moveSpares(): Promise<void> {
  if ((await index.embedMore()) !== null) return;
  const stored = new Set((await index.listRoot('spares')).keys());
  const all = spareDocuments();
  const missing = all.filter(({ source }) => !stored.has(source.id));
  const isGoing = (await index.listRoot('going')).size > 0;
  if (!isGoing && missing.length > 0) {
    await index.put('spares', 'ingested', missing.slice(0, SPARE_BATCH));
    return;
  }
  await index.put('going', 'ingested', [{ ...ingestedDocument(-1) }]);
  await index.remove('spares', [...stored].slice(0, 2 * SPARE_BATCH));
  if (stored.size <= 2 * SPARE_BATCH) await index.removeRoot('going');
}
