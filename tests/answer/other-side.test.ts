/** The other side: the reply beside an accusation or measure, and never the accuser's own words. */
import { describe, expect, test } from 'vitest';
import { type Evidence, weighEvidence } from '../../src/answer/evidence.ts';
import { accuses, findOtherSide, type OtherSide } from '../../src/answer/other-side.ts';
import { analyzeQuestion } from '../../src/answer/question.ts';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { readWords } from '../support/answer-kit.ts';

const lexicon = loadLexicon();

/** The evidence of texts that tell one story. */
function story(question: string, texts: readonly string[], lang = 'fr'): Evidence[] {
  const read = texts.map((text, i) => readWords(lexicon, text, lang, { id: `text-${i}` }));
  return weighEvidence(
    analyzeQuestion(question, lexicon),
    [
      {
        texts: read,
        rank: 0,
        topic: null,
        accused: null,
        replies: [],
        record: null,
        claims: [],
        years: null,
      },
    ],
    lexicon,
  );
}

/** What is added when the sentences with these words are shown. */
function beside(evidence: readonly Evidence[], ...shown: readonly string[]): OtherSide {
  const chosen = shown.map((words) => {
    const item = evidence.find(({ sentence }) => sentence.text.includes(words));
    if (item === undefined) throw new Error(`no sentence with «${words}»`);
    return item;
  });
  return findOtherSide(chosen, evidence);
}
const added = (evidence: readonly Evidence[], ...shown: readonly string[]): string | null =>
  beside(evidence, ...shown).sentence?.text ?? null;

const QUESTION = 'Qui accuse Andorre ?';
const ACCUSATION = 'La Lettonie accuse Andorre d’avoir éteint ses phares.';
const MEASURE = 'La Lettonie a convoqué l’ambassadeur d’Andorre.';
const DENIAL = 'Andorre dément toute implication.';
const RAIN = 'Il pleuvait sur la côte.';

describe('an accusation', () => {
  test('stands beside the denial of the accused', () => {
    const evidence = story(QUESTION, [`${ACCUSATION} ${RAIN} ${DENIAL}`]);
    expect(added(evidence, 'accuse Andorre')).toBe(DENIAL);
    expect(beside(evidence, 'accuse Andorre').replyMissing).toBe(false);
  });

  test('finds the denial in another source of its story', () => {
    const evidence = story(QUESTION, [`${ACCUSATION} ${RAIN}`, DENIAL]);
    expect(added(evidence, 'accuse Andorre')).toBe(DENIAL);
  });

  test.each([
    ['en', 'Latvia accuses Andorra of it.', 'Andorra denies the accusation.', 'accuses Andorra'],
    ['zh', '拉脱维亚指责安道尔发动攻击。', '安道尔外交部否认指控。', '拉脱维亚指责'],
  ])('%s: likewise', (lang, accusation, denial, words) => {
    expect(added(story(QUESTION, [`${accusation}\n${denial}`], lang), words)).toBe(denial);
  });

  test('that nobody answers says so', () => {
    const evidence = story(QUESTION, [`${ACCUSATION} ${RAIN}`]);
    expect(beside(evidence, 'accuse Andorre')).toEqual({ sentence: null, replyMissing: true });
  });

  test('adds nothing when the denial is shown already', () => {
    const evidence = story(QUESTION, [`${ACCUSATION} ${DENIAL}`]);
    expect(beside(evidence, 'accuse Andorre', 'dément')).toEqual({ sentence: null, replyMissing: false });
  });

  test('is not answered by the accuser’s own denial', () => {
    const own = 'La Lettonie rejette ces prétendues explications.';
    const evidence = story(QUESTION, [`${ACCUSATION} ${own}`]);
    expect(beside(evidence, 'accuse Andorre')).toEqual({ sentence: null, replyMissing: true });
  });

  test('is not answered by a third state’s denial', () => {
    const evidence = story(QUESTION, [`${ACCUSATION} La Finlande dément toute implication.`]);
    expect(beside(evidence, 'accuse Andorre')).toEqual({ sentence: null, replyMissing: true });
  });

  test('is not answered by the accused’s reply to somebody else', () => {
    const evidence = story(QUESTION, [`${ACCUSATION} Andorre dément les accusations de la Norvège.`]);
    expect(added(evidence, 'accuse Andorre')).toBeNull();
  });

  test('that names no state is answered by the state that replies', () => {
    const evidence = story('Qui accuse le groupe ?', [
      `La Lettonie accuse un groupe de pirates informatiques d’avoir éteint ses phares. ${DENIAL}`,
    ]);
    expect(added(evidence, 'accuse un groupe')).toBe(DENIAL);
  });

  test('keeps to its own story', () => {
    const texts = [ACCUSATION, DENIAL].map((text, i) => readWords(lexicon, text, 'fr', { id: `text-${i}` }));
    const evidence = weighEvidence(
      analyzeQuestion(QUESTION, lexicon),
      texts.map((text, rank) => ({
        texts: [text],
        rank,
        topic: null,
        accused: null,
        replies: [],
        record: null,
        claims: [],
        years: null,
      })),
      lexicon,
    );
    expect(beside(evidence, 'accuse Andorre')).toEqual({ sentence: null, replyMissing: true });
  });
});

