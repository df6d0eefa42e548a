/** Which words of a sentence a negation turns. */
import type { Cue } from './cues.ts';
import type { Stretch, Word } from './stretch.ts';

/** «Ne» turns nothing by itself: «ne … que» is only, and «plus qu'il ne faut» nothing at all. */
const NE = new Set(['ne', 'n']);
const SECOND = new Set('pas plus jamais aucun aucune rien ni guere personne nul nulle'.split(' '));
/** Tokens within which the second part of a French negation follows, or its first goes before. */
const APART = 6;
/** Tokens within which the verb of «ni … ni …» follows. */
const FAR = 18;
/** Tokens that a negation reaches beyond the words asked for. */
const SLACK = 4;
/** A Chinese negation stands before what is done to whom: 并未对任何国家发动攻击. */
const HAN_OBJECT = /^(?:对|對|向|就|在|与|與|同|把|将|將)/u;
/** «Ne permet pas d'attribuer», "could not reach": what they negate is the verb behind. */
const ENABLING =
  /^(?:perm\w*|possib\w*|epoque|temps|time|jour|jours|alors|peu\w*|pouv\w*|pu|able|allow\w*|enab\w*|could|make\w*|far|stade|stage|moment|目前|迄今|能够|允许|可以|任何)$/u;

/** The first content words behind each negation; `reach` of them, or more where the first only enables the next. */
export function negatedWords(stretch: Stretch, reach: number): Word[] {
  const found = new Map<number, Word>();
  for (const cue of stretch.cues) {
    if (cue.group !== 'not' || isIdle(stretch, cue)) continue;
    const words = wordsBehind(stretch, cue);
    const object =
      stretch.lang === 'zh' && HAN_OBJECT.test(stretch.text.slice(stretch.tokens[cue.last]?.end ?? 0));
    const enabling = words.findIndex(({ token }) => !ENABLING.test(token.folded));
    const least = Math.max(0, enabling);
    const chosen = object ? words.slice(-Math.max(2, reach)) : words.slice(0, reach + least);
    for (const word of chosen)
      if (object || word.index - cue.last <= reach + least + SLACK) found.set(word.index, word);
  }
  return [...found.values()];
}

/** The content words behind and right before «faute de», "refused", «不足»: what is lacking or left undone. */
export function lackedWords(stretch: Stretch): Word[] {
  return stretch.cues
    .filter(({ group }) => group === 'lack')
    .flatMap(({ first, last }) =>
      stretch.words.filter(({ index }) => index >= first - 2 && index <= last + APART),
    );
}

function isIdle({ lang, tokens }: Stretch, { first }: Cue): boolean {
  const word = tokens[first]?.folded ?? '';
  // «Ni X ni Y n'ont …»: what is negated is the verb.
  if (word === 'ni' || word === 'neither' || word === 'nor')
    return tokens.slice(first, first + FAR).some(({ folded }) => folded === 'n' || folded === 'ne');
  if (lang !== 'fr' || !NE.has(tokens[first]?.folded ?? '')) return false;
  return !tokens.slice(Math.max(0, first - APART), first + APART).some(({ folded }) => SECOND.has(folded));
}

function wordsBehind(stretch: Stretch, { last }: Cue): Word[] {
  const border = borderAfter(stretch, last);
  return stretch.words.filter(({ index, named }) => index > last && index < border && !named);
}

/** The token at which the clause ends. */
export function borderAfter({ text, tokens }: Stretch, from: number): number {
  for (let i = from + 1; i < tokens.length; i += 1) {
    const gap = text.slice(tokens[i - 1]?.end ?? 0, tokens[i]?.start ?? 0);
    if (/[,;:，。；：、«»“”]/u.test(gap)) return i;
  }
  return tokens.length;
}
