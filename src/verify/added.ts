/** Whether a clause of a sentence says something that no passage says. */
import type { Stretch, Word } from './stretch.ts';

/** Share of a clause's content under which nothing of it is in the passages. */
const LEAST = 0.45;
/** A word that cannot be compared counts as so much in a clause. */
const UNKNOWN = 0.2;
/** Content words without a name that a clause must have to say something of its own. */
const WORDS = 2;
/** A clause that is joined on and begins with a deed no passage has says something of its own sooner. */
const LEAST_JOINED = 0.55;
const JOINED = /^(?:et|and|puis|then|mais|but|并|且|而且)$/iu;
/** Words that other rules check. */
const CHECKED = /^(?:hedge:.|boost|sure|reported|not|act:say|light|by)$/;
const BORDER =
  /[,;:，。；：、()（）«»“”]|(?<=\s)(?:et|and|puis|then|mais|but|while|tandis|notamment|including|dont|après|after|before|avant|en|pour|by|as|because|car|so)(?=\s)|(?:并(?![非未不没])|而且|以及|且|导致|造成|使|但)/giu;

/** The first clause that adds to the passages, or null. `support` is of the sentence's words in order. */
export function addedClause(said: Stretch, support: readonly (number | null)[]): string | null {
  const borders = [...said.text.matchAll(BORDER)];
  const clauses = new Map<number, Entry[]>();
  for (const [i, word] of said.words.entries()) {
    if (word.named || isChecked(said, word)) continue;
    const clause = borders.filter((border) => border.index <= word.token.start).length;
    const entries = clauses.get(clause) ?? [];
    entries.push({ word, value: support[i] ?? null });
    clauses.set(clause, entries);
  }
  for (const [clause, own] of clauses) {
    const share = own.reduce((total, { value }) => total + (value ?? UNKNOWN), 0) / own.length;
    const lacking = own.some(({ value }) => value === 0);
    const joined = JOINED.test(borders[clause - 1]?.[0] ?? '') && own[0]?.value === 0;
    if (lacking && own.length >= WORDS && share < (joined ? LEAST_JOINED : LEAST))
      return said.text.slice(own[0]?.word.token.start ?? 0, own.at(-1)?.word.token.end);
  }
  return null;
}

interface Entry {
  readonly word: Word;
  readonly value: number | null;
}

/** Whether other rules check the word, or it is a single Han character, which is grammar more often than matter. */
function isChecked({ cues }: Stretch, { index, token, meanings }: Word): boolean {
  if (/^\p{Script=Han}$/u.test(token.text) && meanings.length === 0) return true;
  return cues.some(({ group, first, last }) => CHECKED.test(group) && index >= first && index <= last);
}
