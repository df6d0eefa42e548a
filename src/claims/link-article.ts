/** Finds the case that an article belongs to, or says that it may be a new one. In doubt it only proposes. */
import type { Claim } from '../core/case-record.ts';
import type { SourceText } from '../core/retrieval.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { type CaseProfile, type CaseProfiles, namesIn, wordsIn } from './case-profiles.ts';
import type { FoundLink } from './found-link.ts';
import { suggestCase } from './suggest-case.ts';

/** What each sign can add; together 1. Set on the shipped cases that are there to develop on. */
const WEIGHTS = { names: 0.4, parties: 0.25, dates: 0.2, words: 0.15 } as const;
/** From here on an article is linked by itself, if it also leads the next case by the margin. */
const LINK_FROM = 0.55;
const MARGIN = 0.12;
/** Below it a case is not even proposed. */
const PROPOSE_FROM = 0.42;
/** Proposals for one article; more would be a list to search through. */
const MAX_PROPOSED = 3;
const DAY_MS = 86_400_000;

/** @returns links to existing cases, best first, or one proposal of a new case (`new:<id>`), or nothing. */
export function linkArticle(
  { source, text }: Pick<SourceText, 'source' | 'text'>,
  claims: readonly Claim[],
  profiles: CaseProfiles,
  lexicon: Lexicon,
): FoundLink[] {
  const title = lexicon.analyze(source.title, source.lang);
  const body = lexicon.analyze(text, source.textLang);
  const article: ArticleSigns = {
    names: mentions([...namesIn(title, lexicon), ...namesIn(title, lexicon), ...namesIn(body, lexicon)]),
    words: new Set([...wordsIn(title), ...wordsIn(body)]),
    claims,
    dates: [source.publishedAt, ...claims.map(({ eventDate }) => eventDate)].filter((date) => date !== null),
  };
  const scored = profiles.all
    .map((profile) => score(article, profile, profiles, lexicon))
    .sort((a, b) => b.score - a.score || a.caseId.localeCompare(b.caseId));
  const [best, next] = scored;
  if (best?.sure && best.score >= LINK_FROM && best.score - (next?.score ?? 0) >= MARGIN)
    return [found(best, 'linked')];
  const proposed = scored.filter((one) => one.score >= PROPOSE_FROM).slice(0, MAX_PROPOSED);
  if (proposed.length > 0) return proposed.map((one) => found(one, 'proposed'));
  const suggestion = suggestCase(source, claims);
  return suggestion === null ? [] : [{ ...suggestion, score: round(1 - (best?.score ?? 0)) }];
}

interface ArticleSigns {
  /** How often each named concept stands in it. */
  readonly names: ReadonlyMap<string, number>;
  readonly words: ReadonlySet<string>;
  readonly claims: readonly Claim[];
  readonly dates: readonly string[];
}

interface Scored {
  readonly caseId: string;
  readonly score: number;
  /** False where only states and dates speak for it: two states accuse each other of many things. */
  readonly sure: boolean;
  readonly reasons: readonly string[];
}

function score(
  article: ArticleSigns,
  profile: CaseProfile,
  profiles: CaseProfiles,
  lexicon: Lexicon,
): Scored {
  const reasons: string[] = [];
  const shared = [...profile.names].filter((id) => article.names.has(id));
  let without = 1;
  for (const id of shared) {
    const often = Math.min(1, 0.5 + 0.25 * ((article.names.get(id) ?? 1) - 1));
    without *= 1 - 0.8 * often * profiles.nameWeight(id) ** 2;
  }
  if (shared.length > 0) {
    // A group and what it is counted under may bear one name.
    const labels = new Set(shared.map((id) => lexicon.concept(id)?.labels.en[0] ?? id));
    reasons.push(`both name ${[...labels].slice(0, 4).join(', ')}`);
  }
  const parties = partyScore(article.claims, profile, profiles, reasons);
  const dates = dateScore(article.dates, profile.dates, reasons);
  const words = wordScore(article.words, profile, profiles);
  const total =
    WEIGHTS.names * (1 - without) + WEIGHTS.parties * parties + WEIGHTS.dates * dates + WEIGHTS.words * words;
  return {
    caseId: profile.record.id,
    score: round(total),
    sure: 1 - without >= 0.35 || words >= 0.6,
    reasons,
  };
}

function partyScore(
  claims: readonly Claim[],
  { pairs, accused }: CaseProfile,
  profiles: CaseProfiles,
  reasons: string[],
): number {
  const accusing = claims.filter(({ kind, against }) => kind === 'accusation' && against?.state != null);
  const [pair] = accusing
    .map(({ speakerCountry, against }) => `${speakerCountry}>${against?.state}`)
    .filter((one) => pairs.has(one))
    .sort((a, b) => profiles.pairWeight(b) - profiles.pairWeight(a));
  if (pair !== undefined) {
    reasons.push(`in both ${pair.replace('>', ' accuses ')}`);
    return 0.4 + 0.6 * profiles.pairWeight(pair) ** 2;
  }
  if (accusing.some(({ against }) => accused.has(against?.state ?? ''))) {
    reasons.push('the same state is accused');
    return 0.3;
  }
  const replying = claims.some(
    ({ kind, speakerCountry }) => kind === 'denial' && accused.has(speakerCountry ?? ''),
  );
  if (replying) reasons.push('the accused state denies in it');
  return replying ? 0.3 : 0;
}

/** 1 within a month of something that was said or done in the case, less up to two years; unknown is in between. */
function dateScore(article: readonly string[], known: readonly string[], reasons: string[]): number {
  if (article.length === 0 || known.length === 0) return 0.4;
  // A year alone fits many cases.
  const exact = known.filter((date) => date.length > 4);
  const days = Math.min(
    ...article.flatMap((a) =>
      (a.length === 4 ? known : exact).map((b) => distance(a, b) + (a.length === 4 ? 100 : 0)),
    ),
  );
  if (days <= 31) reasons.push('dated within a month of the case');
  return days <= 31 ? 1 : days <= 180 ? 0.6 : days <= 730 ? 0.3 : 0;
}

/** Days between the spans that two dates of year, month or day precision stand for. */
function distance(a: string, b: string): number {
  const [fromA, toA] = span(a);
  const [fromB, toB] = span(b);
  return Math.max(0, fromA - toB, fromB - toA) / DAY_MS;
}

function span(date: string): [number, number] {
  const from = Date.parse(date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date);
  return [from, from + (date.length === 4 ? 364 : date.length === 7 ? 30 : 0) * DAY_MS];
}

/** The share of the title's telling words that the article has, in any of its languages. */
function wordScore(
  words: ReadonlySet<string>,
  { record, words: own }: CaseProfile,
  profiles: CaseProfiles,
): number {
  let all = 0;
  let has = 0;
  for (const stem of own) {
    const weight = profiles.wordWeight(stem) ** 2;
    all += weight;
    if (words.has(stem)) has += weight;
  }
  // Titles stand in several languages and an article in one: a third of the words is all that it can have.
  const languages = record.title.zh === undefined ? 2 : 3;
  return all === 0 ? 0 : Math.min(1, (has / all) * languages);
}

function mentions(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

function found({ caseId, score: value, reasons }: Scored, status: FoundLink['status']): FoundLink {
  return { caseId, status, score: value, reason: reasons.join('; ') || 'words of the title' };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
