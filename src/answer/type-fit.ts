/** Whether a sentence holds the kind of thing that a question asks for. */
import { isName } from '../lexicon/concept.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Token } from '../lexicon/tokenize.ts';
import type { ReadSentence } from '../reading/read-text.ts';
import { matchTerm } from './match-term.ts';
import { asksForMoney, namesMoney } from './money.ts';
import { isTurned } from './negated.ts';
import { isFraming, type Question } from './question.ts';
import type { Term } from './question-term.ts';

/** «à la suite de», "because of": signs of a reason or an aim. */
const REASON = new RegExp(
  [
    // A word border of `\b` knows no accents: «à» would be none of its words.
    String.raw`(?<!\p{L})(?:parce qu|puisqu)(?:['’]|e(?!\p{L}))`,
    String.raw`(?<!\p{L})(?:à la suite|en raison|à cause|afin) d(?:['’]|(?:e|es|u)(?!\p{L}))`,
    String.raw`(?<!\p{L})(?:suite|face|en réponse) (?:à|aux?)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:car|visant à|après|pour (?:que|avoir|son|sa|leur|des))(?!\p{L})`,
    String.raw`\b(?:because|since|due to|over|following|after|in response to|in order to|for (?:their|its|his))\b`,
    '因|由于|为了|针对',
  ].join('|'),
  'iu',
);
/** How far before its noun a number stands: «40 millions d'électeurs», «sept ressortissants chinois». */
const NUMBER_REACH = 40;

/** A country is no answer to the question for a town. */
const CITY = /\b(?:city|town)\b|\bville\b|城市|哪座城|哪个城/iu;

/** 0 (it cannot be the answer) to 1 (it holds what is asked for). */
export function typeFit(question: Question, sentence: ReadSentence, lexicon: Lexicon): number {
  switch (question.type) {
    case 'when':
      return whenFit(sentence);
    case 'count':
      return countFit(question, sentence, lexicon);
    case 'where':
      return names(
        question,
        sentence,
        lexicon,
        (kind) => kind === 'place' || (kind === 'country' && !CITY.test(question.text)),
      )
        ? 1
        : 0.2;
    case 'name':
      return nameFit(question, sentence, lexicon);
    case 'author':
      return authorFit(sentence);
    case 'who':
      return names(question, sentence, lexicon, (kind) => kind !== 'term' && kind !== 'product') ? 1 : 0.5;
    case 'why':
      return REASON.test(sentence.text) ? 1 : 0.6;
    case 'which':
      return whichFit(question, sentence, lexicon);
    case 'statement':
      return sentence.speaker !== null ? 1 : 0.6;
    case 'about':
      return 0.8;
  }
}

/**
 * Nobody is named as an attacker but by an accusation; a charge rests on one. Any other sentence is no answer, even if it
 * has all words of the question: below the loosest fit that is accepted.
 */
function authorFit({ kind }: ReadSentence): number {
  if (kind === 'accusation') return 0.9;
  // Whoever boasts of an attack is a lead, and no attribution.
  if (kind === 'self-claim') return 0.8;
  return kind === 'measure' ? 0.6 : 0.15;
}

function whenFit({ quantities, text }: ReadSentence): number {
  const dates = quantities.filter((q) => q.kind === 'date').map((q) => text.slice(q.start, q.end));
  if (dates.length === 0) return 0.1;
  return dates.some((date) => /\d/.test(date)) ? 1 : 0.7;
}

function countFit(question: Question, sentence: ReadSentence, lexicon: Lexicon): number {
  const numbers = sentence.quantities.filter((q) => q.kind === 'number');
  const { focus } = question;
  if (focus !== null && isSaidToBeNone(focus, sentence)) return NONE;
  if (numbers.length === 0) return 0.1;
  if (asksForMoney(question.text)) return namesMoney(sentence.text) ? 1 : 0.15;
  if (focus === null) return 0.8;
  const counted = sentence.analysis.concepts.filter(
    (match) =>
      focus.concepts.includes(match.concept.id) ||
      lexicon.broader(match.concept.id).some((id) => focus.concepts.includes(id)),
  );
  const words = sentence.analysis.tokens.filter(
    (token) => focus.stems.includes(token.stem) || focus.folded.includes(token.folded),
  );
  const near = [...counted, ...words].some(({ start }) =>
    numbers.some((n) => start >= n.start && start - n.end <= NUMBER_REACH),
  );
  if (near) return 1;
  // Next to each number stands something that the glossary knows and that is not what is counted: «les deux pays».
  if (numbers.every((number) => countsAnother(number, focus, sentence, lexicon))) return 0.15;
  // The thing is counted in other words, or something else is counted.
  return counted.length + words.length > 0 ? 0.65 : 0.35;
}

/** "Nobody had asked for a ransom" tells how much was paid. */
const NONE = 0.95;

function isSaidToBeNone({ concepts, stems }: Term, { analysis, text }: ReadSentence): boolean {
  return [
    ...analysis.concepts.filter(({ concept }) => concepts.includes(concept.id)),
    ...analysis.tokens.filter(({ stem }) => stems.includes(stem)),
  ].some(({ start }) => isTurned(text, start));
}

