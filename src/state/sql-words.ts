/** Expressions that every database of ours understands alike. */
import { type RawBuilder, sql } from 'kysely';

/** The later of a time and one that may be null: scalar `max` is SQLite's alone, `greatest` PostgreSQL's. */
export function laterOf(time: string, orNull: string): RawBuilder<string> {
  const [first, second] = [sql.ref(time), sql.ref(orNull)];
  return sql<string>`case when ${second} > ${first} then ${second} else ${first} end`;
}
