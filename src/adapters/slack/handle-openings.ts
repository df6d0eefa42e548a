/** What happens when a person opens the app: its home tab, its conversation, or a thread of the older assistant view. */
import type { App } from '@slack/bolt';
import type { AnswerLang } from '../../core/answer.ts';
import { type Fields, fields, list, text } from './fields.ts';
import type { Handling, HandlingOf } from './handling.ts';
import { homeView } from './home-view.ts';
import { renderText } from './render/render-text.ts';
import { isRefusal } from './slack-trouble.ts';
import { SLACK_WORDS } from './slack-words.ts';

interface Opening {
  readonly channel: string;
  readonly thread: string | null;
  readonly user: string;
}

/** Slack's limit. */
const MOST_PROMPTS = 4;
/** Conversations that are remembered as greeted; the history tells of those before. */
const MOST_GREETED = 10_000;

export function handleOpenings(app: App, handlingOf: HandlingOf): void {
  /** Conversations that were greeted, or are being greeted. */
  const greeted = new Set<string>();

  const aboutFor = async (user: string, { people, desk, identity }: Handling) => {
    const lang: AnswerLang = (await people.who(user)).lang ?? 'en';
    return { lang, about: await desk.about(identity.teamId, lang) };
  };

  async function publishHome(user: string, channel: string, handling: Handling): Promise<void> {
    const { lang, about } = await aboutFor(user, handling);
    await handling.call.repeat('views.publish', { user_id: user, view: homeView(about, lang, channel) });
  }

  /** Examples below the field in which the person writes; the agent view has them for the conversation as a whole. */
  async function suggest({ channel, thread, user }: Opening, handling: Handling): Promise<void> {
    const { lang, about } = await aboutFor(user, handling);
    const prompts = about.examples.slice(0, MOST_PROMPTS).map((message) => ({ title: message, message }));
    if (prompts.length === 0) return;
    const args: Fields = {
      channel_id: channel,
      title: SLACK_WORDS[lang].examples,
      prompts,
      ...(thread === null ? {} : { thread_ts: thread }),
    };
    await handling.call.repeat('assistant.threads.setSuggestedPrompts', args).catch((error: unknown) => {
      handling.log.info({ error: String(error) }, 'Slack took no suggested questions');
    });
  }

  async function greet({ channel, thread, user }: Opening, handling: Handling): Promise<void> {
    const { call, people, identity } = handling;
    const key = `${identity.teamId} ${channel} ${thread ?? ''}`;
    if (greeted.has(key)) return;
    greeted.add(key);
    if (greeted.size > MOST_GREETED) greeted.delete(greeted.keys().next().value ?? '');
    if (!(await isNew(channel, thread, handling))) return;
    const lang = (await people.who(user)).lang ?? 'en';
    const [greeting] = renderText(SLACK_WORDS[lang].greeting);
    const said = { channel, ...(thread === null ? {} : { thread_ts: thread }), ...greeting };
    // A greeting is not worth a second try: it could come twice.
    await call.once('chat.postMessage', { ...said, unfurl_links: false, unfurl_media: false });
  }

  /** Nothing was said there yet. Where nobody may look, the person is not greeted. */
  async function isNew(channel: string, thread: string | null, { call }: Handling): Promise<boolean> {
    if (thread !== null) return true;
    try {
      return list((await call.repeat('conversations.history', { channel, limit: 1 })).messages).length === 0;
    } catch (error) {
      if (!isRefusal(error, ['missing_scope', 'channel_not_found'])) throw error;
      return false;
    }
  }

  app.event('app_home_opened', async ({ event, context }) => {
    const { user, channel, tab } = event;
    const handling = handlingOf(context);
    handling.own.note(channel);
    if (tab === 'home')
      handling.afterwards('publishing the home tab', null, () => publishHome(user, channel, handling));
    else
      handling.afterwards('greeting', null, async () => {
        await greet({ channel, thread: null, user }, handling);
        await suggest({ channel, thread: null, user }, handling);
      });
  });

  app.event('assistant_thread_started', async ({ event, context }) => {
    const { user_id, channel_id, thread_ts } = fields(event.assistant_thread);
    const [user, channel, thread] = [text(user_id), text(channel_id), text(thread_ts)];
    if (user === undefined || channel === undefined || thread === undefined) return;
    const handling = handlingOf(context);
    handling.afterwards('greeting', null, async () => {
      await greet({ channel, thread, user }, handling);
      await suggest({ channel, thread, user }, handling);
    });
  });
}
