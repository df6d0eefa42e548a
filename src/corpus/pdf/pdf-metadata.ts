/** What a PDF states about itself, as far as its text bears it out: programs fill these fields with anything. */
import { fold } from '../../lexicon/fold.ts';
import { type ArticleMetadata, articleMetadata } from '../article-metadata.ts';
import { parseCompleteDate, parseMetadataDate } from '../parse-date.ts';

/** Fields of the file, as its library gives them. */
export interface StatedFields {
  readonly title: string | null;
  /** `D:20250528101010+02'00'`. */
  readonly created: string | null;
  /** ISO date, stated as that of publication. */
  readonly published: string | null;
  readonly publisher: string | null;
  /** The program that made the file. */
  readonly producer: string | null;
  /** The line in the largest letters on the first page. */
  readonly headline: string | null;
}

/** Names of files, programs and empty forms. */
const NO_TITLE =
  /\.(?:docx?|docm|dotx?|odt|rtf|pdf|indd|qxd|qxp|tex|dvi|ps|pptx?|xlsx?|pages|wpd|cdr|ai|html?|txt)\b|^(?:microsoft|word|powerpoint|adobe|acrobat|untitled|sans titre|ohne titel|无标题|未命名|document\d*$|présentation\d*$|presentation\d*$|slide \d|layout 1|scan)|[\\_]|\ufffd|^https?:/iu;
/** What prints pages that others made: the day of printing is not that of publication. */
const PRINTED = /skia|chrom|firefox|webkit|safari|quartz|wkhtml|print|scan|ocr/i;
/** Characters and lines at the start of a text that stand for its first page. */
const FIRST_PAGE = 3_000;
const FIRST_LINES = 60;
/** Share of a title's words that stand on the first page. */
const BORNE_OUT = 0.6;
/** Days that a date in the text may lie before and after the day on which the file was made. */
const AROUND = { before: 45, after: 31 };
const DAY = 86_400_000;
const FIRST_YEAR = 1990;

/** @param now nothing was made in the future. */
export function pdfMetadata(stated: StatedFields, text: string, now: Date): ArticleMetadata {
  const start = text.slice(0, FIRST_PAGE);
  const title = plausibleTitle(stated.title, start) ?? stated.headline;
  const date = plausibleDate(stated, start, now);
  const publisher =
    stated.publisher !== null && fold(text).includes(fold(stated.publisher)) ? stated.publisher : null;
  const fields = { title, date, publisher };
  const given = Object.entries(fields).filter(([, value]) => value !== null && value.trim() !== '');
  // A field that breaks the rules for metadata is left out, and the rest stays.
  return articleMetadata.parse(
    Object.fromEntries(given.filter(([name, value]) => articleMetadata.safeParse({ [name]: value }).success)),
  );
}

function plausibleTitle(title: string | null, start: string): string | null {
  const plain = title?.replace(/\s+/gu, ' ').trim() ?? '';
  if (plain.length < 8 && !/\p{Script=Han}{4}/u.test(plain)) return null;
  if (NO_TITLE.test(plain) || !/\s|\p{Script=Han}/u.test(plain)) return null;
  const words = fold(plain).match(/\p{Script=Han}{2}|(?!\p{Script=Han})[\p{L}\p{N}]{2,}/gu) ?? [];
  const page = fold(start);
  const borne = words.filter((word) => page.includes(word)).length;
  return words.length > 0 && borne >= words.length * BORNE_OUT ? plain : null;
}

/** The day that is stated as that of publication, or the one on the first page that fits the making of the file. */
function plausibleDate(
  { created, published, producer }: StatedFields,
  start: string,
  now: Date,
): string | null {
  const possible = (date: string): boolean =>
    Number(date.slice(0, 4)) >= FIRST_YEAR && Date.parse(date) <= now.getTime() + DAY;
  const stated = published === null ? null : parseMetadataDate(published);
  if (stated !== null && possible(stated)) return stated;
  const digits = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(created?.trim() ?? '');
  const made = digits === null ? null : parseMetadataDate(`${digits[1]}-${digits[2]}-${digits[3]}`);
  if (made === null || !possible(made) || PRINTED.test(producer ?? '')) return null;
  const days = start
    .split('\n', FIRST_LINES)
    .flatMap((line) => (line.length < 160 ? [parseCompleteDate(line, { dayFirst: false })] : []))
    .filter((day) => day !== null)
    .filter((day) => {
      const distance = (Date.parse(day) - Date.parse(made)) / DAY;
      return distance >= -AROUND.before && distance <= AROUND.after && possible(day);
    });
  const [day] = days;
  if (day !== undefined) return new Set(days).size === 1 ? day : null;
  // A year on the first page bears out the month, not the day.
  return new RegExp(`(?<!\\d)${made.slice(0, 4)}(?!\\d)`).test(start) ? made.slice(0, 7) : null;
}
