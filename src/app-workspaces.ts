/** Joins what is kept of workspaces with the corpus: a workspace that took the app out is forgotten in both. */
import { type Rounds, startRounds } from './app-rounds.ts';
import type { BotLog } from './bot/bot-log.ts';
import { errorMessage } from './core/errors.ts';
import type { OnDeparture } from './core/installation.ts';
import type { IndexClient } from './index/index-ports.ts';
import type { DepartureBook, ForgottenWorkspace } from './state/departure-book.ts';

export type Documents = Pick<IndexClient, 'listSources' | 'ownersOf' | 'remove'>;

export interface Leaving {
  /** @param grace milliseconds for which the workspace may come back to what it had. */
  onDeparture(platform: string, grace: number): OnDeparture;
  /** The app is in these workspaces: those that had left and are not forgotten yet keep what they had. Never rejects. */
  onPresent(platform: string): (workspaceIds: readonly string[]) => Promise<void>;
  /** Resolves when the round under way has ended. Never rejects. */
  stop(): Promise<void>;
}

/** Milliseconds between two looks for workspaces whose time has come. */
const PAUSE = 60_000;

/** Begins to forget what is due, now and then; and at once when a workspace leaves without grace. */
export function startLeaving(parts: {
  readonly departures: DepartureBook;
  readonly index: Documents;
  readonly log: BotLog;
}): Leaving {
  const { departures, index, log } = parts;
  /** The forgettings after which this process has deleted the documents: a workspace may come back, and leave again. */
  let done: ReadonlySet<string> = new Set();
  let underWay: Promise<void> = Promise.resolve();

  async function round(): Promise<void> {
    for (const workspace of await departures.forgetDue())
      log.info({ ...workspace }, 'a workspace that took the app out was forgotten');
    const forgotten = await departures.forgotten();
    const fresh = forgotten.filter((workspace) => !done.has(forgettingOf(workspace)));
    if (fresh.length > 0) await removeDocuments(index, new Set(fresh.map(({ workspaceId }) => workspaceId)));
    done = new Set(forgotten.map(forgettingOf));
  }

  const inTurn = () => {
    underWay = underWay.catch(() => undefined).then(round);
    return underWay;
  };
  const onError = (error: unknown) =>
    log.warn({ error: errorMessage(error) }, 'forgetting workspaces failed: it is tried again');
  const rounds: Rounds = startRounds({ round: inTurn, pauseMs: PAUSE, random: Math.random, onError });
  return {
    onDeparture:
      (platform, grace) =>
      async ({ workspaceId, at }) => {
        await departures.leave({ platform, workspaceId }, at, grace);
        log.info({ platform, workspaceId, grace }, 'a workspace took the app out');
        void inTurn().catch(onError);
      },
    onPresent: (platform) => async (workspaceIds) => {
      try {
        const there = new Set(workspaceIds);
        for (const workspace of await departures.leaving())
          if (workspace.platform === platform && there.has(workspace.workspaceId)) {
            await departures.rejoin(workspace);
            log.info({ ...workspace }, 'a workspace has the app again, and keeps what it had');
          }
      } catch (error) {
        onError(error);
      }
    },
    async stop() {
      await rounds.stop();
      await underWay.catch(() => undefined);
    },
  };
}

const forgettingOf = ({ platform, workspaceId, forgottenAt }: ForgottenWorkspace): string =>
  `${platform} ${workspaceId} ${forgottenAt}`;

/** Deletes the documents of these workspaces. @returns how many sources. */
export async function removeDocuments(index: Documents, scopes: ReadonlySet<string>): Promise<number> {
  const own = await index.listSources([...scopes].filter((scope) => scope !== 'global'));
  const byRoot = new Map<string, string[]>();
  for (const [id, root] of await index.ownersOf(own.map(({ id }) => id)))
    byRoot.set(root, [...(byRoot.get(root) ?? []), id]);
  for (const [root, ids] of byRoot) await index.remove(root, ids);
  return own.length;
}
