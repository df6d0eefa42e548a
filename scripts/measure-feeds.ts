/**
 * Reads a folder of feeds with a manifest and says where the item counts differ: `node scripts/measure-feeds.ts FOLDER`.
 *
 * The manifest is a list of `{file, expected_items, reference_items, malformed}`; the files are in `files/` beside it.
 * Where `expected_items` is null, `reference_items` is what another reader found.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readFeed } from '../src/news/feed/read-feed.ts';

const Manifest = z.array(
  z.object({
    file: z.string(),
    expected_items: z.number().nullable(),
    reference_items: z.number().nullable(),
    malformed: z.boolean(),
  }),
);

const folder = process.argv[2];
if (folder === undefined) {
  console.error('name the folder that holds manifest.json');
  process.exit(2);
}

const entries = Manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')));
let read = 0;
let crashed = 0;
let agreed = 0;
let milliseconds = 0;
for (const entry of entries) {
  const bytes = readFileSync(join(folder, 'files', entry.file));
  const expected = entry.expected_items ?? entry.reference_items;
  const from = performance.now();
  try {
    const result = readFeed({ bytes, url: 'https://feeds.example/feed', contentType: '', charset: null });
    milliseconds += performance.now() - from;
    if (result.ok) read += 1;
    const items = result.ok ? result.feed.items.length : 0;
    if (items === expected) agreed += 1;
    else {
      const why = result.ok ? result.feed.problems.join('; ') || 'no problem noted' : result.reason;
      const kind = entry.expected_items === null ? 'reference' : 'expected';
      console.log(
        `${entry.file}: ${items} items, ${kind} ${expected}${entry.malformed ? ' (malformed)' : ''}: ${why}`,
      );
    }
  } catch (error) {
    crashed += 1;
    console.log(`${entry.file}: crashed: ${String(error)}`);
  }
}
console.log(
  `${entries.length} files: ${read} read as feeds, ${entries.length - read} refused with a reason, ${crashed} crashed; ` +
    `${agreed} agree in their number of items; ${Math.round(milliseconds)} ms`,
);
