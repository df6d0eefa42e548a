/** Speaks with one workspace's token, and renews it before it ends where the app's tokens do. */
import { errorMessage } from '../../core/errors.ts';
import type { Installation, InstallationShelf, InstallationTokens } from '../../core/installation.ts';
import { fields, text } from './fields.ts';
import type { SlackCallDeps } from './slack-call.ts';
import type { SlackLog } from './slack-log.ts';
import { readTrouble, type SlackTrouble } from './slack-trouble.ts';

export interface TeamClientDeps {
  /** Without a token of its own. */
  readonly client: SlackCallDeps['client'];
  readonly shelf: Pick<InstallationShelf, 'find' | 'renew' | 'claimRenewal'>;
  readonly app: { readonly clientId: string; readonly clientSecret: string };
  readonly log: SlackLog;
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
}

/** Milliseconds before a token's end from which it is renewed: Slack's last for twelve hours. */
const EARLY = 60 * 60_000;
/** Milliseconds between two looks for what another server is just renewing, and how often. */
const PAUSE = 500;
const LOOKS = 40;
/** What a call is refused with when its token was renewed by another server, or revoked. */
const STALE = ['token_expired', 'token_revoked', 'invalid_auth'];

export function createTeamClient(
  installation: Pick<Installation, 'workspaceId' | 'tokens'>,
  deps: TeamClientDeps,
): SlackCallDeps['client'] {
  const { client, shelf, app, log, now, sleep } = deps;
  const { workspaceId } = installation;
  let { tokens } = installation;
  let renewing: Promise<void> | null = null;

  const leftOf = ({ refresh, endsAt }: InstallationTokens) =>
    refresh === null || endsAt === null ? Number.POSITIVE_INFINITY : endsAt - now();

  async function recall(): Promise<void> {
    tokens = (await shelf.find(workspaceId))?.tokens ?? tokens;
  }

  async function renew(): Promise<void> {
    for (let look = 0; look < LOOKS; look++) {
      await recall();
      if (leftOf(tokens) > EARLY) return;
      const release = await shelf.claimRenewal(workspaceId);
      if (release === null) {
        await sleep(PAUSE);
        continue;
      }
      try {
        // Another server may have done it between the look and the claim.
        await recall();
        if (leftOf(tokens) > EARLY) return;
        const renewed = await askForTokens(tokens.refresh ?? '');
        const before = tokens;
        tokens = renewed;
        await shelf.renew(workspaceId, before, renewed);
        return;
      } finally {
        await release().catch(() => undefined);
      }
    }
    throw new Error('another server did not end its renewal');
  }

  async function askForTokens(refresh: string): Promise<InstallationTokens> {
    const answer = fields(
      await client.apiCall('oauth.v2.access', {
        client_id: app.clientId,
        client_secret: app.clientSecret,
        grant_type: 'refresh_token',
        refresh_token: refresh,
      }),
    );
    const [access, next] = [text(answer.access_token), text(answer.refresh_token)];
    const seconds = answer.expires_in;
    if (access === undefined || next === undefined || typeof seconds !== 'number')
      throw new Error('Slack told no new token');
    return { access, refresh: next, endsAt: now() + seconds * 1000 };
  }

  async function fresh(): Promise<string> {
    if (leftOf(tokens) > EARLY) return tokens.access;
    renewing ??= renew().finally(() => {
      renewing = null;
    });
    try {
      await renewing;
    } catch (error) {
      log.error(
        { workspace: workspaceId, error: errorMessage(error) },
        'a Slack token could not be renewed: if this goes on, have the app installed there anew',
      );
      // It serves to its end.
    }
    return tokens.access;
  }

  return {
    async apiCall(method, args) {
      const token = await fresh();
      try {
        return await client.apiCall(method, { ...args, token });
      } catch (error) {
        if (!isStale(readTrouble(method, error))) throw error;
        await recall();
        if (tokens.access === token) throw error;
        return client.apiCall(method, { ...args, token: tokens.access });
      }
    },
  };
}

function isStale({ kind, code }: SlackTrouble): boolean {
  return kind === 'refused' && STALE.includes(code);
}
