/** Which proper names of a sentence its passages do not have. */
import { isName } from '../lexicon/concept.ts';
import type { ConceptMatch } from '../lexicon/concept-matcher.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Token } from '../lexicon/tokenize.ts';
import { statesOf } from './parties.ts';
import { isPinyinIn } from './pinyin.ts';
import { sameName } from './spelling.ts';
import type { Stretch } from './stretch.ts';

export interface FoundName {
  readonly start: number;
  readonly end: number;
}

/** Seats of power that the news names for their state. */
const SEATS = new Set([
  'kremlin',
  'white-house',
  'elysee',
  'downing-street',
  'chancellery',
  'zhongnanhai',
  'matignon',
]);
/** Letters of a name that tell it from others. */
const BEGINNING = 7;
const LATIN = /\p{Script=Latin}/u;
const HAN = /\p{Script=Han}/u;
/** What Chinese spells foreign names with; a run of them, or a raised dot, is a name whose letters cannot be compared. */
const TRANSLITERATED =
  /[\u00b7\u2022\u30fb]|[斯克尔爾夫特拉德卡巴佩科普罗羅里维維奇娃诺諾索洛伊列森塞布莱萊桑瓦托姆奥奧加马馬贝貝格亚亞什赫阿艾安本丁贾賈迪埃沙希基耶]{3}/u;

/** The names that neither the passages nor the names of their publications have. */
export function unfoundNames(said: Stretch, given: readonly Stretch[], lexicon: Lexicon): FoundName[] {
  const known = unfoundKnown(said, given, lexicon);
  return [...known, ...unfoundUnknown(said, given)].sort((a, b) => a.start - b.start);
}

/** Names that the lexicon has: the same thing must be named, in whatever language and by whatever alias. */
function unfoundKnown(
  { text, lang, tokens, concepts }: Stretch,
  given: readonly Stretch[],
  lexicon: Lexicon,
): FoundName[] {
  const named = new Set<string>();
  const states = new Set<string>();
  for (const { concepts: matches } of given)
    for (const { concept } of matches) {
      named.add(concept.id);
      for (const id of lexicon.broader(concept.id)) named.add(id);
      for (const id of statesOf(concept.id, lexicon)) states.add(id);
    }
  if (named.has('european')) states.add('european-union');
  const folded = given.map((stretch) => stretch.folded).join('\n');
  const names = concepts.filter(
    ({ concept, inner, start, end }) =>
      !inner &&
      (isName(concept) || concept.id === 'european') &&
      !isOtherWord(concept.labels.en, text.slice(start, end)),
  );
  const has = (id: string): boolean => {
    if (named.has(id) || states.has(id)) return true;
    const capital = lexicon.countryOfCapital(id);
    if (capital !== undefined && states.has(capital)) return true;
    if (SEATS.has(id)) return statesOf(id, lexicon).some((state) => states.has(state));
    if (id === 'european') return states.has('european-union');
    return lexicon.broader(id).some((parent) => parent.startsWith('actor:') && named.has(parent));
  };
  const stems = new Set(
    given
      .filter((stretch) => stretch.lang === lang)
      .flatMap((stretch) => stretch.tokens.map(({ stem }) => stem)),
  );
  const hasWord = (word: Token): boolean =>
    stems.has(word.stem) || lexicon.analyze(word.text, lang).concepts.some(({ concept }) => has(concept.id));
  const spans = Map.groupBy(names, ({ start, end }) => `${start} ${end}`);
  return [...spans.values()].flatMap((matches) => {
    const [first] = matches;
    if (first === undefined || matches.some(({ concept }) => has(concept.id))) return [];
    const words = foldedWords(text.slice(first.start, first.end));
    if (words.length > 2 && folded.includes(words)) return [];
    if (
      matches.some(({ concept }) =>
        [...concept.labels.fr, ...concept.labels.en].some((label) => hasBeginning(folded, label)),
      )
    )
      return [];
    if (isDescription(text.slice(first.start, first.end), matches, lexicon, given, states)) return [];
    // «US prosecutors» where the passage has «procureurs américains»: each word has its own meaning there.
    if (isComposed(first, tokens, hasWord)) return [];
    return [{ start: first.start, end: first.end }];
  });
}

