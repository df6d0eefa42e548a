/** Random changes to an index, each with what must be stored before and after it. */

import type { SourceDocument } from '../../../src/core/source.ts';
import type { IndexClient } from '../../../src/index/index-ports.ts';
import { makeDocument } from '../corpus-kit.ts';

/** What is stored, by source id. */
export type Stored = ReadonlyMap<string, { readonly root: string; readonly document: SourceDocument }>;

export interface CorpusChange {
  readonly sort: 'put' | 'remove' | 'removeRoot';
  readonly after: Stored;
  /** A word that all documents of a `put` have, and no others. */
  readonly lot: string;
  /** Sources that it stores. */
  readonly stores: readonly string[];
  /** It may be done twice. */
  perform(index: Pick<IndexClient, 'put' | 'remove' | 'removeRoot'>): Promise<void>;
}

const ROOTS = ['/harbour', '/valley', '/archive'] as const;
/** Ids that documents may have: so few that most are replaced, and move from root to root, again and again. */
const IDS = 160;
/** Documents of the largest `put`. */
const MOST = 30;
const WORDS = ['crane', 'ministry', 'tide', 'embassy', 'ship', 'insurer', 'terminal', 'commission', 'pilot'];

/** @param n numbers the changes: words that come with one are in no other. */
export function nextChange(stored: Stored, n: number, random: () => number): CorpusChange {
  const root = ROOTS[Math.floor(random() * ROOTS.length)] ?? ROOTS[0];
  const own = [...stored].filter(([, one]) => one.root === root).map(([id]) => id);
  const lot = `bb${n}`;
  const sort = random();
  if (own.length > 4 && sort < 0.2) {
    const after = new Map([...stored].filter(([, one]) => one.root !== root));
    return { sort: 'removeRoot', after, lot, stores: [], perform: (index) => index.removeRoot(root) };
  }
  if (own.length > 4 && sort < 0.4) {
    const gone = own.filter(() => random() < 0.5);
    const after = new Map([...stored].filter(([id]) => !gone.includes(id)));
    return { sort: 'remove', after, lot, stores: [], perform: (index) => index.remove(root, gone) };
  }
  const ids = new Set(
    Array.from({ length: 3 + Math.floor(random() * (MOST - 2)) }, () => Math.floor(random() * IDS)),
  );
  const documents = [...ids].map((id) => lotDocument(id, n, lot, random));
  const after = new Map(stored);
  for (const document of documents) after.set(document.source.id, { root, document });
  return {
    sort: 'put',
    after,
    lot,
    stores: documents.map(({ source }) => source.id),
    perform: (index) => index.put(root, 'ingested', documents),
  };
}

/** The word by which this version of a document is found. */
export function wordOf({ text }: SourceDocument): string {
  return /qq\d+v\d+/.exec(text)?.[0] ?? '';
}

function lotDocument(id: number, n: number, lot: string, random: () => number): SourceDocument {
  const word = () => WORDS[Math.floor(random() * WORDS.length)];
  const others = Array.from(
    { length: 2 + Math.floor(random() * 5) },
    (_, i) => `The ${word()} and the ${word()} of line ${i} met a ${word()}.`,
  );
  return makeDocument({
    id: `doc-${id}`,
    text: `Register entry qq${id}v${n} of the office, lot ${lot}. ${others.join(' ')}`,
  });
}
