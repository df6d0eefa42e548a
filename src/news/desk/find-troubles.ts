/** What could not be posted or polled in a channel's subscriptions. */
import type { AnswerLang } from '../../core/answer.ts';
import type { Place } from '../../core/chat.ts';
import type { DeskDeps } from './desk-deps.ts';
import { DESK_PHRASES } from './desk-phrases.ts';
import { feedState, pauseOf, showTime } from './show-subscription.ts';

/** Of the whole installation; those of one channel are among them. */
const MAX_LETTERS = 500;
/** Code units of an error that are shown. */
const MAX_ERROR = 200;

/** A line each; empty when all is well. */
export async function findTroubles(
  place: Place,
  lang: AnswerLang,
  { books, timeZone }: Pick<DeskDeps, 'books' | 'timeZone'>,
): Promise<string[]> {
  const phrases = DESK_PHRASES[lang];
  const subscriptions = await books.subscriptions.list(place);
  const lines: string[] = [];
  for (const subscription of subscriptions) {
    const { id, subject, pausedReason } = subscription;
    if (pausedReason !== null) lines.push(`${id}: ${pauseOf(subscription, lang).join('')}`);
    if (subject.type === 'topic') continue;
    const feed = await books.feeds.find(subject.feedId);
    if (feed !== null && feed.disabledAt === null && feed.trouble === null) continue;
    lines.push(`${id}: ${feedState(feed, lang).join(phrases.join)}`);
  }
  const here = (other: Place) =>
    other.platform === place.platform &&
    other.workspaceId === place.workspaceId &&
    other.channelId === place.channelId;
  for (const letter of await books.deliveries.deadLetters(MAX_LETTERS)) {
    if (!here(letter.place)) continue;
    const { subscriptionId, kind, attempts, givenUpAt, lastError } = letter;
    const when = showTime(new Date(givenUpAt), lang, timeZone);
    const error = lastError.split('\n')[0]?.slice(0, MAX_ERROR).toWellFormed() ?? '';
    lines.push(phrases.given(subscriptionId, phrases.posts[kind], attempts, when, error));
  }
  return lines;
}
