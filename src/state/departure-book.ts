/** Workspaces that the app was taken out of, and when they are forgotten. */
import { forgetWorkspace, type WorkspaceKey } from './forget-workspace.ts';
import type { StateDatabase } from './state-database.ts';

export interface ForgottenWorkspace extends WorkspaceKey {
  /** ISO 8601, to the millisecond; another one when it came back and was forgotten again. */
  readonly forgottenAt: string;
}

export interface DepartureBook {
  /**
   * Notes that the app was taken out. Nothing when it was installed again since, or when that is noted already.
   *
   * @param at milliseconds since 1970.
   * @param grace milliseconds for which it may come back to what it had.
   */
  leave(workspace: WorkspaceKey, at: number, grace: number): Promise<void>;
  /** The app is there again: what is not forgotten stays. @returns whether it had left. */
  rejoin(workspace: WorkspaceKey): Promise<boolean>;
  /** It is given something again after it was forgotten: that is not to be deleted. */
  beginAnew(workspace: WorkspaceKey): Promise<void>;
  /** Deletes what is stored of those whose time has come. @returns them. */
  forgetDue(): Promise<WorkspaceKey[]>;
  /** Deletes what is stored of a workspace now. @returns rows that were deleted, those aside that went with others. */
  forget(workspace: WorkspaceKey): Promise<number>;
  /** Those that have left and are forgotten: their documents must not be kept anywhere. */
  forgotten(): Promise<ForgottenWorkspace[]>;
  /** Those that have left and are not forgotten yet. */
  leaving(): Promise<WorkspaceKey[]>;
}

/** @param now milliseconds since 1970. */
export function createDepartureBook(
  { run, scrub }: Pick<StateDatabase, 'run' | 'scrub'>,
  now: () => number,
): DepartureBook {
  const time = (at = now()) => new Date(at).toISOString();
  const keyOf = (row: { platform: string; workspace_id: string }): WorkspaceKey => ({
    platform: row.platform,
    workspaceId: row.workspace_id,
  });

  /** @returns false where it has come back since it was seen to be due: what it has now stays. */
  async function forgetStillDue(workspace: WorkspaceKey): Promise<boolean> {
    const isDue = await run((db) =>
      db.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('departures')
          .set({ forgotten_at: time() })
          .where('platform', '=', workspace.platform)
          .where('workspace_id', '=', workspace.workspaceId)
          .where('forget_at', '<=', time())
          .where('forgotten_at', 'is', null)
          .executeTakeFirst();
        if (numUpdatedRows > 0n) await forgetWorkspace(transaction, workspace);
        return numUpdatedRows > 0n;
      }),
    );
    if (isDue) await scrub();
    return isDue;
  }

  /** In one transaction with the word that it is done: a kill leaves both undone. */
  async function forget(workspace: WorkspaceKey): Promise<number> {
    const { platform, workspaceId } = workspace;
    const done = { forget_at: time(), forgotten_at: time() };
    const rows = await run((db) =>
      db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('departures')
          .values({ platform, workspace_id: workspaceId, left_at: time(), ...done })
          .onConflict((conflict) => conflict.columns(['platform', 'workspace_id']).doUpdateSet(done))
          .execute();
        return forgetWorkspace(transaction, workspace);
      }),
    );
    await scrub();
    return rows;
  }

  return {
    async leave({ platform, workspaceId }, at, grace) {
      await run((db) =>
        db.transaction().execute(async (transaction) => {
          await transaction
            .insertInto('departures')
            .values({
              platform,
              workspace_id: workspaceId,
              left_at: time(at),
              // A clock that is ahead must not put it off.
              forget_at: time(Math.min(at, now()) + grace),
              forgotten_at: null,
            })
            .onConflict((conflict) => conflict.columns(['platform', 'workspace_id']).doNothing())
            .execute();
          const since = await transaction
            .selectFrom('installations')
            .select('installed_at')
            .where('platform', '=', platform)
            .where('workspace_id', '=', workspaceId)
            .where('installed_at', '>', time(at))
            .executeTakeFirst();
          if (since === undefined) return;
          await transaction
            .deleteFrom('departures')
            .where('platform', '=', platform)
            .where('workspace_id', '=', workspaceId)
            .execute();
        }),
      );
    },

    async rejoin({ platform, workspaceId }) {
      const deleted = await run((db) =>
        db
          .deleteFrom('departures')
          .where('platform', '=', platform)
          .where('workspace_id', '=', workspaceId)
          .executeTakeFirst(),
      );
      return deleted.numDeletedRows > 0n;
    },

    async beginAnew({ platform, workspaceId }) {
      await run((db) =>
        db
          .deleteFrom('departures')
          .where('platform', '=', platform)
          .where('workspace_id', '=', workspaceId)
          .where('forgotten_at', 'is not', null)
          .execute(),
      );
    },

    async forgetDue() {
      const due = await run((db) =>
        db
          .selectFrom('departures')
          .select(['platform', 'workspace_id'])
          .where('forget_at', '<=', time())
          .where('forgotten_at', 'is', null)
          .execute(),
      );
      const forgotten: WorkspaceKey[] = [];
      for (const workspace of due.map(keyOf)) if (await forgetStillDue(workspace)) forgotten.push(workspace);
      return forgotten;
    },

    forget,

    async forgotten() {
      const rows = await run((db) =>
        db
          .selectFrom('departures')
          .select(['platform', 'workspace_id', 'forgotten_at as forgottenAt'])
          .where('forgotten_at', 'is not', null)
          .$narrowType<{ forgottenAt: string }>()
          .execute(),
      );
      return rows.map((row) => ({ ...keyOf(row), forgottenAt: row.forgottenAt }));
    },

    async leaving() {
      const rows = await run((db) =>
        db
          .selectFrom('departures')
          .select(['platform', 'workspace_id'])
          .where('forgotten_at', 'is', null)
          .execute(),
      );
      return rows.map(keyOf);
    },
  };
}
