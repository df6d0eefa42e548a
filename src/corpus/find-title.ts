/** The title of a text: its headline where it has one, else a description made from its first sentence. */
import { splitSentences } from '../lexicon/sentences.ts';

export interface FoundTitle {
  readonly title: string;
  /** True when the title is made from a sentence and is not the publisher's headline. */
  readonly descriptive: boolean;
}

/** Longest descriptive title, in UTF-16 code units without the ellipsis. */
const DESCRIPTIVE_LENGTH = 90;
/** Longest headline; a longer line without a full stop is a paragraph. */
const HEADLINE_LENGTH = 140;
/** In scripts written without spaces a headline is this many characters at most. */
const HAN_HEADLINE_LENGTH = 45;
const QUOTED = /^[«“"„'‘「『]/u;
const CITY = String.raw`[A-ZÀ-ÖØ-Þ][\p{L}'’. -]{1,30}`;
/** «GENÈVE - », «PRAGUE, 28 mai (Reuters) - », «新华社北京7月28日电 »: where the text was written, not what it says. */
const DATELINE = new RegExp(
  `^(?:[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’. -]{2,30}\\s+[-–—]\\s+|${CITY}(?:,[^()\\n]{1,30})?\\s*\\([^()]{2,30}\\)\\s*[-–—:]\\s*|\\p{Script=Han}{2,3}社\\p{Script=Han}{2,8}\\d{1,2}月\\d{1,2}日电\\s*(?:[（(][^（）()]{1,30}[）)])?\\s*)`,
  'u',
);

/**
 * @param text cleaned text, not empty.
 * @param lang ISO 639-1 code of the text.
 */
export function findTitle(text: string, lang: string): FoundTitle {
  const [first = '', ...rest] = text.split('\n').filter((line) => line !== '');
  if (isHeadline(first, rest)) return { title: first, descriptive: false };
  return { title: describe(text, lang), descriptive: true };
}

function isHeadline(line: string, rest: readonly string[]): boolean {
  const next = rest[0];
  if (next === undefined || line.length < 8 || line.length > HEADLINE_LENGTH) return false;
  if (/\p{Script=Han}/u.test(line) && line.length > HAN_HEADLINE_LENGTH) return false;
  // A sentence has its full stop; a quotation alone is somebody's words; a list's lines are no longer than its first.
  if (/[.。…:：;；,，][»”"]?$/u.test(line) || QUOTED.test(line) || /^\p{Ll}/u.test(line)) return false;
  return DATELINE.test(line) ? false : rest.some((other) => other.length > line.length);
}

/** The first of the opening sentences that is not a quotation, without dateline, cut at a word. */
function describe(text: string, lang: string): string {
  const opening = text.slice(0, 4_000);
  const sentences = opening
    .split('\n')
    .filter((line) => line !== '')
    .slice(0, 3)
    .flatMap((line) => splitSentences(line, lang).map(({ start, end }) => line.slice(start, end)))
    .slice(0, 3);
  const chosen = sentences.find((sentence) => !QUOTED.test(sentence)) ?? sentences[0] ?? opening;
  const said = chosen.replace(DATELINE, '').replace(/\s+/gu, ' ').trim() || chosen;
  return shorten(said.charAt(0).toUpperCase() + said.slice(1));
}

function shorten(sentence: string): string {
  const whole = sentence.replace(/[.。]$/u, '');
  if (whole.length <= DESCRIPTIVE_LENGTH) return whole;
  const cut = whole.slice(0, DESCRIPTIVE_LENGTH + 1);
  const atWord = cut.lastIndexOf(' ') > DESCRIPTIVE_LENGTH / 2 ? cut.slice(0, cut.lastIndexOf(' ')) : null;
  const atCharacter = cut.slice(0, DESCRIPTIVE_LENGTH).replace(/[\ud800-\udbff]$/u, '');
  return `${(atWord ?? atCharacter).replace(/[\s\p{P}]+$/u, '')}…`;
}
