/**
 * Search in PostgreSQL: what the embedded index finds, in the same order. One search is one transaction that only reads,
 * of five statements: its beginning, counts of terms, what was found, what is shown of it, its end. A misspelled word
 * costs one more.
 */
import type { Hit } from '../../core/retrieval.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import type { Ranked } from '../fuse.ts';
import { planKeywords } from '../keyword-plan.ts';
import type { EmbeddedQuery } from '../neural-ports.ts';
import { type ChosenTerms, type Question, readQuestion } from '../query-terms.ts';
import { rankCandidates, sizeOf } from '../rank-candidates.ts';
import { WEIGHTS } from '../ranking.ts';
import { hasTime } from '../time-boost.ts';
import { EMBEDDED, LEAST_COVERED, NEURAL, type VectorKind, weighCosines } from '../vector-leg.ts';
import { NOTHING_KNOWN, tryTerms } from './choose-known-terms.ts';
import type { IndexDatabase, IndexDb } from './index-database.ts';
import { FEW_VECTORS, widthSettings } from './nearest-passages.ts';
import { narrow } from './passage-narrowing.ts';
import { createPostgresVocabulary } from './postgres-vocabulary.ts';
import { createQuestionEmbedder, type QuestionEmbedder } from './question-embedder.ts';
import { readHits } from './read-hits.ts';
import { type FoundPassage, findPassages } from './search-legs.ts';
import { readMoreCounts, readSearchState, type SearchState } from './search-state.ts';
import type { VectorRelation, VectorSupport } from './vector-tables.ts';

export interface PostgresSearchOptions {
  readonly database: Pick<IndexDatabase, 'run' | 'reading'>;
  readonly lexicon: Lexicon;
  /** What of pgvector is in the database; may change while the index is open. */
  readonly support: () => VectorSupport;
  /** Vectors up to which they are compared one by one; for tests. */
  readonly fewVectors?: number;
}

export interface PostgresSearch {
  /** The best passages for a query, at most `k` (1 to 200; other values are brought into the range), best first. */
  search(query: EmbeddedQuery): Promise<Hit[]>;
  /** Ends when nothing is read any more. */
  close(): Promise<void>;
}

/**
 * Parameters of the server for the transaction of a search. Compiling a statement of some milliseconds takes longer than
 * running it. Whatever is read has its index, while the planner takes a table that was just filled for a small one, and
 * vectors for numbers.
 */
const SETTINGS = { jit: 'off', enable_seqscan: 'off' };

