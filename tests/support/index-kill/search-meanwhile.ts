/** Searches an index again and again while it is changed and its server struck: each finds a change wholly or not at all. */
import { setTimeout as pause } from 'node:timers/promises';
import type { IndexClient } from '../../../src/index/index-ports.ts';
import { isClear } from './clear-error.ts';
import type { CorpusChange } from './corpus-changes.ts';

export interface SearchingMeanwhile {
  /** Has it look for what this change stores. */
  begin(change: Pick<CorpusChange, 'lot' | 'stores'>): void;
  count(): { readonly searches: number; readonly searchesFailed: number };
  stop(): Promise<void>;
}

/** Milliseconds between two searches: the machine has other things to do. */
const PAUSE = 15;

export function searchMeanwhile(
  index: Pick<IndexClient, 'search'>,
  onTrouble: (trouble: string) => void,
): SearchingMeanwhile {
  let current: { readonly lot: string; readonly all: number } | null = null;
  let stopped = false;
  let searches = 0;
  let searchesFailed = 0;
  const look = async (): Promise<void> => {
    const asked = current;
    if (asked === null) return;
    searches += 1;
    try {
      const hits = await index.search({ text: `lot ${asked.lot}`, k: 40 });
      const having = hits.filter(({ passage }) => passage.text.includes(`${asked.lot}.`));
      const ids = new Set(having.map(({ source }) => source.id));
      // A later change may have taken some of it out.
      if (asked !== current) return;
      if (having.length !== ids.size) onTrouble(`${asked.lot} is found doubled`);
      if (ids.size !== 0 && ids.size !== asked.all)
        onTrouble(`${ids.size} of ${asked.all} of ${asked.lot} are found`);
    } catch (error) {
      searchesFailed += 1;
      if (!isClear(error)) onTrouble(`a search is told as ${error instanceof Error ? error.stack : error}`);
    }
  };
  const searching = (async () => {
    while (!stopped) {
      await look();
      await pause(PAUSE);
    }
  })();
  return {
    begin({ lot, stores }) {
      current = { lot, all: stores.length };
    },
    count: () => ({ searches, searchesFailed }),
    async stop() {
      stopped = true;
      await searching;
    },
  };
}
