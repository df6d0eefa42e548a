/** What `workspaces` shows and does, joined from the parts. */
import { type StateConfig, withState } from './app-state.ts';
import { type Documents, removeDocuments } from './app-workspaces.ts';
import { OperatorError } from './core/errors.ts';
import type { Source } from './core/source.ts';
import type { NamedWorkspace } from './core/workspace-name.ts';
import type { IndexClient } from './index/index-ports.ts';
import type { KeptWorkspace } from './state/list-workspaces.ts';
import type { TokenKeys } from './state/token-seal.ts';

export interface ListedWorkspace extends KeptWorkspace {
  /** Documents that it alone sees. */
  readonly documents: number;
}

const NOTHING = {
  ...{ installedAt: null, leftAt: null, forgetAt: null, forgottenAt: null },
  ...{ answers: 0, settings: 0, subscriptions: 0, feeds: 0 },
};

/** Every workspace of which something is kept; also while a server is running. */
export async function listKeptWorkspaces(
  where: StateConfig,
  index: Pick<IndexClient, 'countScopes'>,
): Promise<ListedWorkspace[]> {
  const { listWorkspaces } = await import('./state/list-workspaces.ts');
  const kept = (await withState(where, listWorkspaces)) ?? [];
  const documents = await index.countScopes();
  documents.delete('global');
  const listed = kept.map((workspace) => ({
    ...workspace,
    documents: documents.get(workspace.workspaceId) ?? 0,
  }));
  for (const { workspaceId } of kept) documents.delete(workspaceId);
  // Those that have documents and did nothing yet.
  for (const [workspaceId, count] of documents)
    listed.push({ ...NOTHING, platform: platformOf(workspaceId), workspaceId, documents: count });
  return listed;
}

/** Slack's ids begin with a letter, Discord's are numbers. */
function platformOf(workspaceId: string): string {
  if (workspaceId === 'local') return 'web';
  return /^\d+$/.test(workspaceId) ? 'discord' : 'slack';
}

/** The documents that the workspace alone sees, by id. */
export async function listDocuments(
  index: Pick<Documents, 'listSources'>,
  { workspaceId }: NamedWorkspace,
): Promise<Source[]> {
  return workspaceId === 'global' ? [] : index.listSources([workspaceId]);
}

/** Takes documents of the workspace out of the corpus. */
export async function removeOwnDocuments(
  index: Documents,
  workspace: NamedWorkspace,
  ids: readonly string[],
): Promise<{ removed: string[]; unknown: string[] }> {
  const own = new Set((await listDocuments(index, workspace)).map(({ id }) => id));
  const removed = ids.filter((id) => own.has(id));
  for (const [id, root] of await index.ownersOf(removed)) await index.remove(root, [id]);
  return { removed, unknown: ids.filter((id) => !own.has(id)) };
}

/**
 * Deletes all that is kept of the workspace, at once. Servers with an index of their own delete its documents within a
 * minute.
 */
export async function forgetWorkspaceNow(
  where: StateConfig,
  index: Documents,
  workspace: NamedWorkspace,
): Promise<{ rows: number; documents: number }> {
  const { createDepartureBook } = await import('./state/departure-book.ts');
  const rows = await withState(where, (state) => createDepartureBook(state, Date.now).forget(workspace));
  const documents = await removeDocuments(index, new Set([workspace.workspaceId]));
  return { rows: rows ?? 0, documents };
}

/**
 * Deletes the tokens that were sealed with a key that is lost, so that the server starts without it.
 *
 * @param keys of the settings; null when there are none.
 * @returns the workspaces that must install the app anew; the rest that is kept of them stays.
 * @throws OperatorError when the settings have the key.
 */
export async function dropLostTokens(
  where: StateConfig,
  keys: TokenKeys | null,
  keyId: string,
): Promise<string[]> {
  const [{ createTokenSeal }, { dropSealed }] = await Promise.all([
    import('./state/token-seal.ts'),
    import('./state/drop-sealed.ts'),
  ]);
  if (keys !== null && createTokenSeal(keys).knows(keyId))
    throw new OperatorError(
      `the key ${keyId} is in TOKEN_ENCRYPTION_KEY: its tokens can be opened, and stay`,
    );
  return (await withState(where, (state) => dropSealed(state, keyId))) ?? [];
}

/** To be called before a workspace is given documents: were it forgotten before, servers would delete them again. */
export async function beginAnew(where: StateConfig, workspace: NamedWorkspace): Promise<void> {
  const { createDepartureBook } = await import('./state/departure-book.ts');
  await withState(where, (state) => createDepartureBook(state, Date.now).beginAnew(workspace));
}
