/** What a search is narrowed to, from what a person writes: dates, names of actors and countries, codes. */
import { loadAnswering } from './app-answering.ts';
import type { Config } from './config.ts';
import { OperatorError } from './core/errors.ts';
import type { RetrievalFilter } from './core/retrieval.ts';
import { EUROPEAN_UNION } from './lexicon/state-concept.ts';

/** As they stand on the command line, each as often as it was given. */
export interface FilterWords {
  readonly langs?: readonly string[] | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly publishers?: readonly string[] | undefined;
  readonly cases?: readonly string[] | undefined;
  readonly actors?: readonly string[] | undefined;
  readonly countries?: readonly string[] | undefined;
}

const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/**
 * The filter; undefined when nothing is narrowed.
 *
 * @throws OperatorError (exit code 2) for a date that is none, and for an actor or a country that nobody knows.
 */
export async function searchFilter(config: Config, words: FilterWords): Promise<RetrievalFilter | undefined> {
  const filter: RetrievalFilter = {
    ...given(
      'langs',
      words.langs?.map((lang) => lang.toLowerCase()),
    ),
    ...(words.from === undefined ? {} : { publishedFrom: readDate('--from', words.from) }),
    ...(words.to === undefined ? {} : { publishedTo: readDate('--to', words.to) }),
    ...given('publishers', words.publishers),
    ...given('caseIds', words.cases),
    ...given('actors', await conceptsNamed(config, 'actor', words.actors)),
    ...given('countries', await countriesNamed(config, words.countries)),
  };
  return Object.keys(filter).length === 0 ? undefined : filter;
}

function given<K extends keyof RetrievalFilter>(key: K, values: readonly string[] | undefined) {
  return values === undefined || values.length === 0 ? {} : { [key]: values };
}

function readDate(option: string, value: string): string {
  if (!DATE.test(value))
    throw new OperatorError(`${option} ${value} is no date: write 2025, 2025-05 or 2025-05-28`, {
      exitCode: 2,
    });
  return value;
}

async function countriesNamed(config: Config, names: readonly string[] | undefined) {
  const codes = names?.filter((name) => /^[a-z]{2}$/i.test(name)) ?? [];
  const others = names?.filter((name) => !codes.includes(name));
  const concepts = await conceptsNamed(config, 'country', others);
  return [
    ...codes,
    ...(concepts ?? []).map((id) =>
      id === EUROPEAN_UNION ? 'EU' : id.replace('country:', '').toUpperCase(),
    ),
  ];
}

/** The ids of the concepts that the names stand for, under any alias and in any of the languages. */
async function conceptsNamed(
  config: Config,
  kind: 'actor' | 'country',
  names: readonly string[] | undefined,
): Promise<string[] | undefined> {
  if (names === undefined || names.length === 0) return undefined;
  const { lexicon } = await loadAnswering(config.dataDir);
  return names.flatMap((name) => {
    const found = ['fr', 'en', 'zh']
      .flatMap((lang) => lexicon.analyze(name, lang).concepts)
      .map(({ concept }) => concept)
      .filter((concept) => concept.kind === kind || (kind === 'country' && concept.id === EUROPEAN_UNION));
    if (found.length > 0) return [...new Set(found.map(({ id }) => id))];
    throw new OperatorError(
      `--${kind} ${name} is no ${kind} that Casebook knows: try another spelling of it`,
      {
        exitCode: 2,
      },
    );
  });
}
