/** Parsers of what platforms and browsers send: events, buttons, forms, ids, bodies, headers, addresses. */
import assert from 'node:assert/strict';
import { isIP } from 'node:net';
import { Hono } from 'hono';
import { readOrigin as readDiscordOrigin } from '../../../src/adapters/discord/origin.ts';
import { parseCommand } from '../../../src/adapters/discord/parse-command.ts';
import { readCustomId, readViewId } from '../../../src/adapters/discord/render/custom-ids.ts';
import { readErrorForm } from '../../../src/adapters/slack/error-form.ts';
import { fields, text as textField } from '../../../src/adapters/slack/fields.ts';
import { readFormState } from '../../../src/adapters/slack/form-state.ts';
import { readNewsRef, writeNewsRef } from '../../../src/adapters/slack/news-ref.ts';
import { readOrigin } from '../../../src/adapters/slack/origin.ts';
import { readClick } from '../../../src/adapters/slack/read-click.ts';
import { readEvent } from '../../../src/adapters/slack/read-event.ts';
import { readForm } from '../../../src/adapters/slack/read-form.ts';
import { readReplyMetadata } from '../../../src/adapters/slack/reply-metadata.ts';
import { readTroubleStatus } from '../../../src/adapters/slack/response-trouble.ts';
import { countedClient } from '../../../src/adapters/web/client-address.ts';
import { createHostGuard } from '../../../src/adapters/web/host-guard.ts';
import { readErrorReport } from '../../../src/adapters/web/read-error-report.ts';
import { readQuestion } from '../../../src/adapters/web/read-question.ts';
import { readRating } from '../../../src/adapters/web/read-rating.ts';
import { preferredLang } from '../../../src/adapters/web/request-language.ts';
import { createWebSessions } from '../../../src/adapters/web/web-sessions.ts';
import { SETTINGS_ARGUMENTS } from '../../../src/bot/settings-arguments.ts';
import { checkRedirect, checkUrl } from '../../../src/fetch/check-url.ts';
import { readContentType } from '../../../src/fetch/content-type.ts';
import { parseFetchAllow } from '../../../src/fetch/fetch-allow.ts';
import { FetchError } from '../../../src/fetch/fetch-error.ts';
import { whyNotPublic } from '../../../src/fetch/public-address.ts';
import { readMaxAge } from '../../../src/fetch/read-max-age.ts';
import { type FuzzTarget, textOf } from './fuzz-target.ts';

const US = { teamId: 'T1', botUser: 'UBOT', botId: 'BBOT', scopes: null };

function parsed(input: Uint8Array): unknown {
  try {
    return JSON.parse(textOf(input));
  } catch {
    return textOf(input);
  }
}

const slack: FuzzTarget = {
  name: 'Slack payloads',
  shape: 'json',
  seeds: [
    {
      type: 'app_mention',
      channel: 'C1',
      user: 'U1',
      ts: '1.2',
      thread_ts: '1.1',
      team: 'T1',
      text: '<@UBOT> Qui a <https://a.example|attaqué> <@U2|Ana> ? :wave: &lt;b&gt; <!subteam^S1|@desk>',
    },
    {
      type: 'message',
      channel_type: 'im',
      channel: 'D1',
      user: 'U1',
      ts: '1.2',
      text: 'aide',
      edited: { ts: '1.3' },
    },
    {
      type: 'block_actions',
      trigger_id: 't',
      user: { id: 'U1', team_id: 'T1' },
      channel: { id: 'C1' },
      container: { message_ts: '1.1', thread_ts: '1.0', channel_id: 'C1', is_ephemeral: true },
      actions: [{ action_id: 'a', value: 'v', action_ts: '1.5' }],
      response_url: 'https://hooks.example/x',
    },
    {
      view: {
        private_metadata: '{"answerId":"a","to":{"channel":"C1"}}',
        state: {
          values: {
            what: { what: { value: 'faux' } },
            language: { x: { selected_option: { value: 'fr' } } },
            admins: { x: { selected_users: ['U1'] } },
          },
        },
      },
      user: { id: 'U1' },
    },
    {
      command: 'ask',
      channel: 'C1',
      current: { language: 'fr' },
      subcommand: null,
      since: '1.1',
      inThread: true,
    },
    { event_type: 'casebook_reply', event_payload: { message_id: 'C1:1.2', part: 1, of: 2 } },
  ].map((seed) => JSON.stringify(seed)),
  pieces: [
    '<@UBOT>',
    '<@UBOT|',
    '<#C1|a>',
    '<!channel>',
    '<https://a.example|',
    '>',
    '|',
    ':a::b:',
    '&lt;',
    '1.1',
    '-',
    'C1',
  ],
  run(input) {
    const body = parsed(input);
    const event = readEvent(fields(body), US);
    if (event !== null) {
      assert.equal(typeof event.text, 'string');
      assert.ok(event.id.includes(':') && event.channelId !== '' && event.userId !== '');
      assert.doesNotMatch(event.text, /<@UBOT>/);
      assert.equal(typeof readOrigin(event.origin).since, 'string');
    }
    const click = readClick(body);
    if (click !== null) assert.ok(click.channel !== '' && click.user !== '');
    const form = readErrorForm(body);
    if (form !== null) assert.equal(typeof form.what, 'string');
    for (const value of Object.values(
      readForm(fields(fields(fields(body).view).state).values, SETTINGS_ARGUMENTS),
    ))
      assert.equal(typeof value, 'string');
    const written = textOf(input);
    const state = readFormState(written);
    if (state !== null)
      for (const value of Object.values(state.current)) assert.equal(typeof value, 'string');
    assert.equal(typeof readOrigin(written).since, 'string');
    readReplyMetadata(body);
    const trouble = readTroubleStatus({ status: 404, headers: new Headers() }, written);
    assert.match(trouble.message, /^[^\n]*$/);
  },
};

