/** Logging in and out: forms that work without a script. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { LoginGate } from './login-gate.ts';
import { type LoginPage, loginPage, logoutPage } from './login-page.ts';
import { preferredLang } from './request-language.ts';

/** Bytes of a form: a token and a path. */
const MAX_FORM = 8 * 1024;
/** Characters of the path that one wanted to see. */
const MAX_PATH = 1_000;

export function createLoginRoutes(gate: LoginGate): Hono {
  const routes = new Hono({ strict: false });
  const limited = bodyLimit({
    maxSize: MAX_FORM,
    onError: (c) => c.json({ error: 'too-large', message: `Send ${MAX_FORM} bytes at most.` }, 413),
  });
  routes.get('/login', (c) => {
    const proof = gate.proof(c);
    const lang = preferredLang(c);
    if (proof !== null) return show(c, logoutPage(lang, proof));
    return show(c, loginPage(lang, { to: pathOf(c.req.query('to')), trouble: null }));
  });
  routes.post('/login', limited, async (c) => {
    const form = await readForm(c);
    const to = pathOf(form.get('to') ?? undefined);
    const trouble = gate.login(c, form.get('token') ?? '');
    if (trouble === null) return c.redirect(to, 303);
    return show(c, loginPage(preferredLang(c), { to, trouble }), STATUS[trouble]);
  });
  routes.post('/logout', limited, async (c) => {
    const form = await readForm(c);
    if (!gate.logout(c, form.get('proof') ?? ''))
      return c.json({ error: 'proof', message: 'Log out at /login.' }, 403);
    return c.redirect('/login', 303);
  });
  return routes;
}

const STATUS: Record<NonNullable<LoginPage['trouble']>, 401 | 429> = { loginWrong: 401, loginOften: 429 };

function show(c: Context, page: ReturnType<typeof loginPage>, status: 200 | 401 | 429 = 200) {
  c.header('Cache-Control', 'no-store');
  // With no referrer at all, a form says nothing of the page that it comes from, and would be taken for a foreign one.
  c.header('Referrer-Policy', 'same-origin');
  return c.html(page, status);
}

async function readForm(c: Context): Promise<URLSearchParams> {
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? '');
  return new URLSearchParams(isForm ? await c.req.text() : '');
}

/** The path to go on to, which can lead to this server only. */
function pathOf(given: string | undefined): string {
  const here = 'http://chat.invalid';
  if (given === undefined || given.length > MAX_PATH || !given.startsWith('/')) return '/';
  if (!URL.canParse(given, here)) return '/';
  const { origin, pathname, search } = new URL(given, here);
  // `//host` and `/\host` are another origin; a path that begins so once more would be read as one by the browser.
  return origin === here && !pathname.startsWith('//') ? pathname + search : '/';
}
