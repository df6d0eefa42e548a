/** Numbers in French and English text, in digits and in words. */
import { fold } from '../lexicon/fold.ts';
import type { Token } from '../lexicon/tokenize.ts';
import { findHanNumbers } from './han-numbers.ts';
import type { FoundNumber, NumberUnit } from './number.ts';
import { ordinal, partOf, scaleOf, smallNumber, vagueNumber } from './numeral-words.ts';

const HAN = /\p{Script=Han}/u;
const DIGITS = /\d{1,3}(?:[.,\u00a0\u202f' ]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?/gu;
const UNITS: readonly [RegExp, NumberUnit][] = [
  [/^\s*(?:%|pour cent\b|per ?cent\b|percentage\b|points? de pourcentage)/iu, 'percent'],
  [/^\s*(?:de\s+)?(?:us\s*)?(?:\$|dollars?\b|usd\b)/iu, 'dollar'],
  [/^\s*(?:d['’])?(?:€|euros?\b|eur\b)/iu, 'euro'],
  [/^\s*(?:de\s+)?(?:£|livres?\b|pounds?\b)/iu, 'pound'],
  [/^\s*(?:de\s+)?(?:yuans?\b|rmb\b)/iu, 'yuan'],
  [/^[\s-]*(?:d['’])?(?:heures?|hours?)\b|^(?:个|個)?(?:小时|小時)/iu, 'hour'],
  [/^[\s-]*(?:de\s+)?(?:jours?|days?)\b|^[天日]/iu, 'day'],
  [/^[\s-]*(?:de\s+)?(?:semaines?|weeks?)\b|^(?:个|個)?(?:周|星期)/iu, 'week'],
  [/^[\s-]*(?:de\s+)?(?:mois|months?)\b|^(?:个|個)?月/iu, 'month'],
  [/^[\s-]*(?:d['’])?(?:ans?|années?|years?)\b|^年/iu, 'year'],
];
const SIGNS: Readonly<Record<string, NumberUnit>> = { $: 'dollar', '€': 'euro', '£': 'pound', '¥': 'yuan' };
const ABOUT =
  /(?:environ|quelque|a peu pres|autour de|de l'ordre de|une|about|around|some|roughly|approximately|an estimated)\s*$/u;
const LESS =
  /(?:pres d[e']|presque|moins d[e']|jusqu'a|au plus|quasiment|nearly|almost|close to|up to|less than|fewer than|under|at most|below)\s*$/u;
const MORE =
  /(?:plus d[e']|au moins|au-dela de|depass\w+(?: les?)?|more than|over|at least|upwards of|exceed\w*|above|beyond)\s*$/u;
/** «Plusieurs heures», "for days", 数天: how long, roughly. */
const SOME_TIME =
  /(?<!\p{L})(?:plusieurs|quelques|several|a few|some|many|des|de longues|for)\s+(?=(?:heures|jours|semaines|mois|années|ans|hours|days|weeks|months|years)(?!\p{L}))|[数几數幾](?=(?:个|個)?(?:小时|小時|天|日|周|星期|月|年))/giu;

const SCALED = /^\s?(?:million|billion|milliard|trillion|thousand|bn|mn)/iu;
/** «Les deux pays», "the two sides": both, and no count. */
const BOTH = /(?:\b(?:les|des|aux|ces|nos|leurs|ses|the|both|these|its|their|of|between|entre)\s+)$/u;

/**
 * The numbers of a text, in order.
 *
 * @param taken offsets that belong to dates or names.
 * @param strict leave out what may be no count; for a sentence to be checked, not for what it is checked against.
 */
export function findNumbers(
  { text, lang, tokens }: { readonly text: string; readonly lang: string; readonly tokens: readonly Token[] },
  taken: (start: number, end: number) => boolean,
  strict: boolean,
): FoundNumber[] {
  const some = [...text.matchAll(SOME_TIME)].map((match): FoundNumber => {
    const end = match.index + match[0].length;
    return {
      ...describe(text, { start: match.index, end, value: 2, ordinal: false, vague: true }),
      bound: null,
    };
  });
  if (lang === 'zh' || lang === 'ja' || HAN.test(text))
    return [...findHanNumbers(text, strict), ...some].filter(({ start, end }) => !taken(start, end));
  const found = [...some, ...inDigits(text, lang, tokens), ...inWords(text, lang, tokens, strict, taken)];
  return found.filter(({ start, end }) => !taken(start, end)).sort((a, b) => a.start - b.start);
}

function inDigits(text: string, lang: string, tokens: readonly Token[]): FoundNumber[] {
  const found: FoundNumber[] = [];
  for (const match of text.matchAll(DIGITS)) {
    const start = match.index;
    let end = start + match[0].length;
    // «APT31», «26165A», «5G», «3.2.1».
    if (/[\p{L}_]-?$|\d[.:/]$/u.test(text.slice(Math.max(0, start - 2), start))) continue;
    const suffix = /^(?:er|e|eme|ème|st|nd|rd|th)\b/u.exec(text.slice(end))?.[0];
    if (
      suffix === undefined &&
      /^(?:[^\W\d_]{2,}|[A-Z]\b)/u.test(text.slice(end)) &&
      !/^(?:bn|mn|m|md|k)\b/iu.test(text.slice(end))
    )
      continue;
    let value = parseDigits(match[0], lang, text.slice(end));
    const factor = /^(k|m|bn|mn|md)\b/iu.exec(text.slice(end))?.[1]?.toLowerCase();
    if (factor !== undefined) {
      value *= factor === 'k' ? 1e3 : factor.startsWith('m') && factor !== 'md' ? 1e6 : 1e9;
      end += factor.length;
    }
    for (let i = tokens.findIndex((token) => token.start >= end); i !== -1; i += 1) {
      const token = tokens[i];
      const scale = token === undefined ? undefined : scaleOf(lang, token.folded);
      if (token === undefined || scale === undefined || token.start - end > 2) break;
      value *= scale;
      end = token.end;
    }
    found.push(describe(text, { start, end, value, ordinal: suffix !== undefined, vague: false }));
  }
  return found;
}

/** "167.254 million" has a decimal point in English, and «167,254 millions» a decimal comma in French. */
function parseDigits(digits: string, lang: string, behind: string): number {
  const mark = lang === 'en' ? '.' : ',';
  const [whole_ = '', decimals = '', ...more] = digits.split(mark);
  if (decimals !== '' && more.length === 0 && SCALED.test(behind))
    return Number(`${whole_.replace(/\D/g, '')}.${decimals}`);
  const grouped = /^\d{1,3}(?:[.,\u00a0\u202f' ]\d{3})+(?:[.,]\d+)?$/u.test(digits) && !/^0/.test(digits);
  if (!grouped) return Number(digits.replace(',', '.'));
  const [, whole = '', rest = ''] = /^(.*?\d{3})([.,]\d{1,2})?$/u.exec(digits) ?? [];
  return Number(`${whole.replace(/\D/g, '')}${rest.replace(',', '.')}`);
}

const isJoined = (text: string, a: Token, b: Token): boolean =>
  /^[\s-]{0,2}$/u.test(text.slice(a.end, b.start));

function inWords(
  text: string,
  lang: string,
  tokens: readonly Token[],
  strict: boolean,
  taken: (start: number, end: number) => boolean,
): FoundNumber[] {
  const found: FoundNumber[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const first = tokens[i];
    if (first === undefined || first.numeric) continue;
    const before = tokens[i - 1];
    const nth = ordinal(lang, first.folded);
    const part = partOf(lang, first.folded);
    if (
      part !== undefined &&
      (nth === undefined || (before !== undefined && /^(?:a|one|two)$/.test(before.folded)))
    ) {
      const times = before === undefined ? 1 : (smallNumber(lang, before.folded) ?? 1);
      found.push({
        ...describe(text, {
          start: first.start,
          end: first.end,
          value: part * times,
          ordinal: false,
          vague: false,
        }),
        unit: 'percent',
      });
      continue;
    }
    if (nth !== undefined) {
      found.push(
        describe(text, { start: first.start, end: first.end, value: nth, ordinal: true, vague: false }),
      );
      continue;
    }
    const run = readRun(lang, tokens, i);
    if (run === null) continue;
    const next = tokens[run.last + 1];
    if (run.value < 10 && next !== undefined && partOf(lang, next.folded) !== undefined) continue;
    const last = tokens[run.last] ?? first;
    i = run.last;
    // «40 millions»; what follows a comma or a date is a number of its own.
    if (before?.numeric === true && isJoined(text, before, first) && !taken(before.start, before.end))
      continue;
    const both = BOTH.test(fold(text.slice(Math.max(0, first.start - 12), first.start)));
    if (strict && run.value === 2 && both) continue;
    found.push(
      describe(text, {
        start: first.start,
        end: last.end,
        value: run.value,
        ordinal: false,
        vague: run.vague,
      }),
    );
  }
  return found;
}

/** The number that begins with the token, or null: «quarante et un mille», "three hundred and five", «des milliers». */
function readRun(
  lang: string,
  tokens: readonly Token[],
  from: number,
): { readonly value: number; readonly vague: boolean; readonly last: number } | null {
  let total = 0;
  let current = 0;
  let last = -1;
  let vague = false;
  for (let i = from; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    const word = token.folded;
    const small = smallNumber(lang, word);
    const scale = scaleOf(lang, word);
    const rough = current === 0 || vague ? vagueNumber(lang, word) : undefined;
    if (rough !== undefined) {
      current = vague ? current * rough : rough;
      vague = true;
    } else if (vague) {
      if (scale !== undefined && !token.stop) current *= scale;
      else if (/^(?:de|d|of)$/.test(word)) continue;
      else break;
    } else if (small !== undefined) {
      // «Quatre-vingt(s)», «quatre-vingt-dix»: here they multiply.
      current = lang === 'fr' && small === 20 && current % 100 === 4 ? current + 76 : current + small;
    } else if (scale !== undefined) {
      // «Cent», «mille», "hundred": one of it where nothing stands before.
      if (scale === 100) current = Math.max(1, current) * 100;
      else {
        total += Math.max(1, current) * scale;
        current = 0;
      }
    } else if (
      (word === 'et' || word === 'and' || /^(?:un|une|one)$/.test(word)) &&
      last === i - 1 &&
      i > from
    ) {
      const next = tokens[i + 1];
      if (/^(?:un|une|one)$/.test(word) && current >= 20 && current % 10 === 0) current += 1;
      else if (
        next === undefined ||
        (smallNumber(lang, next.folded) === undefined && !/^une?$/.test(next.folded))
      )
        break;
      else if (word === 'and' && total === 0 && current < 100) break;
      else if (word === 'et' && current < 20 && total === 0) break;
      else {
        last = i;
        continue;
      }
    } else break;
    last = i;
  }
  const value = total + current;
  return last === -1 || value === 0 ? null : { value, vague, last };
}

function describe(
  text: string,
  number: Pick<FoundNumber, 'start' | 'end' | 'value' | 'ordinal' | 'vague'>,
): FoundNumber {
  const before = fold(text.slice(Math.max(0, number.start - 24), number.start));
  const after = text.slice(number.end, number.end + 24);
  const sign = SIGNS[/([$€£¥])\s?$/u.exec(before)?.[1] ?? ''];
  const lead = before.replace(/(?:us|a|nz)?[$€£¥]\s?$/u, '');
  const unit = sign ?? UNITS.find(([pattern]) => pattern.test(after))?.[1] ?? null;
  const bound = LESS.test(lead) ? 'less' : MORE.test(lead) ? 'more' : ABOUT.test(lead) ? 'about' : null;
  return { ...number, unit, bound };
}