const ids: FuzzTarget = {
  name: 'ids of buttons and posts, Discord commands',
  shape: 'bytes',
  seeds: [
    ...[
      'up:ref-1',
      'ask:ref-1:2@123456789012345678',
      'view:timeline:2025-lac-gris',
      'M1 - 1.1 1.2',
      'M1 1.0 1.1',
    ],
    '{"kind":"interaction","id":"1","token":"t","applicationId":"1","channelId":"2","ephemeral":false}',
    '{"name":"ask","data":[{"name":"question","value":"Qui ?"},{"name":"private","value":true}]}',
  ],
  pieces: ['up:', 'view:', '@', ':', ' ', '-', '1.1', '<@1>', 'subscribe', 'null', '{"kind":"message"}'],
  run(input) {
    const text = textOf(input);
    const pressed = readCustomId(text);
    if (pressed !== null) {
      assert.match(pressed.answerId, /^[\w.-]+$/);
      assert.ok(pressed.index === null || (pressed.index >= 0 && pressed.index < 1_000));
    }
    const view = readViewId(text);
    if (view !== null) assert.match(view.caseId, /^[\w.-]+$/);
    refusedWith(Error, () => assert.equal(writeNewsRef(readNewsRef(text)), text));
    refusedWith(Error, () => readDiscordOrigin({ id: '1', origin: text }));
    const { name, sub, data } = fields(parsed(input)) as { name?: unknown; sub?: unknown; data?: unknown };
    const given = Array.isArray(data)
      ? data.map((one) => ({ name: String(fields(one).name), value: fields(one).value }))
      : [];
    const options = { getSubcommand: () => textField(sub) ?? null, data: given };
    const command = parseCommand({ commandName: String(name), options } as never, '');
    if (command !== null)
      for (const value of Object.values(command.options)) assert.equal(typeof value, 'string');
  },
};

function refusedWith(kind: new (...args: never[]) => Error, work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (error instanceof assert.AssertionError || error instanceof TypeError || error instanceof RangeError)
      throw error;
    assert.ok(error instanceof kind);
  }
}

const bodies: FuzzTarget = {
  name: 'bodies of the web chat',
  shape: 'json',
  seeds: [
    { text: 'Qui ?', threadId: 'thread-1', lang: 'fr' },
    { answerId: 'ref-1', verdict: 'up' },
    { answerId: 'ref-1', text: 'faux', sentence: 1 },
  ].map((seed) => JSON.stringify(seed)),
  pieces: ['fr', 'up', 'ref-1'],
  run(input) {
    const body = parsed(input);
    const question = readQuestion(body);
    if (question !== null) {
      assert.match(question.threadId, /^[\w-]{1,64}$/);
      assert.ok(['fr', 'en', 'zh'].includes(question.lang) && typeof question.text === 'string');
    }
    const rating = readRating(body);
    if (rating !== null) assert.match(rating.answerId, /^[\w-]{1,64}$/);
    const report = readErrorReport(body);
    if (report !== null) assert.ok(report.text.trim() !== '' && report.text.length <= 1_000);
  },
};

