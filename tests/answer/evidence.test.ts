/** Weighing and choosing sentences. Compares sentences with each other; the numbers are free to move. */
import { describe, expect, test } from 'vitest';
import { type Evidence, weighEvidence } from '../../src/answer/evidence.ts';
import { analyzeQuestion } from '../../src/answer/question.ts';
import { selectEvidence } from '../../src/answer/select-evidence.ts';
import type { Story } from '../../src/answer/story.ts';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { readWords } from '../support/answer-kit.ts';

const lexicon = loadLexicon();
const story = (rank: number, ...texts: readonly (readonly [string, string])[]): Story => ({
  rank,
  topic: null,
  accused: null,
  replies: [],
  record: null,
  claims: [],
  years: null,
  texts: texts.map(([lang, text], i) => readWords(lexicon, text, lang, { id: `story-${rank}-${i}` })),
});
const weigh = (question: string, ...stories: readonly Story[]): Evidence[] =>
  weighEvidence(analyzeQuestion(question, lexicon), stories, lexicon);
const best = (question: string, ...stories: readonly Story[]): string | undefined =>
  weigh(question, ...stories)[0]?.sentence.text;
const select = (question: string, ...stories: readonly Story[]): string[] =>
  selectEvidence(analyzeQuestion(question, lexicon), weigh(question, ...stories), lexicon).map(
    ({ sentence }) => sentence.text,
  );

const LIGHTHOUSES = story(0, [
  'fr',
  `La Lettonie accuse Andorre d’avoir éteint ses phares. Andorre dément toute implication.
Les pêcheurs ont attendu le matin. La panne a commencé le 3 mars 2031.`,
]);
const ORCHARD = story(1, ['en', 'The orchards gave a record harvest. Growers expect low prices.']);

describe('weighEvidence', () => {
  test('weighs every sentence of every story, best first, all measures between 0 and 1', () => {
    const all = weigh('Qui accuse Andorre ?', LIGHTHOUSES, ORCHARD);
    expect(all).toHaveLength(6);
    for (const [i, item] of all.entries()) {
      expect(item.score).toBeLessThanOrEqual(all[i - 1]?.score ?? Number.POSITIVE_INFINITY);
      for (const share of [item.direct, item.coverage, item.fit, item.voice, item.matter]) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1 + 1e-9);
      }
      expect(item.coverage).toBeGreaterThanOrEqual(item.direct - 1e-9);
    }
  });

  test.each([
    ['Qui accuse Andorre ?', 'La Lettonie accuse Andorre d’avoir éteint ses phares.'],
    ['Who accuses Andorra?', 'La Lettonie accuse Andorre d’avoir éteint ses phares.'],
    ['谁指责安道尔？', 'La Lettonie accuse Andorre d’avoir éteint ses phares.'],
    ['Que répond Andorre ?', 'Andorre dément toute implication.'],
    ['How did Andorra respond?', 'Andorre dément toute implication.'],
    ['Quand la panne des phares a-t-elle commencé ?', 'La panne a commencé le 3 mars 2031.'],
  ])('«%s»: %s', (question, sentence) => {
    expect(best(question, LIGHTHOUSES, ORCHARD)).toBe(sentence);
  });

  test('a name that neither the sentence nor its story has is missing', () => {
    for (const { missing } of weigh('Qui accuse le Japon ?', LIGHTHOUSES))
      expect(missing.map(({ text }) => text)).toEqual(['Japon']);
    for (const { missing } of weigh('Qui accuse Andorre ?', LIGHTHOUSES)) expect(missing).toEqual([]);
  });

  test('a sentence of a case leans on the case’s title, not on all its sources', () => {
    const topical: Story = {
      ...LIGHTHOUSES,
      topic: readWords(lexicon, 'Panne au Portugal', 'fr').vocabulary,
    };
    const fishers = weigh('Pourquoi les pêcheurs andorrans ont-ils attendu ?', topical).find(({ sentence }) =>
      sentence.text.includes('pêcheurs'),
    );
    expect(fishers?.missing.map(({ text }) => text)).toEqual(['andorrans']);
    const titled = weigh('Pourquoi les pêcheurs portugais ont-ils attendu ?', topical).find(({ sentence }) =>
      sentence.text.includes('pêcheurs'),
    );
    expect(titled?.missing).toEqual([]);
  });

  test('whoever is accused is not the one who accuses', () => {
    const both = story(0, [
      'fr',
      'La Lettonie accuse Andorre d’avoir éteint ses phares. Andorre accuse la Lettonie d’avoir coupé ses téléphones.',
    ]);
    expect(best('Qui accuse Andorre ?', both)).toContain('La Lettonie accuse');
    expect(best('Qui accuse la Lettonie ?', both)).toContain('Andorre accuse');
    expect(best('Who accuses Latvia?', both)).toContain('Andorre accuse');
  });

  test('of two that say the same, the one who is asked about has the voice', () => {
    const chorus = story(0, [
      'fr',
      'La Norvège a condamné la campagne contre les phares. La Finlande a condamné la campagne contre les phares.',
    ]);
    expect(best('Que dit la Finlande de la campagne ?', chorus)).toContain('La Finlande');
    expect(best('What does Norway say about the campaign?', chorus)).toContain('La Norvège');
  });
});

