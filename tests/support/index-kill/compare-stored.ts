/** Whether an index holds just what was stored, wholly, once, and findable. */
import type { IndexClient } from '../../../src/index/index-ports.ts';
import { type Stored, wordOf } from './corpus-changes.ts';

/** What differs, in words; empty when nothing does. Nobody may write meanwhile. */
export async function compareStored(index: IndexClient, stored: Stored): Promise<string[]> {
  const troubles: string[] = [];
  const present = new Map<string, string>();
  for (const { root } of await index.listRoots())
    for (const [id, hash] of await index.listRoot(root)) {
      if (present.has(id)) troubles.push(`${id} is in two roots`);
      present.set(id, `${root} ${hash}`);
    }
  for (const [id, { root, document }] of stored)
    if (present.get(id) !== `${root} ${document.source.contentHash}`)
      troubles.push(`${id} should be ${wordOf(document)} in ${root}, and is ${present.get(id) ?? 'lost'}`);
  for (const id of present.keys()) if (!stored.has(id)) troubles.push(`${id} should be gone`);
  const listed = (await index.listSources()).map(({ id }) => id);
  const size = await index.size();
  const passages = [...stored.values()].reduce((sum, { document }) => sum + document.passages.length, 0);
  const counts = [listed.length, new Set(listed).size, size.sources, size.passages];
  const due = [stored.size, stored.size, stored.size, passages];
  if (String(counts) !== String(due))
    troubles.push(`listed, unlike, sources, passages: ${counts}; not ${due}`);
  const { sources, passages: held } = await index.stats();
  if (sources !== stored.size || held !== passages) troubles.push(`stats say ${sources} and ${held}`);
  return [...troubles, ...(await index.check())];
}

/** Searches for each of the sources by its own word. */
export async function compareFound(
  index: Pick<IndexClient, 'search'>,
  stored: Stored,
  ids: Iterable<string>,
): Promise<string[]> {
  const troubles: string[] = [];
  for (const id of ids) {
    const document = stored.get(id)?.document;
    if (document === undefined) continue;
    const word = wordOf(document);
    const hits = await index.search({ text: word, k: 5 });
    const having = hits.filter(({ passage }) => passage.text.includes(`${word} `));
    if (hits[0] !== having[0] || having.length !== 1 || having[0]?.source.id !== id)
      troubles.push(
        `${word} finds ${hits.map(({ source }) => source.id).join(', ') || 'nothing'}, not ${id} once`,
      );
    if (hits.some(({ source }) => !stored.has(source.id))) troubles.push(`${word} finds what is gone`);
  }
  return troubles;
}
