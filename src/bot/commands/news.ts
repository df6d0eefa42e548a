/** `/news`: subscriptions of a channel to feeds and topics, what they would post, and why something was posted or not. */
import type { ReplyEvent } from '../../core/chat.ts';
import type { NewsDesk, SubscribeRequest } from '../../core/news-desk.ts';
import type { Command, CommandContext } from '../command.ts';
import { usageText } from '../help-text.ts';
import { NEWS_SUBCOMMANDS, SUBSCRIBE_ARGUMENTS } from '../news-arguments.ts';
import { NEWS_PHRASES } from '../news-phrases.ts';
import { PHRASES } from '../phrases.ts';
import { readNewsText, unquote } from '../read-news-text.ts';
import { reportEvent } from '../report-event.ts';

type NewsContext = CommandContext & { readonly news: NewsDesk };

const say = (text: string): ReplyEvent => ({ type: 'text', text });

export const newsCommand: Command = {
  name: 'news',
  names: { fr: 'actualités', en: 'news', zh: '新闻' },
  descriptions: {
    fr: 'Publier ici les nouvelles attributions : abonnements, aperçu, explications',
    en: 'Post news about attribution here: subscriptions, preview, explanations',
    zh: '在此发布归因新闻：订阅、预览与说明',
  },
  arguments: [],
  subcommands: NEWS_SUBCOMMANDS,
  async *handler(given) {
    const { news, subcommand, lang: wordsLang } = given;
    const lang = given.forcedLang ?? wordsLang;
    if (news === null) {
      yield say(NEWS_PHRASES[lang].notSetUp);
      return;
    }
    const context: NewsContext = { ...given, lang, news };
    switch (subcommand) {
      case 'list':
        yield say(await listText(context));
        return;
      case 'pause':
      case 'resume':
      case 'remove':
        yield say(await changeOne(context, subcommand));
        return;
      case 'preview':
        yield* preview(context);
        return;
      case 'why':
        yield await why(context);
        return;
      default:
        yield say(await subscribe(context));
    }
  },
};

const usage = ({ lang, nameOf, subcommand }: NewsContext): string =>
  usageText(newsCommand, subcommand, lang, nameOf);

/** The channel's subscriptions, and what is wrong with them. */
async function listText(context: NewsContext): Promise<string> {
  const { news, message, lang } = context;
  const phrases = NEWS_PHRASES[lang];
  const [found, troubles] = [await news.list(message, lang), await news.troubles(message, lang)];
  return [
    found.length === 0 ? phrases.none : phrases.listed(found.length),
    ...found.map(({ id, text }) => `• ${id}: ${text}`),
    ...(troubles.length === 0 ? [] : [phrases.troubles, ...troubles.map((trouble) => `• ${trouble}`)]),
  ].join('\n');
}

async function subscribe(context: NewsContext): Promise<string> {
  const { news, text, options, message, lang, signal, nameOf } = context;
  const phrases = NEWS_PHRASES[lang];
  const typed = readNewsText(text, SUBSCRIBE_ARGUMENTS);
  const given = { ...typed.options, ...options };
  const subject = typed.subject === '' ? (given.subject ?? '') : typed.subject;
  if (subject === '' && typed.filter === '') return `${await listText(context)}\n\n${usage(context)}`;
  // Where nothing can be posted, the desk says where it can.
  if (news.posts(message) && !(await mayChange(context))) return phrases.adminsOnly;
  const wrong = (option: string) =>
    `${PHRASES[lang].badValue(option, given[option] ?? '')}\n${usage(context)}`;
  const mode = choiceOf('mode', given.mode);
  const language = choiceOf('language', given.language);
  if (mode === null) return wrong('mode');
  if (language === null) return wrong('language');
  const filter = [typed.filter, given.filter ?? ''].filter((part) => part.trim() !== '');
  const { platform, workspaceId, channelId, userId } = message;
  const request: SubscribeRequest = {
    place: { platform, workspaceId, channelId },
    userId,
    subject,
    lang: (language as SubscribeRequest['lang'] | undefined) ?? lang,
    ...(filter.length === 0
      ? {}
      : { filter: filter.length === 1 ? filter.join('') : `(${filter.join(') (')})` }),
    ...(mode === undefined ? {} : { mode: mode as NonNullable<SubscribeRequest['mode']> }),
    ...(given.schedule === undefined ? {} : { schedule: unquote(given.schedule) }),
    ...(given.timezone === undefined ? {} : { timeZone: unquote(given.timezone) }),
    ...(given.quiet === undefined ? {} : { quietHours: unquote(given.quiet) }),
    ...(given.max === undefined ? {} : { maxPerHour: unquote(given.max) }),
  };
  const outcome = await news.subscribe(request, signal);
  if (outcome.type !== 'choose') return outcome.text;
  const command = `${nameOf(newsCommand, lang)} ${NEWS_SUBCOMMANDS[0]?.names[lang] ?? ''}`;
  return [
    phrases.choose(command),
    ...outcome.feeds.map(({ url, title }) => `• ${title === null ? '' : `${title}: `}${url}`),
  ].join('\n');
}

