/** What a message wants, before anything is searched: a question's answer, or what no corpus gives. */
import { fold } from '../lexicon/fold.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { hasFieldWord, mayBeOfField } from './field.ts';
import {
  ATTACK_HELP,
  INSULT,
  ORDER,
  ORDER_LINK,
  OTHER_FIELD,
  SALUTATION,
  VERDICT,
  WHOLE,
} from './intent-patterns.ts';
import { analyzeQuestion } from './question.ts';

export type Intent =
  | 'greeting'
  | 'thanks'
  | 'identity'
  | 'insult'
  | 'gibberish'
  | 'off-topic'
  | 'verdict'
  | 'order'
  | 'attack-help';

export interface Wish {
  /** What the message wants besides an answer from the corpus; null for a plain question. */
  readonly intent: Intent | null;
  /** What is asked of the corpus, in the asker's words without salutation and orders; null when nothing is. */
  readonly question: string | null;
}

/** A question in so many characters at most, once an order came with it: what is longer is a text to be obeyed. */
const LONGEST_WITH_ORDER = 300;
/** Characters that are read closely: patterns over a pasted book are no help to anybody. */
const LONGEST_READ = 4_000;
/** What asks for more than a claim. */
const REALLY =
  /(?<!\p{L})(?:vraiment|r[ée]ellement|v[ée]ritablement|really|actually|truly|(?:[àa] (?:ton|votre) avis|in your opinion|do you (?:really )?(?:think|believe))\s*,?)(?!\p{L})|到底|究竟|真的|真正/giu;
/** Words, from which on rudeness is only the tone of a question. */
const RUDE_WORDS = 8;
/** Borders between what is asked and what is ordered. */
const CLAUSE = /(?<=[.!?。！？;；\n])\s*/u;

/** Reads a message. Where in doubt it is a question: a real one must never be turned away. */
export function readWish(message: string, lexicon: Lexicon): Wish {
  const text = message.slice(0, LONGEST_READ).trim();
  if (isGibberish(text)) return { intent: 'gibberish', question: null };
  const rest = withoutSalutation(text);
  if (rest === '') return { intent: 'greeting', question: null };
  const whole = shape(rest);
  for (const { intent, pattern } of WHOLE) if (pattern.test(whole)) return { intent, question: null };
  if (ATTACK_HELP.test(whole)) return { intent: 'attack-help', question: null };
  if (ORDER.test(fold(rest)) || rest.split(CLAUSE).some((clause) => ORDER.test(fold(clause))))
    return besideOrders(rest, message, lexicon);
  const { terms } = analyzeQuestion(rest, lexicon);
  const ofField = mayBeOfField(terms, lexicon);
  if (VERDICT.test(whole))
    return { intent: 'verdict', question: terms.some(({ isName }) => isName) ? soberly(rest) : null };
  if (!ofField && INSULT.test(whole) && whole.split(' ').length <= RUDE_WORDS)
    return { intent: 'insult', question: null };
  if (OTHER_FIELD.test(whole) && !hasFieldWord(terms, lexicon))
    return { intent: 'off-topic', question: null };
  return { intent: null, question: rest };
}

/** The question that orders were wrapped around, if there is one. */
function besideOrders(text: string, message: string, lexicon: Lexicon): Wish {
  const nothing: Wish = { intent: 'order', question: null };
  if (message.length > LONGEST_READ) return nothing;
  const kept = text
    .split(CLAUSE)
    .flatMap((clause) => splitAtLinks(clause))
    .filter((clause) => clause.trim() !== '' && !ORDER.test(fold(clause)));
  const question = kept.join(' ').trim();
  if (question === '' || question.length > LONGEST_WITH_ORDER || ATTACK_HELP.test(shape(question)))
    return nothing;
  const analyzed = analyzeQuestion(question, lexicon);
  // Without a question word what is left may be anything, such as the words to be said.
  if (analyzed.type === 'about' || !mayBeOfField(analyzed.terms, lexicon)) return nothing;
  return { intent: null, question };
}

/** The parts around «et dis-moi»; folding may change lengths, so the letters themselves are searched. */
function splitAtLinks(clause: string): string[] {
  return clause.split(new RegExp(ORDER_LINK.source, 'giu'));
}

function withoutSalutation(text: string): string {
  let rest = text;
  for (;;) {
    const found = SALUTATION.exec(fold(rest));
    // Folded and plain letters differ in number only for ligatures, which no salutation has.
    if (found === null || found[0].length === 0) return rest;
    rest = rest.normalize('NFC').slice(found[0].length).trim();
  }
}

/** The same question about what is claimed: «Qui est *vraiment* derrière …». */
function soberly(question: string): string {
  const sober = question.replace(REALLY, ' ').replace(/\s+/gu, ' ').trim();
  return sober === '' ? question : sober;
}

/** Folded, without closing marks and pictures. */
function shape(text: string): string {
  return fold(text)
    .replace(/\p{Extended_Pictographic}|\u{fe0f}|\u{200d}/gu, '')
    .replace(/[\s\u{a0}]+/gu, ' ')
    .replace(/^[\s,.!?:;…，。！？、：~～-]+|[\s,.!?:;…，。！？、：~～)-]+$/gu, '');
}

/** Nothing that could be a word: marks and pictures, one letter, one letter again and again, no vowel in a long run. */
function isGibberish(text: string): boolean {
  const letters = text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');
  if (letters.length === 0) return true;
  if (/^(.)\1{3,}$/u.test(letters)) return true;
  if (/\p{Script=Han}/u.test(letters)) return letters.length < 2;
  if (letters.length < 2) return true;
  const words = text.split(/\s+/u).filter((word) => /\p{L}/u.test(word));
  return words.length === 1 && /^[b-df-hj-np-tv-xz]{5,}$/u.test(fold(letters));
}
