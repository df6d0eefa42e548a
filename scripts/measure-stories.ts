/**
 * Measures how reports are put together to stories, as pairwise precision, recall and F1: of all pairs of reports that were
 * put together, how many belong together, and of those that belong together, how many were. Reports come one by one in the
 * order of their dates, as in service.
 *
 * First the set of our own and that of near events (with HELD set, their held parts, too), then, with a folder of case files (YAML with `sources` and `facts`),
 * their titles. There an event is a run of sources of one case no two neighbours of which are more than seven days apart;
 * sources with a date of a month or a year are left out, since they do not tell their event, and so is what a case before
 * has, too. A teaser is made of the
 * facts that name the source first, which are in English and so given to sources in English alone.
 *
 * Usage: node scripts/measure-stories.ts [FOLDER]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { profileCases } from '../src/claims/case-profiles.ts';
import { loadLexicon } from '../src/lexicon/lexicon.ts';
import { createJudge } from '../src/news/relevance/create-judge.ts';
import { createPlaceReport } from '../src/news/story/create-place-report.ts';
import { joinStory } from '../src/news/story/join-story.ts';
import { type ReportItem, STORY_WINDOW_DAYS } from '../src/news/story/place-report.ts';
import type { Story } from '../src/news/story.ts';

interface Labelled {
  readonly event: string;
  readonly item: ReportItem;
}

const DAY_MS = 86_400_000;
const lexicon = loadLexicon();
// No case is known: the events are news.
const judge = createJudge({ lexicon, profiles: profileCases([], lexicon) });
const wordy = process.env.VERBOSE !== undefined;

function labelled(event: string, n: number, given: Partial<ReportItem> & { publishedAt: string }): Labelled {
  const item: ReportItem = {
    feedId: 'f',
    itemKey: `${event}/${n}`,
    scope: 'global',
    title: '',
    teaser: '',
    text: null,
    lang: 'en',
    url: null,
    publisher: null,
    authority: null,
    seenAt: given.publishedAt,
    ...given,
  };
  return { event, item };
}

function measure(name: string, all: readonly Labelled[]): void {
  for (const withTeasers of [false, true]) {
    const place = createPlaceReport({ lexicon });
    const stories = new Map<string, Story>();
    const put: { event: string; story: string }[] = [];
    const ordered = [...all].sort((a, b) => a.item.seenAt.localeCompare(b.item.seenAt));
    for (const { event, item: whole } of ordered) {
      const item = withTeasers ? whole : { ...whole, teaser: '' };
      const now = new Date(item.seenAt);
      const recent = [...stories.values()].filter(
        ({ updatedAt }) => now.getTime() - Date.parse(updatedAt) < STORY_WINDOW_DAYS * DAY_MS,
      );
      const judgement = judge(item);
      const placement = place(item, judgement, recent);
      const story = joinStory(
        placement.storyId === null ? null : (stories.get(placement.storyId) ?? null),
        { item, judgement, placement },
        { now, newId: () => `${stories.size + 1}` },
      );
      stories.set(story.id, story);
      put.push({ event, story: story.id });
      if (!wordy) continue;
      const first = story.reports[0];
      const right =
        put.find((other) => other.event === event)?.story === story.id &&
        (placement.storyId === null || put.find((other) => other.story === story.id)?.event === event);
      if (!right)
        console.log(
          `${withTeasers ? 'T' : 't'} ${event} ${item.title.slice(0, 70)} | ${placement.score.toFixed(2)} ${placement.storyId === null ? 'opened; nearest' : `joined «${first?.title.slice(0, 60)}»`} ${placement.reasons.join(', ')}`,
        );
    }
    let [both, together, belong] = [0, 0, 0];
    for (const [i, a] of put.entries())
      for (const b of put.slice(0, i)) {
        if (a.story === b.story) together += 1;
        if (a.event === b.event) belong += 1;
        if (a.story === b.story && a.event === b.event) both += 1;
      }
    const [p, r] = [both / together, both / belong];
    const langs = new Set(all.map(({ item }) => item.lang)).size;
    console.log(
      `${name}, ${withTeasers ? 'with teasers' : 'titles alone'}: precision ${p.toFixed(3)}, recall ${r.toFixed(3)}, ` +
        `F1 ${((2 * p * r) / (p + r)).toFixed(3)} (${all.length} reports, ${new Set(all.map(({ event }) => event)).size} events, ${langs} languages, ${belong} pairs)`,
    );
  }
}

interface OwnStory {
  readonly story: string;
  readonly held: boolean;
  /** `near`: events of one pair of countries, or one group, within days; left out for the first set. */
  readonly set?: 'near';
  readonly items: readonly (Partial<ReportItem> & { publishedAt: string })[];
}
const own = JSON.parse(
  readFileSync(new URL('../tests/fixtures/news-stories.json', import.meta.url), 'utf8'),
) as OwnStory[];
const reportsOf = (stories: readonly OwnStory[]) =>
  stories.flatMap(({ story, items }) => items.map((item, n) => labelled(story, n, item)));
const first = own.filter(({ set }) => set === undefined);
const near = own.filter(({ set }) => set === 'near');
measure('own set, open part', reportsOf(first.filter(({ held }) => !held)));
measure('near events, open part', reportsOf(near.filter(({ held }) => !held)));
if (process.env.HELD !== undefined) {
  measure('own set, held part', reportsOf(first.filter(({ held }) => held)));
  measure('own set, all', reportsOf(first));
  measure('near events, held part', reportsOf(near.filter(({ held }) => held)));
  measure('near events, all', reportsOf(near));
}

interface CaseYaml {
  readonly sources: readonly {
    id: string;
    title: string;
    publisher?: string;
    date?: string;
    url?: string;
    lang: string;
  }[];
  readonly facts: readonly string[];
}
const [folder] = process.argv.slice(2);
if (folder !== undefined) {
  const all: Labelled[] = [];
  const addresses = new Set<string>();
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()) {
    const { sources, facts } = parse(readFileSync(join(folder, file), 'utf8')) as CaseYaml;
    const dated = sources
      .filter(({ date }) => /^\d{4}-\d{2}-\d{2}$/.test(String(date)))
      .sort((a, b) => String(a.date).localeCompare(String(b.date)));
    let [event, last] = [0, 0];
    for (const [n, { id, title, publisher, date, url, lang }] of dated.entries()) {
      const at = Date.parse(String(date));
      if (at - last > 7 * DAY_MS) event += 1;
      last = at;
      if (url !== undefined && addresses.has(url)) continue;
      addresses.add(url ?? '');
      // The facts are in English.
      const teaser = (lang === 'en' ? facts : [])
        .filter((fact) => new RegExp(String.raw`\(${id}(?:,|\))`).test(fact))
        .map((fact) => fact.replace(/ \([s\d, ]+\)$/, ''))
        .join(' ');
      all.push(
        labelled(`${file}#${event}`, n, {
          title,
          teaser,
          lang,
          url: url ?? null,
          publisher: publisher ?? null,
          publishedAt: new Date(at).toISOString(),
        }),
      );
    }
  }
  measure('titles of the cases', all);
}
