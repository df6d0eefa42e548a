/** What the model reads: within the limit, best first, the other side among them, and no two stretches too near. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CitationList } from '../../../src/answer/citation-list.ts';
import { weighEvidence } from '../../../src/answer/evidence.ts';
import { StoryReader } from '../../../src/answer/gather-stories.ts';
import { pickPassages, wordsOf } from '../../../src/answer/model/pick-passages.ts';
import { analyzeQuestion } from '../../../src/answer/question.ts';
import { selectEvidence } from '../../../src/answer/select-evidence.ts';
import type { SourceDocument } from '../../../src/core/source.ts';
import { splitPassages } from '../../../src/corpus/split.ts';
import { openTestIndex, temporaryFolder } from '../../index/index-kit.ts';
import { makeDocument } from '../../support/corpus-kit.ts';
import { ACCUSATION, DENIAL, lexicon, QUESTION } from './model-kit.ts';

async function pick(documents: readonly SourceDocument[], question = QUESTION) {
  const index = await openTestIndex(temporaryFolder(), { lexicon });
  await index.put('test', 'ingested', documents);
  const record = { id: 'h', title: { fr: 'Port', en: 'Harbour' }, victims: [], period: null, claims: [] };
  await index.putCases('test', [record]);
  const asked = analyzeQuestion(question, lexicon);
  const hits = await index.search({ text: question, k: 30 });
  const { stories, texts } = await new StoryReader(index, lexicon).gather(hits);
  const evidence = weighEvidence(asked, stories, lexicon);
  return pickPassages({ chosen: selectEvidence(asked, evidence, lexicon), evidence, hits, texts });
}

/** A document with the passages that ingest cuts. */
function document(id: string, text: string, caseIds: readonly string[] = ['h']): SourceDocument {
  const made = makeDocument({ id, text, caseIds });
  const passages = splitPassages(text, 'en').map(({ start, end }, ordinal) => ({
    ...made.passages[0],
    id: `${id}#${ordinal}`,
    sourceId: id,
    ordinal,
    text: text.slice(start, end),
    lang: 'en',
    start,
    end,
    context: '',
    alsoIn: [],
  }));
  return { ...made, passages };
}

const filler = (topic: string, i: number) =>
  `Valdoria accused the Heron group of the harbour intrusion, paper ${topic} wrote in its ${i}th report on cranes, ships, fuel, paper, ropes and sails.`;

describe('the passages that a model reads', () => {
  it('hold the denial even where many accusing passages come before it', async () => {
    const crowd = Array.from({ length: 12 }, (_, n) =>
      document(`paper-${n}`, Array.from({ length: 9 }, (_, i) => filler(`P${n}`, i)).join(' ')),
    );
    const passages = await pick([...crowd, document('courier', `${'It rained. '.repeat(30)}${DENIAL}`)]);
    const words = passages.map(wordsOf);
    expect(words.some((text) => text.includes(DENIAL))).toBe(true);
    expect(words.join('').length).toBeLessThanOrEqual(3_000);
    expect(words.join('').length).toBeGreaterThan(1_500);
  });

  it('begin with the passage that answers', async () => {
    const passages = await pick([
      document('harvest', 'The orchards of the valley gave a record harvest of apples.', []),
      document('beacon', `It was a quiet year. ${ACCUSATION}`),
    ]);
    expect(wordsOf(passages[0] ?? expect.fail())).toContain(ACCUSATION);
  });

  it('keep their numbers: citing them all makes as many citations, whatever the order', async () => {
    const sentence = fc.constantFrom(
      ACCUSATION,
      DENIAL,
      'It rained.',
      'The harbour network of Valdoria is large, old, slow and full of gaps, as the port’s own yearly report says in its second part.',
      filler('Q', 3),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(sentence, { minLength: 1, maxLength: 14 }), { minLength: 1, maxLength: 3 }),
        async (texts) => {
          const passages = await pick(texts.map((parts, i) => document(`d${i}`, parts.join(' '))));
          const forward = new CitationList();
          expect(passages.map((passage) => forward.add(passage))).toEqual(passages.map((_, i) => i + 1));
          expect(forward.citations.map(({ excerpt }) => excerpt)).toEqual(passages.map(wordsOf));
          const backward = new CitationList();
          expect(passages.toReversed().map((passage) => backward.add(passage))).toEqual(
            passages.map((_, i) => i + 1),
          );
          expect(passages.reduce((sum, { start, end }) => sum + end - start, 0)).toBeLessThanOrEqual(3_000);
        },
      ),
      { numRuns: 25 },
    );
  });
});
