/** The routes of the local web chat: the page, what the corpus holds, and asking. */
import { serveStatic } from '@hono/node-server/serve-static';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { stream } from 'hono/streaming';
import { findCommand, parseCommandText } from '../../bot/registry.ts';
import type { ChatDesk, IncomingMessage } from '../../core/chat.ts';
import { LABELS } from '../../core/labels.ts';
import { createCaseRoutes, missingPage } from './case-routes.ts';
import { chatPage } from './chat-page.ts';
import { clientAddress, countedClient } from './client-address.ts';
import { createCorpusRoutes } from './corpus-routes.ts';
import { createHostGuard } from './host-guard.ts';
import { createLoginGate } from './login-gate.ts';
import { createLoginRoutes } from './login-routes.ts';
import type { OpenReplies } from './open-replies.ts';
import { formReferrer, pageHeaders } from './page-headers.ts';
import { createPictureRoutes } from './picture-routes.ts';
import { readErrorReport } from './read-error-report.ts';
import { readQuestion, type WebQuestion } from './read-question.ts';
import { readRating } from './read-rating.ts';
import { preferredLang } from './request-language.ts';
import { createRequestLimit } from './request-limit.ts';
import { MAX_OPEN, MAX_OPEN_OF_CLIENT } from './server-limits.ts';
import { PUBLIC } from './shipped-file.ts';
import type { WebAccess } from './web-access.ts';
import { stopping, WORKSPACE } from './web-place.ts';

/** What the first screen tells about the corpus. */
export interface WebAbout {
  readonly sources: number;
  readonly passages: number;
  readonly languages: readonly { readonly lang: string; readonly sources: number }[];
  /** Examples are offered for these cases only. */
  readonly caseIds: readonly string[];
}

export interface WebAppDeps {
  readonly host: string;
  readonly access: WebAccess;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly about: () => Promise<WebAbout>;
  readonly newId: () => string;
  readonly replies: OpenReplies;
  /** Null while the adapter does not receive. */
  readonly desk: () => ChatDesk | null;
  readonly onError: (error: unknown) => void;
}

/** The chat is one place. */
const PLACE = { platform: 'web', workspaceId: WORKSPACE, channelId: 'web' } as const;
/** Bytes; the longest question is far below, even with every character escaped. */
const MAX_BODY = 32 * 1024;

export function createWebApp(deps: WebAppDeps): Hono {
  const { replies, about, newId, access } = deps;
  const addressOf = (c: Context) => clientAddress(c, access.proxies);
  const askerOf = (c: Context) => countedClient(addressOf(c));
  // A slash at the end of an address changes nothing.
  const app = new Hono({ strict: false });
  app.use('/login', formReferrer);
  app.use(pageHeaders());
  app.use(createHostGuard(deps.host, access.hosts));
  if (access.token !== null) {
    app.use(createRequestLimit(access.proxies, deps.now));
    const gate = createLoginGate({ ...access, token: access.token }, newId, deps.now);
    app.use(gate.guard);
    app.route('/', createLoginRoutes(gate));
  }
  app.get('/', (c) => {
    c.header('Cache-Control', 'no-cache');
    c.header('Vary', 'Accept-Language');
    return c.html(chatPage(preferredLang(c)));
  });
  app.route('/', createPictureRoutes(deps.desk));
  app.route('/', createCorpusRoutes(deps.desk));
  app.route('/', createCaseRoutes(deps.desk));
  app.get('/api/about', async (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json({ ...(await about()), labels: LABELS });
  });
  const limited = bodyLimit({ maxSize: MAX_BODY, onError: tooLarge });
  app.post('/api/ask', limited, jsonOnly, async (c) => {
    const desk = deps.desk();
    if (desk === null) return stopping(c);
    const question = readQuestion(await c.req.json().catch(() => null));
    if (question === null) {
      return c.json(
        { error: 'body', message: 'Send {"text", "threadId", "lang"}; lang is fr, en or zh.' },
        400,
      );
    }
    const client = addressOf(c);
    const mayOpen = access.token === null || replies.openFor(client) < MAX_OPEN_OF_CLIENT;
    if (replies.size >= MAX_OPEN || !mayOpen) {
      c.header('Retry-After', '5');
      return c.json({ error: 'busy', message: 'Too many questions at once.' }, 429);
    }
    const message = toMessage(question, newId(), askerOf(c));
    c.header('Content-Type', 'application/x-ndjson; charset=utf-8');
    c.header('Cache-Control', 'no-store');
    c.header('X-Accel-Buffering', 'no');
    return stream(c, (lines) =>
      replies.serve(message.id, client, lines, async () => (await desk.take(message)).done),
    );
  });
  app.post('/api/rate', limited, jsonOnly, async (c) => {
    const desk = deps.desk();
    if (desk === null) return stopping(c);
    const rating = readRating(await c.req.json().catch(() => null));
    if (rating === null)
      return c.json({ error: 'body', message: 'Send {"answerId", "verdict"}; verdict is up or down.' }, 400);
    return c.json({ stored: await desk.rate({ ...PLACE, ...rating, userId: askerOf(c) }) });
  });
  app.post('/api/report-error', limited, jsonOnly, async (c) => {
    const desk = deps.desk();
    if (desk === null) return stopping(c);
    const report = readErrorReport(await c.req.json().catch(() => null));
    if (report === null)
      return c.json({ error: 'body', message: 'Send {"answerId", "text", "sentence"?}.' }, 400);
    return c.json({ stored: await desk.reportError({ ...PLACE, ...report, userId: askerOf(c) }) });
  });
  app.use(
    serveStatic({
      root: PUBLIC,
      onFound: (_, c) => c.header('Cache-Control', 'no-cache'),
    }),
  );
  app.notFound((c) => {
    const isPage = c.req.header('accept')?.includes('text/html') === true;
    return isPage ? missingPage(c) : c.json({ error: 'not-found', message: 'There is nothing here.' }, 404);
  });
  app.onError((error, c) => {
    deps.onError(error);
    return c.json({ error: 'failure', message: 'Something broke; the log has the cause.' }, 500);
  });
  return app;
}

/** This type cannot be sent by a form of another page. */
const jsonOnly: MiddlewareHandler = async (c, next) => {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
    return c.json({ error: 'type', message: 'Send application/json.' }, 415);
  return next();
};

function tooLarge(c: Context): Response {
  return c.json({ error: 'too-large', message: `Send ${MAX_BODY} bytes at most.` }, 413);
}

/** Answers are in the question's language; help and the like, which have none, in the page's. */
function toMessage({ text, threadId, lang }: WebQuestion, id: string, userId: string): IncomingMessage {
  const typed = parseCommandText(text);
  const isQuestion = typed === null || findCommand(typed.name)?.name === 'ask';
  return {
    ...PLACE,
    id,
    threadId,
    userId,
    text,
    command: null,
    ...(isQuestion ? {} : { lang }),
  };
}
