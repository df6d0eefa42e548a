/** Whether a clause of a sentence says something that no passage says. */
import type { Stretch, Word } from './stretch.ts';

/** Share of a clause's content under which nothing of it is in the passages. */
const LEAST = 0.45;
/** A word that cannot be compared counts as so much in a clause. */
const UNKNOWN = 0.2;
/** Content words without a name that a clause must have to say something of its own. */
const WORDS = 2;
/** Words that other rules check. */
const CHECKED = /^(?:hedge:.|boost|sure|reported|not|act:say|light|by)$/;
const BORDER =
  /[,;:，。；：、()（）«»“”]|(?<=\s)(?:et|and|puis|then|mais|but|while|tandis|notamment|including|dont|après|after|before|avant|en|pour|by|as|because|car|so)(?=\s)|(?:并|而且|以及|且|导致|造成|使|但)/giu;

/** The first clause that adds to the passages, or null. `support` is of the sentence's words in order. */
export function addedClause(said: Stretch, support: readonly (number | null)[]): string | null {
  const borders = [...said.text.matchAll(BORDER)].map((match) => match.index);
  const clauses = new Map<number, { word: Word; value: number | null }[]>();
  for (const [i, word] of said.words.entries()) {
    const clause = borders.filter((border) => border <= word.token.start).length;
    if (
      said.cues.some(
        ({ group, first, last }) => CHECKED.test(group) && word.index >= first && word.index <= last,
      )
    )
      continue;
    if (/^\p{Script=Han}$/u.test(word.token.text) && word.meanings.length === 0) continue;
    const known = clauses.get(clause);
    const entry = { word, value: support[i] ?? null };
    if (known === undefined) clauses.set(clause, [entry]);
    else known.push(entry);
  }
  for (const entries of clauses.values()) {
    const own = entries.filter(({ word }) => !word.named);
    if (own.length < WORDS) continue;
    const sum = own.reduce((total, { value }) => total + (value ?? UNKNOWN), 0);
    const lacking = own.filter(({ value }) => value === 0).length;
    if (sum / own.length < LEAST && lacking > 0) {
      const first = own[0]?.word.token.start ?? 0;
      return said.text.slice(first, own.at(-1)?.word.token.end);
    }
  }
  return null;
}
