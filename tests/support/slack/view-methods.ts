/** `views.*` of the test Slack: modals and home tabs. */
import { type ApiContext, type ApiMethod, type Args, SlackRefusal } from './api-method.ts';
import { blockProblems } from './block-rules.ts';
import { withBlockIds } from './messages.ts';
import type { Json } from './slack-message.ts';
import type { OpenView, SlackState } from './slack-state.ts';
import { refusedBlocks } from './write-message.ts';

/** Milliseconds for which a trigger opens a view. */
const TRIGGER_LIFETIME_MS = 3_000;
/** Views that may lie on each other. */
const MAX_STACK = 3;
/** Characters of a modal's title and of its buttons. */
const MAX_TITLE = 24;
const MAX_PRIVATE_METADATA = 3_000;
/** Bytes of a view. */
const MAX_VIEW = 250_000;

export const VIEW_METHODS: Readonly<Record<string, ApiMethod>> = {
  'views.open': {
    scopes: [],
    run: (args, { state }) => {
      const view = readView(args, 'modal');
      const user = takeTrigger(args, state);
      return { view: pushView(state, user, view, []) };
    },
  },
  'views.push': {
    scopes: [],
    run: (args, { state }) => {
      const view = readView(args, 'modal');
      const user = takeTrigger(args, state);
      const stack = state.modals.get(user) ?? [];
      if (stack.length >= MAX_STACK) throw new SlackRefusal('push_limit_reached');
      return { view: pushView(state, user, view, stack) };
    },
  },
  'views.update': {
    scopes: [],
    run: (args, context) => ({ view: update(args, context) }),
  },
  'views.publish': {
    scopes: [],
    run: (args, { state }) => {
      const user = args.needed('user_id');
      if (!state.workspace.users.has(user)) throw new SlackRefusal('user_not_found');
      const view = readView(args, 'home');
      const before = state.homes.get(user);
      const hash = args.text('hash');
      if (hash !== undefined && before !== undefined && hash !== before.hash)
        throw new SlackRefusal('hash_conflict');
      const made = openView(state, view, before === undefined ? {} : { id: before.id });
      state.homes.set(user, made);
      return { view: made };
    },
  },
};

function update(args: Args, { state }: ApiContext): OpenView {
  const id = args.text('view_id');
  const externalId = args.text('external_id');
  const hash = args.text('hash');
  const view = readView(args, 'modal');
  for (const stack of state.modals.values()) {
    const at = stack.findIndex((open) =>
      id === undefined ? open.external_id === externalId : open.id === id,
    );
    const open = stack[at];
    if (open === undefined) continue;
    if (hash !== undefined && hash !== open.hash) throw new SlackRefusal('hash_conflict');
    const made = openView(state, view, { id: open.id, root_view_id: open.root_view_id });
    stack[at] = made;
    return made;
  }
  throw new SlackRefusal('not_found');
}

function readView(args: Args, type: 'modal' | 'home'): Json {
  const given = args.json('view', 'invalid_arguments');
  if (typeof given !== 'object' || given === null) throw new SlackRefusal('invalid_arguments');
  const view = given as Json;
  if (JSON.stringify(view).length > MAX_VIEW) throw new SlackRefusal('view_too_large');
  const problems = viewProblems(view, type);
  if (problems.length > 0) throw refusedBlocks('invalid_arguments', problems);
  return view;
}

/** What Slack would refuse about a view; also for the views in an acknowledgement. */
export function viewProblems(view: Json, type: 'modal' | 'home'): string[] {
  const problems = [...blockProblems(view.blocks, type)];
  if (view.type !== type) problems.push(`unsupported type: ${String(view.type)}`);
  if (String(view.private_metadata ?? '').length > MAX_PRIVATE_METADATA)
    problems.push(`private_metadata has more than ${MAX_PRIVATE_METADATA} characters`);
  if (type === 'home') return problems;
  for (const name of ['title', 'submit', 'close']) {
    const text = view[name] as { type?: unknown; text?: unknown } | undefined;
    if (text === undefined && name !== 'title') continue;
    if (text?.type !== 'plain_text' || typeof text.text !== 'string' || text.text === '')
      problems.push(`${name} must be a plain_text`);
    else if (text.text.length > MAX_TITLE) problems.push(`${name} has more than ${MAX_TITLE} characters`);
  }
  const blocks = Array.isArray(view.blocks) ? (view.blocks as Json[]) : [];
  if (view.submit === undefined && blocks.some((block) => block.type === 'input'))
    problems.push('submit is required when an input block is within the blocks');
  return problems;
}

function takeTrigger(args: Args, state: SlackState): string {
  const trigger = state.triggers.get(args.needed('trigger_id'));
  if (trigger === undefined) throw new SlackRefusal('invalid_trigger_id');
  if (trigger.used) throw new SlackRefusal('exchanged_trigger_id');
  if (state.workspace.now() - trigger.at > TRIGGER_LIFETIME_MS) throw new SlackRefusal('expired_trigger_id');
  trigger.used = true;
  return trigger.user;
}

/** Puts a view on the stack of that person. */
export function pushView(state: SlackState, user: string, view: Json, stack: readonly OpenView[]): OpenView {
  const [root] = stack;
  const made = openView(state, view, {
    previous_view_id: stack.at(-1)?.id ?? null,
    ...(root === undefined ? {} : { root_view_id: root.id }),
  });
  state.modals.set(user, [...stack, made]);
  return made;
}

/** The view as Slack keeps it and sends it back. */
export function openView(state: SlackState, view: Json, kept: Json): OpenView {
  const { workspace } = state;
  const id = String(kept.id ?? workspace.newId('V'));
  return {
    team_id: workspace.team.id,
    app_id: workspace.app.id,
    app_installed_team_id: workspace.team.id,
    bot_id: workspace.app.botId,
    callback_id: '',
    private_metadata: '',
    external_id: '',
    title: null,
    submit: null,
    close: null,
    clear_on_close: false,
    notify_on_close: false,
    previous_view_id: null,
    root_view_id: id,
    ...view,
    ...kept,
    id,
    hash: `${workspace.nextTs()}.hash`,
    blocks: withBlockIds(workspace, view.blocks as Json[]),
    state: { values: {} },
  };
}
