/** Everything that works in one workspace: with its token, as its bot, with what is remembered of its people. */
import type { ChatDesk } from '../../core/chat.ts';
import { createFindOwnPosts } from './find-own-posts.ts';
import { createHandling, type Handling } from './handling.ts';
import type { Identity } from './identity.ts';
import type { InFlight } from './in-flight.ts';
import { createOwnConversations } from './own-conversations.ts';
import { createPace } from './pace.ts';
import { createPeople, type People } from './people.ts';
import { createPostNotice, type PostNotice } from './post-notice.ts';
import { createPublishing, NEWS_PATIENCE, type Publishing } from './publish-news.ts';
import type { ReplyOpenlyDeps } from './reply-openly.ts';
import { createResponseCall } from './response-url.ts';
import { FILES_WRITE, missingScopes } from './scopes.ts';
import { createSendBeside, createSendBy } from './send-beside.ts';
import { createSlackCall, type SlackCallDeps } from './slack-call.ts';
import type { SlackLog } from './slack-log.ts';
import { createThreadSigns } from './thread-status.ts';
import { createUploadPicture } from './upload-picture.ts';

export interface Workspace {
  readonly identity: Identity;
  readonly handling: Handling;
  readonly replying: ReplyOpenlyDeps;
  readonly people: People;
  readonly post: PostNotice;
  readonly publishing: Publishing;
}

/** What all workspaces share. */
export interface WorkspaceDeps {
  readonly desk: ChatDesk;
  /** Stands before each command's name. */
  readonly prefix: string;
  readonly inFlight: InFlight;
  readonly log: SlackLog;
  readonly newId: () => string;
  readonly fetch: typeof fetch;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
}

/** @param client speaks with the workspace's token. */
export function createWorkspace(
  identity: Identity,
  client: SlackCallDeps['client'],
  deps: WorkspaceDeps,
): Workspace {
  const { desk, prefix, inFlight, log, newId, fetch, now, sleep } = deps;
  warnOfScopes(identity, log);
  const call = createSlackCall({ client, log, sleep });
  const respond = createResponseCall({ fetch, log, sleep });
  const sendBy = createSendBy({ call, respond });
  const sendBeside = createSendBeside(sendBy, log);
  const people = createPeople(call, identity, log, now);
  const allowed = identity.scopes?.includes(FILES_WRITE) ?? true;
  const replying: ReplyOpenlyDeps = {
    call,
    log,
    sleep,
    sendBeside,
    sendBy,
    upload: createUploadPicture({ call, fetch, log, allowed }),
    pace: createPace(),
    find: createFindOwnPosts(call, identity),
    signs: createThreadSigns(call, log),
    streaming: { offered: true },
  };
  const own = createOwnConversations(call);
  const handling = createHandling({
    ...{ desk, call, sendBeside, people, own, identity, prefix, inFlight, log, newId, now, sleep },
  });
  const brief = createSlackCall({ client, log, sleep, patience: NEWS_PATIENCE });
  const publishing = createPublishing({
    ...replying,
    call: brief,
    find: createFindOwnPosts(brief, identity),
    now,
  });
  return { identity, handling, replying, people, post: createPostNotice(replying, now), publishing };
}

function warnOfScopes({ scopes }: Identity, log: SlackLog): void {
  const missing = missingScopes(scopes);
  if (missing.length > 0)
    log.warn({ missing }, 'the Slack app lacks scopes: add them to the app, then reinstall it');
}
