/** Stores rows of sources and passages that are new, with their full text. Inside the caller's transaction. */
import { createHash } from 'node:crypto';
import { OperatorError } from '../../core/errors.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { analyzePassage } from '../analyze-passage.ts';
import type { PassagesTable, SourcesTable } from '../schema.ts';
import type { CountChanges } from './count-changes.ts';
import type { IndexDb } from './index-database.ts';
import { countPassageTerms, countSourceTerms } from './passage-terms.ts';
import { type PostedTerms, portions, postPassages, postSources } from './postings.ts';

/** A source with its passages, as every database holds them. */
export interface SourceRows {
  readonly source: SourcesTable;
  readonly passages: readonly Omit<PassagesTable, 'n'>[];
}

/** The numbers that they were given, in their order. */
export interface GivenNumbers {
  /** `sources.n`. */
  readonly source: number;
  /** `passages.n`. */
  readonly passages: readonly number[];
}

/** Rows that one statement stores: a statement takes 65,535 values. */
const PORTION = 500;

/** @param counts takes what is added; to be written at the end of the transaction. */
export async function insertSources(
  db: IndexDb,
  lexicon: Lexicon,
  stored: readonly SourceRows[],
  counts: CountChanges,
): Promise<GivenNumbers[]> {
  for (const { source } of stored) refuseLong(source.id);
  const analyzed = stored.map((rows) => {
    const passages = rows.passages.map((row) => {
      const found = analyzePassage(lexicon, row);
      return { row, found, terms: countPassageTerms(found) };
    });
    const terms = countSourceTerms(passages.map(({ found }) => found));
    return { ...rows, passages, terms, length: passages.length === 0 ? 0 : terms.length };
  });
  const sourceNumbers = new Map<string, number>();
  for (const some of portions(analyzed, PORTION)) {
    const given = await db
      .insertInto('sources')
      .values(
        some.map(({ source, passages, length }) => ({
          ...source,
          digest: digestOf({ source, passages: passages.map(({ row }) => row) }),
          length,
        })),
      )
      .returning(['id', 'n'])
      .execute();
    for (const { id, n } of given) sourceNumbers.set(id, n);
  }
  const passageNumbers = new Map<string, number>();
  for (const some of portions(
    analyzed.flatMap(({ passages }) => passages),
    PORTION,
  )) {
    const given = await db
      .insertInto('passages')
      .values(some.map(({ row, terms }) => ({ ...row, length: terms.length, terms: [...terms.uses.keys()] })))
      .returning(['id', 'n'])
      .execute();
    for (const { id, n } of given) passageNumbers.set(id, n);
  }
  const posted: PostedTerms[] = [];
  const whole: PostedTerms[] = [];
  const numbers = analyzed.map(({ source, passages, terms, length }) => {
    const n = sourceNumbers.get(asStored(source.id)) ?? 0;
    if (passages.length > 0) {
      counts.source(length, 1);
      whole.push({ n, terms });
    }
    const given = passages.map(({ row, terms: own }) => {
      const number = passageNumbers.get(asStored(row.id)) ?? 0;
      counts.passage(row.lang, own.length, 1);
      posted.push({ n: number, terms: own });
      return number;
    });
    return { source: n, passages: given };
  });
  await postPassages(db, posted, counts);
  await postSources(db, whole, counts);
  return numbers;
}

/** Texts come back so: PostgreSQL takes neither NUL nor half of a pair. */
function asStored(id: string): string {
  return id.toWellFormed().replaceAll('\u0000', '\uFFFD');
}

/** Bytes of an id: a row of an ordered index takes 2,704, and a passage's id is some longer. */
const LONGEST_ID = 2_600;

function refuseLong(id: string): void {
  if (Buffer.byteLength(id) > LONGEST_ID)
    throw new OperatorError(
      `PostgreSQL takes no id of more than ${LONGEST_ID} bytes: give the article that begins "${id.slice(0, 60)}" a shorter one`,
    );
}

/** Over everything that is stored of a source. */
export function digestOf({ source, passages }: SourceRows): string {
  return createHash('sha256')
    .update(JSON.stringify([source, passages]))
    .digest('hex');
}
