/** The five articles as published: what their texts tell is found, the rest stays unknown. Needs ARTICLES_DIR or ../shared/articles. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cleanArticle } from '../../src/corpus/clean.ts';
import { identify } from '../../src/corpus/identify.ts';
import { splitPassages } from '../../src/corpus/split.ts';

const folder = resolve(process.env.ARTICLES_DIR ?? join(import.meta.dirname, '../../../shared/articles'));
const present = existsSync(folder);
if (!present) console.log('skipped: the articles are absent (set ARTICLES_DIR)');

const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const FIGARO = '000_bf64c72a945651a7.txt';
const JAKARTA = '001_4404a4061091f89c.txt';
const AGENCY = '002_523148bc0f799ed9.txt';
const EXCHANGE = '003_18dcb51ec9038e85.txt';
const WUHAN = '004_29e11258ee2b339c.txt';

describe.skipIf(!present)('the five articles', () => {
  it.each([
    [FIGARO, true, 'Le Figaro avec AFP'],
    [JAKARTA, true, null],
    [AGENCY, true, null],
    [EXCHANGE, false, null],
    [WUHAN, true, null],
  ])('%s: publisher as stated, date never guessed', (name, titleIsDescriptive, publisher) => {
    const found = identify(cleanArticle(read(name)), {});
    expect(found).toMatchObject({ titleIsDescriptive, publisher, publishedAt: null, lang: 'fr' });
    expect(found.title.length).toBeGreaterThan(40);
  });

  it('hold no boilerplate after cleaning', () => {
    for (const name of [FIGARO, JAKARTA, AGENCY, EXCHANGE, WUHAN]) {
      expect(cleanArticle(read(name)).text).not.toMatch(
        /publicité|quantiques|adpathway|partager\s?:|lire aussi|commentaire|1 comment|adresse e-mail|automatically|digitalsiber|mise à jour à|septembre 17|il y a 1 heure/i,
      );
    }
  });

  it('lose nothing else: every other line stays as it was, but for repaired letters', () => {
    const dropped = { [FIGARO]: 3, [JAKARTA]: 2, [AGENCY]: 0, [EXCHANGE]: 5, [WUHAN]: 1 };
    for (const [name, count] of Object.entries(dropped)) {
      const lines = read(name)
        .split('\n')
        .filter((line) => line.trim() !== '');
      const cleaned = cleanArticle(read(name));
      expect(cleaned.dropped).toHaveLength(count);
      expect(cleaned.text.split('\n').filter(Boolean)).toHaveLength(lines.length - count);
    }
  });

  it('are repaired, and known as machine-translated where they say so', () => {
    expect(cleanArticle(read(WUHAN)).text).toContain(' œuvrer ');
    expect(
      [FIGARO, JAKARTA, AGENCY, EXCHANGE, WUHAN].map((name) => cleanArticle(read(name)).machineTranslated),
    ).toEqual([false, true, false, false, false]);
  });

  it('are cut into passages that hold together', () => {
    for (const name of [FIGARO, JAKARTA, AGENCY, EXCHANGE, WUHAN]) {
      const { text } = cleanArticle(read(name));
      const passages = splitPassages(text, 'fr');
      expect(passages.length).toBeGreaterThanOrEqual(6);
      expect(passages.at(-1)?.end).toBe(text.length);
    }
  });
});
