/**
 * Raw article text to cleaned text: what the page printed around the article goes, the article's words stay.
 * Every rule wants a whole line of set phrases or a label that no sentence holds; in doubt a line stays.
 */
import { cutGluedBoilerplate } from './boilerplate-glued.ts';
import { type BoilerplateRule, boilerplateRule } from './boilerplate-lines.ts';
import { type HeadLine, readHeadLine } from './head-line.ts';
import { repairMojibake } from './mojibake.ts';
import { isTranslationNotice } from './translation-notice.ts';
import { normalizeWhiteSpace, unwrapLines } from './white-space.ts';

export interface DroppedLine {
  readonly line: string;
  readonly rule: BoilerplateRule | 'translation-notice' | 'head-line';
  /** Lines of the article that stand before it. */
  readonly linesBefore: number;
  /** What the line states about the article; null unless the rule is `head-line`. */
  readonly head: HeadLine | null;
}

export interface CleanedText {
  /** The stored text: paragraphs divided by one or two line ends, trimmed. Empty when nothing of an article was left. */
  readonly text: string;
  readonly dropped: readonly DroppedLine[];
  /** The page says that a machine translated it. */
  readonly machineTranslated: boolean;
}

/** Lines at the start and the end of a text that count as its head and foot. */
const HEAD_LINES = 6;
const FOOT_LINES = 4;
/** Passes at most; a page needs two or three, and only a text made to be slow needs more. */
const MAX_PASSES = 50;

/** Cleans a text. Cleaning the result again changes nothing. */
export function cleanArticle(raw: string): CleanedText {
  const dropped: DroppedLine[] = [];
  let text = raw;
  // One rule's cut may uncover another's; every step shortens or settles the text, so this ends.
  for (let pass = 0, before: string | null = null; before !== text && pass < MAX_PASSES; pass += 1) {
    before = text;
    text = cutGluedBoilerplate(normalizeWhiteSpace(repairMojibake(text)));
    text = normalizeWhiteSpace(unwrapLines(dropLines(text, dropped)));
  }
  return { text, dropped, machineTranslated: dropped.some(({ rule }) => rule === 'translation-notice') };
}

function dropLines(text: string, dropped: DroppedLine[]): string {
  const lines = text.split('\n');
  const filled = lines.flatMap((line, i) => (line === '' ? [] : [i]));
  const bareDates = lines.filter((line) => line.length < 60 && readHeadLine(line)?.bareDate).length;
  const kept: string[] = [];
  let linesBefore = 0;
  let place = 0;
  for (const line of lines) {
    if (line === '') {
      kept.push(line);
      continue;
    }
    const inHead = linesBefore < 2 || place < HEAD_LINES;
    const atEdge = inHead || place >= filled.length - FOOT_LINES;
    place += 1;
    const head = atEdge
      ? headLine(line, { first: linesBefore === 0, inHead, chronology: bareDates > 1 })
      : null;
    const rule =
      head !== null
        ? 'head-line'
        : atEdge && isTranslationNotice(line)
          ? 'translation-notice'
          : boilerplateRule(line, atEdge);
    if (rule === null) {
      kept.push(line);
      linesBefore += 1;
    } else dropped.push({ line, rule, linesBefore, head });
  }
  return kept.join('\n');
}

/** A byline or date line at its proper place, or null. */
function headLine(
  line: string,
  place: { first: boolean; inHead: boolean; chronology: boolean },
): HeadLine | null {
  const head = readHeadLine(line);
  if (head === null) return null;
  // Several bare dates are a chronology, which is the article.
  if (head.bareDate !== null && (place.chronology || !place.inHead)) return null;
  // A person's name after «By» may be a headline when it stands first.
  if (head.nameOnly && place.first && head.publisher === null) return null;
  return head;
}
