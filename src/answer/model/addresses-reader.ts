/**
 * Whether a sentence speaks to its reader, or of itself, or asks: a report of claims does none of it, a planted order
 * does.
 */
import { fold } from '../../lexicon/fold.ts';
import { stanceOf } from '../../reading/stance.ts';
import { ORDER } from '../intent-patterns.ts';

/** What others are quoted with may hold any word. */
const QUOTED = /«[^»]*»|“[^”]*”|"[^"]*"|「[^」]*」|『[^』]*』|‘[^’]*’(?!\p{L})/gu;
/** First and second persons, in folded text. Words that are something else too («ton», «ma», "mine") are left out. */
const PERSON =
  /\b(?:i'(?:m|ve|ll|d)|i (?:am|was|have|had|will|would|can|cannot|can't|do|must|obey)|my|myself|you|you're|you'll|your|yours|yourself|je|j'\w+|moi|tu|toi|vous|votre|vos)\b|你|您|我(?!国|军|方|们|外|驻)/u;

const ASKS = /[?\uFF1F\u061F\u037E;][»”’"')）」』\s]*$/u;

export function addressesReader(text: string): boolean {
  const own = fold(text.replace(QUOTED, ' '));
  return ASKS.test(own) || PERSON.test(own) || (stanceOf(text) === 'context' && ORDER.test(own));
}
