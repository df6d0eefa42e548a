/** Whether a sentence denies what its passages affirm, or affirms what they deny. */
import type { Aligned } from './align.ts';
import type { Cue } from './cues.ts';
import { borderAfter, lackedWords, negatedWords } from './negation-scope.ts';
import type { Stretch, Word } from './stretch.ts';

/** The turned words of the sentence or of the passage, or null. */
export function turnedPolarity(
  said: Stretch,
  aligned: readonly Aligned[],
  given: readonly Stretch[],
): string | null {
  return turnedAnswer(said, given, aligned) ?? turnedPair(said, aligned) ?? turnedWord(said, aligned, given);
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

/** "Shot back that", 反驳说: an answer, and what it says need be no denial. */
const RETORT = /(?:反驳|反駁|驳斥|反击)(?:说|說|称|稱|道|，)|rétorqu|répliqu|\b(?:retort|counter)/iu;

/** Denied, admitted, or left without an answer, where the passages have it otherwise. */
function turnedAnswer(said: Stretch, given: readonly Stretch[], aligned: readonly Aligned[]): string | null {
  const denies = plain(said, 'answer:deny').filter(
    ({ first }) => !RETORT.test(said.text.slice(said.tokens[first]?.start ?? 0).slice(0, 12)),
  );
  const [denial] = denies;
  const given_ = (group: string): boolean => anyOf(given, (stretch) => plain(stretch, group).length > 0);
  const silent = anyOf(given, (stretch) => of(stretch, 'answer:none').length > 0);
  const near = aligned.map(({ stretch }) => stretch);
  if (
    denial !== undefined &&
    !given_('answer:deny') &&
    (silent || given_('answer:admit') || !anyOf(near, mayNegate))
  )
    return wordsOf(said, denial);
  const [admission] = plain(said, 'answer:admit');
  const unadmitted = anyOf(given, (stretch) => of(stretch, 'answer:admit').length > 0);
  const turned = given_('answer:deny') || unadmitted || (anyOf(near, negates) && !mayNegate(said));
  if (admission !== undefined && !given_('answer:admit') && turned) return wordsOf(said, admission);
  const [silence] = of(said, 'answer:none');
  if (
    silence !== undefined &&
    !silent &&
    given_('answer:deny') &&
    denies.length === 0 &&
    !anyOf(near, negates)
  )
    return wordsOf(said, silence);
  return null;
}

/** Has anything that may stand for a negation: «restés anonymes», "stopped short of". */
const mayNegate = (stretch: Stretch): boolean =>
  stretch.cues.some(({ group }) => /^(?:not|lack|negish|answer:deny)$/.test(group)) ||
  (stretch.lang === 'en' && stretch.tokens.some(({ folded }) => UN.test(folded)));
const UN = /^un(?!it|iv|iq|der|til|ion|less|cle|rest)[a-z]{4,}$/;

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

/** A content word that stands negated on the one side alone, where nothing else on the other may stand for it. */
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
  const negations = negationsOf(said);
  for (const stretch of near) {
    const theirs = negatedWords(stretch, 1);
    if (theirs.length === 0 || (mayNegate(said) && negations >= negationsOf(stretch))) continue;
    const elsewhere = (word: Word): boolean => {
      const weight = aligned.find((one) => one.stretch === stretch)?.shared ?? 0;
      return aligned.some(({ stretch: other, shared }) => {
        const negated = new Set(negatedWords(other, 3).map(({ index }) => index));
        const again = same(word, stretch, other.words, other);
        return shared > weight && again.length > 0 && again.every(({ index }) => !negated.has(index));
      });
    };
    for (const word of theirs) {
      if (same(word, stretch, oursWide, said).length > 0) continue;
      const affirmed = same(word, stretch, said.words, said);
      const free = affirmed.some(({ index }) => !clauseMayNegate(said, index));
      if (affirmed.length > 0 && free && !elsewhere(word)) return word.token.text;
    }
    // The verb may be another one: what it was said of stands in the sentence, and nothing in it denies anything.
    const wide = negatedWords(stretch, 4).filter((word) => !theirs.includes(word));
    const shared = wide.filter((word) => same(word, stretch, said.words, said).length > 0);
    if (
      stretch === near[0] &&
      !mayNegate(said) &&
      shared.length >= 1 &&
      shared.length * 2 > wide.length &&
      !wide.some(elsewhere)
    )
      return stretch.text.slice(theirs[0]?.token.start, shared[0]?.token.end);
  }
  for (const word of ours) {
    if (
      said.cues.some(
        ({ group, first, last }) => group === 'answer:deny' && word.index >= first && word.index <= last,
      )
    )
      continue;
    const there = given.filter((stretch) => same(word, said, stretch.words, stretch).length > 0);
    const turned = (stretch: Stretch): boolean =>
      same(word, said, [...negatedWords(stretch, 3), ...lackedWords(stretch)], stretch).length > 0 ||
      of(stretch, 'answer:deny').length > 0 ||
      same(word, said, stretch.words, stretch).every(({ index }) => clauseMayNegate(stretch, index));
    if (there.length > 0 && !there.some(turned)) return word.token.text;
  }
  return null;
}

/** How many negations a sentence has; those next to each other, as in «n'a pas» and «plus aucune», are one. */
function negationsOf(stretch: Stretch): number {
  const at = stretch.cues
    .filter(({ group }) => group === 'not')
    .map(({ first }) => first)
    .sort((a, b) => a - b);
  return at.filter((first, i) => i === 0 || first - (at[i - 1] ?? 0) > ONE_NEGATION).length;
}
/** Tokens within which two words of negation are one negation. */
const ONE_NEGATION = 5;

/** Whether something between the word and the punctuation on either side of it may stand for a negation. */
function clauseMayNegate(stretch: Stretch, at: number): boolean {
  const border = borderAfter(stretch, at);
  const from = stretch.tokens.findLastIndex((_, i) => i < at && borderAfter(stretch, i) <= at) + 1;
  return stretch.cues.some(
    ({ group, first }) => /^(?:not|lack|negish|answer:deny)$/.test(group) && first >= from && first < border,
  );
}

const isAligned = (stretch: Stretch | undefined, aligned: readonly Aligned[]): boolean =>
  aligned.some((one) => one.stretch === stretch);

/** Goes on about the one named before: «Il n'a nommé aucun pays.» */
const continues = ({ text }: Stretch): boolean =>
  /^(?:(?:il|elle|ils|elles|he|she|they|it)\b|[他她它]|该)/iu.test(text);

/** That both are said tells nothing. */
const SAYING = /^(?:w:say-|s:say$|statement$)/;

function alike(a: Word, b: Word): boolean {
  return !a.named && !b.named && a.meanings.some((id) => !SAYING.test(id) && b.meanings.includes(id));
}

const wordsOf = ({ text, tokens }: Stretch, { first, last }: Cue): string =>
  text.slice(tokens[first]?.start ?? 0, tokens[last]?.end ?? 0);
