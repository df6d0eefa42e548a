/** Search: keywords and vectors, fused. */
import type { DatabaseSync } from 'node:sqlite';
import type { Hit } from '../core/retrieval.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { PassageGate } from './allowed-passages.ts';
import type { Ranked } from './fuse.ts';
import type { EmbeddingText } from './hashed-features.ts';
import { searchKeywords } from './keyword-search.ts';
import type { EmbeddedQuery } from './neural-ports.ts';
import { chooseTerms, readQuestion } from './query-terms.ts';
import { type About, rankCandidates, sizeOf } from './rank-candidates.ts';
import { WEIGHTS } from './ranking.ts';
import { withoutLostCopies } from './read-corpus.ts';
import { passageFromRow, SOURCE_COLUMNS, sourceFromRow } from './rows.ts';
import { searchSources } from './source-terms.ts';
import type { FrequencyTable } from './term-frequency.ts';
import type { Timed } from './time-boost.ts';
import type { ServingVectors } from './vector-follower.ts';
import { EMBEDDED, NEURAL, type VectorLeg, vectorScores } from './vector-leg.ts';
import type { VectorMirror } from './vector-mirror.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface SearchContext {
  readonly db: DatabaseSync;
  readonly lexicon: Lexicon;
  /** Null before the first passage. */
  readonly vectors: ServingVectors | null;
  /** Vectors of the model that the question was embedded with; null where the embedded model's are to be searched. */
  readonly neural: VectorMirror | null;
  readonly gate: PassageGate;
  readonly frequency: FrequencyTable;
  readonly vocabulary: Vocabulary;
  /** Passages by language, most frequent first. */
  readonly languages: Readonly<Record<string, number>>;
}

/**
 * The best passages for a query, at most `k` (1 to 200; other values are brought into the range), best first.
 * Call it inside one transaction together with the mirror's refresh.
 */
export function hybridSearch(context: SearchContext, query: EmbeddedQuery): Hit[] {
  const { db, gate, vocabulary } = context;
  const size = sizeOf(query.k);
  const scopes = [...new Set(['global', query.scope ?? 'global'])];
  const question = readQuestion(context, query);
  const frequency = context.frequency.current();
  const { match, rarity } = chooseTerms(question, frequency, vocabulary);
  const { columns, sourceShare } = WEIGHTS[question.setting];
  const allowed = gate.allowed(scopes, query.filter);
  const keyword = new Map(
    searchKeywords(db, match, allowed, size.candidates, columns, frequency).map(({ n, score }) => [n, score]),
  );
  const leg = vectorLeg(context, query, question);
  const vector =
    leg === null ? new Map<number, number>() : vectorScores(leg, size.candidates, allowed, keyword.keys());
  const ranked = rankCandidates({ text: query.text, setting: question.setting }, rarity, {
    about: readAbout(db, [...new Set([...keyword.keys(), ...vector.keys()])]),
    keyword,
    sources: sourceShare > 0 ? searchSources(db, match, allowed, size.sources) : new Map(),
    vector,
    vectorShare: leg?.kind.share,
    timeOf: timesOf(db),
  });
  return readHits(db, ranked.slice(0, size.hits), scopes);
}

/** Null before the first passage. */
function vectorLeg(
  { vectors, neural }: SearchContext,
  { embedded }: EmbeddedQuery,
  text: EmbeddingText,
): VectorLeg | null {
  if (neural !== null && embedded !== undefined)
    return { mirror: neural, asked: embedded.vector, kind: NEURAL };
  if (vectors === null) return null;
  return { mirror: vectors.mirror, asked: vectors.embeddings.embed(text), kind: EMBEDDED };
}

function readAbout(db: DatabaseSync, numbers: readonly number[]): About[] {
  return db
    .prepare(
      `SELECT p.n, p.lang, s.id, CASE s.title_is_descriptive WHEN 0 THEN s.title END AS title,
         coalesce(c.story, s.id) AS story
       FROM passages p JOIN sources s ON s.id = p.source_id LEFT JOIN story_copies c ON c.source_id = s.id
       WHERE p.n IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(numbers))
    .map((row) => ({
      n: Number(row.n),
      sourceId: String(row.id),
      story: String(row.story),
      title: row.title === null ? null : String(row.title),
      lang: String(row.lang),
    }));
}

function timesOf(db: DatabaseSync): (n: number) => Timed {
  const row = db.prepare(
    'SELECT p.text, s.published_at FROM passages p JOIN sources s ON s.id = p.source_id WHERE p.n = ?',
  );
  return (n) => {
    const found = row.get(n);
    const published = found?.published_at;
    return { publishedAt: typeof published === 'string' ? published : null, text: String(found?.text ?? '') };
  };
}

function readHits(db: DatabaseSync, ranked: readonly Ranked[], scopes: readonly string[]): Hit[] {
  const passageRow = db.prepare('SELECT * FROM passages WHERE n = ?');
  const sourceRow = db.prepare(
    `SELECT ${SOURCE_COLUMNS} FROM sources s WHERE s.id = ? AND s.scope IN (SELECT value FROM json_each(?))`,
  );
  return ranked.flatMap(({ n, score }) => {
    const found = passageRow.get(n);
    if (found === undefined) return [];
    const source = sourceRow.get(String(found.source_id), JSON.stringify(scopes));
    if (source === undefined) return [];
    const [passage] = withoutLostCopies(db, [passageFromRow(found)], scopes);
    return passage ? [{ passage, source: sourceFromRow(source), score }] : [];
  });
}
