/** What a sentence says that somebody does: accuses, denies, punishes; and where in the sentence. */
import type { Act, ActPattern } from './act.ts';
import { ENGLISH_ACTS } from './acts-en.ts';
import { FRENCH_ACTS } from './acts-fr.ts';
import { CHINESE_ACTS } from './acts-zh.ts';
import { evenFold } from './even-fold.ts';

const TABLES: Readonly<Record<string, readonly ActPattern[]>> = {
  fr: FRENCH_ACTS,
  en: ENGLISH_ACTS,
  zh: CHINESE_ACTS,
};
/** What makes the verb behind it a passive. */
const PASSIVE =
  /(?:^|[\s'])(?:est|sont|etait|etaient|ete|fut|furent|sera|seront|was|were|been|is|are|being|被)\s*(?:\p{L}+(?:ment|ly)\s+)?$/u;
/** What turns an act round: «sans accuser», "did not blame", "refrained from accusing". */
const NOT_DONE =
  /(?:\b(?:sans|without|not|never|n'[a-z]+ (?:pas|jamais)|ne [a-z]+ (?:pas|jamais)|refrained from|no|aucune?|nobody|refus\w* d(?:e |'))\s+(?:\p{L}+\s){0,2}|(?:未|没有|沒有|不))$/u;
/** «a «fermement condamné …»: the verb is the sentence's own, although it is quoted. */
const HALF_QUOTED = /(?:\b(?:a|ont|has|have|had|avait)\s?[«"“]\s?(?:\p{L}+ )?|^[^«“"]*\p{L}\s?[«“"]\s?)$/u;
/** An auxiliary, and what may stand between it and its participle: «a de son côté inculpé», «et accusé». */
const AUXILIARY =
  /(?:(?:^|\s|'|«\s?)(?:a|ont|avait|avaient|ayant|avoir|ai|est|sont|ete|etait|etaient|fut|furent)\s(?:[\p{L}-]+\s){0,3}|(?:\b(?:et|ou)|,)\s(?:\p{L}+ment\s)?)$/u;
/** «une enquête menée par la police»: nothing is said of the attack's author. */
const INQUIRY =
  /\b(?:enquetes?|inquir\w+|investigations?|analyse|analysis|perquisition\w*|operation)\b[^.;]{0,90}$/u;
/** What may come and has not: «pourrait sanctionner». */
const LATER =
  /(?:\b(?:s'il|could|might|may|would|should|pourrai\w+|devrai\w+|menac\w+ de|threaten\w* to|ready to|pret\w* a|kept open)\s+(?:\p{L}+\s){0,2})$/u;

/** The acts of a sentence, in order; one for each kind and place. */
export function findActs(text: string, lang: string): Act[] {
  const folded = evenFold(text);
  const acts: Act[] = [];
  for (const { kind, sign, form, legal = false } of TABLES[lang] ?? [])
    for (const match of folded.matchAll(new RegExp(sign.source, 'gu'))) {
      const start = match.index;
      const end = start + match[0].length;
      const before = folded.slice(0, start);
      if (NOT_DONE.test(before) || (form === 'does' && LATER.test(before))) continue;
      if (form === 'does' && insideQuotation(text, start) && !HALF_QUOTED.test(before)) continue;
      if (form === 'does' && lang === 'fr' && isParticiple(text.slice(start, end), before)) continue;
      if (INQUIRY.test(before) && form === 'says') continue;
      const passive =
        form === 'does' && (PASSIVE.test(before) || /^(?:被|est |was |were |sont )/u.test(match[0]));
      if (acts.some((act) => act.kind === kind && start < act.end && end > act.start)) continue;
      acts.push({ kind, form, legal, passive, start, end });
    }
  return acts.sort((a, b) => a.start - b.start);
}

/** «X, inculpé aux États-Unis»: a participle without its auxiliary is no act of this sentence. */
function isParticiple(words: string, before: string): boolean {
  return /^\p{L}+ée?s?$/u.test(words.split(' ')[0] ?? '') && !AUXILIARY.test(before);
}

/** Whether an offset lies between quotation marks: what is quoted there was said, and is not reported. */
export function insideQuotation(text: string, at: number): boolean {
  const before = text.slice(0, at);
  const opened = (before.match(/[«“]/gu)?.length ?? 0) - (before.match(/[»”]/gu)?.length ?? 0);
  return opened > 0 || (before.match(/"/gu)?.length ?? 0) % 2 === 1;
}
