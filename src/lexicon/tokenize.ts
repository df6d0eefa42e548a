/** Text to tokens: words with their stems, numbers with their value, Chinese and Japanese words by `Intl.Segmenter`. */
import { fold } from './fold.ts';
import { stem } from './stem.ts';
import { stopwords } from './stopwords.ts';

export interface Token {
  /** As written. */
  readonly text: string;
  readonly folded: string;
  /** Folded stem; for a number its digits without grouping, for Han text the word. */
  readonly stem: string;
  /** Offsets in UTF-16 code units of the text. */
  readonly start: number;
  readonly end: number;
  /** A function word. */
  readonly stop: boolean;
  /** Begins with an upper-case letter. */
  readonly capitalized: boolean;
  readonly numeric: boolean;
}

/** A number with digit groups, a run of Han or kana, or a word. Combining marks stay with their letter. */
const PIECES =
  /\d{1,3}(?:[.,\u00a0\u202f' ]\d{3})+(?![\p{L}\p{N}])|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc]+|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}])+/gu;
const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const segmenters = new Map<string, Intl.Segmenter>();
function segmenter(lang: string): Intl.Segmenter {
  const key = lang === 'ja' ? 'ja' : 'zh';
  let found = segmenters.get(key);
  if (found === undefined) {
    found = new Intl.Segmenter(key, { granularity: 'word' });
    segmenters.set(key, found);
  }
  return found;
}

/**
 * Cuts a text into tokens, in order. Punctuation and white space belong to none; elided articles (`l'`, `d'`) and the
 * English possessive become tokens of their own and are function words.
 *
 * @param lang ISO 639-1 code of the text; decides stems and function words.
 */
export function tokenize(text: string, lang: string): Token[] {
  const hanStops = stopwords('zh');
  const tokens: Token[] = [];
  for (const match of text.matchAll(PIECES)) {
    const [piece] = match;
    if (HAN.test(piece)) {
      for (const { segment, index } of segmenter(lang).segment(piece)) {
        const start = match.index + index;
        tokens.push({
          text: segment,
          folded: segment,
          stem: segment,
          start,
          end: start + segment.length,
          stop: hanStops.has(segment),
          capitalized: false,
          numeric: false,
        });
      }
      continue;
    }
    tokens.push(wordToken(piece, match.index, text, lang));
  }
  return tokens;
}

/** Upper case inside a sentence marks a name: «Ni Gaobin» has no conjunction in it. */
const INSIDE = /[\p{L}\p{N},'’]\s?$/u;

function wordToken(piece: string, start: number, text: string, lang: string): Token {
  const { folded, stem, stop, capitalized, numeric } = wordForm(piece, lang);
  return {
    text: piece,
    folded,
    stem,
    start,
    end: start + piece.length,
    stop:
      stop && !(capitalized && piece.length > 1 && INSIDE.test(text.slice(Math.max(0, start - 2), start))),
    capitalized,
    numeric,
  };
}

/** What of a token does not depend on where it stands. */
type WordForm = Pick<Token, 'folded' | 'stem' | 'stop' | 'capitalized' | 'numeric'>;

const forms = new Map<string, Map<string, WordForm>>();
/** Forms that are kept for a language: some 10 MB. A corpus of 100,000 passages has about as many. */
const MOST_FORMS = 50_000;

/** The form of a word, made once: texts are made of few different words. */
function wordForm(piece: string, lang: string): WordForm {
  let ofLang = forms.get(lang);
  if (ofLang === undefined) {
    ofLang = new Map();
    forms.set(lang, ofLang);
  }
  const known = ofLang.get(piece);
  if (known !== undefined) return known;
  const form = makeForm(piece, lang);
  if (ofLang.size >= MOST_FORMS) ofLang.clear();
  ofLang.set(piece, form);
  return form;
}

function makeForm(piece: string, lang: string): WordForm {
  const numeric = /^\d/.test(piece) && !/\p{L}/u.test(piece);
  const folded = numeric ? piece.replace(/\D/g, '') : fold(piece);
  const allCaps = piece.length >= 2 && piece === piece.toUpperCase() && piece !== piece.toLowerCase();
  return {
    folded,
    stem: numeric || /\d/.test(piece) ? folded : stem(piece, lang),
    // «US» is a country and «us» is not.
    stop: stopwords(lang).has(folded) && !allCaps,
    capitalized: /^\p{Lu}/u.test(piece),
    numeric,
  };
}
