/** The stories of a digest by country: who accuses and who denies, as amounts that are drawn as bars. */
import type { AnswerLang } from '../../core/answer.ts';
import { countryName } from '../../core/country-name.ts';
import type { ReportSection } from '../../core/report.ts';
import { NEWS_WORDS } from './news-words.ts';
import { claimsOf } from './story-parts.ts';
import type { VisibleReports } from './visible-reports.ts';

/** With fewer stories a picture says no more than the text. */
const FEWEST_STORIES = 3;
const MOST_COUNTRIES = 8;

/** A country counts once a story. @returns nothing where there is too little to compare. */
export function weekBalance(stories: readonly VisibleReports[], lang: AnswerLang): ReportSection[] {
  if (stories.length < FEWEST_STORIES) return [];
  const words = NEWS_WORDS[lang];
  const sides = [
    {
      heading: words.accusationsByCountry,
      tone: 'accusation' as const,
      kinds: ['accusation', 'counter-accusation'],
    },
    { heading: words.denialsByCountry, tone: 'reply' as const, kinds: ['denial'] },
  ];
  return sides.flatMap(({ heading, tone, kinds }) => {
    const counts = new Map<string, number>();
    for (const story of stories) {
      const speakers = claimsOf(story).flatMap(({ kind, speaker }) =>
        kinds.includes(kind) ? (speaker ?? []) : [],
      );
      for (const country of new Set(speakers)) counts.set(country, (counts.get(country) ?? 0) + 1);
    }
    const lines = [...counts]
      .sort(([a, n], [b, m]) => m - n || a.localeCompare(b))
      .slice(0, MOST_COUNTRIES)
      .map(([country, count]) => ({
        date: null,
        label: countryName(country, lang),
        text: words.stories(count),
        lang,
        notes: [],
        citations: [],
        count,
      }));
    return lines.length === 0 ? [] : [{ heading, tone, lines }];
  });
}
