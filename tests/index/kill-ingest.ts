/** The child process of the kill tests: stores one document after the other and tells of each when it is stored. */
import { openIndex } from '../../src/index/index-client.ts';
import { openIndexService } from '../../src/index/index-service.ts';
import { createLexicon } from '../../src/lexicon/lexicon.ts';
import { HNSW_THRESHOLD, ingestedDocument } from './kill-documents.ts';

const [dataDir, first, where] = process.argv.slice(2);
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
  process.stdout.write(`stored ${i}\n`);
}
