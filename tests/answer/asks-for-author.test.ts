/** Which questions ask for the attacker, and which for an accuser, a victim, or somebody else. */
import { describe, expect, test } from 'vitest';
import { analyzeQuestion } from '../../src/answer/question.ts';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';

const lexicon = loadLexicon();
const typeOf = (question: string): string => analyzeQuestion(question, lexicon).type;

describe('the attacker is asked for', () => {
  test.each([
    'Qui a piraté la bourse de Riga ?',
    'Qui est derrière la panne des ferries ?',
    'Qui serait l’auteur du piratage de la bourse ?',
    'Qui, selon Oslo, a attaqué le barrage ?',
    'À qui attribue-t-on le piratage du cadastre ?',
    'Quel groupe a infiltré la banque centrale ?',
    'Quel pays est soupçonné d’avoir visé les hôpitaux ?',
    'Who was behind the outage of the trams?',
    'Who carried out the attack on the land registry?',
    'Who was accused of the theft of the files?',
    'Which country is blamed for the attack on the ferries?',
    'Which group breached the tax office?',
    'To whom is the intrusion attributed?',
    '谁对议会发动了网络攻击？',
    '谁在春节期间入侵了银行系统？',
    '医院的系统被谁瘫痪？',
    '哪个国家被指攻击了水坝？',
    '这次攻击被归咎于谁？',
    '谁是这次攻击的幕后黑手？',
  ])('%s', (question) => expect(typeOf(question)).toBe('author'));
});

describe('somebody else is', () => {
  test.each([
    'Qui accuse l’Iran d’être derrière l’attaque ?',
    'Qui a dénoncé l’attaque contre les hôpitaux ?',
    'Qui a enquêté sur le piratage ?',
    'Qui a aidé à trouver l’auteur du piratage ?',
    'Who says that the registry was hacked from abroad?',
    'Who launched an inquiry into the hack?',
    'Who was the victim of the attack?',
    'Who blamed Iran for the attack?',
    'Which ministry was hacked?',
    'Where was the hacker arrested?',
    '谁指责伊朗攻击了银行？',
    '谁发现了这次攻击？',
    '谁在攻击中受害？',
  ])('%s', (question) => expect(typeOf(question)).not.toBe('author'));
});
