/**
 * Texts to measure with: reports of attacks that never were, in French, English and Chinese. Sentences come from
 * patterns, common words from lists, and names from syllables, some of them often and most of them seldom.
 */
import { createRandom, zipfRank } from './random.ts';
import { WORD_LISTS, type WordList } from './word-lists.ts';

/** Raise when other texts come out, so that no vector of older ones is used. */
export const GENERATOR_VERSION = 1;

/** How many names of each kind there are: a vocabulary that grows with the corpus, as that of news does. */
const NAMES = 20_000;
/** Passages of one article: they share their language and whom they are about. */
export const ARTICLE = 4;
/** Of ten articles, so many are in French, English and Chinese. */
const LANGUAGES = [0, 0, 0, 0, 0, 1, 1, 1, 1, 2];
const SYLLABLES =
  'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri flo gru sta tre vli'.split(' ');
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  PLACE: ['nia', 'burg', 'land', 'stan', 'via'],
  PERSON: ['ov', 'sen', 'ier', 'ini', 'man'],
  FIRM: ['tech', 'corp', 'soft', 'net', 'sys'],
  GROUP: ['Bear', 'Storm', 'Spider', 'Falcon', 'Tiger'],
  TOOL: ['Loader', 'Shell', 'Rat', 'Drop', 'Kit'],
};
const SENTENCES = 5;

export interface GeneratedText {
  readonly lang: WordList['lang'];
  readonly title: string;
  readonly text: string;
}

/** The passage of a number; the same on every call. */
export function generatePassage(number: number): GeneratedText {
  const random = createRandom(number * 2 + 1);
  const list = listOf(number);
  const subjects = createSubjects(number);
  const sentences = Array.from({ length: SENTENCES }, () =>
    fill(pick(random, list.sentences), list, random, subjects),
  );
  const title = fill(pick(random, list.sentences), list, random, subjects);
  return { lang: list.lang, title, text: sentences.join(list.joint) };
}

/** A question about the passage of a number, in its language, in words that it need not hold. */
export function generateQuestion(number: number): string {
  const list = listOf(number);
  const random = createRandom(number * 2 + 2);
  return fill(pick(random, list.questions), list, random, createSubjects(number));
}

/** Which article a passage belongs to. */
export function articleOf(number: number): number {
  return Math.floor(number / ARTICLE);
}

function listOf(number: number): WordList {
  const random = createRandom(articleOf(number) + 77);
  return WORD_LISTS[pick(random, LANGUAGES)] as WordList;
}

/** Who and what an article is about: each kind of name has two, which its passages share. */
function createSubjects(number: number): (kind: string, choice: number) => string {
  const random = createRandom(articleOf(number) + 1_000_003);
  const names = new Map(
    Object.keys(ENDINGS).map((kind) => [kind, [zipfRank(random, NAMES), zipfRank(random, NAMES)]] as const),
  );
  return (kind, choice) => nameOf(kind, names.get(kind)?.[choice < 0.7 ? 0 : 1] ?? 0);
}

function nameOf(kind: string, rank: number): string {
  const random = createRandom(rank * 31 + kind.length * 7 + kind.charCodeAt(0));
  const stem = Array.from({ length: 2 + (rank % 2) }, () => pick(random, SYLLABLES)).join('');
  const ending = pick(random, ENDINGS[kind] ?? ['']);
  const name = `${stem.charAt(0).toUpperCase()}${stem.slice(1)}`;
  return kind === 'GROUP' ? `${name} ${ending}` : `${name}${ending}`;
}

function fill(
  pattern: string,
  list: WordList,
  random: () => number,
  subjects: (kind: string, choice: number) => string,
): string {
  return pattern.replace(/[A-Z]{4,}/g, (slots) =>
    slots.replace(KINDS, (kind) => {
      if (kind === 'YEAR') return String(2026 - zipfRank(random, 20));
      if (kind === 'NUMBER') return String(2 + zipfRank(random, 900));
      if (kind in ENDINGS) return subjects(kind, random());
      const words = list.words[kind as keyof WordList['words']].split('|');
      return words[zipfRank(random, words.length)] as string;
    }),
  );
}

const KINDS = /YEAR|NUMBER|PLACE|PERSON|FIRM|GROUP|TOOL|VERB|BODY|TARGET|MEANS|DATA|MONTH|EFFECT/g;

function pick<T>(random: () => number, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T;
}
