/** The chat where other machines reach it: nothing without the token, and only as much as one client may have. */
import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import type { WebAccess } from '../../../src/adapters/web/web-access.ts';
import type { WebAdapter } from '../../../src/adapters/web/web-adapter.ts';
import type { AskQuestion } from '../../../src/core/ask.ts';
import { testBot } from '../../support/bot-kit.ts';
import { ANSWERED } from '../../support/sample-answers.ts';
import { postQuestion, readEvents, startWeb } from '../../support/web-kit.ts';

const TOKEN = 'a-token-of-the-tests-0123456789';
const QUESTION = JSON.stringify({ text: 'Qui ?', threadId: 'thread-1', lang: 'fr' });

const started: WebAdapter[] = [];
afterEach(async () => {
  for (const adapter of started.splice(0)) await adapter.stop();
});

async function start(access: Partial<WebAccess> = {}, ask?: AskQuestion): Promise<string> {
  const bot = testBot(ask === undefined ? {} : { ask });
  const { adapter, url } = await startWeb(bot, { access: { token: TOKEN, ...access } });
  started.push(adapter);
  return url;
}

interface Got {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: string;
}

/** A request as a program of one's own sends it: no header is added, no redirect followed. */
function send(
  url: string,
  path: string,
  init: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Got> {
  return new Promise((resolve, reject) => {
    const sent = request(url + path, { method: init.method ?? 'GET', headers: init.headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        body += part;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    sent.on('error', reject).end(init.body);
  });
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const logIn = (url: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  send(url, '/login', {
    method: 'POST',
    headers: { ...FORM, origin: url, ...headers },
    body: new URLSearchParams(form).toString(),
  });

/** The cookies of an answer as a browser sends them back, and the proof among them. */
function cookiesOf({ headers }: Got): { cookie: string; proof: string; set: readonly string[] } {
  const set = [headers['set-cookie'] ?? []].flat();
  const pairs = set.map((line) => line.split(';')[0] ?? '');
  const proof = pairs.find((pair) => pair.includes('casebook-proof='))?.split('=')[1] ?? '';
  return { cookie: pairs.join('; '), proof, set };
}

const asking = (cookie: string, headers: Record<string, string> = {}) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', cookie, ...headers },
  body: QUESTION,
});

describe('without the token', () => {
  it.each(['/', '/cases', '/cases/2025-lac-gris/sides', '/sources', '/nothing'])(
    'the page %s leads to the form',
    async (path) => {
      const url = await start();
      const { status, headers, body } = await send(url, path, { headers: { accept: 'text/html' } });
      expect(status).toBe(303);
      expect(headers.location).toBe(`/login?${new URLSearchParams({ to: path })}`);
      expect(body).toBe('');
    },
  );

  it.each(['/api/about', '/api/cases?lang=fr', '/api/sources?lang=fr', '/sources.png', '/api/nothing'])(
    '%s says nothing',
    async (path) => {
      const { status, headers, body } = await send(await start(), path);
      expect(status).toBe(401);
      expect(headers['www-authenticate']).toMatch(/^Bearer/);
      expect(JSON.parse(body)).toMatchObject({ error: 'login' });
    },
  );

  it('the form has its styles and scripts, and its policy', async () => {
    const url = await start();
    const { status, headers, body } = await send(url, '/login?to=/cases', {
      headers: { 'accept-language': 'fr' },
    });
    expect(status).toBe(200);
    expect(body).toContain('Jeton');
    expect(body).toContain('value="/cases"');
    expect(headers['content-security-policy']).toContain("form-action 'self'");
    expect(headers['referrer-policy']).toBe('same-origin');
    const named = [...body.matchAll(/(?:src|href)="(\/[^"]+\.(?:css|js|svg))"/g)].map(
      ([, path]) => path ?? '',
    );
    const scripts = readdirSync(new URL('../../../src/adapters/web/public', import.meta.url));
    for (const path of [...named, ...scripts.map((name) => `/${name}`)])
      expect((await send(url, path)).status, path).toBe(200);
  });
});

describe('the form', () => {
  it('opens a session whose cookie no script reads and no other site sends', async () => {
    const url = await start();
    const got = await logIn(url, { token: TOKEN, to: '/cases?q=x' });
    expect(got.status).toBe(303);
    expect(got.headers.location).toBe('/cases?q=x');
    const { cookie, proof, set } = cookiesOf(got);
    expect(set[0]).toMatch(/^casebook=[^;]+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(set[1]).toMatch(/^casebook-proof=[\w-]+; Max-Age=604800; Path=\/; SameSite=Strict$/);
    expect(set.join()).not.toContain(TOKEN);
    expect((await send(url, '/api/about', { headers: { cookie } })).status).toBe(200);
    const answer = await send(url, '/api/ask', asking(cookie, { 'x-casebook-proof': proof, origin: url }));
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('"answer"');
  });

  it('holds after a new start with the same token, and not with another', async () => {
    const { cookie } = cookiesOf(await logIn(await start(), { token: TOKEN }));
    const withCookie = { headers: { cookie } };
    expect((await send(await start(), '/api/about', withCookie)).status).toBe(200);
    const other = await start({ token: `${TOKEN}-changed` });
    expect((await send(other, '/api/about', withCookie)).status).toBe(401);
  });

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '/.//evil.example',
    '/%09/evil.example',
    '\t//evil.example',
    'javascript:alert(1)',
  ])('never leads to another server: %j', async (to) => {
    const url = await start();
    const { status, headers } = await logIn(url, { token: TOKEN, to });
    expect(status).toBe(303);
    expect(new URL(String(headers.location), url).origin).toBe(url);
  });

  it('shows what it was given as text', async () => {
    const { body } = await send(
      await start(),
      `/login?to=${encodeURIComponent('/"><script>alert(1)</script>')}`,
    );
    expect(body).not.toContain('<script>alert');
  });

  it('is refused to pages of other origins', async () => {
    const url = await start();
    const got = await logIn(url, { token: TOKEN }, { origin: 'https://evil.example' });
    expect(got.status).toBe(403);
    expect(cookiesOf(got).set).toEqual([]);
    expect(got.headers['content-security-policy']).toContain("default-src 'self'");
  });

  it('takes no more than a form', async () => {
    const url = await start();
    expect((await logIn(url, { token: 'x'.repeat(20_000) })).status).toBe(413);
  });

  it('answers a client no more that was wrong too often, whatever it sends next', async () => {
    const url = await start();
    for (let turn = 0; turn < 10; turn += 1) {
      const got = await logIn(url, { token: `wrong-${turn}` });
      expect(got.status).toBe(401);
      expect(cookiesOf(got).set).toEqual([]);
    }
    expect((await logIn(url, { token: TOKEN })).status).toBe(429);
    const bearer = { headers: { authorization: `Bearer ${TOKEN}` } };
    const got = await send(url, '/api/about', bearer);
    expect(got.status).toBe(429);
    expect(Number(got.headers['retry-after'])).toBeGreaterThan(0);
  });
});

describe('a session', () => {
  it('changes nothing without its proof', async () => {
    const url = await start();
    const { cookie, proof } = cookiesOf(await logIn(url, { token: TOKEN }));
    const other = cookiesOf(await logIn(url, { token: TOKEN }));
    expect(other.proof).not.toBe(proof);
    for (const path of ['/api/ask', '/api/rate', '/api/report-error'])
      for (const headers of [{}, { 'x-casebook-proof': '' }, { 'x-casebook-proof': other.proof }]) {
        const got = await send(url, path, asking(cookie, headers as Record<string, string>));
        expect([got.status, JSON.parse(got.body).error], path).toEqual([403, 'proof']);
      }
  });

  it.each([
    ['nothing', ''],
    ['no signature', 'casebook=99999999999.x'],
    ['a foreign signature', `casebook=99999999999.x.${'A'.repeat(43)}`],
    ['the token itself', `casebook=${TOKEN}`],
    ['something long', `casebook=${'9'.repeat(4_000)}`],
  ])('of %s is none', async (_, cookie) => {
    expect((await send(await start(), '/api/about', { headers: { cookie } })).status).toBe(401);
  });

  it('cannot be made longer', async () => {
    const url = await start();
    const { cookie } = cookiesOf(await logIn(url, { token: TOKEN }));
    const longer = cookie.replace(/casebook=(\d+)/, (_, end: string) => `casebook=${Number(end) + 1}`);
    expect((await send(url, '/api/about', { headers: { cookie: longer } })).status).toBe(401);
  });

  it('is ended by its own form alone', async () => {
    const url = await start();
    const { cookie, proof } = cookiesOf(await logIn(url, { token: TOKEN }));
    const page = await send(url, '/login', { headers: { cookie } });
    expect(page.body).toContain(`value="${proof}"`);
    const logOut = (given: string) =>
      send(url, '/logout', { method: 'POST', headers: { ...FORM, cookie }, body: `proof=${given}` });
    expect((await logOut('x')).status).toBe(403);
    const ended = await logOut(proof);
    expect(ended.status).toBe(303);
    expect(cookiesOf(ended).set.every((line) => line.includes('Max-Age=0'))).toBe(true);
  });
});

describe('a program', () => {
  it('sends the token with each request', async () => {
    const url = await start();
    const authorization = `Bearer ${TOKEN}`;
    expect((await send(url, '/api/about', { headers: { authorization } })).status).toBe(200);
    expect((await send(url, '/api/ask', asking('', { authorization }))).status).toBe(200);
    expect((await send(url, '/api/about', { headers: { authorization: 'Bearer x' } })).status).toBe(401);
  });

  it('may ask so much at once', async () => {
    const gate = Promise.withResolvers<void>();
    const url = await start({}, async function* () {
      yield { type: 'status', status: 'searching' };
      await gate.promise;
      yield { type: 'answer', answer: ANSWERED };
    });
    const authorization = `Bearer ${TOKEN}`;
    const ask = (thread: number) =>
      fetch(`${url}/api/ask`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization },
        body: JSON.stringify({ text: 'Qui ?', threadId: `thread-${thread}`, lang: 'fr' }),
      });
    const open = await Promise.all(Array.from({ length: 8 }, (_, i) => ask(i)));
    expect(open.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect((await ask(9)).status).toBe(429);
    gate.resolve();
    for (const response of open) await response.text();
  });
});

