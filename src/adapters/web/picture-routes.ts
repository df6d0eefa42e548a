/** The pictures at addresses of their own. */
import { type Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import type { ChatDesk } from '../../core/chat.ts';
import { preferredLang, toLang } from './request-language.ts';
import { stopping, WORKSPACE } from './web-place.ts';

/** Characters of a case's id; far more than one has. */
const MAX_ID = 200;

/** @param desk gives null while the adapter does not receive. */
export function createPictureRoutes(desk: () => ChatDesk | null): Hono {
  const routes = new Hono();
  const show = async (c: Context, caseId: string | null) => {
    const opened = desk();
    if (opened === null) return stopping(c);
    const wanted = c.req.query('lang');
    const lang = wanted === undefined ? preferredLang(c) : toLang(wanted);
    if (lang === null) return c.json({ error: 'query', message: 'Ask for ?lang=fr, en or zh.' }, 400);
    const isId = caseId === null || caseId.length <= MAX_ID;
    const picture = isId ? await opened.pictureOf({ caseId, lang }, WORKSPACE) : null;
    if (picture === null) return c.notFound();
    // The corpus may change at any time; a picture that did not is not sent again.
    c.header('Cache-Control', 'no-cache');
    c.header('Vary', 'Accept-Language');
    c.header('Content-Type', 'image/png');
    return c.body(Uint8Array.from(picture.png));
  };
  routes.get('/sources.png', etag(), (c) => show(c, null));
  routes.get('/cases/:id/timeline.png', etag(), (c) => show(c, c.req.param('id')));
  return routes;
}
