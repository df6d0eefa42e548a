import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, answerText } from '../../../src/core/answer.ts';
import type { AskRequest } from '../../../src/core/ask.ts';
import type { Turn } from '../../../src/core/thread.ts';
import { HOSTILE_AFFAIRS } from '../../support/answer-corpus.ts';
import { type AnswerKit, openAnswerKit } from '../../support/answer-kit.ts';

let kit: AnswerKit;
beforeAll(async () => {
  kit = await openAnswerKit(HOSTILE_AFFAIRS);
}, 60_000);
afterAll(() => kit.close());

/** Says one thing after the other in one conversation; the kit checks the promises of every answer. */
async function converse(...said: readonly string[]): Promise<Answer> {
  const history: Turn[] = [];
  for (const question of said) history.push({ question, answer: await kit.answer(question, { history }) });
  return (history.at(-1) as Turn).answer;
}
const askAfter = async (first: string, then: string, more: Partial<AskRequest>): Promise<Answer> => {
  const answer = await kit.answer(first);
  return kit.answer(then, { history: [{ question: first, answer }], ...more });
};

describe('follow-ups that are searched', () => {
  it.each([
    ['Qui accuse l’Islande ?', 'et Andorre ?', /La Lettonie accuse/, /accuse Andorre/],
    ['Qui accuse l’Islande ?', 'et l’Islande ?', /dément/, /répond l’Islande/],
    ['Qui accuse l’Islande ?', 'qu’ont-ils répondu ?', /dément|preuves/, /Islande/],
    ['Qui accuse Oman ?', 'et le Paraguay ?', /gouvernement portugais/, /accuse le Paraguay/],
    ['Who accused Iceland?', 'and Oman?', /Uruguay/, /accused Oman/],
    ['Who accused Oman?', 'what did they answer?', /denied|tune/, /Oman/],
    ['谁指责斐济？', '那阿曼呢？', /Uruguay accused/, /指责阿曼/],
    ['谁指责斐济？', '他们如何回应？', /否认/, /斐济/],
    ['蒙古博物馆的攻击始于何时？', '谁指责的？', /蒙古/, /博物馆/],
  ])('%s %s', async (first, then, says, understood) => {
    const answer = await converse(first, then);
    expect(answerText(answer)).toMatch(says);
    expect(answer.asked).toMatch(understood);
    const notice = answer.notices.find(({ code }) => code === 'understood-as');
    expect(notice?.text).toContain(answer.asked);
  });

  it('say how they were understood when nothing is found', async () => {
    const answer = await converse('Qui accuse l’Islande ?', 'et le Japon ?');
    expect(answer.status).toBe('unanswered');
    expect(answer.asked).toMatch(/accuse le Japon/);
    expect(answer.notices.map(({ code }) => code)).toContain('understood-as');
  });

  it('leave a question of its own as it is', async () => {
    const alone = await kit.answer('Who accused Fiji?');
    const after = await converse('Qui accuse l’Islande ?', 'Who accused Fiji?');
    expect(after.asked).toBeUndefined();
    expect(answerText(after)).toBe(answerText(alone));
  });
});

describe('thanks and greetings in between', () => {
  it.each([
    ['Qui accuse l’Islande ?', 'merci', 'et Andorre ?', /accuse Andorre/],
    ['Who accused Iceland?', 'Hello!', 'and Oman?', /accused Oman/],
    ['谁指责斐济？', '谢谢', '那阿曼呢？', /指责阿曼/],
  ])('%s %s %s', async (first, aside, then, understood) => {
    expect((await converse(first, aside, then)).asked).toMatch(understood);
  });

  it('leave the numbers of the answer before them', async () => {
    const answer = await converse('Qui accuse l’Islande ?', 'merci', 'montre la source 1');
    expect(answer.status).toBe('answered');
  });

  it('are nothing to go on from', async () => {
    expect((await converse('merci', 'et la Chine ?')).asked).toBeUndefined();
  });
});

