/** How operators name a workspace: `slack:T0123`, `discord:123456789`. */

export interface NamedWorkspace {
  readonly platform: string;
  readonly workspaceId: string;
}

/** The web chat and the console are one workspace. */
const LOCAL: NamedWorkspace = { platform: 'web', workspaceId: 'local' };

/** @returns null for what names none: Slack’s ids are capitals and digits, Discord’s are digits. */
export function readWorkspaceName(name: string): NamedWorkspace | null {
  if (name === 'web:local' || name === 'local') return LOCAL;
  if (!/^(slack:[A-Z\d]{1,64}|discord:\d{1,20})$/.test(name)) return null;
  const [platform = '', workspaceId = ''] = name.split(':');
  return { platform, workspaceId };
}

export function workspaceName({ platform, workspaceId }: NamedWorkspace): string {
  return `${platform}:${workspaceId}`;
}
