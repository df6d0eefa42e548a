/** What tells a case from the others: whom it names, who accuses whom, when, and the words of its titles. */
import type { CaseRecord } from '../core/case-record.ts';
import { isName } from '../lexicon/concept.ts';
import type { Analysis, Lexicon } from '../lexicon/lexicon.ts';
import { countryOf } from './parties.ts';

export interface CaseProfile {
  readonly record: CaseRecord;
  /** Named concepts that are no countries: groups, bodies, victims, malware. */
  readonly names: ReadonlySet<string>;
  /** Countries of titles and victims. */
  readonly countries: ReadonlySet<string>;
  /** `CZ>CN`: who accuses whom. */
  readonly pairs: ReadonlySet<string>;
  readonly accused: ReadonlySet<string>;
  /** Stems of titles and victims. */
  readonly words: ReadonlySet<string>;
  /** Event dates of the claims. */
  readonly dates: readonly string[];
}

export interface CaseProfiles {
  readonly all: readonly CaseProfile[];
  /** How telling a name or a word is, 0 to 1: what many cases share tells little. */
  nameWeight(id: string): number;
  wordWeight(stem: string): number;
  /** The same of who accuses whom. */
  pairWeight(pair: string): number;
}

export function profileCases(records: readonly CaseRecord[], lexicon: Lexicon): CaseProfiles {
  const all = records.map((record) => profileOf(record, lexicon));
  const names = frequencies(all.map((profile) => profile.names));
  const pairs = frequencies(all.map((profile) => profile.pairs));
  const words = frequencies(all.map((profile) => profile.words));
  const weight = (count: number): number =>
    1 - Math.log(Math.max(1, count)) / Math.log(Math.max(2, all.length));
  return {
    all,
    nameWeight: (id) => weight(names.get(id) ?? 1),
    pairWeight: (pair) => weight(pairs.get(pair) ?? 1),
    wordWeight: (stem) => weight(words.get(stem) ?? 1),
  };
}

function profileOf(record: CaseRecord, lexicon: Lexicon): CaseProfile {
  const names = new Set<string>();
  const countries = new Set<string>();
  const words = new Set<string>();
  const { fr, en, zh = '' } = record.title;
  const described = [
    lexicon.analyze(fr, 'fr'),
    lexicon.analyze(en, 'en'),
    lexicon.analyze(zh, 'zh'),
    ...record.victims.flatMap((victim) => [lexicon.analyze(victim, 'en'), lexicon.analyze(victim, 'fr')]),
  ];
  for (const analysis of described) {
    for (const id of namesIn(analysis, lexicon)) names.add(id);
    for (const country of countriesIn(analysis, lexicon)) countries.add(country);
    for (const stem of wordsIn(analysis)) words.add(stem);
  }
  const pairs = new Set<string>();
  const accused = new Set<string>();
  for (const { kind, speakerCountry, against } of record.claims) {
    for (const name of [against?.actor ?? '', ...(against?.aliases ?? [])])
      for (const id of namesIn(lexicon.analyze(name, 'en'), lexicon)) names.add(id);
    if (kind !== 'accusation' || against?.state == null) continue;
    accused.add(against.state);
    if (speakerCountry !== null) pairs.add(`${speakerCountry}>${against.state}`);
  }
  const dates = record.claims.flatMap(({ eventDate }) => eventDate ?? []);
  return { record, names, countries, pairs, accused, words, dates };
}

/** Named concepts of a text that stand for no country: a capital does, a town that was attacked does not. */
export function namesIn({ concepts }: Analysis, lexicon: Lexicon): string[] {
  return concepts.flatMap(({ concept, inner }) =>
    !inner &&
    isName(concept) &&
    concept.kind !== 'country' &&
    lexicon.countryOfCapital(concept.id) === undefined
      ? concept.id
      : [],
  );
}

function countriesIn({ concepts }: Analysis, lexicon: Lexicon): string[] {
  return concepts.flatMap(({ concept }) => countryOf(concept, lexicon) ?? []);
}

export function wordsIn({ tokens }: Analysis): string[] {
  return tokens.flatMap(({ stop, stem }) => (stop || stem.length < 2 ? [] : stem));
}

function frequencies(sets: readonly ReadonlySet<string>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const set of sets) for (const item of set) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
