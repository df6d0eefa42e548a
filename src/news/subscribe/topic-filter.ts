/** A topic as a filter: the actors and countries that its words name, and the other words by stem. */
import type { AnswerLang } from '../../core/answer.ts';
import type { NewsFilter } from '../../core/news-filter.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { EUROPEAN_UNION } from '../../lexicon/state-concept.ts';
import { tokenize } from '../../lexicon/tokenize.ts';
import { joined } from './join-filters.ts';

/** What joins the words of a topic and is no part of it. */
const JOINING = new Set(['against', 'about', 'on', 'contre', 'sur', 'vs', 'versus', '对', '针对', '关于']);
const HAN = /\p{Script=Han}/u;

interface Named {
  readonly start: number;
  readonly end: number;
  readonly filter: NewsFilter;
}

/**
 * All of it must be had. Quotation marks keep words together.
 *
 * @param lang of whoever wrote the words: its function words say nothing.
 * @returns null when the words name nothing that could be looked for.
 */
export function topicFilter(words: string, lang: AnswerLang, lexicon: Lexicon): NewsFilter | null {
  const parts: NewsFilter[] = [];
  const loose = words.replace(/["“«「]([^"”»」]*)["”»」]/gu, (_, phrase: string) => {
    const named = findNamed(phrase, lexicon);
    const whole = named.find(({ start, end }) => phrase.slice(start, end).trim() === phrase.trim());
    if (whole !== undefined) parts.push(whole.filter);
    else if (/[\p{L}\p{N}]/u.test(phrase)) parts.push({ word: phrase.replace(/\s+/g, ' ').trim() });
    return ' ';
  });
  const named = findNamed(loose, lexicon);
  parts.push(...named.map(({ filter }) => filter));
  for (const { text, folded, start, end, stop } of tokenize(loose, HAN.test(loose) ? 'zh' : lang)) {
    if (stop || JOINING.has(folded) || named.some((name) => start < name.end && end > name.start)) continue;
    parts.push({ word: text });
  }
  const once = new Map(parts.map((part) => [JSON.stringify(part), part]));
  return once.size === 0 ? null : joined('all', [...once.values()]);
}

/** Actors and countries, whatever the language they are named in; the longest where names overlap. */
function findNamed(text: string, lexicon: Lexicon): Named[] {
  const found = (['fr', 'en', 'zh'] as const).flatMap((lang) =>
    lexicon.analyze(text, lang).concepts.flatMap(({ concept, start, end }): Named[] => {
      if (concept.kind === 'actor') return [{ start, end, filter: { actor: concept.id } }];
      const code = concept.id === EUROPEAN_UNION ? 'EU' : /^country:([a-z]{2})$/.exec(concept.id)?.[1];
      return code === undefined ? [] : [{ start, end, filter: { country: code.toUpperCase() } }];
    }),
  );
  const kept: Named[] = [];
  for (const name of found.sort((a, b) => b.end - b.start - (a.end - a.start)))
    if (kept.every(({ start, end }) => name.end <= start || name.start >= end)) kept.push(name);
  return kept.sort((a, b) => a.start - b.start);
}
