/** Dates and numbers in a sentence. */
import { isName } from '../lexicon/concept.ts';
import type { Analysis } from '../lexicon/lexicon.ts';

export interface Quantity {
  readonly kind: 'date' | 'number';
  /** Offsets in UTF-16 code units of the analyzed text. */
  readonly start: number;
  readonly end: number;
}

/** Concepts that tell how many, roughly too: «des milliers». */
const NUMBER = /^(?:number:|(?:dozens|hundreds|thousands|millions|hundred-million|half)$)/u;

const MONTHS =
  'janvier|fevrier|février|mars|avril|mai|juin|juillet|aout|août|septembre|octobre|novembre|decembre|décembre|january|february|march|april|may|june|july|august|september|october|november|december';
const WEEKDAYS =
  'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday';

/** Numbers that are written out before a span of time: «quatorze mois», "a year". */
const COUNTED =
  'une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|twenty|thirty';

/** What reads as a date or a span of time, most specific first. */
const DATES = new RegExp(
  [
    String.raw`\b\d{4}-\d{2}(?:-\d{2})?\b`,
    String.raw`(?:19|20)\d{2}\s*年(?:\s*\d{1,2}\s*月)?(?:\s*\d{1,2}\s*日)?|\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?`,
    String.raw`\b\d{1,2}\/\d{1,2}(?:\/\d{2,4})?\b`,
    String.raw`(?:\b\d{1,2}(?:er|st|nd|rd|th)?\s+(?:of\s+)?)?\b(?:${MONTHS})\b(?:\s+\d{1,2}(?!\d)(?:st|nd|rd|th)?,?)?(?:\s+(?:19|20)\d{2}\b)?`,
    String.raw`\b(?:19|20)\d{2}(?:\s*(?:-|–|à|et|to|and)\s*(?:19|20)\d{2})?\b`,
    String.raw`\b(?:\d+|quelques|plusieurs|several|${COUNTED})\s+(?:ans?|années?|mois|semaines?|jours?|heures?|years?|months?|weeks?|days?|hours?)\b`,
    String.raw`\d+\s*(?:年|个月|天|周|小时)`,
    String.raw`\b(?:${WEEKDAYS})\b|(?:星期|周)[一二三四五六日天]`,
    String.raw`\b(?:hier|aujourd['’]hui|yesterday|today|last (?:week|month|year)|(?:la semaine|le mois|l['’]an(?:née)?) derni[eè]re?)\b|昨天|今天|今年|去年`,
  ].join('|'),
  'giu',
);

/** The dates and numbers of a sentence, in order; a number inside a date is the date's alone. */
export function findQuantities({ text, tokens, concepts }: Analysis): Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(DATES)) {
    // «may» and «march» are verbs, too.
    if (/^(?:may|march|mars)$/i.test(match[0]) && !/\d/.test(text.slice(match.index - 4, match.index + 9)))
      continue;
    found.push({ kind: 'date', start: match.index, end: match.index + match[0].length });
  }
  const inDate = (start: number): boolean => found.some((date) => start >= date.start && start < date.end);
  // «360» is a company.
  const inName = (start: number): boolean =>
    concepts.some((match) => isName(match.concept) && start >= match.start && start < match.end);
  const numbers: Quantity[] = [];
  for (const token of tokens)
    if (token.numeric && !inDate(token.start) && !inName(token.start))
      numbers.push({ kind: 'number', start: token.start, end: token.end });
  for (const { concept, start, end } of concepts)
    if (NUMBER.test(concept.id) && !inDate(start) && !numbers.some((n) => n.start === start))
      numbers.push({ kind: 'number', start, end });
  return [...found, ...numbers].sort((a, b) => a.start - b.start);
}
