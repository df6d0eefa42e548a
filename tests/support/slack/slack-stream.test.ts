import { webApi } from '@slack/bolt';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { quietLogger } from './slack-kit.ts';
import type { SlackMessage } from './slack-message.ts';
import { BOT_TOKEN, type SlackServer, startSlackServer } from './slack-server.ts';
import { ALICE, ALICE_DM, GENERAL } from './workspace.ts';

let server: SlackServer;
let client: webApi.WebClient;
let asked: SlackMessage;
let clock = 0;

beforeEach(async () => {
  clock = Date.UTC(2025, 5, 1);
  server = await startSlackServer({ now: () => clock });
  client = new webApi.WebClient(BOT_TOKEN, {
    slackApiUrl: server.url,
    retryConfig: { retries: 0 },
    logger: quietLogger(),
  });
  server.delivery.hold();
  asked = server.say({ channel: ALICE_DM, user: ALICE, text: 'who?' });
});
afterEach(() => server.close());

async function refusal(method: string, args: Record<string, unknown>): Promise<unknown> {
  try {
    await client.apiCall(method, args);
    return undefined;
  } catch (error) {
    return (error as { data?: { error?: string } }).data?.error;
  }
}

const begin = async (): Promise<{ channel: string; ts: string }> => {
  const { ts } = await client.chat.startStream({ channel: ALICE_DM, thread_ts: asked.ts });
  return { channel: ALICE_DM, ts: String(ts) };
};

test('a stream starts, grows, and ends with blocks; in between it is not to be changed', async () => {
  const stream = await begin();
  await client.chat.appendStream({ ...stream, markdown_text: 'One **sentence**. ' });
  expect(await refusal('chat.update', { ...stream, text: 'x' })).toBe('streaming_state_conflict');
  expect(await refusal('chat.delete', stream)).toBe('cant_delete_message');
  expect(server.messageAt(ALICE_DM, stream.ts).streaming_state).toBe('in_progress');
  const blocks = [{ type: 'context', elements: [{ type: 'mrkdwn', text: 'sources' }] }];
  expect(await refusal('chat.stopStream', { ...stream, blocks: [{ type: 'context' }] })).toBe(
    'invalid_blocks',
  );
  await client.chat.stopStream({ ...stream, markdown_text: 'Two.', blocks });
  expect(server.messageAt(ALICE_DM, stream.ts)).toMatchObject({
    text: 'One **sentence**. Two.',
    streaming_state: 'completed',
    thread_ts: asked.ts,
    blocks,
  });
  expect(await refusal('chat.appendStream', { ...stream, markdown_text: 'x' })).toBe(
    'message_not_in_streaming_state',
  );
  expect(await refusal('chat.stopStream', stream)).toBe('message_not_in_streaming_state');
  expect(await refusal('chat.update', { ...stream, text: 'x' })).toBeUndefined();
});

test('in a channel it names its reader; everywhere it is in a thread', async () => {
  const root = server.say({ channel: GENERAL, user: ALICE, text: 'who?' });
  const start = (given: object) =>
    refusal('chat.startStream', { channel: GENERAL, thread_ts: root.ts, ...given });
  expect(await start({})).toBe('missing_recipient_user_id');
  expect(await start({ recipient_user_id: ALICE })).toBe('missing_recipient_team_id');
  expect(await start({ recipient_user_id: ALICE, recipient_team_id: 'T0TEAM0001' })).toBeUndefined();
  expect(await refusal('chat.startStream', { channel: ALICE_DM })).toBe('invalid_arguments');
});

test('text and chunks are not mixed, and texts have their limit', async () => {
  const stream = await begin();
  const append = (given: object) => refusal('chat.appendStream', { ...stream, ...given });
  const chunks = [{ type: 'markdown_text', text: 'x' }];
  expect(await append({})).toBe('markdown_text_or_chunks_required');
  expect(await append({ markdown_text: 'x', chunks })).toBe('cannot_provide_both_markdown_text_and_chunks');
  expect(await append({ markdown_text: 'x'.repeat(12_001) })).toBe('msg_too_long');
  expect(await append({ markdown_text: 'x' })).toBeUndefined();
  expect(await append({ chunks })).toBe('streaming_mode_mismatch');
});

test('the streamer of the SDK runs against it', async () => {
  const streamer = client.chatStream({ channel: ALICE_DM, thread_ts: asked.ts, buffer_size: 4 });
  await streamer.append({ markdown_text: 'One. ' });
  await streamer.append({ chunks: [{ type: 'task_update', id: 't', title: 'Reading', status: 'complete' }] });
  await streamer.stop({ markdown_text: 'Two.' });
  expect(server.messageAt(ALICE_DM, String(streamer.ts)).text).toBe('One. Two.');
});

test('it ends when the person stops it, when its time is over, and when its thread is locked or gone', async () => {
  const stopped = await begin();
  void server.stopSession(ALICE_DM, asked.ts, ALICE);
  expect(await refusal('chat.appendStream', { ...stopped, markdown_text: 'x' })).toBe('stopped_by_user');
  const old = await begin();
  clock += server.state.streamLifetimeMs + 1;
  expect(await refusal('chat.stopStream', old)).toBe('message_not_in_streaming_state');
  const deleted = await begin();
  server.deleteMessage(ALICE_DM, deleted.ts);
  expect(await refusal('chat.appendStream', { ...deleted, markdown_text: 'x' })).toBe('message_not_found');
  const locked = await begin();
  server.lockThread(ALICE_DM, asked.ts);
  expect(await refusal('chat.stopStream', locked)).toBe('restricted_action_thread_locked');
});

test('status, title and prompts of a thread; a message of the app ends the status', async () => {
  const thread = { channel_id: ALICE_DM, thread_ts: asked.ts };
  await client.assistant.threads.setStatus({ ...thread, status: 'is reading', loading_messages: ['a', 'b'] });
  await client.assistant.threads.setTitle({ ...thread, title: 'Who?' });
  const prompts = [{ title: 'Latest', message: 'What is new?' }];
  await client.assistant.threads.setSuggestedPrompts({ channel_id: ALICE_DM, prompts, title: 'Try' });
  expect(server.agentThread(ALICE_DM, asked.ts)).toMatchObject({ status: 'is reading', title: 'Who?' });
  expect(server.agentThread(ALICE_DM).prompts).toEqual({ prompts, title: 'Try' });
  await begin();
  expect(server.agentThread(ALICE_DM, asked.ts)).toMatchObject({ status: '', statuses: ['is reading', ''] });
  const wrong = { channel_id: ALICE_DM, thread_ts: '1.000001', status: 'x' };
  expect(await refusal('assistant.threads.setStatus', wrong)).toBe('invalid_thread_ts');
});
