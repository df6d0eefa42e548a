/** What a report is compared by: whom and what it names, who speaks and who is accused, its numbers, its words. */
import { countryOf } from '../../claims/parties.ts';
import { isName } from '../../lexicon/concept.ts';
import type { Analysis, Lexicon } from '../../lexicon/lexicon.ts';
import type { Judgement } from '../judgement.ts';
import { canonicalAddress } from './canonical-address.ts';
import { type Parties, partiesOf } from './parties.ts';
import type { ReportItem } from './place-report.ts';
import { type ReportTargets, readTargets } from './report-targets.ts';

export interface ReportSigns {
  readonly lang: string;
  /**
   * How much each sign stands out in the report, 0 to 1.5, before its rarity. `c:` concepts, `k:` countries and `p:` pairs of them, `n:` names
   * and `#:` numbers mean the same in every language; `w:` words are of the report's own.
   */
  readonly signs: ReadonlyMap<string, number>;
  readonly parties: Parties;
  readonly targets: ReportTargets;
  readonly caseId: string | null;
  readonly address: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Title and the beginning of the text; what comes later in an article is background, of other affairs in part. UTF-16 code units. */
const READ_CHARS = 600;
/** What stands below the title counts less. */
const BELOW_TITLE = 0.3;
/** Names tell events apart, kinds of things only in part. */
const NAME_WEIGHT = 1.5;
const NUMBER_WEIGHT = 1.2;
const COUNTRY_WEIGHT = 0.8;
/** Two countries in one report: within days, that is rarely about two events. */
const PAIR_WEIGHT = 1.3;
/** More countries than that are a list, not two sides. */
const MOST_COUNTRIES = 4;
/** «Two», "May": in texts of all kinds. */
const VAGUE_WEIGHT = 0.4;
/** A case counts where the judgement is sure of it. */
const CASE_FROM = 0.5;

export function readSigns(item: ReportItem, judgement: Judgement, lexicon: Lexicon): ReportSigns {
  const signs = new Map<string, number>();
  const add = (sign: string, weight: number) => signs.set(sign, Math.max(weight, signs.get(sign) ?? 0));
  const below = (item.teaser === '' ? (item.text ?? '') : item.teaser).slice(0, READ_CHARS);
  const title = lexicon.analyze(item.title, item.lang);
  const rest = below === '' ? null : lexicon.analyze(below, item.lang);
  addSigns(title, lexicon, add, 1);
  if (rest !== null) addSigns(rest, lexicon, add, BELOW_TITLE);
  for (const actor of judgement.actors) add(`c:${actor}`, NAME_WEIGHT);
  for (const pair of pairsOf(signs)) add(`p:${pair}`, PAIR_WEIGHT);
  const [best] = judgement.cases;
  const published = Date.parse(item.publishedAt ?? '');
  const seen = Date.parse(item.seenAt);
  return {
    lang: item.lang,
    signs,
    parties: partiesOf(judgement),
    targets: readTargets(title, rest, judgement, lexicon),
    caseId: best !== undefined && best.score >= CASE_FROM ? best.id : null,
    address: canonicalAddress(item.url),
    // A date in the future is a mistake or a trick.
    at: Number.isNaN(published) || published > seen ? seen : published,
  };
}

function addSigns(
  { tokens, concepts }: Analysis,
  lexicon: Lexicon,
  add: (sign: string, weight: number) => void,
  weight: number,
): void {
  const taken = new Set<number>();
  // A group and what it is counted under may bear one name.
  const actors = new Set(concepts.flatMap(({ concept, start }) => (concept.kind === 'actor' ? start : [])));
  for (const { concept, tokens: own, inner, start, end } of concepts) {
    const country = countryOf(concept, lexicon);
    if (country !== null) add(`k:${country}`, weight * COUNTRY_WEIGHT);
    for (const index of own) taken.add(index);
    if (own.length === 0)
      for (const [i, token] of tokens.entries()) if (token.start >= start && token.end <= end) taken.add(i);
    if (inner || concept.kind === 'country' || lexicon.countryOfCapital(concept.id) !== undefined) continue;
    if (concept.kind !== 'actor' && actors.has(start)) continue;
    const vague = /^(?:number|month|weekday):/u.test(concept.id);
    add(`c:${concept.id}`, weight * (isName(concept) ? NAME_WEIGHT : vague ? VAGUE_WEIGHT : 1));
  }
  for (const [i, token] of tokens.entries()) {
    if (token.numeric && token.folded.length > 1 && !isYear(token.folded))
      add(`#:${token.folded}`, weight * NUMBER_WEIGHT);
    if (taken.has(i) || token.stop || token.numeric || token.stem.length < 2) continue;
    add(`w:${token.stem}`, weight);
    if (token.capitalized && token.folded.length > 2) add(`n:${token.folded}`, weight * NAME_WEIGHT);
  }
}

/** `CN-CZ`: the countries of a report by twos. */
function pairsOf(signs: ReadonlyMap<string, number>): string[] {
  const countries = [...signs.keys()].flatMap((sign) => (sign.startsWith('k:') ? sign.slice(2) : [])).sort();
  if (countries.length > MOST_COUNTRIES) return [];
  return countries.flatMap((a, i) => countries.slice(i + 1).map((b) => `${a}-${b}`));
}

/** Every report names one, and most the same. */
function isYear(digits: string): boolean {
  return /^(?:19|20)\d{2}$/.test(digits);
}
