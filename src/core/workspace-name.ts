/** How operators name a workspace: `slack:T0123`, `discord:123456789`. */

export interface NamedWorkspace {
  readonly platform: string;
  readonly workspaceId: string;
}

/** The web chat and the console are one workspace. */
const LOCAL: NamedWorkspace = { platform: 'web', workspaceId: 'local' };

/** @returns null for what names none. */
export function readWorkspaceName(name: string): NamedWorkspace | null {
  if (name === 'web:local' || name === 'local') return LOCAL;
  const [, platform, workspaceId] = /^(slack|discord):([\w:-]{1,64})$/.exec(name) ?? [];
  return platform === undefined || workspaceId === undefined ? null : { platform, workspaceId };
}

export function workspaceName({ platform, workspaceId }: NamedWorkspace): string {
  return `${platform}:${workspaceId}`;
}
