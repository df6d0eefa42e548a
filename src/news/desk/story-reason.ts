/** Why a report was put to a story, in the words of people. */
import type { AnswerLang } from '../../core/answer.ts';
import { countryName } from '../../core/country-name.ts';

const WORDS: Readonly<Record<string, Readonly<Record<AnswerLang, string>>>> = {
  'same text': { fr: 'même texte', en: 'same text', zh: '文本相同' },
  'same address': { fr: 'même adresse', en: 'same address', zh: '网址相同' },
  'same accused': { fr: 'même accusé', en: 'same accused', zh: '被指控方相同' },
  'same accuser': { fr: 'même accusateur', en: 'same accuser', zh: '指控方相同' },
  'other accused': { fr: 'autre accusé', en: 'other accused', zh: '被指控方不同' },
  'other accuser': { fr: 'autre accusateur', en: 'other accuser', zh: '指控方不同' },
  'other actor': { fr: 'autre groupe d’attaquants', en: 'other group of attackers', zh: '攻击组织不同' },
  'other target': { fr: 'autre cible', en: 'other target', zh: '攻击目标不同' },
  'other victim': { fr: 'autre pays visé', en: 'other country attacked', zh: '受害国不同' },
  'same case': { fr: 'même affaire', en: 'same case', zh: '同一案件' },
  'other case': { fr: 'autre affaire', en: 'other case', zh: '不同案件' },
};
/** Countries of a sign, such as `FI` or `FI-RU`. */
const COUNTRIES = /^[A-Z]{2}(?:-[A-Z]{2})*$/;

/** @param actorName by the concept's id; null for an actor without a name. A shared word is returned as it is. */
export function storyReason(
  reason: string,
  lang: AnswerLang,
  actorName: (id: string) => string | null,
): string {
  const words = WORDS[reason];
  if (words !== undefined) return words[lang];
  if (reason.startsWith('actor:')) return actorName(reason) ?? reason.slice('actor:'.length);
  if (!COUNTRIES.test(reason)) return reason;
  return reason
    .split('-')
    .map((code) => countryName(code, lang))
    .join(' – ');
}
