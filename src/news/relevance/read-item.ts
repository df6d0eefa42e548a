/** Reads a news item by rules, and concludes from what was read: what every judgement of it rests on. */
import type { CaseProfiles } from '../../claims/case-profiles.ts';
import { extractClaims } from '../../claims/extract-claims.ts';
import type { ExtractedClaim } from '../../claims/extracted-claim.ts';
import { linkArticle } from '../../claims/link-article.ts';
import type { SourceText } from '../../core/retrieval.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Judgement, JudgementReason, NewsText } from '../judgement.ts';
import { findRoles } from './find-roles.ts';
import { itemSource } from './item-source.ts';
import { newsKinds } from './news-kinds.ts';
import { readPart } from './read-part.ts';
import type { HeadlineSigns } from './signs.ts';
import { ENGLISH_SIGNS } from './signs-en.ts';
import { FRENCH_SIGNS } from './signs-fr.ts';
import { OTHER_SIGNS } from './signs-other.ts';
import { CHINESE_SIGNS } from './signs-zh.ts';
import { type ReadPart, scoreOf, weigh } from './weigh.ts';

export interface JudgeDeps {
  readonly lexicon: Lexicon;
  /** The cases that an item may belong to. */
  readonly profiles: CaseProfiles;
}

export interface ItemReading {
  /** Title and lead. */
  readonly parts: readonly ReadPart[];
  readonly source: SourceText;
  readonly claims: readonly ExtractedClaim[];
  readonly reasons: readonly JudgementReason[];
}

/**
 * From this score on an item is about attribution. Of the labelled items to develop on and 546 passages of ordinary
 * news, those that are not lie below 0.4 but for one.
 */
const RELEVANT_FROM = 0.45;
/** Of a language without a table of its own: names and roots alone are less to go by. */
const OTHER_LANGUAGE = -0.05;
/** What is weighed of a text beside its title, and what claims are read in; UTF-16 code units. */
const LEAD = 700;
const READ_AT_MOST = 20_000;
const SIGNS: ReadonlyMap<string, HeadlineSigns> = new Map([
  ['en', ENGLISH_SIGNS],
  ['fr', FRENCH_SIGNS],
  ['zh', CHINESE_SIGNS],
]);

export function readItem({ lang: stated, ...rest }: NewsText, lexicon: Lexicon): ItemReading {
  // Feeds state languages as they please: «zh-CN», «french», nothing.
  const [primary = ''] = stated.toLowerCase().split(/[-_]/u);
  const item = { ...rest, lang: /^[a-z]{2,3}$/u.test(primary) ? primary : 'und' };
  const own = SIGNS.get(item.lang);
  const parts = [item.title, item.teaser || (item.text ?? '')].map((text): ReadPart => {
    const part = readPart(text.slice(0, LEAD), item.lang, own ?? OTHER_SIGNS, lexicon);
    return { ...part, roles: findRoles(part) };
  });
  const whole = itemSource(item);
  const source = { ...whole, text: whole.text.slice(0, READ_AT_MOST) };
  const claims = extractClaims(source, lexicon);
  const foreign: JudgementReason[] =
    own === undefined ? [{ code: 'other-language', weight: OTHER_LANGUAGE, detail: item.lang }] : [];
  return { parts, source, claims, reasons: [...weigh(parts, claims), ...foreign] };
}

/** @param reasons those of the reading, and what else weighed in; they add up to the score. */
export function conclude(
  { parts, source, claims }: ItemReading,
  reasons: readonly JudgementReason[],
  by: Judgement['by'],
  { lexicon, profiles }: JudgeDeps,
): Judgement {
  const score = scoreOf(reasons);
  const relevant = score >= RELEVANT_FROM;
  const links = relevant ? linkArticle(source, claims, profiles, lexicon) : [];
  return {
    relevant,
    score,
    by,
    kinds: relevant ? newsKinds(parts, claims) : [],
    actors: distinct(parts.flatMap(({ mentions }) => mentions.map(({ actor }) => actor))),
    countries: countriesOf(parts, claims),
    // A proposal waits for a person; a post does not.
    cases: links.flatMap(({ caseId, status, score: value }) =>
      status === 'linked' ? { id: caseId, score: value } : [],
    ),
    claims: relevant ? claims : [],
    reasons,
  };
}

function countriesOf(parts: readonly ReadPart[], claims: readonly ExtractedClaim[]): Judgement['countries'] {
  const inParts = distinct(parts.flatMap(({ roles }) => roles.accused.map(({ country }) => country)));
  const inClaims = distinct(
    claims.filter(({ kind }) => kind === 'accusation').map(({ against }) => against?.state ?? null),
  );
  return {
    speakers: distinct([
      ...parts.flatMap(({ roles }) => roles.speakers.map(({ country }) => country)),
      ...claims.map(({ speakerCountry }) => speakerCountry),
    ]),
    accused: inParts.length > 0 ? inParts : inClaims,
    named: distinct(parts.flatMap(({ mentions }) => mentions.map(({ country }) => country))),
  };
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))];
}
