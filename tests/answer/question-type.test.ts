/** What a question asks for, in three languages, with and without accents. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type QuestionType, questionWord } from '../../src/answer/question-type.ts';

const FRENCH: readonly (readonly [QuestionType, readonly string[]])[] = [
  [
    'name',
    [
      'Comment s’appelle le ministre de la Défense ?',
      "Comment s'appelle-t-il ?",
      'Comment s’appelait le fonctionnaire inculpé ?',
      'Quel est le nom du groupe mis en cause ?',
      'Quels sont les noms des officiers inculpés ?',
    ],
  ],
  [
    'who',
    [
      'Qui a revendiqué l’attaque du port ?',
      'Par qui la banque a-t-elle été piratée ?',
      'À qui Riga impute-t-elle la panne ?',
      'A qui Riga impute-t-elle la panne ?',
      'Contre qui les sanctions ont-elles été prises ?',
    ],
  ],
  [
    'when',
    [
      'Quand l’intrusion a-t-elle été découverte ?',
      'Depuis quand le réseau était-il surveillé ?',
      'En quelle année l’hôpital a-t-il été visé ?',
      'En quelle annee l’hopital a-t-il ete vise ?',
      'À quelle date les sanctions ont-elles été prises ?',
      'Combien de temps la panne a-t-elle duré ?',
      'Pendant combien de temps les pirates sont-ils restés ?',
    ],
  ],
  [
    'count',
    [
      'Combien de personnes ont été inculpées ?',
      'Combien d’hôpitaux ont été touchés ?',
      'Quel est le montant de la rançon ?',
      'Quel nombre de courriels a été volé ?',
    ],
  ],
  [
    'where',
    [
      'Où se trouvait le serveur des pirates ?',
      'Ou se trouvait le serveur des pirates ?',
      'D’où venait l’attaque ?',
      'Dans quelle ville l’officier a-t-il été arrêté ?',
      'Dans quel pays l’entreprise est-elle installée ?',
    ],
  ],
  [
    'why',
    [
      'Pourquoi Berlin a-t-il rappelé son ambassadeur ?',
      'Pour quelle raison l’accord a-t-il été suspendu ?',
      'Quelle est la raison du renvoi ?',
    ],
  ],
  [
    'statement',
    [
      'Qu’a répondu Moscou ?',
      "Qu'a repondu Moscou ?",
      'Que dit l’Otan de cette campagne ?',
      'Quelle est la réaction de Pékin ?',
      'Comment Téhéran a-t-il réagi aux accusations ?',
      'Que reproche Vienne à Minsk ?',
    ],
  ],
  [
    'which',
    [
      'Quel logiciel malveillant a été utilisé ?',
      'Quelles sanctions ont été prises ?',
      'Lequel des deux groupes est cité ?',
      'Auquel des groupes pense Riga ?',
    ],
  ],
];

const ENGLISH: typeof FRENCH = [
  ['name', ['What is the name of the envoy?', 'What were their names?']],
  [
    'who',
    [
      'Who claimed responsibility?',
      'Whom does Oslo blame?',
      'By whom was it breached?',
      'Whose servers were hit?',
    ],
  ],
  [
    'when',
    [
      'When did the breach begin?',
      'In what year was the grid attacked?',
      'Since when were the intruders inside?',
      'How long did the outage last?',
    ],
  ],
  ['count', ['How many officers were charged?', 'How much did it cost?', 'What number of records leaked?']],
  ['where', ['Where was the suspect arrested?', 'From which country did the attack come?']],
  ['why', ['Why did Berlin recall its ambassador?', 'For what reason was he charged?']],
  [
    'statement',
    [
      'What did Moscow say about the charges?',
      'How did Tehran respond?',
      'What was Beijing’s reaction?',
      'What does NATO think of the campaign?',
    ],
  ],
  ['which', ['Which malware was used?', 'What kind of data was stolen?']],
];

const CHINESE: typeof FRENCH = [
  ['name', ['外交部发言人叫什么名字？', '该黑客组织的名字是什么？']],
  ['who', ['谁攻击了议会？', '是谁指控挪威？', '哪位官员否认了指控？']],
  ['when', ['议会何时遭到攻击？', '攻击是什么时候开始的？', '入侵持续了多久？', '哪一年发生的？']],
  ['count', ['有多少名黑客被起诉？', '几名外交官被驱逐？']],
  ['where', ['嫌疑人在哪里被捕？', '攻击来自哪个国家？']],
  ['why', ['柏林为什么召回大使？', '为何召见大使？']],
  ['statement', ['莫斯科如何回应？', '北京有何反应？', '发言人说了什么？']],
  ['which', ['哪个组织被指控？', '使用了什么恶意软件？']],
];

const table = (entries: typeof FRENCH): (readonly [QuestionType, string])[] =>
  entries.flatMap(([type, questions]) => questions.map((question) => [type, question] as const));

describe('questionWord', () => {
  test.each(table(FRENCH))('French, %s: %s', (type, question) => {
    expect(questionWord(question)?.type).toBe(type);
  });

  test.each(table(ENGLISH))('English, %s: %s', (type, question) => {
    expect(questionWord(question)?.type).toBe(type);
  });

  test.each(table(CHINESE))('Chinese, %s: %s', (type, question) => {
    expect(questionWord(question)?.type).toBe(type);
  });

  test.each([
    'APT31 Prague',
    'sanctions contre la Russie',
    '捷克 黑客',
    'Le parlement a été attaqué.',
    '',
    ' ',
  ])('«%s» asks nothing in particular', (words) => {
    expect(questionWord(words)).toBeNull();
  });

  test('the first question word decides', () => {
    expect(questionWord('Quand et par qui le port a-t-il été piraté ?')?.type).toBe('when');
    expect(questionWord('Who said when it began?')?.type).toBe('who');
  });

  test('gives the offsets of the words', () => {
    const question = 'Selon Riga, combien de serveurs ont été saisis ?';
    const word = questionWord(question);
    expect(question.slice(word?.start, word?.end)).toMatch(/^combien/);
  });

  test('stays within any text, quickly', () => {
    const piece = fc.constantFrom(
      'qui',
      'quel',
      'est',
      'le',
      'nom',
      'how',
      'many',
      'what',
      'did',
      '什么',
      ' ',
      '’',
      'x',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
        const text = pieces.join(' ');
        const word = questionWord(text);
        if (word === null) return;
        expect(word.start).toBeGreaterThanOrEqual(0);
        expect(word.end).toBeGreaterThan(word.start);
        expect(word.end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('a word that asks nothing where it stands', () => {
  test.each([
    ['Were the lamps lit when the ship came in?', undefined],
    ['What did Riga say when the ship came in?', 'statement'],
    ['When did the ship come in?', 'when'],
    ['In Riga, when exactly did the ship come in?', 'when'],
    ['The ship came in when?', 'when'],
    ['几名船长能代表港口吗？', undefined],
    ['几名船长到了？', 'count'],
    ['航行持续了多少年？', 'when'],
  ])('«%s»: %s', (question, type) => {
    expect(questionWord(question)?.type).toBe(type);
  });
});
