/** A question taken apart: language, terms, what it is about, and who is to speak. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyzeQuestion, isFraming, type Question } from '../../src/answer/question.ts';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';

const lexicon = loadLexicon();
const take = (text: string): Question => analyzeQuestion(text, lexicon);
const texts = (terms: Question['terms']): string[] => terms.map(({ text }) => text);
const ids = (terms: Question['terms']): string[] => terms.flatMap(({ concepts }) => concepts);

describe('the attacker’s deed', () => {
  test.each(['EvilPort 是谁干的？', 'EvilPort是谁做的', '谁干的EvilPort？'])(
    '«%s» asks for nothing but the author',
    (question) => {
      const { type, terms } = take(question);
      expect([type, texts(terms)]).toEqual(['author', ['EvilPort']]);
    },
  );
});

describe('language', () => {
  test.each([
    ['Qui accuse la Norvège ?', 'fr'],
    ['Who accuses Norway?', 'en'],
    ['谁指责挪威？', 'zh'],
    ['accusations contre la Norvège', 'fr'],
    ['Norway dam accusations', 'en'],
  ] as const)('«%s» is answered in %s', (question, lang) => {
    expect(take(question)).toMatchObject({ lang, answerLang: lang });
  });

  test('the asker’s choice decides the answer’s language, not how the question is read', () => {
    expect(analyzeQuestion('Who accuses Norway?', lexicon, 'zh')).toMatchObject({
      lang: 'en',
      answerLang: 'zh',
    });
  });

  test('a question in a language that Casebook does not speak is answered in English', () => {
    const question = take(
      'Welche Regierung hat das norwegische Ministerium beschuldigt, und warum geschah es?',
    );
    expect(question).toMatchObject({ lang: 'de', answerLang: 'en' });
  });
});

describe('terms', () => {
  test('a name is a name in each language, and the same concept', () => {
    for (const question of ['Qui accuse la Norvège ?', 'Who accuses Norway?', '谁指责挪威？']) {
      const { terms } = take(question);
      const norway = terms.find(({ concepts }) => concepts.includes('country:no'));
      expect(norway?.isName).toBe(true);
      expect(ids(terms)).toContain('accuse');
    }
  });

  test('an unknown word with a capital inside the question is a name', () => {
    const { terms } = take('Qui a piraté la société Zorblatt ?');
    expect(terms.find(({ text }) => text === 'Zorblatt')).toMatchObject({ isName: true, concepts: [] });
  });

  test('an unknown word without one is a word', () => {
    const { terms } = take('Qui a piraté les trottinettes ?');
    expect(terms.find(({ text }) => text === 'trottinettes')).toMatchObject({ isName: false, kind: 'word' });
  });

  test('acronyms and words with a number are names', () => {
    const { terms } = take('Qui dirige le groupe ZQX et XJ9 ?');
    expect(terms.filter(({ isName }) => isName).map(({ text }) => text)).toEqual(['ZQX', 'XJ9']);
  });

  test('question words and function words are no terms', () => {
    expect(texts(take('Quand le barrage a-t-il été ouvert ?').terms)).toEqual(['barrage', 'ouvert']);
    expect(texts(take('How many of the servers were seized by them?').terms)).not.toContain('many');
  });

  test('a word inside a longer term is no term of its own', () => {
    const { terms } = take('Que dit le ministère des Affaires étrangères ?');
    expect(texts(terms)).toEqual(['ministère des Affaires étrangères']);
  });

  test('nothing asked gives no terms', () => {
    for (const nothing of ['', '???', ' \n ', '«»']) expect(take(nothing).terms).toEqual([]);
  });

  test('what only frames a question is known as such', () => {
    const { terms } = take('What is Oslo’s reaction to the hack?');
    expect(terms.filter(isFraming).map(({ text }) => text)).toEqual(['reaction']);
  });
});

describe('focus', () => {
  test.each([
    ['Quel logiciel malveillant a visé la centrale ?', 'logiciel malveillant'],
    ['Combien d’officiers ont été inculpés ?', 'officiers'],
    ['Which group attacked the dam?', 'group'],
    ['How many officers were charged?', 'officers'],
    ['使用了哪种恶意软件？', '恶意软件'],
    ['有多少名黑客被起诉？', '黑客'],
  ])('«%s» wants a kind of «%s»', (question, focus) => {
    expect(take(question).focus?.text).toBe(focus);
  });

  test.each(['Qui accuse la Norvège ?', 'When was the dam opened?', 'What did Oslo want?'])(
    '«%s» names no kind',
    (question) => {
      expect(take(question).focus).toBeNull();
    },
  );
});

describe('target: who is accused is not who is asked for', () => {
  test.each([
    ['Qui accuse la Norvège ?', 'Norvège'],
    ['La Norvège est accusée par qui ?', 'Norvège'],
    ['Qui a sanctionné APT28 ?', 'APT28'],
    ['Who blamed Iran for the attack?', 'Iran'],
    ['Who accused Zorblatt?', 'Zorblatt'],
    ['谁指控伊朗？', '伊朗'],
  ])('«%s»: %s', (question, target) => {
    expect(texts(take(question).target)).toEqual([target]);
  });

  test.each(['Qui la Finlande accuse-t-elle ?', 'Who did Albania blame?'])(
    '«%s» asks for the accused: whoever accuses may speak',
    (question) => {
      expect(take(question).target).toEqual([]);
    },
  );

  test('only a question for somebody has one', () => {
    expect(take('Quand la Norvège a-t-elle été accusée ?').target).toEqual([]);
  });
});

describe('speaker: whose statement is asked for', () => {
  test.each([
    ['Quelle est la réaction de Pékin ?', ['Pékin']],
    ['Qu’a répondu l’ambassade de Russie à Paris ?', ['ambassade', 'Russie', 'Paris']],
    ['Que pense l’Otan de la campagne contre l’Albanie ?', ['Otan']],
    ['Comment Téhéran a-t-il réagi aux accusations de Tirana ?', ['Téhéran']],
    ['What did the Iranian embassy in London say about the charges?', ['Iranian', 'embassy', 'London']],
    ['How did Tehran respond to Albania?', ['Tehran']],
    ['What is Beijing’s reaction to the Czech accusation?', ['Beijing']],
    ['北京对捷克的指控有何回应？', ['北京']],
    ['俄罗斯外交部如何回应指控？', ['俄罗斯', '外交部']],
  ])('«%s»: %j', (question, speaker) => {
    expect(texts(take(question).speaker)).toEqual(speaker);
  });

  test.each(['Qui accuse la Norvège ?', 'Quand Oslo a-t-il réagi ?', 'Which group attacked the dam?'])(
    '«%s» asks for no statement',
    (question) => {
      expect(take(question).speaker).toEqual([]);
    },
  );
});

test('every term of any question is a stretch of it, in order', () => {
  const piece = fc.constantFrom(
    ...'Qui accuse la Norvège APT31 ministère des Affaires étrangères 谁 指控 捷克 外交部 what did the embassy say ? ’ « 2031 US us Zorblatt'.split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom(' ', ''), (pieces, space) => {
      const text = pieces.join(space);
      const { terms, focus, target, speaker } = take(text);
      let last = 0;
      for (const term of terms) {
        expect(text.slice(term.start, term.end)).toBe(term.text);
        expect(term.start).toBeGreaterThanOrEqual(last);
        last = term.start;
      }
      for (const term of [...(focus === null ? [] : [focus]), ...target, ...speaker])
        expect(terms).toContain(term);
    }),
  );
});

describe('the attacker is sought', () => {
  test.each([
    'Who hacked Microsoft Exchange?',
    'Who is behind the attack on the Norwegian parliament?',
    'Qui a piraté la Commission électorale ?',
    'Qui est responsable de l’attaque ?',
    '谁攻击了挪威议会？',
  ])('by «%s»', (text) => expect(take(text).type).toBe('author'));

  test.each(['Qui a découvert l’attaque ?', 'Who discovered the hack?', 'Who accused Norway of hacking?'])(
    'and not by «%s»',
    (text) => expect(take(text).type).toBe('who'),
  );
});

describe('who is accused', () => {
  test.each([
    ['Qui accuse Andorre d’avoir attaqué le port de Riga ?', ['Andorre']],
    ['Qui Andorre accuse-t-elle d’avoir attaqué le port de Riga ?', []],
    ['Who blamed Andorra for the attack on Malta?', ['Andorra']],
    ['Who was indicted in Malta over the attack?', []],
    ['Who is accusing Andorra of the attack?', ['Andorra']],
    ['Qui est accusé de l’attaque contre Malte ?', []],
    ['谁被指责攻击了马耳他？', []],
    ['谁指责安道尔攻击了马耳他？', ['安道尔']],
  ])('«%s»', (question, target) => {
    expect(texts(take(question).target)).toEqual(target);
  });
});

describe('what is counted', () => {
  test.each([
    ['How many Norwegian diplomats were expelled?', 'diplomats'],
    ['马耳他驱逐了几名挪威外交官？', '外交官'],
    ['警方发现了多少起攻击？', '攻击'],
  ])('«%s»: %s', (question, focus) => {
    expect(take(question).focus?.text).toBe(focus);
  });
});

test('several words are a name in English when all of them are written so', () => {
  const named = (question: string): string[] => texts(take(question).terms.filter(({ isName }) => isName));
  expect(named('Was the Electoral Commission attacked?')).toEqual(['Electoral Commission']);
  expect(named('Were any GRU officers arrested?')).not.toContain('GRU officers');
});

describe('the language of the answer', () => {
  test.each([
    ['APT31 ?', undefined, undefined, 'en'],
    ['APT31 ?', undefined, 'fr', 'fr'],
    ['APT31 ?', undefined, 'zh', 'zh'],
    ['APT31 ?', 'en', 'fr', 'en'],
    ['Who attacked the Czech foreign ministry?', undefined, 'fr', 'en'],
    ['Wer hat das tschechische Außenministerium angegriffen?', undefined, 'fr', 'fr'],
    ['谁攻击了捷克外交部？', undefined, 'en', 'zh'],
  ] as const)('%j, forced %j, client %j: %j', (text, forced, client, expected) => {
    expect(analyzeQuestion(text, lexicon, forced, client).answerLang).toBe(expected);
  });
});
