/** From hits to the stories they belong to: whole articles, and cases with all their sources. */
import type { CaseRecord } from '../core/case-record.ts';
import type { Hit, SourceReader, SourceText } from '../core/retrieval.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { stateConcept } from '../lexicon/state-concept.ts';
import { type ReadText, readText, type Vocabulary, vocabularyOf } from '../reading/read-text.ts';
import { calledAsRecorded, recordedClaims } from './recorded-claims.ts';
import { recordedReplies } from './recorded-replies.ts';
import type { Story } from './story.ts';
import { yearsOf } from './years.ts';

/** Stories that are read closely; beyond these a hit is too far off to hold the answer. */
const MOST_STORIES = 8;
/** Read texts that are kept between questions. */
const CACHE_SIZE = 500;

type OfRecord = Omit<Story, 'rank'>;

interface Found {
  /** None of an article that belongs to no case. */
  readonly record?: CaseRecord;
  readonly sources: readonly SourceText[];
}

export interface Gathered {
  readonly stories: readonly Story[];
  /** Every source of the stories, by id. */
  readonly texts: ReadonlyMap<string, SourceText>;
  readonly cases: readonly CaseRecord[];
}

/** Reads the stories behind hits, and keeps what it has read while the stored text stays the same. */
export class StoryReader {
  readonly #reader: SourceReader;
  readonly #lexicon: Lexicon;
  readonly #cache = new Map<string, ReadText>();
  readonly #records = new Map<string, OfRecord>();

  constructor(reader: SourceReader, lexicon: Lexicon) {
    this.#reader = reader;
    this.#lexicon = lexicon;
  }

  /** The stories of the hits, the best hit's first, with the sources that the scope may see. */
  async gather(hits: readonly Hit[], scope = 'global'): Promise<Gathered> {
    const keys = [...new Set(hits.map(({ source }) => source.caseIds[0] ?? `source ${source.id}`))];
    const stories: Story[] = [];
    const cases: CaseRecord[] = [];
    const texts = new Map<string, SourceText>();
    // All asked for at once: one after the other they wait their turn with the index each.
    const found = await Promise.all(keys.slice(0, MOST_STORIES).map((key) => this.#read(key)));
    for (const [rank, { record, sources: all }] of found.entries()) {
      const sources = all.filter(({ source }) => source.scope === 'global' || source.scope === scope);
      if (record !== undefined) cases.push(record);
      for (const text of sources) texts.set(text.source.id, text);
      const read = sources.map((text) => this.#readOnce(text));
      stories.push({ rank, ...(record === undefined ? ofArticle(read) : this.#recordOnce(record, read)) });
    }
    return { stories, texts, cases };
  }

  /** What the record tells of the case, kept while its sources stay the same. */
  #recordOnce(record: CaseRecord, read: readonly ReadText[]): OfRecord {
    const key = JSON.stringify([record.id, read.map(({ source }) => [source.id, source.contentHash])]);
    const known = this.#records.get(key);
    if (known !== undefined) return known;
    const texts = calledAsRecorded(record, read, this.#lexicon);
    const ofRecord: OfRecord = {
      texts,
      record,
      topic: this.#topic(record),
      accused: this.#accused(record),
      claims: recordedClaims(record, texts, this.#lexicon),
      replies: recordedReplies(record, texts, this.#lexicon),
      years: yearsOf(texts, record),
    };
    keep(this.#records, key, ofRecord);
    return ofRecord;
  }

  async #read(key: string): Promise<Found> {
    if (key.startsWith('source '))
      return { sources: await this.#reader.readSources([key.slice('source '.length)]) };
    return (await this.#reader.readCase(key)) ?? { sources: [] };
  }

  /** Words of the titles, the victims, and everyone accused under every name that the accusers use. */
  #topic({ title, victims, claims }: CaseRecord): Vocabulary {
    const accused = claims.flatMap(({ against }) => [against?.actor ?? '', ...(against?.aliases ?? [])]);
    const inEach = [
      [title.fr, 'fr'],
      [title.en, 'en'],
      [title.zh ?? '', 'zh'],
    ] as const;
    const analyses = inEach.map(([text, lang]) => this.#lexicon.analyze(text, lang));
    for (const name of new Set([...victims, ...accused]))
      for (const lang of ['fr', 'en']) analyses.push(this.#lexicon.analyze(name, lang));
    return vocabularyOf(analyses, this.#lexicon);
  }

  /** Actors under every name that the accusers use, and states. */
  #accused({ claims }: CaseRecord): Vocabulary {
    const names = new Set<string>();
    const states = new Set<string>();
    for (const { against } of claims) {
      if (against === null) continue;
      for (const name of [against.actor ?? '', ...against.aliases]) names.add(name);
      if (against.state !== null) states.add(stateConcept(against.state));
    }
    const analyses = [...names].flatMap((name) =>
      ['fr', 'en'].map((lang) => this.#lexicon.analyze(name, lang)),
    );
    const named = vocabularyOf(analyses, this.#lexicon);
    return {
      ...named,
      concepts: new Set([...named.concepts, ...states]),
      general: new Set([...named.general, ...states]),
    };
  }

  #readOnce(text: SourceText): ReadText {
    const key = `${text.source.id} ${text.source.contentHash}`;
    const known = this.#cache.get(key);
    if (known !== undefined) return known;
    const read = readText(text, this.#lexicon);
    keep(this.#cache, key, read);
    return read;
  }
}

function ofArticle(texts: readonly ReadText[]): OfRecord {
  return {
    texts,
    record: null,
    topic: null,
    accused: null,
    claims: [],
    replies: [],
    years: yearsOf(texts, null),
  };
}

/** Keeps what was read last, and forgets the oldest. */
function keep<T>(cache: Map<string, T>, key: string, value: T): void {
  if (cache.size >= CACHE_SIZE) cache.delete(cache.keys().next().value ?? '');
  cache.set(key, value);
}
