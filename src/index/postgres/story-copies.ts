/** Which sources print the same report, in PostgreSQL. Call it after `announceChange`: a copy may just have been stored. */
import { sql } from 'kysely';
import type { SourceDocument } from '../../core/source.ts';
import { COMPARED_CHARS, copyPrint, MOST_COMPARED, mostAlike } from '../copy-keys.ts';
import type { IndexDb } from './index-database.ts';

/** A stored document with `sources.n`. */
export interface StoredDocument extends Pick<SourceDocument, 'source' | 'text'> {
  readonly n: number;
}

/** Lets go of sources that are stored anew: their texts may be others, and their copies stay those of one another. */
export async function releaseStories(db: IndexDb, sourceIds: readonly string[]): Promise<void> {
  const { rows } = await sql<{ story: string }>`
    select distinct story from story_copies where story = any(${sourceIds}::text[]) order by story`.execute(
    db,
  );
  for (const { story } of rows)
    await sql`update story_copies set story = (select min(source_id) from story_copies where story = ${story})
      where story = ${story}`.execute(db);
}

/** Notes the story of each, in their order, and its keys for those to come. */
export async function noteCopies(db: IndexDb, documents: readonly StoredDocument[]): Promise<void> {
  for (const { source, text, n } of documents) {
    const print = copyPrint(source, text);
    if (print === null) continue;
    const { rows } = await sql<Record<string, unknown>>`
      select s.id, s.title, s.publisher, substr(s.text, 1, ${COMPARED_CHARS}) as text,
        coalesce(c.story, s.id) as story
      from (
        select source, count(*) as met from copy_keys where key = any(${print.keys}::bigint[])
        group by source order by met desc, source limit ${MOST_COMPARED}
      ) k
      join sources s on s.n = k.source left join story_copies c on c.source_id = s.id
      where s.id <> ${source.id} and s.text_lang = ${source.textLang} and s.text_kind <> 'digest'
      order by k.met desc, k.source`.execute(db);
    const story = mostAlike(source, text, print.shingles, rows);
    if (story !== null)
      await sql`insert into story_copies (source_id, story) values (${source.id}, ${story})`.execute(db);
    await sql`insert into copy_keys (key, source)
      select distinct key, ${n}::bigint from unnest(${print.keys}::bigint[]) as own (key)`.execute(db);
  }
}
