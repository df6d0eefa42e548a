/** The corpus as one workspace's own part of it: its documents stand under ids that no other part can have. */
import { OperatorError } from '../core/errors.ts';
import type { SourceDocument } from '../core/source.ts';
import type { CorpusStore } from './corpus-store.ts';

/** Before the ids and roots of a workspace's documents. */
const PREFIX = 'workspace:';

/**
 * What is stored through it may be seen in that workspace alone. Two workspaces may have the same files: each has its
 * own copy. Case files are refused: a case stands in lists that everybody sees.
 */
export function createWorkspaceStore(store: CorpusStore, workspaceId: string): CorpusStore {
  const prefix = `${PREFIX}${workspaceId}:`;
  const inside = (id: string): string => `${prefix}${id}`;
  const outside = (id: string): string => (id.startsWith(prefix) ? id.slice(prefix.length) : id);
  const keysOutside = (map: ReadonlyMap<string, string>) =>
    new Map([...map].map(([id, value]) => [outside(id), value]));

  return {
    listRoot: async (root) => keysOutside(await store.listRoot(inside(root))),
    async ownersOf(ids) {
      const owners = await store.ownersOf(ids.map(inside));
      return new Map([...owners].map(([id, root]) => [outside(id), outside(root)]));
    },
    put: (root, origin, documents) =>
      store.put(
        inside(root),
        origin,
        documents.map((document) => ownDocument(document, workspaceId, inside)),
      ),
    remove: (root, sourceIds) => store.remove(inside(root), sourceIds.map(inside)),
    // A root of articles alone has none, nor had it any.
    putCases: async () => undefined,
  };
}

function ownDocument(
  { source, text, passages }: SourceDocument,
  scope: string,
  inside: (id: string) => string,
): SourceDocument {
  const [caseId] = source.caseIds;
  if (caseId !== undefined)
    throw new OperatorError(
      `${caseId} is a case file: cases are everybody’s; leave --workspace out, or give articles alone`,
    );
  return {
    source: { ...source, id: inside(source.id), scope },
    text,
    passages: passages.map((passage) => ({
      ...passage,
      id: inside(passage.id),
      sourceId: inside(passage.sourceId),
    })),
  };
}