describe('behind proxies', () => {
  const wrong = (url: string, forwarded: string) =>
    logIn(url, { token: 'wrong' }, { 'x-forwarded-for': forwarded });

  it('what a client says of itself is not believed without the setting', async () => {
    const url = await start();
    for (let turn = 0; turn < 10; turn += 1) await wrong(url, `198.51.100.${turn}`);
    expect((await wrong(url, '198.51.100.99')).status).toBe(429);
    const { set } = cookiesOf(await logIn(await start(), { token: TOKEN }, { 'x-forwarded-proto': 'https' }));
    expect(set.join()).not.toContain('Secure');
  });

  it('the client is whom the outermost of them saw, and the cookie is for TLS alone', async () => {
    const url = await start({ proxies: 1, hosts: ['chat.example.org'] });
    for (let turn = 0; turn < 10; turn += 1) await wrong(url, `10.9.9.${turn}, 198.51.100.1`);
    expect((await wrong(url, '10.9.9.77, 198.51.100.1')).status).toBe(429);
    const headers = {
      host: 'chat.example.org',
      origin: 'https://chat.example.org',
      'x-forwarded-for': '198.51.100.2',
      'x-forwarded-proto': 'https',
    };
    const { cookie, set } = cookiesOf(await logIn(url, { token: TOKEN }, headers));
    expect(set[0]).toMatch(/^__Host-casebook=.*Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    expect((await send(url, '/api/about', { headers: { ...headers, cookie } })).status).toBe(200);
  });

  it('a machine is one asker with all its addresses of version 6', async () => {
    const bot = testBot({ limits: { perUser: 1, windowSeconds: 600 } });
    const { adapter, url } = await startWeb(bot, { access: { proxies: 1 } });
    started.push(adapter);
    const ask = async (from: string) =>
      (await readEvents(await postQuestion(url, QUESTION, { headers: { 'x-forwarded-for': from } }))).at(-1)
        ?.type;
    expect(await ask('2001:db8:1:2::1')).toBe('answer');
    expect(await ask('2001:db8:1:2::2')).toBe('text');
    expect(await ask('2001:db8:1:3::1')).toBe('answer');
  });

  it('a machine has one turn for all its addresses of version 6', async () => {
    const url = await start({ proxies: 1 });
    for (let turn = 0; turn < 10; turn += 1) await wrong(url, `2001:db8:1:2::${turn + 1}`);
    expect((await wrong(url, '2001:db8:1:2:ffff::1')).status).toBe(429);
    expect((await wrong(url, '2001:db8:1:3::1')).status).toBe(401);
  });
});
