/** What a subscription would post now: one of the channel's, or one that somebody thinks of making. */
import type { AnswerLang } from '../../core/answer.ts';
import type { Place } from '../../core/chat.ts';
import type { NewsDesk } from '../../core/news-desk.ts';
import type { NewsSubject, Subscription } from '../../core/subscription.ts';
import { checkFields } from '../subscribe/check-fields.ts';
import { topicFilter } from '../subscribe/topic-filter.ts';
import type { DeskDeps } from './desk-deps.ts';
import { DESK_PHRASES } from './desk-phrases.ts';
import { MAX_ADDRESS, MAX_TOPIC, readSubject } from './read-subject.ts';

type Outcome = Awaited<ReturnType<NewsDesk['preview']>>;

export async function preview(
  { place, typed, lang }: { readonly place: Place; readonly typed: string; readonly lang: AnswerLang },
  deps: DeskDeps,
  signal: AbortSignal,
): Promise<Outcome> {
  const phrases = DESK_PHRASES[lang];
  const inChannel = await deps.books.subscriptions.list(place);
  const known = inChannel.find(({ id }) => id === typed.trim().toLowerCase());
  const subscription = known ?? (await imagined(place, typed, lang, deps, signal));
  if (typeof subscription === 'string') return { type: 'text', text: subscription };
  const report = await deps.previewOf(subscription, signal);
  return report === null ? { type: 'text', text: phrases.nothingNow } : { type: 'report', report };
}

/** @returns a text where it cannot be thought of. */
async function imagined(
  place: Place,
  typed: string,
  lang: AnswerLang,
  deps: DeskDeps,
  signal: AbortSignal,
): Promise<Subscription | string> {
  const phrases = DESK_PHRASES[lang];
  const { books, lexicon } = deps;
  const wanted = readSubject(typed);
  let subject: NewsSubject;
  if (wanted.type === 'words') {
    if (wanted.words === '') return phrases.noSubject;
    if (wanted.words.length > MAX_TOPIC) return phrases.subjectTooLong(MAX_TOPIC);
    if (topicFilter(wanted.words, lang, lexicon) === null) return phrases.emptyTopic(wanted.words);
    subject = { type: 'topic', words: wanted.words };
  } else {
    if (wanted.url.length > MAX_ADDRESS) return phrases.subjectTooLong(MAX_ADDRESS);
    const visible = (await books.feeds.list()).filter(
      ({ scope }) => scope === 'global' || scope === place.workspaceId,
    );
    const known = (url: string) => visible.find((feed) => feed.url === url || feed.givenUrl === url);
    let url = wanted.url;
    if (known(url) === undefined) {
      const found = await deps.findFeed(url, lang, signal);
      if (found.type === 'none') return phrases.noFeed(url, found.reason);
      if (found.type === 'several')
        return [phrases.several, ...found.feeds.map((feed) => `• ${feed.url}`)].join('\n');
      url = found.url;
    }
    subject = { type: 'feed', feedId: known(url)?.id ?? '', url };
  }
  const checked = checkFields({}, { lexicon, lang, timeZone: deps.timeZone });
  if (!checked.ok) return checked.problems.map(({ text }) => text).join('\n');
  return {
    id: '',
    ...{ place, subject, lang },
    ...checked.fields,
    createdAt: new Date(deps.now()).toISOString(),
    ...{ createdBy: null, pausedAt: null, pausedReason: null },
  };
}
