/** Step 6 of the schema of the state: workspaces that installed the app, and limits. As every step that was released, it is never edited. */

export const WORKSPACE_MIGRATION = `
  -- Workspaces in which the app was installed; what it speaks with there is sealed.
  CREATE TABLE installations (
    platform TEXT NOT NULL,
    workspace_id TEXT NOT NULL,
    installed_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    key_id TEXT NOT NULL,
    tokens TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (platform, workspace_id)
  );

  -- Installations that were begun: each may be ended once, and soon.
  CREATE TABLE install_states (
    state_hash TEXT PRIMARY KEY,
    ends_at TEXT NOT NULL
  );
  CREATE INDEX install_states_ends ON install_states (ends_at);

  -- Workspaces that the app was taken out of, and when they are forgotten.
  CREATE TABLE departures (
    platform TEXT NOT NULL,
    workspace_id TEXT NOT NULL,
    left_at TEXT NOT NULL,
    forget_at TEXT NOT NULL,
    forgotten_at TEXT,
    PRIMARY KEY (platform, workspace_id)
  );
  CREATE INDEX departures_forget ON departures (forget_at);

  -- How much somebody asked, until the window ends.
  CREATE TABLE rate_limits (
    platform TEXT NOT NULL,
    workspace_id TEXT NOT NULL,
    name TEXT NOT NULL,
    points INTEGER NOT NULL,
    ends_at TEXT NOT NULL,
    PRIMARY KEY (platform, workspace_id, name)
  );
  CREATE INDEX rate_limits_ends ON rate_limits (ends_at);
  `;
