/** What `doctor` finds out about Slack: whether the tokens hold, and what the app may do. */
import { setTimeout as pause } from 'node:timers/promises';
import { errorMessage } from '../../core/errors.ts';
import { identify } from './identify.ts';
import { missingScopes, SCOPES } from './scopes.ts';
import { createSlackCall, type SlackCall } from './slack-call.ts';
import { clientOptions, loadBolt } from './slack-client.ts';
import type { SlackLog } from './slack-log.ts';
import { isAuthTrouble } from './slack-trouble.ts';

export interface SlackFinding {
  readonly status: 'ok' | 'warn' | 'fail';
  readonly message: string;
  /** What to do about it; null when all is well, or when the message says it already. */
  readonly fix: string | null;
}

export interface CheckSlackOptions {
  /** Null where workspaces install the app, each with a token of its own. */
  readonly botToken: string | null;
  readonly appToken: string | null;
  readonly signingSecret: string | null;
  readonly mode: 'socket' | 'http';
  readonly apiUrl: string;
  readonly fetch?: typeof fetch;
}

/** The findings say it all. */
const SILENT: SlackLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Calls Slack twice at most; nothing is posted or changed. Never rejects. */
export async function checkSlack(options: CheckSlackOptions): Promise<SlackFinding[]> {
  const { botToken, appToken, mode, signingSecret, apiUrl } = options;
  const bolt = await loadBolt();
  const callWith = (token: string): SlackCall => {
    const settings = clientOptions({ apiUrl, fetch: options.fetch ?? fetch, log: SILENT });
    const client = new bolt.webApi.WebClient(token, settings);
    return createSlackCall({ client, log: SILENT, sleep: (ms) => pause(ms) });
  };
  const findings = botToken === null ? [] : await checkBotToken(callWith(botToken), { apiUrl, botToken });
  if (mode === 'http') {
    if (signingSecret === null)
      findings.push(fail('HTTP mode has no signing secret', 'set SLACK_SIGNING_SECRET (Basic Information)'));
  } else if (appToken === null)
    findings.push(
      fail('Socket Mode has no app-level token', 'set SLACK_APP_TOKEN: a token with connections:write'),
    );
  else findings.push(await checkAppToken(callWith(appToken)));
  return findings;
}

async function checkBotToken(
  call: SlackCall,
  at: { readonly apiUrl: string; readonly botToken: string },
): Promise<SlackFinding[]> {
  try {
    const { teamId, scopes } = await identify(call, at);
    const findings = [ok(`Slack accepts the bot token (workspace ${teamId})`)];
    if (scopes === null) return [...findings, warn('Slack does not tell which scopes the app has', null)];
    const missing = missingScopes(scopes);
    if (missing.length === 0)
      return [...findings, ok(`the app has the ${SCOPES.length} scopes that it needs`)];
    const lacking = SCOPES.filter(({ name }) => missing.includes(name));
    const lacks = lacking.map(({ name, reason }) => `${name} (to ${reason})`);
    const say = lacking.every(({ optional }) => optional === true) ? warn : fail;
    return [
      ...findings,
      say(
        `the app lacks scopes: ${lacks.join(', ')}`,
        'add them under OAuth & Permissions, then reinstall the app',
      ),
    ];
  } catch (error) {
    return [fail(errorMessage(error), null)];
  }
}

async function checkAppToken(call: SlackCall): Promise<SlackFinding> {
  try {
    await call.once('apps.connections.open', {});
    return ok('Slack accepts the app-level token');
  } catch (error) {
    const fix = 'create a token with connections:write under Basic Information, and switch Socket Mode on';
    return isAuthTrouble(error)
      ? fail(`Slack refuses SLACK_APP_TOKEN (${errorMessage(error)})`, fix)
      : fail(`no Socket Mode connection can be had (${errorMessage(error)})`, fix);
  }
}

const ok = (message: string): SlackFinding => ({ status: 'ok', message, fix: null });
const warn = (message: string, fix: string | null): SlackFinding => ({ status: 'warn', message, fix });
const fail = (message: string, fix: string | null): SlackFinding => ({ status: 'fail', message, fix });
