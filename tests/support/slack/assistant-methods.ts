/** `assistant.threads.*` and `agents.sessions.*` of the test Slack: status, title and prompts of an agent's thread. */
import {
  type ApiContext,
  type ApiMethod,
  type Args,
  SlackRefusal,
  visibleConversation,
} from './api-method.ts';
import { messageAt } from './messages.ts';
import { agentThread } from './slack-state.ts';
import { setStatus } from './write-message.ts';

/** Loading messages that one status may rotate through. */
const MAX_LOADING_MESSAGES = 10;
/** Prompts of one thread, by the guide to agents. */
const MAX_PROMPTS = 4;
const SESSION_STATES: readonly string[] = ['active', 'processing', 'suspended', 'closed'];

export const ASSISTANT_METHODS: Readonly<Record<string, ApiMethod>> = {
  'assistant.threads.setStatus': {
    scopes: ['chat:write', 'assistant:write'],
    run: (args, context) => {
      const thread = threadOf(args, context);
      const messages = args.json('loading_messages', 'invalid_arguments') ?? [];
      if (!Array.isArray(messages) || messages.length > MAX_LOADING_MESSAGES)
        throw new SlackRefusal('invalid_arguments');
      setStatus(thread, args.text('status') ?? '');
      thread.loadingMessages = messages.map(String);
      return {};
    },
  },
  'assistant.threads.setTitle': {
    scopes: ['assistant:write'],
    run: (args, context) => {
      threadOf(args, context).title = args.needed('title');
      return {};
    },
  },
  'assistant.threads.setSuggestedPrompts': {
    scopes: ['assistant:write'],
    run: (args, context) => {
      const prompts = args.list('prompts', 'invalid_arguments') ?? [];
      const whole = prompts.every(({ title, message }) => isText(title) && isText(message));
      if (prompts.length === 0 || prompts.length > MAX_PROMPTS || !whole)
        throw new SlackRefusal('invalid_arguments');
      const conversation = visibleConversation(context, args.needed('channel_id'));
      const title = args.text('title');
      // The agent view has prompts without a thread; the assistant view knows threads alone.
      if (!args.has('thread_ts') && context.state.experience === 'assistant')
        throw new SlackRefusal('missing_thread_ts');
      const thread = args.has('thread_ts')
        ? threadOf(args, context)
        : agentThread(context.state, conversation.id);
      thread.prompts = { prompts, ...(title === undefined ? {} : { title }) };
      return {};
    },
  },
  'agents.sessions.setStatus': {
    scopes: ['chat:write'],
    run: (args, context) => {
      const status = args.needed('status');
      if (!SESSION_STATES.includes(status)) throw new SlackRefusal('invalid_status');
      if (!args.has('thread_ts')) throw new SlackRefusal('thread_ts_required');
      const thread = threadOf(args, context);
      const title = args.text('title');
      if (thread.session === undefined && title !== undefined) thread.title = title;
      thread.session = status;
      return { status, agent_status: status, ...(thread.title === undefined ? {} : { title: thread.title }) };
    },
  },
  'agents.sessions.rename': {
    scopes: ['chat:write'],
    run: (args, context) => {
      const thread = threadOf(args, context);
      thread.title = args.needed('title');
      return { title: thread.title };
    },
  },
};

function threadOf(args: Args, context: ApiContext) {
  const conversation = visibleConversation(context, args.needed('channel_id'));
  const ts = args.needed('thread_ts');
  if (messageAt(conversation, ts) === undefined) throw new SlackRefusal('invalid_thread_ts');
  return agentThread(context.state, conversation.id, ts);
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}
