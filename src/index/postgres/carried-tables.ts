/** Tables of the index that stand alike in both databases, and what is counted when one is moved to the other. */
import type { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { countVectors } from '../counts.ts';
import { readNeural } from '../neural-store.ts';
import { nextModel, servingModel } from '../vector-models.ts';
import type { IndexDb } from './index-database.ts';
import { readVectorState } from './vector-state.ts';
import { vectorRelation } from './vector-tables.ts';

/** With their columns, and the key that they are read by. */
export const CARRIED_TABLES = {
  cases: { columns: ['root', 'id', 'record'], key: ['root', 'id'] },
  extracted_claims: { columns: ['source_id', 'ordinal', 'claim'], key: ['source_id', 'ordinal'] },
  case_links: {
    columns: ['source_id', 'case_id', 'status', 'by_hand', 'score', 'reason'],
    key: ['source_id', 'case_id'],
  },
  operator_standings: { columns: ['source_id', 'standing'], key: ['source_id'] },
  operator_reviews: { columns: ['source_id', 'verdict'], key: ['source_id'] },
  unread_articles: { columns: ['source_id'], key: ['source_id'] },
  story_copies: { columns: ['source_id', 'story'], key: ['source_id'] },
} as const;

export type CarriedTable = keyof typeof CARRIED_TABLES;
export const CARRIED = Object.keys(CARRIED_TABLES) as CarriedTable[];

/** Facts that are carried: what was derived, each database derives for itself. */
export const CARRIED_FACTS = ['claimRules', 'linkedCases', 'neuralServing', 'neuralNext'] as const;

export interface MoveOptions {
  readonly signal: AbortSignal;
  /** Told of passages that were moved. */
  readonly onProgress: (progress: { readonly done: number; readonly total: number }) => void;
}

const COUNTED = ['sources', 'passages', ...CARRIED];

/** Rows that must be there afterwards, by table; and vectors of the models that serve or will. */
export function countEmbedded(db: DatabaseSync): Record<string, number> {
  const counts: [string, number][] = COUNTED.map((table) => [
    table,
    Number(db.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.n),
  ]);
  const models = [
    servingModel(db),
    nextModel(db),
    readNeural(db, 'neuralServing'),
    readNeural(db, 'neuralNext'),
  ];
  for (const model of models) if (model !== null) counts.push([nameOf(model.id), countVectors(db, model.id)]);
  return Object.fromEntries(counts);
}

/** As `countEmbedded`. */
export async function countPostgres(db: IndexDb): Promise<Record<string, number>> {
  const counts: [string, number][] = [];
  const count = async (name: string, table: string): Promise<void> => {
    const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db);
    counts.push([name, Number(rows[0]?.n ?? 0)]);
  };
  for (const table of COUNTED) await count(table, table);
  const { serving, next, neural } = await readVectorState(db);
  for (const id of [serving?.id, next?.id, neural.serving?.id, neural.next?.id]) {
    const relation = id === undefined ? null : await vectorRelation(db, id);
    if (relation !== null) await count(nameOf(relation.id), relation.relation);
  }
  return Object.fromEntries(counts);
}

const VECTORS_OF = 'vectors of ';
const nameOf = (model: string): string => VECTORS_OF + model;

/** What is not there as often as it was, in words. Vectors of the embedded model can be made anew where there are none. */
export function missingRows(
  before: Readonly<Record<string, number>>,
  after: Readonly<Record<string, number>>,
): string[] {
  return Object.entries(before)
    .filter(([name]) => name in after || !name.startsWith(`${VECTORS_OF}hashed-`))
    .filter(([name, n]) => after[name] !== n)
    .map(([name, n]) => `${after[name] ?? 0} of ${n} ${name}`);
}
