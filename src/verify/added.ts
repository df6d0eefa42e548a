/** Whether a clause of a sentence says something that no passage says. */
import type { Stretch, Word } from './stretch.ts';

/** Share of a clause's content under which nothing of it is in the passages. */
const LEAST = 0.5;
/** A word that cannot be compared, because it is in another language and in no table, counts as so much. */
const UNKNOWN = 0.55;
/** Weights of a word: of one that only qualifies another less than of what is said. */
const QUALIFYING = 0.5;
/** Content that a clause must lack for each word that its passages have and the sentence does not say in these words. */
const FOR_RESIDUE = 0.1;
/** Content that a clause must lack at the least, and at the most whatever else the passages hold. */
const LACKING = 1.5;
const LACKING_MOST = 2.2;
/** A clause that is joined on is an addition sooner. */
const JOINED_LESS = 0.2;
const JOINED = /^(?:et|and|but|mais|并|且|而且|,|，)$/iu;
/** Words that other rules check. */
const CHECKED = /^(?:hedge:.|boost|sure|reported|not|act:say|light|by)$/;
const ADVERB = /(?:ment|ly)$/;
const BORDER =
  /[,;:，。；：、()（）«»“”]|(?<=\s)(?:et|and|puis|then|mais|but|while|tandis|notamment|including|dont|après|after|before|avant|en|pour|by|as|because|car|so|que|that|which|qui|who|where|où|ce qui)(?=\s)|(?:并(?![非未不没])|而且|以及|且|导致|造成|使|但)/giu;

interface Span {
  readonly from: number;
  readonly to: number;
}

interface Clause {
  readonly text: string;
  /** Content of the clause that no passage has, in words. */
  readonly lack: number;
  /** All its content, in words. */
  readonly content: number;
  readonly joined: boolean;
}

/** The clauses of a sentence with what they lack. `support` is of the sentence's words in order. */
export function clausesOf(said: Stretch, support: readonly (number | null)[]): Clause[] {
  const borders = [...said.text.matchAll(BORDER)];
  const clauses = new Map<number, Omit<Clause, 'text'> & Span>();
  for (const [i, word] of said.words.entries()) {
    if (word.named || isChecked(said, word)) continue;
    const at = borders.filter((border) => border.index <= word.token.start).length;
    const before = clauses.get(at);
    const weight = weightOf(said, word);
    clauses.set(at, {
      lack: (before?.lack ?? 0) + weight * (1 - (support[i] ?? UNKNOWN)),
      content: (before?.content ?? 0) + weight,
      joined: before?.joined ?? JOINED.test(borders[at - 1]?.[0] ?? ''),
      from: before?.from ?? word.token.start,
      to: word.token.end,
    });
  }
  return [...clauses.values()].map(({ from, to, ...rest }) => ({ ...rest, text: said.text.slice(from, to) }));
}

/** The first word for a deed with consequences, or for a thing that is there or not, of which no passage has anything. */
export function addedMatter(said: Stretch, support: readonly (number | null)[]): string | null {
  const weighty = said.cues.filter(({ group }) => group === 'weighty');
  const lacking = said.words.find(
    ({ index, named }, i) =>
      !named && (support[i] ?? 0) === 0 && weighty.some(({ first, last }) => index >= first && index <= last),
  );
  return lacking?.token.text ?? null;
}

/** Content words of a passage's sentence that the sentence to be checked does not have. */
export function residueOf(given: Stretch, supports: readonly (number | null)[]): number {
  return given.words.reduce(
    (sum, word, i) =>
      word.named || isChecked(given, word)
        ? sum
        : sum + weightOf(given, word) * (1 - (supports[i] ?? UNKNOWN)),
    0,
  );
}

/**
 * The first clause that adds to the passages, or null. Words of the passages that the sentence has not may be what
 * other words of it stand for: the more there are, the more a clause must lack to be an addition.
 */
export function addedClause(clauses: readonly Clause[], residue: number): string | null {
  const due = Math.min(LACKING + FOR_RESIDUE * residue, LACKING_MOST);
  const added = clauses.find(
    ({ lack, content, joined }) => lack >= (joined ? due - JOINED_LESS : due) && lack > content * (1 - LEAST),
  );
  return added?.text ?? null;
}

/** An adverb qualifies; who says something is checked by other rules. */
function weightOf({ cues }: Stretch, { token, index }: Word): number {
  const says = cues.some(({ group, first, last }) => group === 'speech' && index >= first && index <= last);
  return says || ADVERB.test(token.folded) ? QUALIFYING : 1;
}

/** Whether other rules check the word, or it is a single Han character, which is grammar more often than matter. */
function isChecked({ cues }: Stretch, { index, token, meanings }: Word): boolean {
  if (/^\p{Script=Han}$/u.test(token.text) && meanings.length === 0) return true;
  return cues.some(({ group, first, last }) => CHECKED.test(group) && index >= first && index <= last);
}