export function createPostgresSearch({
  database,
  lexicon,
  support,
  fewVectors = FEW_VECTORS,
}: PostgresSearchOptions): PostgresSearch {
  const vocabulary = createPostgresVocabulary(database);
  const embedder = createQuestionEmbedder(lexicon);
  /** As the last search saw them: the first statement looks up terms of a question that is read by them. */
  let languages: Readonly<Record<string, number>> = {};

  async function searchIn(db: IndexDb, query: EmbeddedQuery): Promise<Hit[]> {
    const size = sizeOf(query.k);
    const scopes = [...new Set(['global', query.scope ?? 'global'])];
    const { version } = support();
    let question = readQuestion({ lexicon, languages }, query);
    const state = await readSearchState(db, {
      terms: tryTerms(question, NOTHING_KNOWN).missing,
      scopes,
      withPublishers: (query.filter?.publishers?.length ?? 0) > 0,
      settings: version === null ? SETTINGS : { ...SETTINGS, ...widthSettings(version, size.candidates) },
    });
    languages = state.languages;
    question = readQuestion({ lexicon, languages }, query);
    const { match, rarity } = await chooseAll(db, question, state);
    const { columns, sourceShare } = WEIGHTS[question.setting];
    const leg = version === null ? null : await vectorLeg(db, embedder, state, question, query);
    const plan = planKeywords(
      match,
      { passages: state.passages.n, of: (term) => state.counts.get(term)?.passages ?? 0 },
      size.candidates,
    );
    const legs = {
      state,
      terms: plan.terms,
      sourceWords: sourceShare > 0 ? match.words : null,
      columns,
      vector: leg,
      narrowing: narrow({
        filter: query.filter,
        scopes: state.hasOthers ? scopes : null,
        publishers: state.publishers,
      }),
      size,
      fewVectors,
      withTimes: hasTime(query.text),
    };
    // A server reads what all terms bring as fast as what some of them do, unless it is too much.
    const bringing = plan.isTooMuch ? plan.bringing : null;
    let found = await findPassages(db, { ...legs, bringing });
    if (bringing !== null && found.every(({ keyword }) => keyword === null))
      found = await findPassages(db, { ...legs, bringing: null });
    const ranked = rankFound(
      { text: query.text, setting: question.setting },
      rarity,
      found,
      leg?.kind ?? null,
    );
    return readHits(db, ranked.slice(0, size.hits), scopes);
  }

  /** The terms of the question, with whatever counts are still to be read. */
  async function chooseAll(db: IndexDb, question: Question, state: SearchState): Promise<ChosenTerms> {
    const passages = state.passages.n;
    let words = vocabulary.current(passages);
    let asked = words !== null;
    for (;;) {
      let wanted = false;
      const { chosen, missing } = tryTerms(question, {
        passages,
        counts: state.counts,
        table() {
          wanted = true;
          return words;
        },
      });
      if (wanted && !asked) {
        words = await vocabulary.read(db, passages);
        asked = true;
        if (words !== null) continue;
      }
      if (missing.length === 0) return chosen;
      await readMoreCounts(db, missing, state.counts);
    }
  }

  return {
    search: (query) => database.reading((db) => searchIn(db, query)),
    close: () => vocabulary.close(),
  };
}

interface PostgresVectorLeg {
  readonly relation: VectorRelation;
  readonly asked: Float32Array;
  readonly kind: VectorKind;
}

/** Null before there are vectors. */
async function vectorLeg(
  db: IndexDb,
  embedder: QuestionEmbedder,
  { neural, embedded, passages }: SearchState,
  question: Question,
  { embedded: given }: EmbeddedQuery,
): Promise<PostgresVectorLeg | null> {
  const knows = neural !== null && neural.id === given?.model && neural.vectors >= LEAST_COVERED * passages.n;
  if (knows && given !== undefined) return { relation: neural, asked: given.vector, kind: NEURAL };
  if (embedded === null || embedded.vectors === 0) return null;
  const asked = await embedder.embed(db, embedded.id, question);
  return asked === null ? null : { relation: embedded, asked, kind: EMBEDDED };
}

/** @param kind of the vectors that were compared; null for keywords alone. */
function rankFound(
  question: Pick<Question, 'text' | 'setting'>,
  rarity: ChosenTerms['rarity'],
  found: readonly FoundPassage[],
  kind: VectorKind | null,
): Ranked[] {
  const of = new Map(found.map((one) => [one.n, one]));
  const keyword = scoresOf(
    found,
    ({ n }) => n,
    (one) => one.keyword,
  );
  const near = scoresOf(
    found,
    ({ n }) => n,
    (one) => (one.near ? one.cosine : null),
  );
  const vector =
    kind === null
      ? new Map<number, number>()
      : weighCosines(kind, near, keyword.keys(), (n) => of.get(n)?.cosine ?? null);
  return rankCandidates(question, rarity, {
    about: found.filter(({ n }) => keyword.has(n) || vector.has(n)),
    keyword,
    sources: scoresOf(
      found,
      ({ sourceId }) => sourceId,
      ({ source }) => source,
    ),
    vector,
    vectorShare: kind?.share,
    timeOf: (n) => of.get(n) ?? { publishedAt: null, text: '' },
  });
}

function scoresOf<Key>(
  found: readonly FoundPassage[],
  key: (one: FoundPassage) => Key,
  score: (one: FoundPassage) => number | null,
): Map<Key, number> {
  return new Map(
    found.flatMap((one) => {
      const value = score(one);
      return value === null ? [] : [[key(one), value] as const];
    }),
  );
}
