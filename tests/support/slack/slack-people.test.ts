import type { App } from '@slack/bolt';
import { afterEach, describe, expect, test } from 'vitest';
import { type Joined, joinBySocket } from './slack-kit.ts';
import type { SlackServerOptions } from './slack-server.ts';
import { ALICE, ALICE_DM, BOB, GENERAL } from './workspace.ts';

let joined: Joined | undefined;
afterEach(async () => {
  await joined?.close();
  joined = undefined;
});

async function join(prepare: (app: App) => void, options: SlackServerOptions = {}): Promise<Joined> {
  joined = await joinBySocket(prepare, options);
  return joined;
}

const BUTTONS = [
  {
    type: 'actions',
    block_id: 'more',
    elements: [
      {
        type: 'button',
        action_id: 'excerpts',
        value: 'a1',
        text: { type: 'plain_text', text: 'Show excerpts' },
      },
    ],
  },
];

function modal(title: string): object {
  return {
    type: 'modal',
    callback_id: 'ask',
    title: { type: 'plain_text', text: title },
    submit: { type: 'plain_text', text: 'Ask' },
    blocks: [
      {
        type: 'input',
        block_id: 'q',
        label: { type: 'plain_text', text: 'Question' },
        element: { type: 'plain_text_input', action_id: 'question' },
      },
      {
        type: 'input',
        block_id: 'c',
        optional: true,
        label: { type: 'plain_text', text: 'Case' },
        element: { type: 'external_select', action_id: 'case', min_query_length: 1 },
      },
    ],
  };
}

describe('clicks', () => {
  test('carry what was clicked, and can replace or delete the message for half an hour, five times', async () => {
    const clicked: unknown[] = [];
    const { server, app, logger } = await join((bolt) => {
      bolt.action('excerpts', async ({ ack, body, action, respond }) => {
        await ack();
        clicked.push({ action, container: 'container' in body ? body.container : undefined });
        for (let use = 1; use <= 6; use++) await respond({ text: `use ${use}`, replace_original: true });
      });
    });
    const posted = await app.client.chat.postMessage({ channel: GENERAL, text: 'answer', blocks: BUTTONS });
    const message = server.messageAt(GENERAL, String(posted.ts));
    const outcome = await server.click({ user: BOB, message, action_id: 'excerpts' });
    expect(outcome.acked).toBe(true);
    await server.until(() => logger.lines.some((line) => line.includes('response_url')));
    expect(outcome.responses).toHaveLength(5);
    expect(message.text).toBe('use 5');
    expect(clicked).toMatchObject([
      {
        action: { type: 'button', action_id: 'excerpts', block_id: 'more', value: 'a1' },
        container: { type: 'message', message_ts: message.ts, channel_id: GENERAL, is_ephemeral: false },
      },
    ]);
  });

  test('on what is not shown are mistakes of the test', async () => {
    const { server } = await join(() => {});
    const message = server.say({ channel: GENERAL, user: ALICE, text: 'no buttons' });
    await expect(server.click({ user: BOB, message, action_id: 'excerpts' })).rejects.toThrow(
      'nothing to click',
    );
  });
});

