/** Which actors and states a case is about, as concepts that are the same under every name. */
import { LRUCache } from 'lru-cache';
import type { CaseRecord } from '../core/case-record.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { EUROPEAN_UNION, stateConcept } from '../lexicon/state-concept.ts';

export interface CaseConcepts {
  /** Actors and countries that a text names: `actor:apt31`, `country:cn`. */
  ofText(text: string): Set<string>;
  /** Actors that the case's accusers name, with the broader groups that they belong to. */
  actors(record: CaseRecord): Set<string>;
  /** States that are accused, that speak, or whose bodies do. */
  states(record: CaseRecord): Set<string>;
}

/** Names change with the corpus only; analyzing one takes a fraction of a millisecond. */
const MAX_NAMES = 5_000;

export function createCaseConcepts(lexicon: Lexicon): CaseConcepts {
  const known = new LRUCache<string, ReadonlySet<string>>({ max: MAX_NAMES });

  function conceptsOf(text: string): ReadonlySet<string> {
    const cached = known.get(text);
    if (cached !== undefined) return cached;
    const ids = new Set<string>();
    for (const lang of ['fr', 'en', 'zh'])
      for (const { concept } of lexicon.analyze(text, lang).concepts)
        ids.add(lexicon.countryOfCapital(concept.id) ?? concept.id);
    known.set(text, ids);
    return ids;
  }
  const startingWith = (ids: Iterable<string>, prefix: string) =>
    [...ids].filter((id) => id.startsWith(prefix));

  return {
    ofText: (text) => {
      const ids = conceptsOf(text);
      const union = ids.has(EUROPEAN_UNION) ? [EUROPEAN_UNION] : [];
      return new Set([...startingWith(ids, 'actor:'), ...startingWith(ids, 'country:'), ...union]);
    },
    actors({ claims }) {
      const names = claims.flatMap(({ against }) => [against?.actor ?? '', ...(against?.aliases ?? [])]);
      return new Set(
        names.filter((name) => name !== '').flatMap((name) => startingWith(conceptsOf(name), 'actor:')),
      );
    },
    states({ claims }) {
      const codes = claims.flatMap(({ against, speakerCountry }) => [
        against?.state ?? '',
        speakerCountry ?? '',
      ]);
      return new Set(codes.filter((code) => code !== '').map((code) => stateConcept(code)));
    },
  };
}
