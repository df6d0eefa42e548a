/** The web chat's server keeps the contract over a real socket, and lets nobody else's page in. */
import { request } from 'node:http';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { WebAdapter } from '../../../src/adapters/web/web-adapter.ts';
import type { Answer } from '../../../src/core/answer.ts';
import type { AskQuestion } from '../../../src/core/ask.ts';
import { OperatorError } from '../../../src/core/errors.ts';
import { describeAdapterContract } from '../../support/adapter-contract.ts';
import { testBot } from '../../support/bot-kit.ts';
import { ANSWERED } from '../../support/sample-answers.ts';
import { ABOUT, postQuestion, readEvents, startWeb } from '../../support/web-kit.ts';

const question = (text: string) => ({ text, threadId: 'thread-1', lang: 'fr' });

describeAdapterContract('web', async (bot) => {
  const { adapter, url } = await startWeb(bot);
  const say = async (text: string) => {
    const response = await postQuestion(url, question(text));
    const events = await readEvents(response);
    const shown = events.flatMap((event): string[] => {
      if (event.type === 'answer') return strings(event.answer);
      if (event.type === 'sentence') return [event.sentence.text];
      if (event.type === 'report') return strings(event.report);
      return event.type === 'status' ? [] : [event.text];
    });
    // The sentences come twice on the wire; the page shows them once, which its own tests watch.
    const last = events.at(-1);
    const text2 = (last?.type === 'answer' ? strings(withoutCopies(last.answer)) : shown).join('\n');
    return {
      text: text2.replace(/[^\P{Cc}\n\t]/gu, ''),
      interpreted: !response.headers.get('content-type')?.startsWith('application/x-ndjson'),
    };
  };
  return {
    say,
    sayNext: say,
    async sayAndLeave(text) {
      const controller = new AbortController();
      const response = await postQuestion(url, question(text), { signal: controller.signal });
      await response.body?.getReader().read();
      controller.abort();
    },
    stop: () => adapter.stop(),
  };
});

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

/** The texts for pasting say again what the page shows. */
function withoutCopies(answer: Answer): Answer {
  return { ...answer, citations: answer.citations.map((citation) => ({ ...citation, copy: null })) };
}

const started: WebAdapter[] = [];
afterEach(async () => {
  for (const adapter of started.splice(0)) await adapter.stop();
});

async function start(options: { ask?: AskQuestion; host?: string; port?: number } = {}) {
  const { ask, ...rest } = options;
  const web = await startWeb(testBot(ask === undefined ? {} : { ask }), rest);
  started.push(web.adapter);
  return web;
}

