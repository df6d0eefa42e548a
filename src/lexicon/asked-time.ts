/** Which time a question or a passage names, in French, English or Chinese. */
import { fold } from './fold.ts';

const MONTHS = [
  'janvier january jan janv',
  'fevrier february feb fevr',
  'mars march mar',
  'avril april apr avr',
  'mai may',
  'juin june jun',
  'juillet july jul juil',
  'aout august aug',
  'septembre september sep sept',
  'octobre october oct',
  'novembre november nov',
  'decembre december dec',
];
const MONTH_NUMBERS = new Map(
  MONTHS.flatMap((names, i) => names.split(' ').map((name) => [name, String(i + 1).padStart(2, '0')])),
);
const MONTH = [...MONTH_NUMBERS.keys()].sort((a, b) => b.length - a.length).join('|');
const YEAR = String.raw`(?<![\d.,-])((?:19|20)\d{2})`;

/** Each with the groups year, month, day, in the order that its second part says. Texts come folded. */
const FORMS: readonly (readonly [RegExp, readonly ('y' | 'm' | 'd')[]])[] = [
  [new RegExp(String.raw`${YEAR}-(\d{2})(?:-(\d{2}))?(?!\d)`, 'gu'), ['y', 'm', 'd']],
  [new RegExp(String.raw`${YEAR}\s*年(?:\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?)?`, 'gu'), ['y', 'm', 'd']],
  [
    new RegExp(
      String.raw`(?:(?<!\d)(\d{1,2})(?:er|st|nd|rd|th)?\s+(?:of\s+)?)?\b(${MONTH})\b\.?,?\s+(?:de\s+|of\s+)?((?:19|20)\d{2})(?!\d)`,
      'gu',
    ),
    ['d', 'm', 'y'],
  ],
  [
    new RegExp(String.raw`\b(${MONTH})\b\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d{2})(?!\d)`, 'gu'),
    ['m', 'd', 'y'],
  ],
  [new RegExp(String.raw`${YEAR}(?![\d-]|\s*年|[.,]\d|\s*%)`, 'gu'), ['y']],
];

/**
 * The dates with a year in a text, as ISO dates of the precision that it gives: `2025`, `2025-05`, `2025-05-28`. A year
 * that belongs to a fuller date is not given again.
 */
export function datesNamed(text: string): string[] {
  const folded = fold(text);
  const found: { start: number; end: number; date: string }[] = [];
  for (const [form, order] of FORMS)
    for (const match of folded.matchAll(form)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && end > other.start)) continue;
      const part = (which: 'y' | 'm' | 'd'): string | undefined => match[order.indexOf(which) + 1 || 99];
      const month = MONTH_NUMBERS.get(part('m') ?? '') ?? part('m')?.padStart(2, '0');
      const date = [part('y'), month, month && part('d')?.padStart(2, '0')].filter(Boolean).join('-');
      found.push({ start, end, date });
    }
  return [...new Set(found.sort((a, b) => a.start - b.start).map(({ date }) => date))];
}

/** «Les dernières accusations», but not «ces dernières années» and «en dernier recours». Texts come folded. */
const LATEST: readonly RegExp[] = [
  /\b(?:la|le|les|du|des|aux?|de|ses|leurs?|sa|son|quel(?:le)?s? (?:est|sont) (?:la|le|les)) (?:\w+ )?derni(?:ere?|ers|eres)\b(?! (?:annee|an|mois|semaine|jour|heure|fois|lieu|recours|mot|siecle|decennie|guerre)s?\b)/u,
  /\b(?:plus|tres|tout) (?:recent|frais)\w*\b|\brecemment\b|\brecent(?:e|s|es)?\b|\bde neuf\b|\bquoi de nouveau\b/u,
  /\b(?:latest|newest|most recent|recent|recently|lately|up to date|what['’]?s new|any news)\b/u,
  /最新|最近|近期|近日|新进展|新動態|新动态/u,
];

/** Whether a question asks for what is newest. */
export function asksForLatest(question: string): boolean {
  const folded = fold(question);
  return LATEST.some((pattern) => pattern.test(folded));
}
