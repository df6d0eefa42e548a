/** States in headlines of languages that the lexicon has no labels of, by the names that the platform knows. */

import { evenFold } from '../../claims/even-fold.ts';

interface ForeignState {
  readonly start: number;
  readonly end: number;
  readonly country: string;
}

/** States that accuse, are accused or are attacked in most of the field's news; codes of ISO 3166-1. */
const STATES =
  'AE AL AM AT AU AZ BA BE BG BR BY CA CH CN CR CU CY CZ DE DK EE EG ES FI FR GB GE GR HR HU ID IE IL IN IQ IR IS IT JP KP KR KZ LB LT LU LV MA MD ME MK MX MY NL NO NZ PH PK PL PT QA RO RS RU SA SE SG SI SK SY TH TR TW UA US UZ VN'.split(
    ' ',
  );
/** An ending may bend («Rosja», «rosyjski»): letters of a name that must agree, of those that it has. */
const STEM_SHARE = 0.7;
const LEAST_STEM = 4;
/** Capitals, peoples and seats of government of the states that are accused most, as beginnings of folded words. */
const ALSO: Readonly<Record<string, string>> = {
  RU: 'moska moskw moskv mosco mosku moskou mosca krem russ rosyj rusk ruso venaj orosz москв кремл росси русск',
  CN: 'pekin pechin peking chin kines cines kina kitaj китай пекин',
  IR: 'tehera iran иран',
  KP: 'pjongj pyongy nordkorea nordcorea пхеньян',
  US: 'washington usa amerik american американ вашингтон',
  GB: 'brit londy lond лондон',
};
const known = new Map<string, ReadonlyMap<string, string>>();

/** Stems of the states' names in the language, lower-case. */
function stemsOf(lang: string): ReadonlyMap<string, string> {
  const cached = known.get(lang);
  if (cached !== undefined) return cached;
  const stems = new Map<string, string>();
  for (const locale of [lang, ...(lang === 'no' ? ['nb'] : [])]) {
    const names = displayNames(locale);
    for (const code of names === null ? [] : STATES) {
      const name = evenFold(names?.of(code) ?? code);
      const spaced = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u.test(name);
      const stem = spaced ? name.slice(0, Math.max(LEAST_STEM, Math.ceil(name.length * STEM_SHARE))) : name;
      if (name !== code.toLowerCase() && stem.length > 1 && !stems.has(stem)) stems.set(stem, code);
    }
  }
  for (const [code, words] of Object.entries(ALSO))
    for (const word of words.split(' ')) stems.set(word, code);
  known.set(lang, stems);
  return stems;
}

function displayNames(locale: string): Intl.DisplayNames | null {
  try {
    return new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
  } catch {
    return null;
  }
}

/** Empty for French, English and Chinese, whose names the lexicon has. */
export function foreignStates(text: string, lang: string): ForeignState[] {
  if (['fr', 'en', 'zh'].includes(lang)) return [];
  const lower = evenFold(text);
  const found: ForeignState[] = [];
  for (const [stem, country] of stemsOf(lang))
    for (let at = lower.indexOf(stem); at !== -1; at = lower.indexOf(stem, at + 1)) {
      const inWord = at > 0 && /\p{L}/u.test(lower.charAt(at - 1)) && !/\p{Script=Han}/u.test(stem);
      if (!inWord) found.push({ start: at, end: at + stem.length, country });
    }
  return found;
}