/** «MPs» are no MPS: an abbreviation in capitals is written so. */
function isOtherWord(labels: readonly string[], word: string): boolean {
  return (
    word !== word.toUpperCase() &&
    !labels.includes(word) &&
    labels.some((label) => label === label.toUpperCase() && label.toLowerCase() === word.toLowerCase())
  );
}

/** What every state has. */
const GENERAL = /(?:情报(?:部门|机构|机关|界)?|警方|当局|政府|官员|检方|军方|官方|媒体|专家|黑客)$/u;

/**
 * 中国情报部门, «85e centre»: no proper name but a state and what it has, or a number and what it counts; the state or
 * the number must be in the passages.
 */
function isDescription(
  text: string,
  matches: readonly ConceptMatch[],
  lexicon: Lexicon,
  given: readonly Stretch[],
  states: ReadonlySet<string>,
): boolean {
  const number = /^第?(\d+)/u.exec(text)?.[1];
  if (number !== undefined) {
    const same = new RegExp(`(?<!\\d)${number}(?!\\d)`, 'u');
    return given.some((stretch) => same.test(stretch.text));
  }
  return (
    GENERAL.test(text) &&
    matches.some(({ concept }) =>
      statesOf(concept.id, lexicon).some(
        (state) =>
          states.has(state) &&
          lexicon.analyze(text.slice(0, 2), 'zh').concepts.some((one) => one.concept.id === state),
      ),
    )
  );
}

/** «Californien» for «Californie»: a long name's first letters begin a word of the passages. */
function hasBeginning(folded: string, label: string): boolean {
  const start = foldedWords(label).slice(0, Math.max(BEGINNING, Math.ceil(label.length * 0.7)));
  return (
    label.length >= BEGINNING &&
    !/[\s-]/.test(label) &&
    new RegExp(`(?<!\\p{L})${start.replace(/[^\p{L}\p{N} ]/gu, '.')}`, 'u').test(folded)
  );
}

/** Whether the name is put together of words of which each stands for something named. */
function isComposed(
  match: { readonly tokens: readonly number[] },
  tokens: readonly Token[],
  hasWord: (word: Token) => boolean,
): boolean {
  const parts = match.tokens.flatMap((i) => tokens[i] ?? []);
  return parts.length > 1 && parts.every((part) => part.stop || hasWord(part));
}

const foldedWords = (text: string): string => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');

/** Other capitalised words: their spelling must stand in the passages, or there must be room for a transliteration. */
function unfoundUnknown({ text, lang, tokens, words }: Stretch, given: readonly Stretch[]): FoundName[] {
  const spellings = given.flatMap((stretch) =>
    stretch.tokens.map((token) => ({ folded: token.folded, same: stretch.lang === lang })),
  );
  const all = given.map(({ folded }) => folded).join('\n');
  const han = given.filter(({ text: other }) => HAN.test(other));
  const onlyHan = given.length > 0 && given.every(({ lang: other }) => other === 'zh' || other === 'ja');
  return words.flatMap(({ token, index, meanings }) => {
    if (!token.capitalized || !LATIN.test(token.text) || meanings.length > 0 || token.text.length < 2)
      return [];
    if (lang !== 'zh' && startsSentence(text, token) && !/^\p{Lu}/u.test(tokens[index + 1]?.text ?? ''))
      return [];
    if (
      all.includes(token.folded) ||
      spellings.some((other) => sameName(other.folded, token.folded, other.same))
    )
      return [];
    if (isInitials(token, given)) return [];
    if (han.some((stretch) => isPinyinIn(token.folded, stretch.text))) return [];
    if (onlyHan && han.some((stretch) => TRANSLITERATED.test(stretch.text))) return [];
    return [{ start: token.start, end: token.end }];
  });
}

function startsSentence(text: string, { start }: Token): boolean {
  return /^$|[.!?:;«“"]\s*$/u.test(text.slice(0, start).trimEnd());
}

/** «DHS» for "Department of Homeland Security". */
function isInitials({ text }: Token, given: readonly Stretch[]): boolean {
  if (!/^\p{Lu}{2,6}$/u.test(text)) return false;
  return given.some(({ tokens }) => {
    const initials = tokens
      .filter((token) => token.capitalized)
      .map((token) => token.text.charAt(0))
      .join('');
    return initials.includes(text);
  });
}
