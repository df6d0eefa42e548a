/** The workspace took the app out, or revoked its token: nothing of it is kept. */
import type { App } from '@slack/bolt';
import type { OnDeparture } from '../../core/installation.ts';
import { fields, list, text } from './fields.ts';

export interface DepartureDeps {
  readonly onDeparture: OnDeparture;
  /** The adapter's own memory of the workspace. */
  readonly onGone: (teamId: string) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Slack tells both when the app is uninstalled, in either order, and each maybe more than once. */
export function handleDepartures(app: App, { onDeparture, onGone, now }: DepartureDeps): void {
  async function leave(body: unknown): Promise<void> {
    const { team_id, event_time } = fields(body);
    const workspaceId = text(team_id);
    if (workspaceId === undefined) return;
    // To its last millisecond: Slack tells whole seconds, and somebody may install and uninstall within one.
    const at = typeof event_time === 'number' ? event_time * 1000 + 999 : now();
    onGone(workspaceId);
    await onDeparture({ workspaceId, at });
  }

  app.event('app_uninstalled', ({ body }) => leave(body));
  app.event('tokens_revoked', async ({ event, body }) => {
    // The app asks no person for a token: only its own counts.
    if (list(fields(fields(event).tokens).bot).length > 0) await leave(body);
  });
}
