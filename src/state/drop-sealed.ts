/** Deletes tokens whose key is lost: nobody can open them, and the app is installed anew. */
import type { StateDatabase } from './state-database.ts';

/**
 * What else is kept of the workspaces stays, for when they install the app anew.
 *
 * @param keyId of the key with which the tokens were sealed.
 * @returns the workspaces whose tokens were deleted, as `slack:T0123ABCD`.
 */
export async function dropSealed(
  { run, scrub }: Pick<StateDatabase, 'run' | 'scrub'>,
  keyId: string,
): Promise<string[]> {
  const dropped = await run((db) =>
    db
      .deleteFrom('installations')
      .where('key_id', '=', keyId)
      .returning(['platform', 'workspace_id'])
      .execute(),
  );
  if (dropped.length > 0) await scrub();
  return dropped.map(({ platform, workspace_id }) => `${platform}:${workspace_id}`).sort();
}
