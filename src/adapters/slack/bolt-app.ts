/** Joins Bolt, its handlers, and the workspaces that they work in. */
import type { App } from '@slack/bolt';
import { errorMessage, OperatorError } from '../../core/errors.ts';
import { withDurableAck } from './durable-ack.ts';
import { handleClicks } from './handle-clicks.ts';
import { handleCommands } from './handle-commands.ts';
import { handleDepartures } from './handle-departures.ts';
import { handleErrorForms } from './handle-error-forms.ts';
import { handleEvents } from './handle-events.ts';
import { handleForms } from './handle-forms.ts';
import { handleOpenings } from './handle-openings.ts';
import { handleShortcut } from './handle-shortcut.ts';
import type { HandlingOf } from './handling.ts';
import { identify } from './identify.ts';
import type { InFlight } from './in-flight.ts';
import {
  createInstalledWorkspaces,
  type InstalledWorkspaces,
  type Workspaces,
} from './installed-workspaces.ts';
import { type Installing, installerOptions } from './installing.ts';
import { type Receiving, type ReceivingDeps, receive } from './receiving.ts';
import { createSlackCall } from './slack-call.ts';
import { type Bolt, type ClientOptions, clientOptions, loadBolt, quietLogger } from './slack-client.ts';
import type { SlackLog } from './slack-log.ts';
import { createTeamClient } from './team-client.ts';
import { createWorkspace, type Workspace, type WorkspaceDeps } from './workspace.ts';

export interface BoltAppDeps
  extends WorkspaceDeps,
    Pick<ReceivingDeps, 'mode' | 'appToken' | 'signingSecret' | 'http' | 'apiUrl'> {
  readonly botToken: string | null;
  readonly installing: Installing | null;
  /** What has come in and is not acknowledged yet. */
  readonly arriving: InFlight;
}

export interface BoltApp {
  readonly workspaces: Workspaces;
  readonly receiving: Receiving;
}

/** Under which the workspace stands in Bolt's context. */
const WORKSPACE = 'casebookWorkspace';

/** Nobody installed the app there, or it was taken out since. */
class NotInstalled extends Error {}

/** @throws OperatorError when Slack refuses the settings or cannot be reached. */
export async function createBoltApp(deps: BoltAppDeps): Promise<BoltApp> {
  const { installing, log, now, apiUrl } = deps;
  const bolt = await loadBolt();
  const options = clientOptions({ apiUrl, fetch: deps.fetch, log });
  const installed = installing === null ? null : installedWorkspaces(bolt, options, installing, deps);
  const workspaces = installed ?? (await oneWorkspace(bolt, options, deps));
  const onInstalled = (teamId: string) => installed?.forget(teamId);
  const installer =
    installing === null ? null : installerOptions({ installing, apiUrl, options, log, now, onInstalled });
  const receiving = receive(bolt, { ...deps, installer, options });
  const app = boltApp(bolt, receiving, workspaces, deps);
  handle(app, deps.prefix);
  if (installing !== null)
    handleDepartures(app, { onDeparture: installing.onDeparture, onGone: onInstalled, now });
  return { workspaces, receiving };
}

function handle(app: App, prefix: string): void {
  const handlingOf: HandlingOf = (context) => (context[WORKSPACE] as Workspace).handling;
  for (const register of [
    handleEvents,
    handleForms,
    handleErrorForms,
    handleShortcut,
    handleClicks,
    handleOpenings,
  ])
    register(app, handlingOf);
  handleCommands(app, handlingOf, prefix);
}

async function oneWorkspace(bolt: Bolt, options: ClientOptions, deps: BoltAppDeps): Promise<Workspaces> {
  const { botToken, apiUrl, log, sleep } = deps;
  if (botToken === null)
    throw new OperatorError('Slack needs SLACK_BOT_TOKEN, or SLACK_CLIENT_ID for many workspaces: set one');
  const client = new bolt.webApi.WebClient(botToken, { ...options });
  const identity = await identify(createSlackCall({ client, log, sleep }), { apiUrl, botToken });
  const workspace = createWorkspace(identity, client, deps);
  return { of: async () => workspace };
}

function installedWorkspaces(
  bolt: Bolt,
  options: ClientOptions,
  { shelf, clientId, clientSecret }: Installing,
  deps: BoltAppDeps,
): InstalledWorkspaces {
  const { log, now, sleep } = deps;
  const client = new bolt.webApi.WebClient(undefined, { ...options });
  const app = { clientId, clientSecret };
  return createInstalledWorkspaces({
    shelf,
    now,
    clientFor: (installation) => createTeamClient(installation, { client, shelf, app, log, now, sleep }),
    create: ({ workspaceId, botUser, botId, scopes }, teamClient) =>
      createWorkspace({ teamId: workspaceId, botUser, botId, scopes }, teamClient, {
        ...deps,
        log: inWorkspace(log, workspaceId),
      }),
    onTrouble: (error) =>
      log.warn({ error: errorMessage(error) }, 'installations cannot be read; what is remembered serves'),
  });
}

/** Says which workspace a line is about. */
function inWorkspace(log: SlackLog, workspace: string): SlackLog {
  return {
    info: (fields, message) => log.info({ workspace, ...fields }, message),
    warn: (fields, message) => log.warn({ workspace, ...fields }, message),
    error: (fields, message) => log.error({ workspace, ...fields }, message),
  };
}

function boltApp(
  bolt: Bolt,
  { receiver }: Receiving,
  workspaces: Workspaces,
  { arriving, apiUrl, fetch, log }: BoltAppDeps,
): App {
  const app = new bolt.App({
    receiver: withDurableAck(receiver, arriving, log),
    // Without the token: calls are made with the workspace's own client, which renews it.
    async authorize({ teamId }) {
      const workspace = await workspaces.of(teamId ?? '');
      if (workspace === null) throw new NotInstalled(`the app is not installed in ${teamId}`);
      const { botUser, botId, teamId: own } = workspace.identity;
      return { botUserId: botUser, botId, teamId: own, [WORKSPACE]: workspace };
    },
    clientOptions: { ...clientOptions({ apiUrl, fetch, log }) },
    logger: quietLogger(log),
    convoStore: false,
  });
  app.error(async (error) => {
    const cause = 'original' in error ? error.original : undefined;
    if (cause instanceof NotInstalled) {
      log.warn({ error: cause.message }, 'something came from a Slack workspace without the app');
      return;
    }
    log.error({ error: errorMessage(error) }, 'handling something from Slack failed');
    // The database is away: not acknowledged, Slack tells it again.
    if (error.code === bolt.ErrorCode.AuthorizationError) throw new Error(errorMessage(error));
  });
  return app;
}
