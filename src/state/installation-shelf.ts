/** Where the app is installed, with its tokens sealed. */
import { createHash, randomUUID } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Installation, InstallationShelf, InstallationTokens } from '../core/installation.ts';
import { dropLease, takeLease } from './lease-book.ts';
import type { StateDatabase } from './state-database.ts';
import type { TokenSeal } from './token-seal.ts';
import type { InstallationsTable } from './workspace-schema.ts';

/** Milliseconds for which one server alone may renew a workspace's tokens: two calls of the platform and a write. */
const RENEWAL_LEASE = 60_000;

type Content = Omit<Installation, 'workspaceId' | 'tokens'>;

export interface KeptInstallations extends InstallationShelf {
  /** Seals what an older key sealed with the first one. @returns how many; the older key may then go. */
  reseal(): Promise<number>;
}

/** @param now milliseconds since 1970. */
export function createInstallationShelf(
  { run, scrub }: Pick<StateDatabase, 'run' | 'scrub'>,
  { platform, seal, now }: { platform: string; seal: TokenSeal; now: () => number },
): KeptInstallations {
  const ownerOf = (workspaceId: string) => `${platform}:${workspaceId}`;
  const time = (ms = 0) => new Date(now() + ms).toISOString();

  function sealedTokens(workspaceId: string, tokens: InstallationTokens) {
    const { keyId, sealed } = seal.seal(JSON.stringify(tokens), ownerOf(workspaceId));
    return { key_id: keyId, tokens: sealed, updated_at: time() };
  }

  function read(row: Selectable<InstallationsTable>): Installation {
    const sealed = { keyId: row.key_id, sealed: row.tokens };
    const tokens = JSON.parse(seal.open(sealed, ownerOf(row.workspace_id))) as InstallationTokens;
    return { ...(JSON.parse(row.content) as Content), workspaceId: row.workspace_id, tokens };
  }

  const rowOf = (workspaceId: string) =>
    run((db) =>
      db
        .selectFrom('installations')
        .selectAll()
        .where('platform', '=', platform)
        .where('workspace_id', '=', workspaceId)
        .executeTakeFirst(),
    );

  /** Writes where the row still is as it was read: another server may have been faster. */
  async function replace(row: Selectable<InstallationsTable>, tokens: InstallationTokens): Promise<void> {
    await run((db) =>
      db
        .updateTable('installations')
        .set(sealedTokens(row.workspace_id, tokens))
        .where('platform', '=', platform)
        .where('workspace_id', '=', row.workspace_id)
        .where('tokens', '=', row.tokens)
        .execute(),
    );
  }

  return {
    async save({ workspaceId, tokens, ...content }) {
      const kept = {
        content: JSON.stringify(content),
        installed_at: time(),
        ...sealedTokens(workspaceId, tokens),
      };
      await run((db) =>
        db.transaction().execute(async (transaction) => {
          // First, as who forgets it does: what is being forgotten is gone before it is installed anew.
          await transaction
            .deleteFrom('departures')
            .where('platform', '=', platform)
            .where('workspace_id', '=', workspaceId)
            .execute();
          await transaction
            .insertInto('installations')
            .values({ platform, workspace_id: workspaceId, ...kept })
            .onConflict((conflict) => conflict.columns(['platform', 'workspace_id']).doUpdateSet(kept))
            .execute();
        }),
      );
    },

    async find(workspaceId) {
      const row = await rowOf(workspaceId);
      return row === undefined ? null : read(row);
    },

    async list() {
      const rows = await run((db) =>
        db
          .selectFrom('installations')
          .select('workspace_id')
          .where('platform', '=', platform)
          .orderBy('workspace_id')
          .execute(),
      );
      return rows.map(({ workspace_id }) => workspace_id);
    },

    async renew(workspaceId, before, tokens) {
      const row = await rowOf(workspaceId);
      if (row === undefined || read(row).tokens.access !== before.access) return;
      await replace(row, tokens);
    },

    async claimRenewal(workspaceId) {
      const lease = { name: `renewal:${ownerOf(workspaceId)}`, owner: randomUUID() };
      const has = await run((db) => takeLease(db, { ...lease, until: time(RENEWAL_LEASE), now: time() }));
      return has ? () => run((db) => dropLease(db, lease)) : null;
    },

    async hasServed(word) {
      const found = await run((db) =>
        db
          .selectFrom('install_states')
          .select('state_hash')
          .where('state_hash', '=', hashOf(word))
          .executeTakeFirst(),
      );
      return found !== undefined;
    },

    async serve(word, until) {
      const row = { state_hash: hashOf(word), ends_at: new Date(until).toISOString() };
      const noted = await run((db) =>
        db.transaction().execute(async (transaction) => {
          await transaction.deleteFrom('install_states').where('ends_at', '<', time()).execute();
          return transaction
            .insertInto('install_states')
            .values(row)
            .onConflict((conflict) => conflict.doNothing())
            .executeTakeFirst();
        }),
      );
      return noted.numInsertedOrUpdatedRows === 1n;
    },

    async reseal() {
      const rows = await run((db) =>
        db
          .selectFrom('installations')
          .selectAll()
          .where('platform', '=', platform)
          .where('key_id', '<>', seal.keyId)
          .execute(),
      );
      for (const row of rows) await replace(row, read(row).tokens);
      if (rows.length > 0) await scrub();
      return rows.length;
    },
  };
}

function hashOf(word: string): string {
  return createHash('sha256').update(word).digest('hex');
}