const langs = new Hono().get('/', (c) => c.text(preferredLang(c)));
const guarded = new Hono()
  .use(createHostGuard('127.0.0.1', ['chat.example.org']))
  .get('/', (c) => c.text('in'));
const sessions = createWebSessions(
  'a-token-of-the-tests-0123456789',
  () => 'id',
  () => 1_750_000_000_000,
);

const headers: FuzzTarget = {
  name: 'headers',
  shape: 'bytes',
  seeds: [
    ...[
      'fr-CH, fr;q=0.9, en;q=0.8, *;q=0.5',
      'zh-Hant-TW',
      'localhost:3000',
      '[::1]:80',
      '127.0.0.1@evil.example',
    ],
    ...['text/html; charset="utf-8"', 'max-age=600, must-revalidate', '2001:db8::1', '99999999999.id.AAAA'],
  ],
  pieces: [
    ';q=',
    ',',
    '*',
    ':',
    '@',
    '#',
    '/',
    '[',
    ']',
    'localhost',
    'chat.example.org',
    'charset=',
    'max-age=',
    '::',
    '.',
  ],
  async run(input) {
    // What Node lets into a header.
    const value = textOf(input)
      .replace(/[^\t\x20-\x7e\x80-\xff]/g, '')
      .slice(0, 8_000);
    const lang = await langs.request('/', { headers: { 'accept-language': value } });
    assert.match(await lang.text(), /^(?:fr|en|zh)$/);
    const response = await guarded.request('/', { headers: { host: value } });
    if (response.status === 200)
      assert.match(
        value.trim(),
        /^(?:localhost|127\.[\d.]*1|0x7f\S*|\d+|\[[0:]*:0*1\]|chat\.example\.org|127\.0\.0\.1)\.?(?::\d*)?$/i,
      );
    else assert.equal(response.status, 403);
    assert.equal(sessions.holds(value), false);
    assert.ok(countedClient(value).length <= Math.max(value.length, 19));
    const { type, charset } = readContentType(value);
    assert.ok(!/\s/.test(type) && (charset === null || charset !== ''));
    const age = readMaxAge(value);
    assert.ok(age === null || (age >= 0 && Number.isFinite(age)));
  },
};

const addresses: FuzzTarget = {
  name: 'web addresses',
  shape: 'bytes',
  seeds: [
    ...[
      'https://www.gazette.example/2025/05/port?id=1#a',
      'http://0x7f.1/',
      'http://[::ffff:127.0.0.1]/',
      'http://a.b@c.d/',
      '//x.y',
    ],
    ...[
      'http://①②⑦.0.0.1/',
      'http://127.0.0.1.nip.io:8080',
      'https://xn--e1afmkfd.xn--p1ai/',
      'wiki.internal:8080',
      '64:ff9b::a00:1',
    ],
  ],
  pieces: [
    'http://',
    'https://',
    'file://',
    '@',
    ':',
    '[',
    ']',
    '::1',
    '127.0.0.1',
    '%31',
    '%00',
    '\\',
    '/',
    '?',
    '#',
    '.',
    '。',
    'localhost',
    '\t',
    '0x',
    'gopher://',
    '169.254.169.254',
  ],
  takes: /ssrf\.jsonl$/,
  run(input) {
    for (const text of linesOf(textOf(input))) checkAddress(text);
  },
};

/** One address a line, or the `url` of a JSON line. */
function linesOf(text: string): string[] {
  return text
    .split('\n', 50)
    .map((line) => textField(fields(parsed(new TextEncoder().encode(line))).url) ?? line);
}

function checkAddress(text: string): void {
  refusedWith(FetchError, () => {
    const url = checkUrl(text, new Set());
    assert.match(url.protocol, /^https?:$/);
    assert.equal(url.username + url.password, '');
    const host = url.hostname.replace(/^\[|\]$|\.+$/g, '');
    assert.equal(isIP(host), 0);
    assert.ok(host.includes('.') && !/(?:^|\.)(?:localhost|local|internal)$/.test(host));
    assert.match(url.port, /^(?:|80|443|8080|8443)$/);
  });
  refusedWith(FetchError, () => {
    const to = checkRedirect(new URL('https://www.gazette.org/a'), text, new Set(['10.0.0.7:80']));
    assert.equal(to.protocol, 'https:');
  });
  const why = whyNotPublic(text);
  assert.ok(why !== null || isIP(text) !== 0);
  parseFetchAllow([text]);
}

export const PLATFORM_TARGETS: readonly FuzzTarget[] = [slack, ids, bodies, headers, addresses];