/** A request with a Host header of one's own, which `fetch` does not allow. */
function withHost(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(`${url}/api/about`, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('pages and facts', () => {
  it('serves the page under a policy that allows this origin alone', async () => {
    const { url } = await start();
    const page = await fetch(url);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*|data:/);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('x-frame-options')).toBe('DENY');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.has('strict-transport-security')).toBe(false);
  });

  it('holds no address of another host in what it serves', async () => {
    const { url } = await start();
    const html = await (await fetch(url)).text();
    for (const [, path] of html.matchAll(/(?:src|href)="([^"#][^"]*)"/g)) {
      const asset = await fetch(new URL(path ?? '', url));
      expect(asset.status, path).toBe(200);
      expect(await asset.text()).not.toMatch(/https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
    }
  });

  it('tells about the corpus', async () => {
    const { url } = await start();
    expect(await (await fetch(`${url}/api/about`)).json()).toMatchObject({ ...ABOUT, labels: { fr: {} } });
  });

  it.each(['/nothing', '/../web-app.ts', '/%2e%2e/web-app.ts', '/..%2fweb-app.ts', '/api/ask'])(
    'has nothing at %s',
    async (path) => {
      const { url } = await start();
      expect((await fetch(url + path)).status).toBe(404);
    },
  );
});

describe('asking', () => {
  it.each([
    ['no JSON', 'hello', 400],
    ['no text', { threadId: 'a', lang: 'fr' }, 400],
    ['an odd thread', { text: 'a', threadId: 'a b', lang: 'fr' }, 400],
    ['another language', { text: 'a', threadId: 'a', lang: 'de' }, 400],
    ['null', 'null', 400],
    ['too much', question('x'.repeat(40_000)), 413],
  ])('refuses %s', async (_, body, status) => {
    const { url } = await start();
    const response = await postQuestion(url, body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: expect.any(String) });
  });

  it('answers help in the page’s language and questions in their own', async () => {
    const langs: unknown[] = [];
    const { url } = await start({
      ask: async function* ({ lang }) {
        langs.push(lang);
        yield { type: 'answer', answer: ANSWERED };
      },
    });
    const help = await readEvents(await postQuestion(url, { ...question('/help'), lang: 'zh' }));
    expect(help).toMatchObject([{ type: 'text', text: expect.stringContaining('/提问') }]);
    await readEvents(await postQuestion(url, { ...question('/ask Qui ?'), lang: 'zh' }));
    expect(langs).toEqual([undefined]);
  });

  it('sends each event as it is made', async () => {
    const gate = Promise.withResolvers<void>();
    const { url } = await start({
      ask: async function* () {
        yield { type: 'status', status: 'searching' };
        await gate.promise;
        yield { type: 'answer', answer: ANSWERED };
      },
    });
    const response = await postQuestion(url, question('Qui ?'));
    const reader = response.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toContain('searching');
    gate.resolve();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toContain('"answer"');
  });

  it('ends the work when the browser leaves', async () => {
    const aborted = Promise.withResolvers<void>();
    const { url } = await start({
      ask: async function* ({ signal }) {
        yield { type: 'status', status: 'searching' };
        await new Promise((_, reject) => {
          signal?.addEventListener('abort', () => {
            aborted.resolve();
            reject(signal.reason);
          });
        });
      },
    });
    const controller = new AbortController();
    const response = await postQuestion(url, question('Qui ?'), { signal: controller.signal });
    await response.body?.getReader().read();
    controller.abort();
    await aborted.promise;
  });
});

describe('who may talk to it', () => {
  it('its own names only', async () => {
    const { url } = await start();
    const { port } = new URL(url);
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, 'LOCALHOST', '[::1]:80'])
      expect(await withHost(url, host), host).toBe(200);
    for (const host of ['evil.example', `localhost.evil.example:${port}`, '192.168.1.1', 'a@localhost'])
      expect(await withHost(url, host), host).toBeGreaterThanOrEqual(400);
  });

  it('any address, but no foreign name, when it listens everywhere', async () => {
    const { url } = await start({ host: '0.0.0.0' });
    expect(await withHost(url, '192.168.1.1:3000')).toBe(200);
    expect(await withHost(url, 'evil.example')).toBe(403);
  });

  it.each([
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'content-type': 'text/plain' }, 415],
    [{ 'sec-fetch-site': 'same-origin' }, 200],
  ])('a request with %j gets %i', async (headers, status) => {
    const { url } = await start();
    const response = await postQuestion(url, question('Qui ?'), {
      headers: headers as Record<string, string>,
    });
    expect(response.status).toBe(status);
    await response.text();
  });

  it('its own page', async () => {
    const { url } = await start();
    const response = await postQuestion(url, question('Qui ?'), { headers: { origin: url } });
    expect(response.status).toBe(200);
    await response.text();
  });
});

describe('the port', () => {
  it('in use is said in one line', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    await expect(start({ port })).rejects.toThrow(
      new OperatorError(`port ${port} is in use: stop the other program or set PORT`),
    );
    other.close();
  });

  it('on an address that is not ours is said in one line', async () => {
    await expect(start({ host: '203.0.113.1' })).rejects.toThrow(/no address 203\.0\.113\.1: set HOST/);
  });

  it('is free again after stop, though a browser keeps its connection open', async () => {
    const { adapter, url } = await start();
    await (await fetch(`${url}/api/about`)).text();
    const begun = performance.now();
    await adapter.stop();
    expect(performance.now() - begun).toBeLessThan(2_000);
    await start({ port: Number(new URL(url).port) });
  });
});
