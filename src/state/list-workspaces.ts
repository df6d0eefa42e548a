/** What is kept of each workspace, counted. */
import { sql } from 'kysely';
import type { StateDatabase } from './state-database.ts';

export interface KeptWorkspace {
  readonly platform: string;
  readonly workspaceId: string;
  /** Null where no installation is kept: one token serves one workspace, or it is none of Slack's. */
  readonly installedAt: string | null;
  readonly answers: number;
  readonly settings: number;
  readonly subscriptions: number;
  readonly feeds: number;
  /** When the app was taken out; null while it is there. */
  readonly leftAt: string | null;
  /** When it is forgotten. */
  readonly forgetAt: string | null;
  /** When it was; null until then. */
  readonly forgottenAt: string | null;
}

/** By platform and id. */
export async function listWorkspaces({ run }: Pick<StateDatabase, 'run'>): Promise<KeptWorkspace[]> {
  const count = (table: string) =>
    sql`(select count(*) from ${sql.table(table)} t where t.platform = w.platform and t.workspace_id = w.workspace_id)`;
  const { rows } = await run((db) =>
    sql<Record<keyof KeptWorkspace, string | number | null>>`
      select w.platform as platform, w.workspace_id as "workspaceId", i.installed_at as "installedAt",
        ${count('answers')} as answers, ${count('settings')} as settings, ${count('subscriptions')} as subscriptions,
        (select count(*) from feeds f where f.scope = w.workspace_id) as feeds,
        d.left_at as "leftAt", d.forget_at as "forgetAt", d.forgotten_at as "forgottenAt"
      from (
        select platform, workspace_id from answers union select platform, workspace_id from settings
        union select platform, workspace_id from subscriptions union select platform, workspace_id from threads
        union select platform, workspace_id from installations union select platform, workspace_id from departures
      ) w
      left join installations i on i.platform = w.platform and i.workspace_id = w.workspace_id
      left join departures d on d.platform = w.platform and d.workspace_id = w.workspace_id
      order by w.platform, w.workspace_id`.execute(db),
  );
  const text = (value: unknown) => (value === null ? null : String(value));
  return rows.map((row) => ({
    platform: String(row.platform),
    workspaceId: String(row.workspaceId),
    installedAt: text(row.installedAt),
    answers: Number(row.answers),
    settings: Number(row.settings),
    subscriptions: Number(row.subscriptions),
    feeds: Number(row.feeds),
    leftAt: text(row.leftAt),
    forgetAt: text(row.forgetAt),
    forgottenAt: text(row.forgottenAt),
  }));
}
