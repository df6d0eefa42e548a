/** What the corpus holds: a page with a stable address, and the JSON that fills it. */
import { Hono } from 'hono';
import type { ChatDesk } from '../../core/chat.ts';
import { sourcesPage } from './case-pages.ts';
import { preferredLang, toLang } from './request-language.ts';
import { withPicture } from './shown-picture.ts';
import { stopping, WORKSPACE } from './web-place.ts';

/** @param desk gives null while the adapter does not receive. */
export function createCorpusRoutes(desk: () => ChatDesk | null): Hono {
  const routes = new Hono();
  routes.get('/sources', async (c) => {
    const opened = desk();
    if (opened === null) return stopping(c);
    const report = await opened.viewSources(preferredLang(c), WORKSPACE);
    c.header('Cache-Control', 'no-cache');
    c.header('Vary', 'Accept-Language');
    return c.html(sourcesPage(report));
  });
  routes.get('/api/sources', async (c) => {
    const opened = desk();
    if (opened === null) return stopping(c);
    const lang = toLang(c.req.query('lang'));
    if (lang === null) return c.json({ error: 'query', message: 'Ask for ?lang=fr, en or zh.' }, 400);
    c.header('Cache-Control', 'no-store');
    return c.json(await withPicture(await opened.viewSources(lang, WORKSPACE), opened));
  });
  return routes;
}
