/** The routes of the cases: pages with stable addresses, and the JSON that fills them. */
import { type Context, Hono } from 'hono';
import type { ChatDesk } from '../../core/chat.ts';
import { CASE_VIEWS, type CaseView } from '../../core/report.ts';
import { casePage, casesPage } from './case-pages.ts';
import type { Markup } from './page-frame.ts';
import { preferredLang, toLang } from './request-language.ts';
import { withPicture } from './shown-picture.ts';
import { stopping, WORKSPACE } from './web-place.ts';

/** Characters of a search or an id; far more than a title has. */
const MAX_TYPED = 200;

/** @param desk gives null while the adapter does not receive. */
export function createCaseRoutes(desk: () => ChatDesk | null): Hono {
  const routes = new Hono();
  routes.get('/cases', (c) => page(c, casesPage(preferredLang(c), { missing: false })));
  routes.get('/cases/:id/:view?', async (c) => {
    const opened = desk();
    if (opened === null) return stopping(c);
    const view = readView(c.req.param('view'));
    const id = c.req.param('id');
    const report =
      view === null || id.length > MAX_TYPED
        ? null
        : await opened.viewCase({ id, view, lang: preferredLang(c) }, WORKSPACE);
    return report === null ? missingPage(c) : page(c, casePage(report));
  });
  routes.get('/api/cases', async (c) => {
    const opened = desk();
    if (opened === null) return stopping(c);
    const lang = toLang(c.req.query('lang'));
    const typed = c.req.query('q') ?? '';
    if (lang === null || typed.length > MAX_TYPED) return badQuery(c);
    const found = await opened.findCases(typed, lang);
    c.header('Cache-Control', 'no-store');
    return c.json(found.map(({ value: id, label: title }) => ({ id, title })));
  });
  routes.get('/api/cases/:id/:view?', async (c) => {
    const opened = desk();
    if (opened === null) return stopping(c);
    const lang = toLang(c.req.query('lang'));
    const view = readView(c.req.param('view'));
    const id = c.req.param('id');
    if (lang === null || view === null || id.length > MAX_TYPED) return badQuery(c);
    const report = await opened.viewCase({ id, view, lang }, WORKSPACE);
    c.header('Cache-Control', 'no-store');
    return report === null ? c.notFound() : c.json(await withPicture(report, opened));
  });
  return routes;
}

/** A page that says what to do where the address holds nothing. */
export function missingPage(c: Context): Response | Promise<Response> {
  return page(c, casesPage(preferredLang(c), { missing: true }), 404);
}

function page(c: Context, markup: Markup, status: 200 | 404 = 200): Response | Promise<Response> {
  c.header('Cache-Control', 'no-cache');
  c.header('Vary', 'Accept-Language');
  return c.html(markup, status);
}

/** The address of the card has no view; any other word is none. */
function readView(name: string | undefined): CaseView | null {
  if (name === undefined) return 'case';
  return CASE_VIEWS.find((known) => known === name && known !== 'case') ?? null;
}

function badQuery(c: Context): Response {
  return c.json(
    { error: 'query', message: 'Ask for ?lang=fr, en or zh; views are timeline and sides.' },
    400,
  );
}