/** How far behind a number what it counts may begin: «deux grands pays». */
const COUNTED_REACH = 20;
/** «la société 360 qui …» has a number for a name. */
const NO_COUNT = /^\s*(?:qui|who|which|that|dont)(?!\p{L})/iu;

function countsAnother(
  number: { readonly start: number; readonly end: number },
  focus: Term,
  { analysis, text }: ReadSentence,
  lexicon: Lexicon,
): boolean {
  if (NO_COUNT.test(text.slice(number.end))) return true;
  const next = analysis.concepts.filter(
    ({ concept, start }) =>
      start >= number.end && start - number.end <= COUNTED_REACH && !isNumberWord(concept.id),
  );
  const [first] = next;
  if (first === undefined || focus.concepts.length === 0) return false;
  if (/[.,;:«»()]/u.test(text.slice(number.end, first.start))) return false;
  const family = (id: string): readonly string[] => [id, ...lexicon.broader(id)];
  const asked = new Set(focus.concepts.flatMap(family));
  return !next.some(({ concept }) => family(concept.id).some((id) => asked.has(id)));
}

function isNumberWord(id: string): boolean {
  return id.startsWith('number:') || id === 'thousands' || id === 'millions' || id === 'hundreds';
}

function whichFit(question: Question, sentence: ReadSentence, lexicon: Lexicon): number {
  const { focus } = question;
  if (focus === null || isFraming(focus)) return 0.9;
  // «Quel logiciel malveillant» wants a kind of malware; «quel sentiment» may be answered without the word.
  const loose = !focus.isName && !focus.concepts.some((id) => lexicon.hasNarrower(id));
  const has = Math.max(
    matchTerm(focus, sentence.vocabulary, lexicon),
    sentence.speaker === null ? 0 : 0.8 * matchTerm(focus, sentence.speaker.vocabulary, lexicon),
  );
  const least = loose ? 0.6 : 0.25;
  return least + (1 - least) * has;
}

/** How near to the one asked about a name must stand, in characters: «l'ambassadeur de Chine, Feng Biao». */
const NAME_REACH = 30;

/** A name that the question does not hold, beside the office or body that it asks about. */
function nameFit(question: Question, sentence: ReadSentence, lexicon: Lexicon): number {
  const { tokens, concepts } = sentence.analysis;
  const asked = new Set(question.terms.flatMap((term) => [...term.folded, ...term.concepts]));
  const asking = question.terms.filter((term) => !term.isName && !isFraming(term));
  const offices = asking.filter(({ kind }) => kind === 'role' || kind === 'person');
  const meant = offices.length > 0 ? offices : asking;
  const anchors = concepts.filter(({ concept }) =>
    meant.some((term) =>
      [concept.id, ...lexicon.broader(concept.id)].some((id) => term.concepts.includes(id)),
    ),
  );
  const near = (start: number, end: number): boolean =>
    anchors.some((a) => start - a.end < NAME_REACH && a.start - end < NAME_REACH);
  const ofPerson = offices.length > 0;
  const known = concepts.some(
    ({ concept, start, end }) =>
      isName(concept) &&
      (concept.kind === 'person') === ofPerson &&
      concept.kind !== 'country' &&
      !asked.has(concept.id) &&
      !anchors.some((a) => a.start === start) &&
      near(start, end),
  );
  const free = (token: Token | undefined): token is Token =>
    token?.capitalized === true &&
    !token.stop &&
    !asked.has(token.folded) &&
    !concepts.some((m) => token.start >= m.start && token.end <= m.end);
  const unknown = tokens.some((token, i) => {
    const next = tokens[i + 1];
    return i > 0 && free(token) && free(next) && next.start - token.end === 1 && near(token.start, next.end);
  });
  return known || unknown ? 1 : 0.1;
}

/** Before the name of a place. */
const AT =
  /(?:^|[\s'’])(?:in|at|near|from|to|into|à|en|au|aux|dans|depuis|vers|près d[eu]|chez)\s(?:l['’]|la |le |les |the )?$/iu;

/** Whether the sentence names something of the kind that the question does not name itself. */
function names(
  question: Question,
  sentence: ReadSentence,
  lexicon: Lexicon,
  kinds: (kind: string) => boolean,
): boolean {
  const asked = new Set(question.terms.flatMap((term: Term) => term.concepts));
  const named = [...sentence.vocabulary.concepts].some((id) => {
    const concept = lexicon.concept(id);
    return concept !== undefined && kinds(concept.kind) && !asked.has(id);
  });
  const askedWords = new Set(question.terms.flatMap((term) => term.folded));
  const capitalised = sentence.analysis.tokens.some(
    (token, i) =>
      i > 0 &&
      token.capitalized &&
      !token.stop &&
      !askedWords.has(token.folded) &&
      (question.type !== 'where' || AT.test(sentence.text.slice(0, token.start))),
  );
  return named || capitalised;
}
