import { webApi } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { quietLogger } from './slack-kit.ts';
import { APP_TOKEN, BOT_TOKEN, type SlackServer, startSlackServer } from './slack-server.ts';
import { ADA, ALICE, ALICE_DM, BOB, ELSEWHERE, GENERAL, GROUP_DM, RANDOM, SECRET } from './workspace.ts';

let server: SlackServer;
let client: webApi.WebClient;
let clock = 0;

beforeEach(async () => {
  clock = Date.UTC(2025, 5, 1);
  server = await startSlackServer({ now: () => clock });
  client = clientFor(BOT_TOKEN);
  server.delivery.hold();
});
afterEach(() => server.close());

function clientFor(token: string): webApi.WebClient {
  return new webApi.WebClient(token, {
    slackApiUrl: server.url,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: quietLogger(),
  });
}

/** What Slack says against the call; `undefined` when it takes it. */
async function refusal(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
    return undefined;
  } catch (error) {
    return (error as { data?: { error?: string } }).data?.error ?? (error as { code?: string }).code;
  }
}

describe('tokens and scopes', () => {
  test('each token has its methods, and its scopes are told with every answer', async () => {
    const tested = await client.auth.test();
    expect(tested).toMatchObject({ ok: true, user_id: 'U0CASEBOT9', bot_id: 'B0CASEBOOK' });
    expect(tested.response_metadata?.scopes).toContain('chat:write');
    expect(await refusal(client.apps.connections.open())).toBe('not_allowed_token_type');
    expect(await refusal(clientFor(APP_TOKEN).auth.test())).toBe('not_allowed_token_type');
    expect(await refusal(clientFor('xoxb-other').auth.test())).toBe('invalid_auth');
    expect(await refusal(clientFor('').auth.test())).toBe('not_authed');
    expect(await refusal(client.apiCall('chat.sing'))).toBe('unknown_method');
  });

  test('a missing scope is refused with what is needed and what there is', async () => {
    server.setScopes(['commands', 'channels:history']);
    const call = client.chat.postMessage({ channel: GENERAL, text: 'x' });
    await expect(call).rejects.toMatchObject({
      data: {
        error: 'missing_scope',
        needed: 'chat:write',
        provided: 'commands,channels:history',
        response_metadata: { acceptedScopes: ['chat:write'] },
      },
    });
    expect(await refusal(client.conversations.history({ channel: ALICE_DM }))).toBe('missing_scope');
    expect(await refusal(client.conversations.history({ channel: GENERAL }))).toBeUndefined();
  });
});

describe('messages', () => {
  test('are posted, read with their metadata page by page, changed and deleted', async () => {
    const metadata = { event_type: 'casebook_answer', event_payload: { ref: 'r1' } };
    const root = await client.chat.postMessage({ channel: ALICE, text: 'root', metadata });
    const thread_ts = String(root.ts);
    expect(root.channel).toBe(ALICE_DM);
    for (const text of ['a', 'b']) await client.chat.postMessage({ channel: ALICE_DM, text, thread_ts });
    const pages = client.paginate('conversations.replies', {
      channel: ALICE_DM,
      ts: thread_ts,
      limit: 2,
      include_all_metadata: true,
    });
    const texts: unknown[] = [];
    for await (const page of pages) {
      const shown = page as { messages?: { text: string; metadata?: unknown }[] };
      texts.push(shown.messages?.map((one) => [one.text, one.metadata]));
    }
    expect(texts).toEqual([
      [
        ['root', metadata],
        ['a', undefined],
      ],
      [['b', undefined]],
    ]);
    const history = await client.conversations.history({ channel: ALICE_DM });
    expect(history.messages).toMatchObject([{ text: 'root', reply_count: 2 }]);
    await client.chat.update({ channel: ALICE_DM, ts: thread_ts, text: 'changed' });
    expect(server.messageAt(ALICE_DM, thread_ts)).toMatchObject({ text: 'changed', metadata });
    await client.chat.delete({ channel: ALICE_DM, ts: thread_ts });
    expect(await refusal(client.chat.delete({ channel: ALICE_DM, ts: thread_ts }))).toBe('message_not_found');
  });

  test('are refused where Slack refuses them', async () => {
    const post = (given: object) => refusal(client.apiCall('chat.postMessage', { text: 'x', ...given }));
    expect(await post({ channel: 'C0NOWHERE' })).toBe('channel_not_found');
    expect(await post({ channel: ELSEWHERE })).toBe('not_in_channel');
    expect(await post({ channel: GENERAL, text: '' })).toBe('no_text');
    expect(await post({ channel: GENERAL, markdown_text: 'x' })).toBe('markdown_text_conflict');
    expect(await post({ channel: GENERAL, blocks: '[{' })).toBe('invalid_blocks_format');
    expect(await post({ channel: GENERAL, blocks: [{ type: 'section' }] })).toBe('invalid_blocks');
    server.archive(GENERAL);
    expect(await post({ channel: GENERAL })).toBe('is_archived');
    server.kickBot(SECRET);
    expect(await post({ channel: SECRET })).toBe('channel_not_found');
    const asked = server.say({ channel: ALICE_DM, user: ALICE, text: 'q' });
    expect(await refusal(client.chat.update({ channel: ALICE_DM, ts: asked.ts, text: 'x' }))).toBe(
      'cant_update_message',
    );
    server.lockThread(ALICE_DM, asked.ts);
    expect(await post({ channel: ALICE_DM, thread_ts: asked.ts })).toBe('restricted_action_thread_locked');
    server.deleteMessage(ALICE_DM, asked.ts);
    expect(await post({ channel: ALICE_DM, thread_ts: asked.ts })).toBe('thread_not_found');
  });

  test('for one person alone reach members only', async () => {
    await client.chat.postEphemeral({ channel: GENERAL, user: BOB, text: 'psst' });
    expect(server.ephemerals(BOB)).toMatchObject([{ text: 'psst', channel: GENERAL }]);
    expect(await refusal(client.chat.postEphemeral({ channel: SECRET, user: BOB, text: 'x' }))).toBe(
      'user_not_in_channel',
    );
  });
});