describe('selectEvidence', () => {
  test('chooses few sentences, best first, out of the evidence', () => {
    const question = analyzeQuestion('Qui accuse Andorre ?', lexicon);
    const all = weighEvidence(question, [LIGHTHOUSES, ORCHARD], lexicon);
    const chosen = selectEvidence(question, all, lexicon);
    expect(chosen[0]).toBe(all[0]);
    expect(chosen.length).toBeLessThanOrEqual(3);
    for (const item of chosen) expect(all).toContain(item);
  });

  test.each([
    'Qui accuse le Japon ?',
    'How do I bake bread?',
    '谁赢得了足球比赛？',
    'Combien de bateaux ont coulé ?',
    '',
    '???',
  ])('«%s» finds nothing here', (question) => {
    expect(select(question, LIGHTHOUSES, ORCHARD)).toEqual([]);
  });

  test('finds nothing in nothing', () => {
    expect(select('Qui accuse Andorre ?')).toEqual([]);
  });

  test('says the same thing once, although two sources say it', () => {
    const twice = story(
      0,
      ['fr', 'La Lettonie accuse Andorre d’avoir éteint ses phares.'],
      ['fr', 'La Lettonie accuse Andorre d’avoir éteint tous ses phares.'],
    );
    expect(select('Qui accuse Andorre ?', twice)).toHaveLength(1);
  });

  test('stricter limits choose no more', () => {
    const question = analyzeQuestion('Qui accuse Andorre ?', lexicon);
    const all = weighEvidence(question, [LIGHTHOUSES], lexicon);
    const none = { score: 2, coverage: 0, matter: 0, fit: 0, voice: 0, near: 0, most: 3 };
    expect(selectEvidence(question, all, lexicon, none)).toEqual([]);
    const one = { score: 0, coverage: 0, matter: 0, fit: 0, voice: 0, near: 0, most: 1 };
    expect(selectEvidence(question, all, lexicon, one)).toHaveLength(1);
  });
});

describe('one case among several', () => {
  const words = (text: string): Story['topic'] => readWords(lexicon, text, 'en').vocabulary;
  const caseOf = (rank: number, title: string, accused: string, text: string): Story => ({
    ...story(rank, ['en', text]),
    topic: words(title),
    accused: words(accused),
  });
  const PORTS = caseOf(
    0,
    'Cyberattack on the ports of Latvia, blamed on Andorra',
    'Andorra',
    'Latvia accuses Andorra of the cyberattack on its ports. Andorra denied any part in the cyberattack.',
  );
  const SCHOOLS = caseOf(
    1,
    'Cyberattack on the schools of Malta, blamed on Bhutan',
    'Bhutan',
    'Malta accuses Bhutan of the cyberattack on its schools. Latvia condemned Bhutan over the cyberattack, as did Andorra.',
  );

  test('a role that nobody has in a case is not to be found there', () => {
    expect(select('Who accuses Andorra of a cyberattack?', PORTS, SCHOOLS)[0]).toContain('Latvia accuses');
    expect(select('Who accuses Latvia of a cyberattack?', PORTS, SCHOOLS)).toEqual([]);
    for (const { story: own, elsewhere } of weigh('Who accuses Andorra of a cyberattack?', PORTS, SCHOOLS))
      expect(elsewhere).toBe(own === SCHOOLS);
  });

  test('what the title of one case has is not told from another', () => {
    for (const chosen of [
      select('What is said of the cyberattack on the schools of Malta?', PORTS, SCHOOLS),
      select('Qui est accusé de la cyberattaque contre les écoles de Malte ?', PORTS, SCHOOLS),
    ]) {
      expect(chosen.length).toBeGreaterThan(0);
      for (const text of chosen) expect(text).not.toMatch(/ports|denied/);
    }
  });

  test('a question about no case in particular is answered from several', () => {
    const chosen = select('Who accuses a state of a cyberattack?', PORTS, SCHOOLS).join(' ');
    expect(chosen).toContain('Latvia');
    expect(chosen).toContain('Malta');
  });

  test('what a French sentence has of an English question does not hang on what else the corpus speaks', () => {
    const question = 'Which neighbour allegedly masterminded the cyberattack on Latvia?';
    const french: Story = {
      ...story(0, ['fr', 'La Lettonie accuse Andorre de la cyberattaque contre ses ports.']),
      topic: PORTS.topic,
      accused: PORTS.accused,
    };
    const directBeside = (...aside: readonly [string, string]): number | undefined =>
      weigh(question, french, story(1, aside)).find((item) => item.story === french)?.direct;
    expect(directBeside('en', 'The festival went well.')).toBe(
      directBeside('fr', 'Le festival s’est bien passé.'),
    );
  });
});
