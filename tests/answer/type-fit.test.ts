/** Whether a sentence holds the kind of thing that is asked for. Compares sentences; the numbers are free to move. */
import { describe, expect, test } from 'vitest';
import { analyzeQuestion } from '../../src/answer/question.ts';
import { typeFit } from '../../src/answer/type-fit.ts';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { readWords } from '../support/answer-kit.ts';

const lexicon = loadLexicon();
function fit(question: string, text: string, lang = 'fr'): number {
  const [sentence] = readWords(lexicon, text, lang).sentences;
  if (sentence === undefined) throw new Error('no sentence');
  return typeFit(analyzeQuestion(question, lexicon), sentence, lexicon);
}

describe('typeFit', () => {
  test.each<[string, string, string, string, string]>([
    [
      'a date for «quand»',
      'Quand le port a-t-il été piraté ?',
      'Le port a été piraté le 3 mars 2031.',
      'Le port a été piraté par un groupe.',
      'fr',
    ],
    [
      'a number for «combien», and not that of a date',
      'Combien d’officiers ont été inculpés ?',
      'Le tribunal a inculpé trois officiers.',
      'Le tribunal a inculpé des officiers en 2031.',
      'fr',
    ],
    [
      'a number of the thing that is counted',
      'Combien d’officiers ont été inculpés ?',
      'Trois officiers ont été inculpés.',
      'Des officiers ont été inculpés pour avoir pris trois bateaux.',
      'fr',
    ],
    [
      'a place for «où»',
      'Où le suspect a-t-il été arrêté ?',
      'Le suspect a été arrêté à Tallinn.',
      'Le suspect a été arrêté ce matin.',
      'fr',
    ],
    [
      'a kind of malware for «quel logiciel malveillant»',
      'Quel logiciel malveillant a visé le port ?',
      'Le port a été visé par un effaceur de données, un logiciel malveillant.',
      'Le port a été visé par des bateaux.',
      'fr',
    ],
    [
      'somebody for «qui»',
      'Qui accuse la Norvège ?',
      'La Finlande accuse la Norvège.',
      'On accuse la Norvège.',
      'fr',
    ],
    [
      'a reason for «pourquoi»',
      'Pourquoi Riga a-t-elle rappelé son ambassadeur ?',
      'Riga a rappelé son ambassadeur en raison d’une panne.',
      'Riga a rappelé son ambassadeur.',
      'fr',
    ],
    [
      'a person’s name beside the office',
      'Comment s’appelle l’ambassadeur de Norvège ?',
      'L’ambassadeur de Norvège, Harald Lind, a protesté.',
      'L’ambassadeur de Norvège a protesté.',
      'fr',
    ],
    [
      'somebody who speaks for a statement',
      'Qu’a déclaré Oslo ?',
      'Oslo a déclaré que rien n’était prouvé.',
      'Les bateaux sont à quai.',
      'fr',
    ],
    [
      'a date for a Chinese question, in French',
      '港口何时遭到攻击？',
      'Le port a été piraté en mars 2031.',
      'Le port a été piraté.',
      'fr',
    ],
    ['a number in Chinese', '有多少名黑客被起诉？', '七名黑客被起诉。', '黑客被起诉。', 'zh'],
  ])('%s', (_, question, holds, lacks, lang) => {
    expect(fit(question, holds, lang)).toBeGreaterThan(fit(question, lacks, lang));
    expect(fit(question, holds, lang)).toBeLessThanOrEqual(1);
    expect(fit(question, lacks, lang)).toBeGreaterThanOrEqual(0);
  });

  test('a date with its day or year is worth more than «hier»', () => {
    const question = 'Quand le port a-t-il été piraté ?';
    expect(fit(question, 'Le port a été piraté en 2031.')).toBeGreaterThan(
      fit(question, 'Le port a été piraté hier.'),
    );
  });

  test('a name that the question itself holds is no answer to it', () => {
    const question = 'Comment s’appelle l’ambassadeur qui succède à Harald Lind ?';
    expect(fit(question, 'L’ambassadeur Harald Lind a protesté.')).toBeLessThan(
      fit(question, 'L’ambassadeur Nils Dahl a protesté.'),
    );
  });

  test('a question that asks for nothing in particular takes any sentence', () => {
    expect(fit('Norvège barrage', 'La Norvège a un barrage.')).toBe(fit('Norvège barrage', 'Il pleut.'));
  });

  test.each([
    'à la suite d’une panne',
    'en raison de la panne',
    'à cause du froid',
    'parce que rien n’allait',
    'face à la panne',
  ])('«%s» is a reason, accents or not', (reason) => {
    const question = 'Pourquoi Riga a-t-elle rappelé son ambassadeur ?';
    const plain = 'Riga a rappelé son ambassadeur';
    expect(fit(question, `${plain} ${reason}.`)).toBeGreaterThan(fit(question, `${plain}.`));
  });
});
