/** Several workspaces of the test Slack behind one address, and the OAuth by which they install the app. */
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { APP_TOKEN, type SlackServer, startSlackServer } from './slack-server.ts';
import { sendJson } from './web-api.ts';
import { BOT } from './workspace.ts';

export const CLIENT = { clientId: '1234.5678', clientSecret: 'client-secret-of-the-tests' };

export interface ManyTeams {
  /** Base of the Web API. */
  readonly url: string;
  readonly teams: readonly SlackServer[];
  /** Somebody of the workspace agreed: what Slack sends back to the app. `org`: for a whole organization. */
  agree(team: SlackServer, options?: { readonly org?: boolean }): string;
  /** From now on tokens end, so many seconds after they were given, and are renewed. */
  rotate(seconds: number): void;
  /** Grants of `oauth.v2.access` so far, by kind. */
  readonly grants: { code: number; refresh: number };
  close(): Promise<void>;
}

/** @param names of the workspaces. */
export async function startManyTeams(names: readonly string[]): Promise<ManyTeams> {
  const teams = await Promise.all(
    names.map((name, i) =>
      startSlackServer({ team: { id: `T0TEAM000${i + 1}`, name, domain: name.toLowerCase() } }),
    ),
  );
  const tokens = new Map<string, SlackServer>();
  const codes = new Map<string, { team: SlackServer; org: boolean }>();
  const refreshes = new Map<string, SlackServer>();
  const grants = { code: 0, refresh: 0 };
  let given = 0;
  let life: number | null = null;
  for (const [i, team] of teams.entries()) team.setBotToken(`xoxb-none-${i}`);

  function newTokens(team: SlackServer): Record<string, unknown> {
    given += 1;
    const token = life === null ? `xoxb-secret-${given}` : `xoxe.xoxb-secret-${given}`;
    team.setBotToken(token);
    tokens.set(token, team);
    if (life === null) return { access_token: token };
    refreshes.set(`xoxe-secret-${given}`, team);
    return { access_token: token, refresh_token: `xoxe-secret-${given}`, expires_in: life };
  }

  function grant(form: URLSearchParams): Record<string, unknown> {
    const known =
      form.get('client_id') === CLIENT.clientId && form.get('client_secret') === CLIENT.clientSecret;
    if (!known) return { ok: false, error: 'bad_client_secret' };
    const answer = (team: SlackServer, org: boolean) => ({
      ok: true,
      ...newTokens(team),
      token_type: 'bot',
      scope: 'app_mentions:read,chat:write,channels:history,im:history,users:read',
      bot_user_id: BOT,
      app_id: team.state.workspace.app.id,
      team: org ? null : { id: team.state.workspace.team.id, name: team.state.workspace.team.name },
      enterprise: org ? { id: 'E0ORG00001', name: 'Org' } : null,
      is_enterprise_install: org,
      authed_user: { id: 'U0ALICE001' },
    });
    if (form.get('grant_type') === 'refresh_token') {
      const refresh = form.get('refresh_token') ?? '';
      const team = refreshes.get(refresh);
      // It serves once.
      refreshes.delete(refresh);
      if (team === undefined) return { ok: false, error: 'invalid_refresh_token' };
      grants.refresh += 1;
      return answer(team, false);
    }
    const code = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    if (code === undefined) return { ok: false, error: 'invalid_code' };
    grants.code += 1;
    return answer(code.team, code.org);
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    if (request.url === '/api/oauth.v2.access')
      return sendJson(response, 200, grant(new URLSearchParams(body.toString())));
    const form = new URLSearchParams(body.toString());
    const bearer = request.headers.authorization?.replace('Bearer ', '') ?? form.get('token') ?? '';
    const team = bearer === APP_TOKEN ? teams[0] : tokens.get(bearer);
    if (team === undefined) return sendJson(response, 200, { ok: false, error: 'invalid_auth' });
    const onward = forward(
      new URL(request.url ?? '/', team.url),
      { method: request.method, headers: request.headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on('error', () => response.destroy());
    onward.end(body);
  }

  const http = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/api/`,
    teams,
    agree(team, { org = false } = {}) {
      const code = `code-${codes.size}-${given}-${Math.random()}`;
      codes.set(code, { team, org });
      return code;
    },
    rotate(seconds) {
      life = seconds;
    },
    grants,
    async close() {
      await Promise.all(teams.map((team) => team.close()));
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}
