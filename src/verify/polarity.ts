/** Whether a sentence denies what its passages affirm, or affirms what they deny. */
import type { Aligned } from './align.ts';
import type { Cue } from './cues.ts';
import { lackedWords, negatedWords } from './negation-scope.ts';
import type { Stretch, Word } from './stretch.ts';

/** The turned words of the sentence or of the passage, or null. */
export function turnedPolarity(
  said: Stretch,
  aligned: readonly Aligned[],
  given: readonly Stretch[],
): string | null {
  return turnedAnswer(said, given) ?? turnedPair(said, aligned) ?? turnedWord(said, aligned, given);
}

const of = ({ cues }: Stretch, group: string): Cue[] => cues.filter((cue) => cue.group === group);
const anyOf = (given: readonly Stretch[], test: (stretch: Stretch) => boolean): boolean => given.some(test);

/** A cue that is not itself negated: «ni ne dément». */
function holds(stretch: Stretch, cue: Cue): boolean {
  return !stretch.cues.some(
    ({ group, first, last }) =>
      group === 'not' &&
      last < cue.first + (stretch.lang === 'fr' ? 3 : 0) &&
      cue.first - last <= 2 &&
      first !== cue.first &&
      last >= cue.first - 3 &&
      !overlaps(first, last, cue),
  );
}

const overlaps = (first: number, last: number, cue: Cue): boolean => first <= cue.last && last >= cue.first;

const plain = (stretch: Stretch, group: string): Cue[] =>
  of(stretch, group).filter((cue) => holds(stretch, cue));

/** Denied, admitted, or left without an answer. */
function turnedAnswer(said: Stretch, given: readonly Stretch[]): string | null {
  const denies = plain(said, 'answer:deny');
  const [denial] = denies;
  const given_ = (group: string): boolean => anyOf(given, (stretch) => plain(stretch, group).length > 0);
  const silent = anyOf(given, (stretch) => of(stretch, 'answer:none').length > 0);
  if (denial !== undefined && !given_('answer:deny') && (silent || !anyOf(given, negates)))
    return wordsOf(said, denial);
  const [admission] = plain(said, 'answer:admit');
  if (admission !== undefined && !given_('answer:admit') && (given_('answer:deny') || anyOf(given, negates)))
    return wordsOf(said, admission);
  const [silence] = of(said, 'answer:none');
  if (silence !== undefined && !silent && given_('answer:deny') && denies.length === 0)
    return wordsOf(said, silence);
  return null;
}

const negates = ({ cues }: Stretch): boolean => cues.some(({ group }) => group === 'not' || group === 'lack');

/** «Levé» for «imposé», "fell" for "rose". */
function turnedPair(said: Stretch, aligned: readonly Aligned[]): string | null {
  for (const cue of said.cues) {
    if (!cue.group.startsWith('pair:')) continue;
    const opposite = cue.group.endsWith(':not') ? cue.group.slice(0, -4) : `${cue.group}:not`;
    if (of(said, opposite).length > 0) continue;
    const has = (group: string): boolean => aligned.some(({ stretch }) => of(stretch, group).length > 0);
    if (has(opposite) && !has(cue.group)) return wordsOf(said, cue);
  }
  return null;
}

/** A content word that stands negated on the one side alone. */
function turnedWord(said: Stretch, aligned: readonly Aligned[], given: readonly Stretch[]): string | null {
  const ours = negatedWords(said, 1);
  const oursWide = [...negatedWords(said, 3), ...lackedWords(said)];
  const near = given.filter(
    (stretch, i) => isAligned(stretch, aligned) || (continues(stretch) && isAligned(given[i - 1], aligned)),
  );
  /** By the word itself where it stands there, by its meaning in another language or another word. */
  const same = (word: Word, from: Stretch, others: readonly Word[], inside: Stretch): Word[] => {
    const equal =
      from.lang === inside.lang ? others.filter(({ token }) => token.stem === word.token.stem) : [];
    return equal.length > 0 ? equal : others.filter((other) => alike(word, other));
  };
  for (const stretch of near)
    for (const word of negatedWords(stretch, 1)) {
      if (same(word, stretch, oursWide, said).length > 0) continue;
      const affirmed = same(word, stretch, said.words, said);
      const weight = aligned.find((one) => one.stretch === stretch)?.shared ?? 0;
      const elsewhere = aligned.some(({ stretch: other, shared }) => {
        const negated = new Set(negatedWords(other, 3).map(({ index }) => index));
        const again = same(word, stretch, other.words, other);
        return shared > weight && again.length > 0 && again.every(({ index }) => !negated.has(index));
      });
      if (
        affirmed.length > 0 &&
        !elsewhere &&
        !(negates(said) && ours.length + of(said, 'only').length >= negatedWords(stretch, 1).length)
      )
        return word.token.text;
    }
  for (const word of ours) {
    const there = given.filter((stretch) => same(word, said, stretch.words, stretch).length > 0);
    const turned = (stretch: Stretch): boolean =>
      same(word, said, [...negatedWords(stretch, 3), ...lackedWords(stretch)], stretch).length > 0 ||
      of(stretch, 'answer:deny').length > 0;
    if (there.length > 0 && !there.some(turned)) return word.token.text;
  }
  return null;
}

const isAligned = (stretch: Stretch | undefined, aligned: readonly Aligned[]): boolean =>
  aligned.some((one) => one.stretch === stretch);

/** Goes on about the one named before: «Il n'a nommé aucun pays.» */
const continues = ({ text }: Stretch): boolean =>
  /^(?:(?:il|elle|ils|elles|he|she|they|it)\b|[他她它]|该)/iu.test(text);

function alike(a: Word, b: Word): boolean {
  return !a.named && !b.named && a.meanings.some((id) => b.meanings.includes(id));
}

const wordsOf = ({ text, tokens }: Stretch, { first, last }: Cue): string =>
  text.slice(tokens[first]?.start ?? 0, tokens[last]?.end ?? 0);
