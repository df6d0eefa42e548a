/** Reads the lines around an article that say who published it and when: byline, date line, update line. */
import { fold } from '../lexicon/fold.ts';
import { DATE_WORDS, PUBLISHED_LABELS, UPDATED_LABELS } from './calendar-words.ts';
import { parseCompleteDate } from './parse-date.ts';
import { createPhraseMatcher } from './phrase-matcher.ts';
import { isAgencyList, publisherOfByline } from './publisher-names.ts';

/** What such a line states. */
export interface HeadLine {
  readonly publisher: string | null;
  /** A complete date labelled as the publication's. */
  readonly published: string | null;
  /** A complete date without a label: the publication's or the page's, as its place decides. */
  readonly bareDate: string | null;
  /** Whether the line is a name only, which could also be a heading or a person. */
  readonly nameOnly: boolean;
}

const NOTHING: HeadLine = { publisher: null, published: null, bareDate: null, nameOnly: false };
const LONGEST = 160;
const dateOnly = createPhraseMatcher(DATE_WORDS);
const dated = createPhraseMatcher([...DATE_WORDS, ...PUBLISHED_LABELS, ...UPDATED_LABELS]);
const published = new Set(PUBLISHED_LABELS.map(fold));
const updated = new Set(UPDATED_LABELS.map(fold));
const FRENCH_LABEL = /^(?:publiée?|paru|mis en|date de|posté)\s/iu;
const CALENDAR =
  /\d\s?[/.:hH月日年-]|\d{4}|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|day\b|janv|f[ée]v|mars|avr|mai|juin|juil|ao[ûu]t|sept|oct|nov|d[ée]c|jan|feb|mar|apr|may|jun|jul|aug|sep/iu;
const NAME = String.raw`(?:\p{N}{0,3}[\p{Lu}\p{Script=Han}][\p{L}\p{N}.'’-]*)(?:(?:,? | & )(?:\p{N}{0,3}[\p{Lu}\p{Script=Han}][\p{L}\p{N}.'’-]*|agences?|agencies|avec|with|et|and|de|du|des|von|van|à|la|le|pour|for|l['’]\p{Lu}[\p{L}]*)){0,7}`;
const BYLINE = new RegExp(`^(?:Par|By|PAR|BY) (${NAME})$`, 'u');
const SOURCE = /^(?:Sources?|来源|文章来源|信息来源|稿源)\s?[:：]\s?([\p{L}\p{N}][^:：|，。.!?]{1,50})$/u;

/**
 * Reads a line of the text's head or foot, or returns null when it is not such a line. Every part of the line must be
 * recognised: a sentence that begins with «Publié le 28 mai 2025» is none.
 */
export function readHeadLine(line: string): HeadLine | null {
  if (line.length > LONGEST || !/\p{L}|\d/u.test(line)) return null;
  const whole = readPart(line);
  if (whole !== null) return whole;
  const parts = line
    .split(
      /\s*[|·•]\s*|\s+[–—-]\s+|\s*[（(]|[)）]\s*|(?<=\d)\s+(?=来源)|,\s+(?=(?:publi|mis|mise|updat|post|le)\p{L}*\s|\d{1,2}(?:er)?\s|\p{L}{3,9}\.?\s\d)/iu,
    )
    .filter((part) => part !== '');
  if (parts.length < 2) return null;
  let all = NOTHING;
  for (const part of parts) {
    const read = readPart(part.trim());
    if (read === null) return null;
    all = {
      publisher: all.publisher ?? read.publisher,
      published: all.published ?? read.published,
      bareDate: all.bareDate ?? read.bareDate,
      nameOnly: false,
    };
  }
  return all;
}

function readPart(part: string): HeadLine | null {
  if (!/\p{L}/u.test(part)) {
    const bareDate = parseCompleteDate(part, { dayFirst: false });
    return bareDate === null ? null : { ...NOTHING, bareDate };
  }
  const dates = CALENDAR.test(part) ? dated(part) : null;
  if (dates !== null) return readDates(part, dates);
  const source = SOURCE.exec(part)?.[1]?.trim();
  if (source !== undefined) return { ...NOTHING, publisher: source };
  if (isAgencyList(part)) return { ...NOTHING, publisher: publisherOfByline(part), nameOnly: true };
  const byline = BYLINE.exec(part)?.[1];
  if (byline === undefined) return null;
  const publisher = publisherOfByline(byline);
  return { ...NOTHING, publisher, nameOnly: publisher === null };
}

function readDates(part: string, words: readonly string[]): HeadLine | null {
  // A month or «the» alone is no date line.
  if (!/\d/.test(part)) return null;
  const label = words.find((word) => published.has(word) || updated.has(word));
  if (label === undefined) {
    return dateOnly(part) === null
      ? null
      : { ...NOTHING, bareDate: parseCompleteDate(part, { dayFirst: false }) };
  }
  if (updated.has(label)) return NOTHING;
  const update = words.find((word) => updated.has(word));
  const folded = fold(part);
  const own = update === undefined ? folded : folded.slice(0, folded.indexOf(update));
  return { ...NOTHING, published: parseCompleteDate(own, { dayFirst: FRENCH_LABEL.test(part) }) };
}
