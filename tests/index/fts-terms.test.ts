/** Terms on their way into FTS5. */
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { columnText, encodeConcept, encodeWord, matchExpression } from '../../src/index/fts-terms.ts';
import { MIGRATIONS } from '../../src/index/migrations.ts';

function emptyIndex(): DatabaseSync {
  const db = new DatabaseSync(':memory:');
  for (const step of MIGRATIONS) db.exec(step);
  return db;
}
const term = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
  fc.constantFrom('country:cz', 'actor:apt31', 'a"b', "l'été", '外交部', 'x:y', 'AND', 'a*'),
);

it('stay whole, are found by themselves and by nothing else', () => {
  const db = emptyIndex();
  const insert = db.prepare('INSERT INTO fts (rowid, words, concepts, context) VALUES (?, ?, ?, ?)');
  const find = db.prepare('SELECT rowid AS n FROM fts WHERE fts MATCH ?');
  fc.assert(
    fc.property(term, term, (word, concept) => {
      db.exec(`INSERT INTO fts (fts) VALUES ('delete-all')`);
      const words = [encodeWord(word)];
      const concepts = [encodeConcept(concept)];
      insert.run(1, columnText(words), columnText(concepts), '');
      expect(Number(db.prepare('SELECT count(*) AS n FROM fts_terms').get()?.n)).toBe(2);
      expect(find.all(matchExpression({ words, concepts: [] }) ?? '')).toHaveLength(1);
      expect(find.all(matchExpression({ words: [], concepts }) ?? '')).toHaveLength(1);
      expect(find.all(matchExpression({ words: concepts, concepts: [] }) ?? '')).toHaveLength(0);
    }),
    { numRuns: 300 },
  );
});

it('make no expression when there are none', () => {
  expect(matchExpression({ words: [], concepts: [] })).toBeNull();
});
