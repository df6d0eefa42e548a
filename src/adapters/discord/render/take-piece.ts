/** Cutting a long text where it hurts least: after a sentence, between words, never within a character. */

/** Nearest to the end of a sentence, with the marks that close it. */
const SENTENCE_END = /[.!?…][»”"’)\]]*(?=\s)|[。！？][”’」』）]*/gu;
const WORD_END = /\S(?=\s)|[，、；：]/gu;

/**
 * Takes as much of a text as has room.
 *
 * @param cost length of a piece as it is sent; grows with the piece, save by a few units.
 * @param room greatest cost of the piece; at least 1.
 * @returns the piece and what is left, both without white space at the cut; at least one code point is taken, unless
 *   even that costs too much: then the piece is empty.
 */
export function takePiece(
  text: string,
  room: number,
  cost: (piece: string) => number,
): readonly [piece: string, rest: string] {
  if (text.length <= room && cost(text) <= room) return [text, ''];
  const most = longestPrefix(text, room, cost);
  const end = bestBorder(text, most);
  return [text.slice(0, end).trimEnd(), text.slice(end).trimStart()];
}

function longestPrefix(text: string, room: number, cost: (piece: string) => number): number {
  let fits = 0;
  let tooLong = Math.min(text.length, room) + 1;
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (cost(text.slice(0, middle)) <= room) fits = middle;
    else tooLong = middle;
  }
  return fits;
}

/** @returns the border at or before `most`: of a sentence or word in the second half, else of a character. */
function bestBorder(text: string, most: number): number {
  // One more unit than fits, so that a border right at the end is seen.
  const window = text.slice(0, most + 1);
  for (const border of [SENTENCE_END, WORD_END]) {
    let last = 0;
    for (const match of window.matchAll(border)) {
      const end = match.index + match[0].length;
      if (end <= most) last = end;
    }
    if (last > most / 2) return last;
  }
  return characterBorder(text, most);
}

/** Longer than any character that a person writes; what goes on without a border is no such character. */
const CHARACTER_LIMIT = 64;

function characterBorder(text: string, most: number): number {
  const seen = text.slice(0, most + CHARACTER_LIMIT);
  const character = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(seen).containing(most);
  if (character === undefined || character.index === most) return most;
  if (character.index > 0 && character.segment.length < CHARACTER_LIMIT) return character.index;
  const splitsPair =
    /[\ud800-\udbff]/.test(text.charAt(most - 1)) && /[\udc00-\udfff]/.test(text.charAt(most));
  return splitsPair ? most - 1 : most;
}