describe('troubles', () => {
  test('429 with Retry-After, 5xx, revoked tokens: as often as ordered', async () => {
    const post = () => client.chat.postMessage({ channel: GENERAL, text: 'x' });
    server.faults.fail('chat.postMessage', { retryAfter: 7 });
    await expect(post()).rejects.toMatchObject({ retryAfter: 7 });
    server.faults.fail('chat.postMessage', { status: 503 });
    await expect(post()).rejects.toMatchObject({ statusCode: 503 });
    server.faults.fail('*', { error: 'token_revoked', times: 2 });
    expect([await refusal(post()), await refusal(client.auth.test())]).toEqual([
      'token_revoked',
      'token_revoked',
    ]);
    expect(await refusal(post())).toBeUndefined();
    expect(server.messages(GENERAL)).toHaveLength(1);
  });

  test('a call can be taken and its answer lost, or be lost before', async () => {
    server.faults.dropAfter('chat.postMessage');
    await expect(client.chat.postMessage({ channel: GENERAL, text: 'taken' })).rejects.toThrow();
    server.faults.dropBefore('chat.postMessage');
    await expect(client.chat.postMessage({ channel: GENERAL, text: 'lost' })).rejects.toThrow();
    expect(server.messages(GENERAL).map((message) => message.text)).toEqual(['taken']);
    expect(server.callsOf('chat.postMessage').map((call) => call.response)).toEqual([undefined, undefined]);
  });

  test('a channel takes a burst, then one message a second', async () => {
    server.faults.rateLimit('chat.postMessage', { perSecond: 1, burst: 2 });
    const post = (channel: string) => refusal(client.chat.postMessage({ channel, text: 'x' }));
    const first = [await post(GENERAL), await post(GENERAL), await post(GENERAL), await post(ALICE_DM)];
    expect(first).toEqual([undefined, undefined, webApi.ErrorCode.RateLimitedError, undefined]);
    clock += 1_000;
    expect(await post(GENERAL)).toBeUndefined();
  });

  test('a call can be made to wait', async () => {
    const gate = Promise.withResolvers<void>();
    server.faults.delay('chat.postMessage', gate.promise);
    const posting = client.chat.postMessage({ channel: GENERAL, text: 'x' });
    await server.until(() => server.callsOf('chat.postMessage').length === 1);
    expect(server.messages(GENERAL)).toHaveLength(0);
    gate.resolve();
    await posting;
    expect(server.messages(GENERAL)).toHaveLength(1);
  });
});

describe('people and conversations', () => {
  test('administrators and languages are told, and unknown people are not found', async () => {
    const { user } = await client.users.info({ user: ADA, include_locale: true });
    expect(user).toMatchObject({ is_admin: true, locale: 'zh-CN', is_bot: false });
    expect((await client.users.info({ user: BOB })).user).toMatchObject({ is_admin: false });
    expect(await refusal(client.users.info({ user: 'U0NOBODY' }))).toBe('user_not_found');
  });

  test('conversations tell their kind, and direct messages are opened once', async () => {
    const kind = async (channel: string) => {
      const info = await client.conversations.info({ channel });
      const { is_channel, is_private, is_im, is_mpim, is_member } = info.channel ?? {};
      return [is_channel, is_private, is_im, is_mpim, is_member];
    };
    expect(await kind(RANDOM)).toEqual([true, false, false, false, true]);
    expect(await kind(ELSEWHERE)).toEqual([true, false, false, false, false]);
    expect(await kind(SECRET)).toEqual([false, true, false, false, true]);
    expect(await kind(GROUP_DM)).toEqual([false, true, false, true, true]);
    const opened = await client.conversations.open({ users: BOB });
    expect(await kind(String(opened.channel?.id))).toEqual([false, true, true, false, true]);
    expect((await client.conversations.open({ users: BOB })).channel?.id).toBe(opened.channel?.id);
  });

  test('a reaction is added once and taken away once', async () => {
    const { ts } = server.say({ channel: GENERAL, user: ALICE, text: 'q' });
    const reaction = { channel: GENERAL, timestamp: ts, name: 'eyes' };
    expect(await refusal(client.reactions.add(reaction))).toBeUndefined();
    expect(await refusal(client.reactions.add(reaction))).toBe('already_reacted');
    expect(server.messageAt(GENERAL, ts).reactions).toMatchObject([{ name: 'eyes', count: 1 }]);
    expect(await refusal(client.reactions.remove(reaction))).toBeUndefined();
    expect(await refusal(client.reactions.remove(reaction))).toBe('no_reaction');
  });
});
