/** Search: keywords and vectors, fused. */
import type { DatabaseSync } from 'node:sqlite';
import type { Hit } from '../core/retrieval.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { PassageGate } from './allowed-passages.ts';
import { type Candidate, diversify, fuse, type Ranked, withoutCopies } from './fuse.ts';
import type { EmbeddingText } from './hashed-features.ts';
import { searchKeywords } from './keyword-search.ts';
import type { EmbeddedQuery } from './neural-ports.ts';
import { analyzeQuery } from './query-terms.ts';
import { WEIGHTS } from './ranking.ts';
import { withoutLostCopies } from './read-corpus.ts';
import { passageFromRow, SOURCE_COLUMNS, sourceFromRow } from './rows.ts';
import { searchSources } from './source-terms.ts';
import { boostByTime, type Timed } from './time-boost.ts';
import { createTitleAgreement } from './title-agreement.ts';
import type { ServingVectors } from './vector-follower.ts';
import { EMBEDDED, NEURAL, type VectorLeg, vectorScores } from './vector-leg.ts';
import type { VectorMirror } from './vector-mirror.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Candidates that each leg brings, at least. */
const LEAST_CANDIDATES = 60;
/** Sources that the source leg brings, at least: their passages may stand low among the passages. */
const LEAST_SOURCES = 100;

export interface SearchContext {
  readonly db: DatabaseSync;
  readonly lexicon: Lexicon;
  /** Null before the first passage. */
  readonly vectors: ServingVectors | null;
  /** Vectors of the model that the question was embedded with; null where the embedded model's are to be searched. */
  readonly neural: VectorMirror | null;
  readonly gate: PassageGate;
  readonly vocabulary: Vocabulary;
  /** Passages by language, most frequent first. */
  readonly languages: Readonly<Record<string, number>>;
}

/**
 * The best passages for a query, at most `k` (1 to 200; other values are brought into the range), best first.
 * Call it inside one transaction together with the mirror's refresh.
 */
export function hybridSearch(context: SearchContext, query: EmbeddedQuery): Hit[] {
  const { db, gate } = context;
  const k = Math.max(1, Math.min(200, Math.floor(query.k) || 1));
  const scopes = [...new Set(['global', query.scope ?? 'global'])];
  const { match, embedding, setting, rarity } = analyzeQuery(context, query);
  const weights = WEIGHTS[setting];
  const allowed = gate.allowed(scopes, query.filter);
  const limit = Math.max(LEAST_CANDIDATES, 3 * k);
  const keyword = new Map(
    searchKeywords(db, match, allowed, limit, weights.columns).map(({ n, score }) => [n, score]),
  );
  const sources =
    weights.sourceShare > 0 ? searchSources(db, match, allowed, Math.max(LEAST_SOURCES, limit)) : new Map();
  const leg = vectorLeg(context, query, embedding);
  const vector = leg === null ? new Map() : vectorScores(leg, limit, allowed, keyword.keys());
  const numbers = [...new Set([...keyword.keys(), ...vector.keys()])];
  const about = readAbout(db, numbers);
  const agreement = createTitleAgreement(rarity);
  const candidates: Candidate[] = about.map(({ n, sourceId, title, lang }) => ({
    n,
    keyword: keyword.get(n) ?? null,
    source: sources.get(sourceId) ?? null,
    vector: vector.get(n) ?? null,
    title: title !== null && weights.titleShare > 0 ? agreement(title, lang) : 0,
  }));
  const ranked = fuse(candidates, weights, leg?.kind.share);
  const of = new Map(about.map((one) => [one.n, one]));
  const sourceOf = (n: number): string => of.get(n)?.sourceId ?? '';
  const timely = boostByTime(query.text, ranked, timesOf(db));
  const once = withoutCopies(timely, sourceOf, (n) => of.get(n)?.story ?? '');
  return readHits(db, diversify(once, sourceOf).slice(0, k), scopes);
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

/** What the ranking asks of a candidate besides its terms. */
interface About {
  readonly n: number;
  readonly sourceId: string;
  /** The id of the first source that printed the same report. */
  readonly story: string;
  /** As the publisher gave it; null where it was made of the text. */
  readonly title: string | null;
  /** ISO 639-1 code of the passage. */
  readonly lang: string;
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
