/** A reply that grows before the reader's eyes, whatever goes wrong on the way: one complete message in the end. */
import { describe, expect, it } from 'vitest';
import { inSlack } from '../../support/slack/in-slack.ts';
import { HASTY, onlyReply, SLOWLY } from '../../support/slack/reply-kit.ts';
import { ALICE, BOT, GENERAL } from '../../support/slack/workspace.ts';

const QUESTION = 'Qui a attaqué le ministère de Valdoria ?';

describe('a stream', () => {
  it('shows whole sentences as they come', async () => {
    const slack = await inSlack(SLOWLY);
    await onlyReply(slack, slack.mention(QUESTION));
    const appended = slack.server.callsOf('chat.appendStream');
    expect(appended.length).toBeGreaterThan(0);
    for (const { args } of [...slack.server.callsOf('chat.startStream'), ...appended])
      expect(String(args.markdown_text)).toMatch(/\n\n$/);
    const [stopped] = slack.server.callsOf('chat.stopStream');
    expect(stopped?.args.metadata).toMatchObject({
      event_type: 'casebook_reply',
      event_payload: { part: 1, of: 1 },
    });
  });

  it.each(['unknown_method', 'channel_type_not_supported', 'missing_recipient_user_id'])(
    'that is not to be had (%s) gives way to a message that grows',
    async (error) => {
      const slack = await inSlack(SLOWLY);
      slack.server.faults.fail('chat.startStream', { error, times: 99 });
      await onlyReply(slack, slack.mention(QUESTION));
      expect(slack.server.callsOf('chat.postMessage')).toHaveLength(1);
      expect(slack.server.callsOf('chat.update').length).toBeGreaterThan(0);
    },
  );

  it('is not asked for again once Slack does not know it', async () => {
    const slack = await inSlack({ casebook: HASTY });
    slack.server.faults.fail('chat.startStream', { error: 'unknown_method', times: 99 });
    await onlyReply(slack, slack.mention(QUESTION));
    await onlyReply(slack, slack.mention(QUESTION));
    expect(slack.server.callsOf('chat.startStream')).toHaveLength(1);
  });

  it.each([
    ['chat.appendStream', { error: 'message_not_in_streaming_state' }],
    ['chat.appendStream', { error: 'internal_error' }],
    ['chat.appendStream', { status: 503 }],
    ['chat.stopStream', { error: 'invalid_blocks' }],
    ['chat.stopStream', { error: 'internal_error', times: 2 }],
  ] as const)('that fails midway (%s %j) ends in one complete message', async (method, failure) => {
    const slack = await inSlack(SLOWLY);
    slack.server.faults.fail(method, failure);
    await onlyReply(slack, slack.mention(QUESTION));
  });

  it.each(['chat.startStream', 'chat.appendStream', 'chat.stopStream'])(
    'whose %s is lost on the wire after Slack took it ends in one complete message',
    async (method) => {
      const slack = await inSlack(SLOWLY);
      slack.server.faults.dropAfter(method);
      await onlyReply(slack, slack.mention(QUESTION));
    },
  );

  it.each(['chat.startStream', 'chat.appendStream'])(
    'that is broken (%s) and whose end is lost on the wire ends in one complete message',
    async (method) => {
      const slack = await inSlack(SLOWLY);
      slack.server.faults.dropAfter(method);
      slack.server.faults.dropAfter('chat.stopStream');
      await onlyReply(slack, slack.mention(QUESTION));
      expect(slack.server.ephemerals(ALICE)).toEqual([]);
    },
  );

  it('that Slack has closed by itself is completed in place', async () => {
    const slack = await inSlack(SLOWLY);
    slack.server.state.streamLifetimeMs = 1;
    await onlyReply(slack, slack.mention(QUESTION));
  });

  it('that is too fast for Slack waits as long as it is told', async () => {
    const slack = await inSlack(SLOWLY);
    slack.server.faults.fail('chat.appendStream', { retryAfter: 1 });
    await onlyReply(slack, slack.mention(QUESTION));
  });

  it('whose message somebody deletes is written anew', async () => {
    const slack = await inSlack(SLOWLY);
    const question = slack.mention(QUESTION);
    const { server } = slack;
    const started = await server.until(() =>
      server.thread(GENERAL, question.ts).find(({ user }) => user === BOT),
    );
    server.deleteMessage(GENERAL, started.ts);
    await onlyReply(slack, question);
  });
});
