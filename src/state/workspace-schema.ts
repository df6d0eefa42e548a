/** The tables of workspaces and their limits, as Kysely sees them. `workspace-migration.ts` makes them. Times as in `schema.ts`. */

interface WorkspaceKey {
  platform: string;
  workspace_id: string;
}

export interface InstallationsTable extends WorkspaceKey {
  installed_at: string;
  updated_at: string;
  /** Which key the tokens are sealed with. */
  key_id: string;
  /** Sealed JSON of InstallationTokens. */
  tokens: string;
  /** JSON of what is no secret: names, ids, scopes. */
  content: string;
}

/** Words with which an installation was ended; earlier versions kept those that were begun. */
export interface InstallStatesTable {
  /** A hash: who reads the table cannot install with it. */
  state_hash: string;
  ends_at: string;
}

export interface DeparturesTable extends WorkspaceKey {
  left_at: string;
  forget_at: string;
  /** Null until what was kept of the workspace was deleted. */
  forgotten_at: string | null;
}

export interface RateLimitsTable extends WorkspaceKey {
  /** Who is counted, and for how long a time: `user:U1:60`. */
  name: string;
  points: number;
  ends_at: string;
}

export interface WorkspaceSchema {
  installations: InstallationsTable;
  install_states: InstallStatesTable;
  departures: DeparturesTable;
  rate_limits: RateLimitsTable;
}