describe('modals', () => {
  const prepare = (app: App): void => {
    app.command('/ask', async ({ ack, client, command }) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view: modal('Ask') as never });
    });
    app.options('case', async ({ ack, options }) => {
      await ack({ options: [{ text: { type: 'plain_text', text: `Case ${options.value}` }, value: 'c1' }] });
    });
    app.view('ask', async ({ ack, view }) => {
      const question = view.state.values.q?.question?.value;
      if (question === 'short') await ack({ response_action: 'errors', errors: { q: 'Too short.' } });
      else if (question === 'again') await ack({ response_action: 'update', view: modal('Again') as never });
      else await ack();
    });
  };

  test('open with a trigger, offer options, and are submitted, refused or replaced', async () => {
    const { server } = await join(prepare);
    await server.command({ command: '/ask', user: ALICE, channel: GENERAL });
    const view = await server.until(() => server.modals(ALICE)[0]);
    const offered = await server.suggest({ user: ALICE, view, action_id: 'case', value: 'lake' });
    expect(offered.body).toMatchObject({ options: [{ value: 'c1' }] });
    await expect(server.submitView({ user: ALICE })).rejects.toThrow('question is required');
    const refused = await server.submitView({ user: ALICE, values: { question: 'short' } });
    expect(refused.body).toEqual({ response_action: 'errors', errors: { q: 'Too short.' } });
    expect(server.modals(ALICE)).toEqual([view]);
    await server.submitView({ user: ALICE, values: { question: 'again' } });
    expect(server.modals(ALICE)).toMatchObject([{ id: view.id, title: { text: 'Again' } }]);
    await server.submitView({ user: ALICE, values: { question: 'who?', case: 'c1' } });
    expect(server.modals(ALICE)).toEqual([]);
  });

  test('a trigger serves once', async () => {
    const { server, app } = await join(prepare);
    await server.command({ command: '/ask', user: ALICE, channel: GENERAL });
    await server.until(() => server.modals(ALICE)[0]);
    const [used] = server.callsOf('views.open');
    const again = app.client.views.open({
      trigger_id: String(used?.args.trigger_id),
      view: modal('Ask') as never,
    });
    await expect(again).rejects.toMatchObject({ data: { error: 'exchanged_trigger_id' } });
  });
});

describe('shortcuts, the home tab and the agent view', () => {
  test('shortcuts say what they were used on', async () => {
    const used: unknown[] = [];
    const { server } = await join((app) => {
      app.shortcut(/ask/, async ({ ack, shortcut }) => {
        await ack();
        used.push([shortcut.type, 'message' in shortcut && shortcut.message.text]);
      });
    });
    const message = server.say({ channel: GENERAL, user: BOB, text: 'they did it' });
    await server.messageShortcut({ callback_id: 'ask_about', user: ALICE, message });
    await server.globalShortcut({ callback_id: 'ask', user: ALICE });
    expect(used).toEqual([
      ['message_action', 'they did it'],
      ['shortcut', false],
    ]);
  });

  test('the home tab is published, and the agent view tells what the person sees', async () => {
    const events: unknown[] = [];
    const { server } = await join((app) => {
      app.event('app_home_opened', async ({ event, client }) => {
        events.push([event.tab, event.context]);
        const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'hello' } }];
        if (event.tab === 'home')
          await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } as never });
      });
      app.event('app_context_changed', async ({ event }) => {
        events.push(event.context);
      });
      app.message(async ({ message }) => {
        events.push('app_context' in message && message.app_context);
      });
    });
    await server.openHome(ALICE, 'home');
    await server.until(() => server.home(ALICE));
    const entities = [{ type: 'slack#/types/channel_id', value: GENERAL }];
    await server.changeContext(ALICE, entities);
    await server.openHome(ALICE, 'messages');
    server.say({ channel: ALICE_DM, user: ALICE, text: 'who?' });
    await server.until(() => events.length === 4);
    expect(events).toEqual([['home', undefined], { entities }, ['messages', { entities }], { entities }]);
  });

  test('the older assistant view starts threads of its own', async () => {
    const started: unknown[] = [];
    const { server } = await join(
      (app) => {
        app.event('assistant_thread_started', async ({ event }) => {
          started.push(event.assistant_thread.thread_ts);
        });
      },
      { experience: 'assistant' },
    );
    const root = server.openAssistant(ALICE);
    await server.until(() => started.length === 1);
    expect(started).toEqual([root.ts]);
    expect((await server.changeContext(ALICE, []))?.acked).toBe(true);
  });

  test('«stop» tells the app which streams ended', async () => {
    const stopped: unknown[] = [];
    const { server, app } = await join((bolt) => {
      bolt.event('agent_session_stopped', async ({ event }) => {
        stopped.push([event.thread_ts, event.streaming_message_ts]);
      });
    });
    const asked = server.say({ channel: ALICE_DM, user: ALICE, text: 'who?' });
    const { ts } = await app.client.chat.startStream({ channel: ALICE_DM, thread_ts: asked.ts });
    await server.stopSession(ALICE_DM, asked.ts, ALICE);
    expect(stopped).toEqual([[asked.ts, [ts]]]);
  });
});
