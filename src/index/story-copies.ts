/** Which sources print the same report, as papers do with what an agency sends: told when a source is stored. */
import type { DatabaseSync } from 'node:sqlite';
import type { SourceDocument } from '../core/source.ts';
import { COMPARED_CHARS, copyPrint, MOST_COMPARED, mostAlike } from './copy-keys.ts';
import { SOURCE_COLUMNS, sourceFromRow } from './rows.ts';

/**
 * Notes the story of a stored document, and its keys for those to come.
 *
 * @param first number of the document's first passage.
 */
type NoteCopies = (document: Pick<SourceDocument, 'source' | 'text'>, first: number) => void;

/** Composes the statements once for a batch. */
export function createCopyNotes(db: DatabaseSync): NoteCopies {
  // The text of one that is stored anew may be another: its copies stay those of one another.
  const release = db.prepare(
    `UPDATE story_copies SET story = (SELECT min(source_id) FROM story_copies WHERE story = ?1) WHERE story = ?1`,
  );
  const addStory = db.prepare('INSERT INTO story_copies (source_id, story) VALUES (?, ?)');
  const addKeys = db.prepare('INSERT INTO copy_keys (key, passage) SELECT value, ? FROM json_each(?)');
  const alike = db.prepare(
    `SELECT s.id, s.title, s.publisher, substr(s.text, 1, ${COMPARED_CHARS}) AS text, coalesce(c.story, s.id) AS story
     FROM (
       SELECT passage FROM copy_keys WHERE key IN (SELECT value FROM json_each(?))
       GROUP BY passage ORDER BY count(*) DESC LIMIT ${MOST_COMPARED}
     ) k
     JOIN passages p ON p.n = k.passage JOIN sources s ON s.id = p.source_id
     LEFT JOIN story_copies c ON c.source_id = s.id
     WHERE s.id <> ? AND s.text_lang = ? AND s.text_kind <> 'digest'`,
  );
  return ({ source, text }, first) => {
    release.run(source.id);
    const print = copyPrint(source, text);
    if (print === null) return;
    const keys = JSON.stringify(print.keys);
    const original = mostAlike(source, text, print.shingles, alike.all(keys, source.id, source.textLang));
    if (original !== null) addStory.run(source.id, original);
    addKeys.run(first, keys);
  };
}

/** Forgets all copies, and notes them anew from stored passages, which are handed in by number. */
export function createCopyRenewal(db: DatabaseSync): (passage: { n: number; sourceId: string }) => void {
  db.exec('DELETE FROM story_copies; DELETE FROM copy_keys');
  const note = createCopyNotes(db);
  const read = db.prepare(`SELECT ${SOURCE_COLUMNS}, s.text FROM sources s WHERE s.id = ?`);
  let last = '';
  return ({ n, sourceId }) => {
    if (sourceId === last) return;
    last = sourceId;
    const row = read.get(sourceId);
    if (row !== undefined) note({ source: sourceFromRow(row), text: String(row.text) }, n);
  };
}
