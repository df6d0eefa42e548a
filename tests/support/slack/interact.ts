/** What people do with the app in the test Slack: commands, clicks, shortcuts, modals, menus that ask for options. */
import type { Delivered, Delivery } from './delivery.ts';
import { findElement, fullState, pickedState } from './elements.ts';
import type { Emit } from './events.ts';
import { messageAt } from './messages.ts';
import { applyResponse, newResponseUrl } from './response-urls.ts';
import type { Json, SlackMessage } from './slack-message.ts';
import { newTrigger, type OpenView, type ResponsePost, type SlackState } from './slack-state.ts';
import { openView, pushView, viewProblems } from './view-methods.ts';
import { conversationOf } from './workspace.ts';

export interface Interaction extends Delivered {
  /** What the app sent to the `response_url`; grows as it sends more. */
  readonly responses: readonly ResponsePost[];
}

export interface ClickTarget {
  readonly user: string;
  /** Where the element is: a message, an ephemeral message, a modal or the home tab. */
  readonly message?: SlackMessage;
  readonly view?: OpenView;
  readonly action_id: string;
  readonly block_id?: string;
  /** The value chosen; of a button, its own unless given. */
  readonly value?: string;
}

export interface Interactions {
  command(given: { command: string; text?: string; user: string; channel: string }): Promise<Interaction>;
  click(target: ClickTarget): Promise<Interaction>;
  messageShortcut(given: { callback_id: string; user: string; message: SlackMessage }): Promise<Interaction>;
  globalShortcut(given: { callback_id: string; user: string }): Promise<Delivered>;
  /** Submits the modal in sight; `values` by action_id. Slack applies what the acknowledgement says. */
  submitView(given: { user: string; values?: Readonly<Record<string, unknown>> }): Promise<Delivered>;
  /** Closes the modal in sight. */
  closeView(user: string): Promise<Delivered | undefined>;
  /** Types into a menu with external options; gives what the app offers. */
  suggest(target: Omit<ClickTarget, 'value'> & { readonly value: string }): Promise<Delivered>;
}

