/** Years and a plain «no» in questions and sentences. */
import { describe, expect, test } from 'vitest';
import { weighEvidence } from '../../src/answer/evidence.ts';
import { analyzeQuestion } from '../../src/answer/question.ts';
import { selectEvidence } from '../../src/answer/select-evidence.ts';
import type { Story } from '../../src/answer/story.ts';
import { isOfOtherYears } from '../../src/answer/timely.ts';
import { yearsIn, yearsOf } from '../../src/answer/years.ts';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { readWords } from '../support/answer-kit.ts';

const lexicon = loadLexicon();
const storyOf = (lang: string, text: string): Story => {
  const texts = [readWords(lexicon, text, lang, { id: 'told', publishedAt: null })];
  return {
    texts,
    record: null,
    topic: null,
    accused: null,
    claims: [],
    replies: [],
    rank: 0,
    years: yearsOf(texts, null),
  };
};
const select = (question: string, story: Story): string[] => {
  const asked = analyzeQuestion(question, lexicon);
  return selectEvidence(asked, weighEvidence(asked, [story], lexicon), lexicon).map(
    ({ sentence }) => sentence.text,
  );
};

test.each([
  ['Who attacked the grid in 2015?', ['2015']],
  ['2013年谁攻击了银行？', ['2013']],
  ['entre 2019 et 2021, de 2019-2020', ['2019', '2021', '2020']],
  ['CVE-2019-1234 and 20151 accounts, 2,015 files', []],
])('years of «%s»', (text, years) => expect(yearsIn(text)).toEqual(years));

const SPEECHES = storyOf(
  'en',
  'In 2029 Oslo accused Andorra of spying on the ferries. In 2031 Oslo accused Andorra of spying on the trams.',
);

describe('the year that is asked for', () => {
  test('decides between two statements', () => {
    expect(select('What did Oslo accuse Andorra of in 2031?', SPEECHES)[0]).toMatch(/trams/);
    expect(select('What did Oslo accuse Andorra of in 2029?', SPEECHES)[0]).toMatch(/ferries/);
  });

  test('a story in which it never comes has no answer', () => {
    expect(select('What did Oslo accuse Andorra of in 2024?', SPEECHES)).toEqual([]);
    const asked = analyzeQuestion('Qui a attaqué les ferries en 2024 ?', lexicon);
    expect(isOfOtherYears(asked, SPEECHES)).toBe(true);
    expect(isOfOtherYears(asked, storyOf('fr', 'Oslo accuse Andorre.'))).toBe(false);
  });
});

test.each([
  [
    'La police a-t-elle nommé un pays ?',
    'fr',
    'La police a ouvert une enquête au pays. La police n’a nommé aucun pays.',
  ],
  ['Did the police name a country?', 'en', 'The police searched the country. The police named no country.'],
  ['警方有没有点名国家？', 'zh', '警方在全国展开国家调查。警方没有点名任何国家。'],
])('«%s» may be answered by no', (question, lang, text) => {
  expect(select(question, storyOf(lang, text))[0]).toMatch(/aucun|no country|没有/);
});