describe('follow-ups that need no search', () => {
  it.each([
    ['Qui accuse l’Islande ?', 'montre la source 2', 'fr'],
    ['Who accused Iceland?', 'show me the second source', 'en'],
    ['谁指责冰岛？', '显示来源2', 'zh'],
  ] as const)('%s %s', async (first, then, lang) => {
    const before = await kit.answer(first);
    const answer = await converse(first, then);
    expect(answer.status).toBe('answered');
    expect(answer.lang).toBe(lang);
    const wanted = before.citations[1];
    expect(answer.citations[0]?.sourceId).toBe(wanted?.sourceId);
    expect(answer.citations[0]?.url).toBe(wanted?.url);
    expect(answer.asked).toBeUndefined();
  });

  it('say how many sources there are where one is asked for that is not', async () => {
    const answer = await converse('Qui accuse l’Islande ?', 'montre la source 9');
    expect(answer.status).toBe('unanswered');
    expect(answer.lead).toMatch(/n’a que \d sources/);
    expect(answer.nearest.length).toBeGreaterThan(1);
  });

  it('say so where the last answer has no source', async () => {
    const answer = await converse('Qui accuse le Japon ?', 'montre la source 1');
    expect(answer.lead).toMatch(/aucune source/);
  });

  it('count the sources of the answer, not of the last look at one', async () => {
    const answer = await converse('Qui accuse l’Islande ?', 'montre la source 1', 'montre la source 2');
    expect(answer.status).toBe('answered');
  });

  it('say of a source that is shown again what has become of it', async () => {
    const answer = await kit.answer('Qui accuse l’Islande ?');
    const { sourceId } = answer.citations[0] ?? expect.fail('no source');
    await kit.index.setStanding(sourceId, { status: 'withdrawn', date: '2031-05-30', note: 'Faux.' });
    const history = [{ question: 'Qui accuse l’Islande ?', answer }];
    const shown = await kit.answer('montre la source 1', { history });
    const spoken = await kit.answer('qui le dit ?', { history });
    await kit.index.setStanding(sourceId, null);
    expect(shown.notices.map(({ code }) => code)).toEqual(['source-withdrawn']);
    expect(shown.notices[0]?.text).toMatch(/\[1\].*30 mai 2031.*Faux\./);
    expect(spoken.notices.map(({ code }) => code)).toContain('source-withdrawn');
  });

  it('give the last answer in another language', async () => {
    const answer = await converse('Qui accuse Oman ?', 'in English please');
    expect(answer.lang).toBe('en');
    expect(answerText(answer)).toMatch(/Uruguay accused Oman/);
    expect((await converse('Who accused Oman?', '用中文')).lang).toBe('zh');
  });

  it('go on with what was not shown yet, and say when there is no more', async () => {
    const said = ['Qui accuse l’Islande ?'];
    const shown = new Set<string>();
    for (;;) {
      const answer = await converse(...said);
      if (answer.status === 'unanswered') {
        expect(answer.lead).toMatch(/rien de plus/);
        break;
      }
      for (const { text } of answer.sentences.slice(0, 1)) {
        expect(shown).not.toContain(text);
        shown.add(text);
      }
      said.push('la suite');
      expect(said.length).toBeLessThan(6);
    }
  });

  it('tell who says so', async () => {
    const answer = await converse('Qu’a déclaré la porte-parole andorrane ?', 'qui le dit ?');
    expect(answer.sentences.some(({ speaker }) => speaker !== null)).toBe(true);
  });

  it('show nothing of a source that is gone, or of another workspace', async () => {
    const answer = await kit.answer('Qui accuse l’Islande ?');
    const gone = {
      ...answer,
      citations: answer.citations.map((c) => ({ ...c, excerpt: 'Ce texte a changé depuis.' })),
    };
    const history = [{ question: 'Qui accuse l’Islande ?', answer: gone }];
    const shown = await kit.answer('montre la source 1', { history });
    expect(shown.status).toBe('unanswered');
    expect(JSON.stringify(shown)).not.toContain('Ce texte a changé');
  });
});

it('keeps to the language that was forced', async () => {
  const answer = await askAfter('Qui accuse l’Islande ?', 'et Andorre ?', { lang: 'en' });
  expect(answer.lang).toBe('en');
});