export function createInteractions(
  context: { readonly state: SlackState; readonly emit: Emit },
  delivery: Delivery,
  origin: string,
): Interactions {
  const { state } = context;
  const { workspace } = state;

  const base = (user: string): Json => ({
    token: 'verification-token-of-the-tests',
    api_app_id: workspace.app.id,
    team: { id: workspace.team.id, domain: workspace.team.domain },
    enterprise: null,
    is_enterprise_install: false,
    user: {
      id: user,
      username: workspace.users.get(user)?.name,
      name: workspace.users.get(user)?.name,
      team_id: workspace.team.id,
    },
  });

  const interactive = (payload: Json): Promise<Delivered> =>
    delivery.deliver({ kind: 'interactive', name: String(payload.type), payload });

  /** Where the element is, as payloads tell it. */
  const place = (target: Omit<ClickTarget, 'value' | 'action_id'>): Json => {
    const { message, view } = target;
    if (view !== undefined) return { container: { type: 'view', view_id: view.id }, view };
    if (message === undefined) throw new Error('neither a message nor a view to interact with');
    const { name } = conversationOf(workspace, message.channel);
    const isEphemeral = 'for' in message;
    const { channel: _channel, ...shown } = message;
    return {
      channel: { id: message.channel, name: name === target.user ? 'directmessage' : name },
      container: {
        type: 'message',
        message_ts: message.ts,
        channel_id: message.channel,
        is_ephemeral: isEphemeral,
        ...(message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts }),
      },
      // The text of an ephemeral message is not sent back.
      ...(isEphemeral ? {} : { message: shown }),
    };
  };

  const inSight = (user: string): { stack: OpenView[]; view: OpenView } => {
    const stack = state.modals.get(user) ?? [];
    const view = stack.at(-1);
    if (view === undefined) throw new Error(`${user} has no modal open`);
    return { stack, view };
  };

  return {
    command: async ({ command, text = '', user, channel }) => {
      const { path, record } = newResponseUrl(state, { user, channel });
      const { name, kind } = conversationOf(workspace, channel);
      const payload = {
        token: 'verification-token-of-the-tests',
        team_id: workspace.team.id,
        team_domain: workspace.team.domain,
        channel_id: channel,
        channel_name: kind === 'im' ? 'directmessage' : kind === 'private' ? 'privategroup' : name,
        user_id: user,
        user_name: workspace.users.get(user)?.name,
        command,
        text,
        api_app_id: workspace.app.id,
        is_enterprise_install: 'false',
        response_url: `${origin}${path}`,
        trigger_id: newTrigger(state, user),
      };
      const delivered = await delivery.deliver({ kind: 'slash_commands', name: command, payload });
      const answer = typeof delivered.body === 'string' ? { text: delivered.body } : delivered.body;
      if (typeof answer === 'object' && answer !== null && ('text' in answer || 'blocks' in answer))
        applyResponse(context, record, answer as ResponsePost);
      return { ...delivered, responses: record.posts };
    },
    click: async (target) => {
      const { user, message, view } = target;
      const { element, block_id } = findElement((message ?? view)?.blocks, target);
      const channel = message?.channel ?? '';
      const { path, record } = newResponseUrl(state, {
        user,
        channel,
        ...(message === undefined ? {} : { messageTs: message.ts }),
      });
      const delivered = await interactive({
        type: 'block_actions',
        ...base(user),
        ...place(target),
        trigger_id: newTrigger(state, user),
        ...(message === undefined ? {} : { response_url: `${origin}${path}` }),
        state: { values: {} },
        actions: [
          {
            type: element.type,
            action_id: target.action_id,
            block_id,
            ...(element.text === undefined ? {} : { text: element.text }),
            ...pickedState(element, target.value),
            action_ts: workspace.nextTs(),
          },
        ],
      });
      return { ...delivered, responses: record.posts };
    },
    messageShortcut: async ({ callback_id, user, message }) => {
      const { path, record } = newResponseUrl(state, { user, channel: message.channel });
      const { container: _container, ...where } = place({ user, message });
      const delivered = await interactive({
        type: 'message_action',
        ...base(user),
        ...where,
        callback_id,
        trigger_id: newTrigger(state, user),
        response_url: `${origin}${path}`,
        message_ts: message.ts,
        action_ts: workspace.nextTs(),
      });
      return { ...delivered, responses: record.posts };
    },
    globalShortcut: ({ callback_id, user }) =>
      interactive({
        type: 'shortcut',
        ...base(user),
        callback_id,
        trigger_id: newTrigger(state, user),
        action_ts: workspace.nextTs(),
      }),
    submitView: async ({ user, values = {} }) => {
      const { stack, view } = inSight(user);
      const submitted = { ...view, state: { values: fullState(view.blocks, values) } };
      const delivered = await interactive({
        type: 'view_submission',
        ...base(user),
        trigger_id: newTrigger(state, user),
        view: submitted,
        response_urls: [],
      });
      if (delivered.acked) applyAcknowledgement(state, user, stack, (delivered.body ?? {}) as Json);
      return delivered;
    },
    closeView: async (user) => {
      const { stack, view } = inSight(user);
      state.modals.set(user, stack.slice(0, -1));
      if (view.notify_on_close !== true) return undefined;
      return interactive({ type: 'view_closed', ...base(user), view, is_cleared: false });
    },
    suggest: (target) => {
      const { user, message, view, action_id, value } = target;
      const { block_id } = findElement((message ?? view)?.blocks, target);
      return interactive({
        type: 'block_suggestion',
        ...base(user),
        ...place(target),
        action_id,
        block_id,
        value,
      });
    },
  };
}

/** What Slack does with the answer to a submission; an answer it would not take is a mistake of the app. */
function applyAcknowledgement(state: SlackState, user: string, stack: OpenView[], body: Json): void {
  const action = body.response_action;
  if (action === 'errors') return;
  if (action === 'clear') state.modals.delete(user);
  else if (action === 'update' || action === 'push') {
    const view = body.view as Json;
    const problems = viewProblems(view, 'modal');
    if (problems.length > 0) throw new Error(`Slack would refuse this view: ${problems.join('; ')}`);
    if (action === 'push') pushView(state, user, view, stack);
    else state.modals.set(user, [...stack.slice(0, -1), openView(state, view, { id: stack.at(-1)?.id })]);
  } else state.modals.set(user, stack.slice(0, -1));
}

/** The message of that timestamp, also where only one person sees it. Throws where there is none. */
export function findMessage(state: SlackState, channel: string, ts: string): SlackMessage {
  const found =
    messageAt(conversationOf(state.workspace, channel), ts) ??
    state.ephemerals.find((message) => message.channel === channel && message.ts === ts);
  if (found === undefined) throw new Error(`no message ${ts} in ${channel}`);
  return found;
}
