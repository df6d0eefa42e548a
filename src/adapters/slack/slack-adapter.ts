/** Slack as a platform: Bolt receives, the bot answers, the Web API shows. */
import { setTimeout as pause } from 'node:timers/promises';
import type { ChatAdapter, ChatDesk } from '../../core/chat.ts';
import { PlaceGoneError } from '../../core/chat.ts';
import { createBoltApp } from './bolt-app.ts';
import { createInFlight } from './in-flight.ts';
import type { Installing } from './installing.ts';
import { readOrigin } from './origin.ts';
import type { PostNotice } from './post-notice.ts';
import type { Publishing } from './publish-news.ts';
import { replyOpenly } from './reply-openly.ts';
import { replyPrivately } from './reply-privately.ts';
import type { SlackLog } from './slack-log.ts';
import type { Workspace } from './workspace.ts';

export interface SlackAdapterDeps {
  /** The token of the one workspace; null where workspaces install the app. */
  readonly botToken: string | null;
  /** How workspaces install the app; null or left out where it has one workspace. */
  readonly installing?: Installing | null;
  /** For Socket Mode. */
  readonly appToken: string | null;
  /** For HTTP mode. */
  readonly signingSecret: string | null;
  readonly mode: 'socket' | 'http';
  /** Base address of the Web API. */
  readonly apiUrl: string;
  /** Where HTTP mode listens; port 0 picks a free one. */
  readonly http: { readonly host: string; readonly port: number };
  /** Stands before each command's name; may be empty. */
  readonly commandPrefix: string;
  readonly log: SlackLog;
  /** Makes the reference id under which a failure is logged. */
  readonly newId: () => string;
  readonly fetch?: typeof fetch;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly sleep?: (ms: number) => Promise<unknown>;
}

export type SlackAdapter = ChatAdapter &
  Publishing & {
    readonly post: PostNotice;
    /** Where HTTP is listened for, once started; null where it is not. */
    readonly port: number | null;
  };

/** What replies that outlive the bot's own deadline have for ending, in milliseconds. */
const STOP_DEADLINE = 20_000;
/** What events have for being acknowledged, in milliseconds. */
const ARRIVAL_DEADLINE = 2_000;
/** How long a reply gives way to events that are not acknowledged yet, in milliseconds. */
const ACKNOWLEDGE_FIRST = 250;

type Running = Awaited<ReturnType<typeof createBoltApp>>;

export function createSlackAdapter(deps: SlackAdapterDeps): SlackAdapter {
  const { log } = deps;
  /** What has come in and is not acknowledged yet; replies and other work that goes on after that. */
  const arriving = createInFlight();
  const inFlight = createInFlight();
  let running: Running | null = null;

  const assemble = (desk: ChatDesk) =>
    createBoltApp({
      ...deps,
      installing: deps.installing ?? null,
      desk,
      prefix: deps.commandPrefix,
      arriving,
      inFlight,
      fetch: deps.fetch ?? fetch,
      now: deps.now ?? Date.now,
      sleep: deps.sleep ?? ((ms: number) => pause(ms)),
    });

  function mustRun(): Running {
    if (running === null) throw new Error('the Slack adapter has not been started');
    return running;
  }

  const workspaceOf = (teamId: string): Promise<Workspace | null> => mustRun().workspaces.of(teamId);

  /** @throws PlaceGoneError where the app is no longer installed. */
  async function publishingIn(teamId: string): Promise<Publishing> {
    const workspace = await workspaceOf(teamId);
    if (workspace === null) throw new PlaceGoneError(notInstalled(teamId));
    return workspace.publishing;
  }

  /** Work that `stop` waits for. */
  function tracked<T>(work: Promise<T>): Promise<T> {
    inFlight.add(work);
    return work;
  }

  return {
    platform: 'slack',
    get port() {
      return running?.receiving.port() ?? null;
    },
    async start(desk) {
      // Events may come before the start has returned.
      running = await assemble(desk);
      await running.receiving.start();
    },
    async reply(to, events) {
      const workspace = await workspaceOf(to.workspaceId);
      if (workspace === null) throw new Error(notInstalled(to.workspaceId));
      const { replying } = workspace;
      // Slack waits for acknowledgements; people can wait a little more.
      await arriving.idle(ACKNOWLEDGE_FIRST);
      const origin = readOrigin(to.origin);
      if (to.private === true && to.direct !== true)
        return void (await replyPrivately(to, origin, events, replying));
      return replyOpenly(to, origin, events, replying);
    },
    async post(to, text, key) {
      const workspace = await workspaceOf(to.workspaceId);
      if (workspace === null) log.info({ workspace: to.workspaceId }, 'nobody is left there to be told');
      else await tracked(workspace.post(to, text, key));
    },
    publish: async (to, post) => tracked((await publishingIn(to.workspaceId)).publish(to, post)),
    revise: async (to, ref, post) => tracked((await publishingIn(to.workspaceId)).revise(to, ref, post)),
    commandName: (name) => `${deps.commandPrefix}${name}`,
    isAdmin: async ({ workspaceId, userId }) =>
      (await (await running?.workspaces.of(workspaceId))?.people.isAdmin(userId)) ?? false,
    connected: () => running !== null && (running.receiving.stands?.() ?? true),
    async stop() {
      await arriving.idle(ARRIVAL_DEADLINE);
      // Replies go on without the connection.
      await running?.receiving.stop();
      await inFlight.idle(STOP_DEADLINE);
    },
  };
}

function notInstalled(teamId: string): string {
  return `the app is not installed in the Slack workspace ${teamId}`;
}
