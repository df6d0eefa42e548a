/** Casebook's language knowledge: which concepts a text names, whatever its language. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_CACHE } from '../package-cache.ts';
import { type CompiledLabel, compileLabels } from './compile-labels.ts';
import type { Concept, ConceptKind } from './concept.ts';
import { type ConceptMatch, ConceptMatcher } from './concept-matcher.ts';
import { readCapitals, readCountries } from './countries.ts';
import { fold } from './fold.ts';
import { readActors, readGlossary, readOtherLabels, withOtherLabels } from './glossary.ts';
import { cachedLabels } from './label-cache.ts';
import { type Token, tokenize } from './tokenize.ts';

/** Raise when tokenizing, stemming or matching change, so that indexes are rebuilt. */
const RULES_VERSION = 4;

const data = (name: string): URL => new URL(`data/${name}`, import.meta.url);
const GLOSSARIES = ['glossary-public-affairs.tsv', 'glossary-cyber-and-names.tsv'];
const ACTORS = 'actors.tsv';
const COUNTRIES = 'countries-extra.tsv';
const OTHERS = 'other-languages.tsv';

export interface Analysis {
  readonly text: string;
  readonly lang: string;
  readonly tokens: readonly Token[];
  readonly concepts: readonly ConceptMatch[];
}

export interface Lexicon {
  /** Changes when data or rules change; what was derived under another version must be derived anew. */
  readonly version: string;
  /** Tokens and concepts of a text. */
  analyze(text: string, lang: string): Analysis;
  concept(id: string): Concept | undefined;
  /** All concepts of a kind. */
  concepts(kind: ConceptKind): readonly Concept[];
  /** The ids of the concept's more general ones, nearest first, without itself. */
  broader(id: string): readonly string[];
  /** Whether the glossary has kinds of this concept: «malware» has, «wiper» has none. */
  hasNarrower(id: string): boolean;
  /** The country that a capital stands for in the news («Prague refuse»); undefined for any other concept. */
  countryOfCapital(id: string): string | undefined;
}

/**
 * The lexicon of the tables beside this file, one for the whole thread. Synchronous; the first call takes a second, or a
 * fifth of it with the labels compiled before. They are kept with the installed packages, for every command and data folder
 * alike.
 *
 * @param dataDir where the labels are kept if nothing may be written beside the packages, as in a container.
 */
export function loadLexicon(dataDir?: string): Lexicon {
  loaded ??= readLexicon(dataDir === undefined ? [PACKAGE_CACHE] : [PACKAGE_CACHE, dataDir]);
  return loaded;
}
let loaded: Lexicon | undefined;

/** Reads the tables anew. @param cacheFolders where compiled labels may be kept between runs, the best place first. */
export function readLexicon(cacheFolders: readonly string[]): Lexicon {
  const hash = createHash('sha256').update(String(RULES_VERSION));
  for (const name of [...GLOSSARIES, ACTORS, COUNTRIES, OTHERS]) hash.update(readFileSync(data(name)));
  const countries = readCountries(data(COUNTRIES));
  const own = [
    ...GLOSSARIES.flatMap((name) => readGlossary(data(name))),
    ...readActors(data(ACTORS)),
    ...countries,
  ];
  const concepts = withOtherLabels(own, readOtherLabels(data(OTHERS)));
  // The countries come from a package, whose versions differ.
  const version = hash.update(JSON.stringify(countries)).digest('hex').slice(0, 16);
  const labels = cachedLabels(cacheFolders, ofThisCode(version), () => compileLabels(concepts));
  return createLexicon(concepts, version, readCapitals(), labels);
}

/** Who changes how labels are compiled meets no labels of before, whether or not the rules have another version yet. */
function ofThisCode(version: string): string {
  const hash = createHash('sha256').update(version);
  for (const name of readdirSync(import.meta.dirname).sort())
    if (name.endsWith('.ts')) hash.update(readFileSync(join(import.meta.dirname, name)));
  return hash.digest('hex').slice(0, 16);
}

/** A lexicon over the given concepts; `capitals` gives the country of a capital by its folded English name. */
export function createLexicon(
  concepts: readonly Concept[],
  version: string,
  capitals: ReadonlyMap<string, string> = new Map(),
  labels: readonly CompiledLabel[] = compileLabels(concepts),
): Lexicon {
  const parents = new Set(concepts.flatMap((concept) => concept.broader));
  const metonyms = new Map(
    concepts
      .filter(({ kind }) => kind === 'place')
      .flatMap(({ id, labels }) =>
        labels.en.flatMap((label) => {
          const country = capitals.get(fold(label));
          return country === undefined ? [] : [[id, country] as const];
        }),
      ),
  );
  const byId = new Map(concepts.map((concept) => [concept.id, concept]));
  const matcher = new ConceptMatcher(concepts, labels);
  const ancestors = new Map<string, readonly string[]>();
  const broader = (id: string): readonly string[] => {
    const known = ancestors.get(id);
    if (known !== undefined) return known;
    const all = new Set<string>();
    const queue = [...(byId.get(id)?.broader ?? [])];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      if (next === id || all.has(next)) continue;
      all.add(next);
      queue.push(...(byId.get(next)?.broader ?? []));
    }
    const result = [...all];
    ancestors.set(id, result);
    return result;
  };
  return {
    version,
    analyze(text, lang) {
      const tokens = tokenize(text, lang);
      return { text, lang, tokens, concepts: matcher.match(text, tokens, lang) };
    },
    concept: (id) => byId.get(id),
    concepts: (wanted) => concepts.filter(({ kind }) => kind === wanted),
    broader,
    hasNarrower: (id) => parents.has(id),
    countryOfCapital: (id) => metonyms.get(id),
  };
}
