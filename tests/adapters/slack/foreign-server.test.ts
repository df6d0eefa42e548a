/** What servers send by the documentation, though no test server of ours does. */
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { guardMessages, type MessageSource } from '../../../src/adapters/slack/guard-messages.ts';
import { ANSWERED } from '../../support/sample-answers.ts';
import { seen } from '../../support/slack/casebook-kit.ts';
import { inSlack } from '../../support/slack/in-slack.ts';
import { SIGNING_SECRET } from '../../support/slack/slack-server.ts';
import { ALICE, BOT, GENERAL } from '../../support/slack/workspace.ts';

const FIRST = ANSWERED.sentences[0]?.text ?? '-';

async function inHttp() {
  const slack = await inSlack({ casebook: { mode: 'http' } });
  const post = (body: string, type: string) => {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const hash = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
    return fetch(`http://127.0.0.1:${slack.casebook.adapter.port}/slack/events`, {
      method: 'POST',
      body,
      headers: {
        'content-type': type,
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': `v0=${hash}`,
      },
    });
  };
  return { slack, post };
}

describe('a request', () => {
  it('may name its charset, and lack everything that a command need not have', async () => {
    const { slack, post } = await inHttp();
    const command = { command: '/ask', text: 'Qui ?', user_id: ALICE, channel_id: GENERAL, team_id: 'T1' };
    for (const type of [
      'application/x-www-form-urlencoded; charset=utf-8',
      'Application/X-WWW-Form-Urlencoded',
    ])
      expect((await post(new URLSearchParams(command).toString(), type)).status).toBe(200);
    const own = () => slack.server.messages(GENERAL).filter(({ user }) => user === BOT);
    // Two commands without a trigger are two.
    await slack.server.until(() => own().length === 2);
    expect(seen(own()).text).toContain(FIRST);
  });

  it('that tells of a limit reached is acknowledged, and logged', async () => {
    const { slack, post } = await inHttp();
    const body = JSON.stringify({ type: 'app_rate_limited', team_id: 'T1', minute_rate_limited: 1 });
    expect((await post(body, 'application/json; charset=utf-8')).status).toBe(200);
    expect(slack.casebook.lines.map(({ message }) => message).join()).toContain('holds events back');
  });
});

describe('a message over the socket', () => {
  it('that cannot be read does no harm', async () => {
    const slack = await inSlack();
    const odd = { kind: 'events_api', name: 'odd', payload: { type: 'app_rate_limited' } } as const;
    void slack.server.delivery.deliver(odd);
    await slack.server.until(() =>
      slack.casebook.lines.some(({ fields }) => fields.kind === odd.payload.type),
    );
    expect(await slack.answerTo(slack.mention('Qui a attaqué ?'))).toContain(FIRST);
  });

  it.each(['null', 'no JSON', '{"type":7}'])('is told by its kind where it has one (%s)', async (data) => {
    const told: unknown[] = [];
    const note = (fields: unknown) => void told.push(fields);
    let hear: (...args: unknown[]) => void = () => undefined;
    const source: MessageSource = {
      listeners: () => [() => Promise.reject(new Error('unreadable'))],
      removeAllListeners: () => undefined,
      on: (_event, listener) => {
        hear = listener;
      },
    };
    guardMessages(source, { info: note, warn: note, error: note });
    await hear(data);
    expect(told).toEqual([{ kind: null, error: 'unreadable' }]);
  });
});
