/** What the command of the news prints, as lines for people. */
import type { App } from '../app.ts';
import { printable } from './printable.ts';

type News = Awaited<ReturnType<App['news']>>;
type Listed = Awaited<ReturnType<News['list']>>;
type Round = Awaited<ReturnType<News['poll']>>;

export function feedLine({
  id,
  url,
  title,
  scope,
  disabledAt,
  trouble,
  lastOkAt,
  nextPollAt,
}: Listed['feeds'][number]): string {
  const state =
    disabledAt !== null
      ? `disabled ${minute(disabledAt)}: ${trouble ?? 'no reason kept'}`
      : trouble !== null
        ? `failing: ${trouble}; again at ${minute(nextPollAt)}`
        : `${lastOkAt === null ? 'not polled yet' : `read ${minute(lastOkAt)}`}, next ${minute(nextPollAt)}`;
  const whose = scope === 'global' ? [] : [`workspace ${scope}`];
  return printable([`feed ${id}`, title ?? '(no title yet)', url, ...whose, state].join('  '));
}

export function subscriptionLine({
  id,
  place,
  subject,
  mode,
  schedule,
  timeZone,
  pausedAt,
  pausedReason,
}: Listed['subscriptions'][number]): string {
  const what = subject.type === 'feed' ? `feed ${subject.feedId}` : `topic "${subject.words}"`;
  const how = schedule === null ? mode : `${mode} ${schedule} ${timeZone}`;
  const paused = pausedAt === null ? [] : [`paused ${minute(pausedAt)}: ${pausedReason ?? 'by a person'}`];
  const where = `${place.platform} ${place.workspaceId} ${place.channelId}`;
  return printable([`subscription ${id}`, where, what, how, ...paused].join('  '));
}

export function roundLines({ polled, unchanged, fresh, judged, sources, posts, failed }: Round): string[] {
  const relevant = judged.filter((item) => item.relevant);
  const lines = [
    `${polled} feeds polled, ${unchanged} unchanged, ${failed.length} failed, ${fresh} new items`,
    `${judged.length} items judged, ${relevant.length} about attribution` +
      (posts === null ? `, ${sources} joined the corpus` : ''),
  ];
  for (const { title, url, relevant: is, score, kinds, opened } of judged) {
    const verdict = is
      ? `${opened ? 'new story' : 'joins a story'}: ${kinds.join(', ')}`
      : 'not about attribution';
    lines.push(`  ${score.toFixed(2)}  ${verdict}  ${title || url || '(no title)'}`);
  }
  if (posts === null) return lines.map(printable);
  lines.push(posts.length === 0 ? 'Nothing would be posted.' : 'Would be posted:');
  for (const { platform, channelId, title } of posts) lines.push(`  ${platform} ${channelId}  ${title}`);
  return lines.map(printable);
}

function minute(time: string): string {
  return `${time.slice(0, 10)} ${time.slice(11, 16)}`;
}
