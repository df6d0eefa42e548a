/** The workspaces that installed the app: each is looked up when something comes from it, and remembered for a while. */
import type { Installation, InstallationShelf } from '../../core/installation.ts';
import type { SlackCallDeps } from './slack-call.ts';
import type { Workspace } from './workspace.ts';

/** Where the app is at work. */
export interface Workspaces {
  /** Null where the app is not installed. Rejects when that cannot be told now. */
  of(teamId: string): Promise<Workspace | null>;
}

/** Milliseconds for which an installation is believed: another server may have been told that it ended. */
const BELIEVED = 60_000;

export interface InstalledDeps {
  readonly shelf: Pick<InstallationShelf, 'find'>;
  readonly now: () => number;
  /** What speaks with the workspace's token. */
  clientFor(installation: Installation): SlackCallDeps['client'];
  create(installation: Installation, client: SlackCallDeps['client']): Workspace;
  /** Told when the shelf could not be read and what is remembered served instead. */
  onTrouble(error: unknown): void;
}

export interface InstalledWorkspaces extends Workspaces {
  /** It was installed anew, or is no longer installed. */
  forget(teamId: string): void;
}

interface Known {
  readonly workspace: Workspace;
  /** What it was made of, but for tokens, which its client renews itself. */
  readonly made: string;
  readAt: number;
}

export function createInstalledWorkspaces(deps: InstalledDeps): InstalledWorkspaces {
  const { shelf, now, onTrouble } = deps;
  const known = new Map<string, Known>();
  const reading = new Map<string, Promise<Workspace | null>>();

  async function read(teamId: string): Promise<Workspace | null> {
    const before = known.get(teamId);
    let installation: Installation | null;
    try {
      installation = await shelf.find(teamId);
    } catch (error) {
      if (before === undefined) throw error;
      onTrouble(error);
      before.readAt = now();
      return before.workspace;
    }
    if (installation === null) {
      known.delete(teamId);
      return null;
    }
    const { botUser, botId, scopes } = installation;
    const made = JSON.stringify([botUser, botId, scopes]);
    const workspace =
      before?.made === made ? before.workspace : deps.create(installation, deps.clientFor(installation));
    known.set(teamId, { workspace, made, readAt: now() });
    return workspace;
  }

  return {
    async of(teamId) {
      const found = known.get(teamId);
      if (found !== undefined && Math.abs(now() - found.readAt) < BELIEVED) return found.workspace;
      const under = reading.get(teamId) ?? read(teamId).finally(() => reading.delete(teamId));
      reading.set(teamId, under);
      return under;
    },
    forget: (teamId) => void known.delete(teamId),
  };
}
