/** Text to sentences, keeping abbreviations and quotations whole. */

export interface Span {
  /** Offsets in UTF-16 code units of the text. */
  readonly start: number;
  readonly end: number;
}

/** Abbreviations whose full stop ends no sentence, folded to lower case, in the languages the sources come in. */
const ABBREVIATIONS =
  /(?:^|[\s(«"“'’])(?:m|mm|mr|mrs|ms|mme|mlle|dr|pr|prof|gen|col|lt|sgt|st|ste|sr|jr|no|n°|nos|art|al|cf|p|pp|vol|ed|av|env|etc|vs|inc|ltd|co|corp|dept|gov|sen|rep|jan|feb|févr|avr|juil|sept|oct|nov|déc|dec|e\.g|i\.e|u\.s|u\.k|u\.n|d\.c|a\.m|p\.m|[a-z])\.\s*$/iu;
const OPENING: Readonly<Record<string, string>> = {
  '«': '»',
  '“': '”',
  '「': '」',
  '『': '』',
  '《': '》',
  '"': '"',
};
/** A quotation longer than this is cut like other text: whole it would not fit into a passage. */
const LONGEST_QUOTATION = 600;

const segmenters = new Map<string, Intl.Segmenter>();
function segmenter(lang: string): Intl.Segmenter {
  let found = segmenters.get(lang);
  if (found === undefined) {
    found = new Intl.Segmenter(lang, { granularity: 'sentence' });
    segmenters.set(lang, found);
  }
  return found;
}

/**
 * The sentences of a text, in order, without surrounding white space. Every character that is not white space lies in
 * exactly one span. A line break always ends a sentence; a quotation of several sentences stays with the words that
 * say who spoke.
 *
 * @param lang ISO 639-1 code of the text.
 */
export function splitSentences(text: string, lang: string): Span[] {
  const spans: Span[] = [];
  let open: Span | null = null;
  let inside: string | null = null;
  for (const { segment, index } of segmenter(lang).segment(text)) {
    const start: number = open?.start ?? index;
    const end = index + segment.length;
    inside = closingMark(segment, inside);
    const whole = text.slice(start, end);
    const endsLine = /\n\s*$/u.test(segment);
    const quoting = inside !== null && end - start < LONGEST_QUOTATION && text.slice(end).includes(inside);
    const continues =
      ABBREVIATIONS.test(whole) ||
      quoting ||
      /^\s*(?:[\p{Ll}»”"),;:]|\d+[ °])/u.test(text.slice(end, end + 8));
    if (!endsLine && end < text.length && continues && /[.!?…]["»”’)\]]*\s*$/u.test(whole)) {
      open = { start, end };
      continue;
    }
    push(spans, text, start, end);
    open = null;
    if (endsLine || !quoting) inside = null;
  }
  if (open !== null) push(spans, text, open.start, open.end);
  return spans;
}

/** The mark that would close the quotation still open at the end of the segment, or null. */
function closingMark(segment: string, inside: string | null): string | null {
  let closing = inside;
  for (const letter of segment) {
    if (letter === closing) closing = null;
    else if (closing === null) closing = OPENING[letter] ?? null;
  }
  return closing;
}

function push(spans: Span[], text: string, start: number, end: number): void {
  let from = start;
  let to = end;
  while (from < to && /\s/u.test(text.charAt(from))) from += 1;
  while (to > from && /\s/u.test(text.charAt(to - 1))) to -= 1;
  if (from < to) spans.push({ start: from, end: to });
}