describe('a measure', () => {
  test('is an accusation for this purpose', () => {
    const evidence = story(QUESTION, [`${MEASURE} ${RAIN}`]);
    const measure = evidence.find(({ sentence }) => sentence.text === MEASURE);
    const rain = evidence.find(({ sentence }) => sentence.text === RAIN);
    if (measure === undefined || rain === undefined) throw new Error('a sentence is missing');
    expect(accuses(measure.sentence)).toBe(true);
    expect(accuses(rain.sentence)).toBe(false);
  });

  test('stands beside the denial', () => {
    const evidence = story(QUESTION, [`${MEASURE} ${DENIAL}`]);
    expect(added(evidence, 'convoqué')).toBe(DENIAL);
  });

  test('that nobody answers says so', () => {
    const evidence = story(QUESTION, [`${MEASURE} ${RAIN}`]);
    expect(beside(evidence, 'convoqué')).toEqual({ sentence: null, replyMissing: true });
  });
});

describe('a denial', () => {
  test('stands beside the accusation that it answers', () => {
    const evidence = story('Que répond Andorre ?', [`${ACCUSATION} ${DENIAL}`]);
    expect(added(evidence, 'dément')).toBe(ACCUSATION);
  });

  test('does not stand beside an accusation of somebody else', () => {
    const evidence = story('Que répond Andorre ?', [`La Lettonie accuse la Finlande de piratage. ${DENIAL}`]);
    expect(added(evidence, 'dément')).toBeNull();
  });

  test('never makes a reply missing', () => {
    const evidence = story('Que répond Andorre ?', [DENIAL]);
    expect(beside(evidence, 'dément')).toEqual({ sentence: null, replyMissing: false });
  });
});

test('what neither accuses nor denies stands alone', () => {
  const evidence = story(QUESTION, [`${RAIN} ${ACCUSATION} ${DENIAL}`]);
  expect(beside(evidence, 'pleuvait')).toEqual({ sentence: null, replyMissing: false });
  expect(findOtherSide([], evidence)).toEqual({ sentence: null, replyMissing: false });
});

describe('the record of a case', () => {
  const NORWAY = 'La Norvège accuse Andorre d’avoir attaqué le port.';
  const OTHERS = 'Andorre juge ces propos sans intérêt.';
  /** A case whose record has Andorra's word on it; the rules take the sentence for no reply. */
  const recorded = (record: { accused: string; replies: string }) => {
    const [first, ...rest] = story(QUESTION, [`${NORWAY} ${OTHERS}`]);
    if (first === undefined) throw new Error('no evidence');
    const reply = [first, ...rest].find((item) => item.sentence.text === OTHERS);
    if (reply === undefined) throw new Error('the reply was not read');
    const states = new Set([record.accused]);
    const told = {
      ...first.story,
      accused: { concepts: states, general: states, stems: new Set<string>(), folded: new Set<string>() },
      replies: [{ sentence: { ...reply.sentence, kind: 'denial' as const }, state: record.replies }],
    };
    return [first, ...rest].map((item) => ({ ...item, story: told }));
  };
  const otherSide = (evidence: ReturnType<typeof recorded>) =>
    findOtherSide(
      evidence.filter(({ sentence }) => sentence.text === NORWAY),
      evidence,
    );

  test('gives the reply that the words do not show', () => {
    const { sentence, replyMissing } = otherSide(recorded({ accused: 'country:ad', replies: 'country:ad' }));
    expect(sentence).toMatchObject({ text: OTHERS, kind: 'denial' });
    expect(replyMissing).toBe(false);
  });

  test('gives no word of a state that is not accused', () => {
    const { sentence, replyMissing } = otherSide(recorded({ accused: 'country:ad', replies: 'country:pt' }));
    expect(sentence).toBeNull();
    expect(replyMissing).toBe(true);
  });
});
