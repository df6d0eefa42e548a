/** A corpus store in memory that keeps the promises of the port: every call is whole or does not happen. */
import type { CaseRecord } from '../../src/core/case-record.ts';
import type { SourceDocument } from '../../src/core/source.ts';
import type { CorpusStore, RootOrigin } from '../../src/corpus/corpus-store.ts';

export interface MemoryCorpusStore extends CorpusStore {
  readonly documents: ReadonlyMap<string, { root: string; origin: RootOrigin; document: SourceDocument }>;
  readonly cases: ReadonlyMap<string, readonly CaseRecord[]>;
  /** Names of the calls that change something, in order. */
  readonly writes: readonly string[];
}

/** @param onWrite is called before each change; what it throws is thrown to the caller, and nothing is changed. */
export function createMemoryCorpusStore(onWrite: (call: string) => void = () => {}): MemoryCorpusStore {
  const documents = new Map<string, { root: string; origin: RootOrigin; document: SourceDocument }>();
  const cases = new Map<string, readonly CaseRecord[]>();
  const writes: string[] = [];
  const write = (call: string): void => {
    onWrite(call);
    writes.push(call);
  };
  return {
    documents,
    cases,
    writes,
    async listRoot(root) {
      const own = [...documents.values()].filter((stored) => stored.root === root);
      return new Map(own.map(({ document }) => [document.source.id, document.source.contentHash]));
    },
    async ownersOf(ids) {
      const found = ids.flatMap((id) => {
        const stored = documents.get(id);
        return stored === undefined ? [] : [[id, stored.root] as const];
      });
      return new Map(found);
    },
    async put(root, origin, batch) {
      write(`put ${batch.length}`);
      const ids = batch.map(({ source }) => source.id);
      if (new Set(ids).size < ids.length) throw new Error(`an id stands twice in one put: ${ids.join(', ')}`);
      for (const id of ids) {
        if ((documents.get(id)?.root ?? root) !== root) throw new Error(`${id} belongs to another root`);
      }
      for (const document of batch) documents.set(document.source.id, { root, origin, document });
    },
    async remove(root, sourceIds) {
      write(`remove ${sourceIds.length}`);
      for (const id of sourceIds) if (documents.get(id)?.root === root) documents.delete(id);
    },
    async putCases(root, records) {
      write(`putCases ${records.length}`);
      cases.set(root, [...records]);
    },
  };
}