/** The value of a choice as the registry has it; undefined when none was made, null when it is none of the choices. */
function choiceOf(name: string, written: string | undefined): string | null | undefined {
  if (written === undefined) return undefined;
  const wanted = written.trim().toLowerCase();
  const choices = SUBSCRIBE_ARGUMENTS.find((argument) => argument.name === name)?.choices ?? [];
  const found = choices.find(
    ({ value, labels }) =>
      value === wanted || Object.values(labels).some((label) => label.toLowerCase() === wanted),
  );
  return found?.value ?? null;
}

/** A conversation with the bot alone is the person's own. */
async function mayChange({ message, isAdmin }: NewsContext): Promise<boolean> {
  return message.direct === true || (await isAdmin());
}

async function changeOne(context: NewsContext, what: 'pause' | 'resume' | 'remove'): Promise<string> {
  const { news, message, lang, text } = context;
  const phrases = NEWS_PHRASES[lang];
  if (!(await mayChange(context))) return phrases.adminsOnly;
  const all = await news.list(message, lang);
  const typed = (text === '' ? (context.options.subscription ?? '') : text).trim();
  const only = all.length === 1 ? all[0] : undefined;
  if (all.length === 0) return phrases.none;
  if (typed === '' && only === undefined)
    return [phrases.which, ...all.map((each) => `• ${each.id}: ${each.text}`)].join('\n');
  const id = typed === '' ? (only?.id ?? '') : typed.toLowerCase();
  if (what !== 'remove') {
    const done = await news.pause(message, id, what === 'pause');
    if (!done) return phrases.unknown(id);
    return what === 'pause' ? phrases.paused(id) : phrases.resumed(id);
  }
  const outcome = await news.remove(message, id);
  if (outcome === 'unknown') return phrases.unknown(id);
  return outcome === 'removed' ? phrases.removed(id) : phrases.fromFile(id);
}

async function* preview(context: NewsContext): AsyncIterable<ReplyEvent> {
  const { news, message, lang, signal, text } = context;
  const all = text === '' ? await news.list(message, lang) : [];
  const wanted = text === '' && all.length === 1 ? (all[0]?.id ?? '') : text;
  if (wanted === '') {
    yield say(`${await listText(context)}\n\n${usage(context)}`);
    return;
  }
  yield { type: 'status', status: 'searching' };
  const outcome = await news.preview(message, wanted, lang, signal);
  yield outcome.type === 'report' ? await reportEvent(outcome.report, context) : say(outcome.text);
}

async function why(context: NewsContext): Promise<ReplyEvent> {
  const { news, message, lang, text } = context;
  if (text === '') return say(usage(context));
  const report = await news.why(message, text, lang);
  return report === null ? say(NEWS_PHRASES[lang].notBrought(text)) : reportEvent(report, context);
}
