/** What either side of a case says, for a question that asks who says so and who does not. */
import { type ClaimKind, REPLY_KINDS } from '../core/case-record.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { stateConcept } from '../lexicon/state-concept.ts';
import type { Evidence } from './evidence.ts';
import { hasFieldConcept, isCountryName } from './field.ts';
import { matchTerm } from './match-term.ts';
import { isFraming, type Question } from './question.ts';
import type { Term } from './question-term.ts';
import type { Story } from './story.ts';

/** Sentences that show every side of a case. */
const MOST = 5;
/** The sides, in the order in which an answer tells them, and how many sentences each may have. */
const SIDES: readonly { readonly kinds: readonly ClaimKind[]; readonly most: number }[] = [
  { kinds: ['accusation'], most: 2 },
  { kinds: ['contest', 'retraction', 'acknowledgement', 'self-claim'], most: 1 },
  { kinds: REPLY_KINDS, most: 1 },
];
/** A sentence that has this share of the question itself is told whatever side it is on. */
const TELLING = 0.3;

/**
 * The best sentence of each side of the case that the question is about, and first what has most of the question.
 * Empty where the question is about no case for certain, or where its case has one side alone.
 */
export function selectSides(question: Question, evidence: readonly Evidence[], lexicon: Lexicon): Evidence[] {
  const best = evidence.find(({ elsewhere, story }) => !elsewhere && isCaseOf(question, story, lexicon));
  if (best === undefined) return [];
  const own = evidence.filter(({ story, elsewhere }) => story === best.story && !elsewhere);
  const sided = SIDES.flatMap(({ kinds, most }) => {
    const fitting = own.filter(({ sentence }) => kinds.includes(sentence.kind));
    return accusesAnother(fitting).slice(0, most);
  });
  if (sided.length < 2) return [];
  const telling = own.filter(({ direct }) => direct >= TELLING).slice(0, 2);
  const chosen = [...new Set([...telling, ...sided])].slice(0, MOST);
  return own.filter((item) => chosen.includes(item));
}

/** The best one, then whatever names another accused, then the others. */
function accusesAnother(items: readonly Evidence[]): Evidence[] {
  const [best, ...others] = items;
  if (best === undefined) return [];
  const known = accusedIn(best);
  const isNew = (item: Evidence): boolean => [...accusedIn(item)].some((id) => !known.has(id));
  return [best, ...others.filter(isNew), ...others.filter((item) => !isNew(item))];
}

/** Who is accused in the sentence, as far as it tells: states and actors of the record. */
function accusedIn({ sentence, story }: Evidence): ReadonlySet<string> {
  const claim = story.claims.find((recorded) => recorded.sentence === sentence)?.claim;
  const named = [...sentence.vocabulary.general].filter((id) => story.accused?.concepts.has(id));
  const state = claim?.against?.state;
  return new Set([...named, ...(state == null ? [] : [stateConcept(state)])]);
}

/** The question names the case, by more than its country, and no name that the case has nothing of. */
function isCaseOf({ terms }: Question, { topic, texts }: Story, lexicon: Lexicon): boolean {
  if (topic === null) return false;
  const asked = terms.filter((term) => !isFraming(term) && term.text.length > 1);
  const titled = asked.filter((term) => matchTerm(term, topic, lexicon) >= 0.7);
  const isParticular = titled.some((term) => term.isName && !isCountryName(term, lexicon));
  return (
    titled.some((term) => term.isName) &&
    (isParticular || titled.filter((term) => term.isName || isTelling(term, lexicon)).length > 1) &&
    asked.every(
      (term) =>
        !term.isName ||
        matchTerm(term, topic, lexicon) > 0 ||
        texts.some(({ vocabulary }) => matchTerm(term, vocabulary, lexicon) > 0),
    )
  );
}

/** A year, or a thing of no attack: by «cyberattaque» and «事件» any case goes. */
function isTelling({ concepts, text }: Term, lexicon: Lexicon): boolean {
  return concepts.length > 0 ? !hasFieldConcept(concepts, lexicon) : /^\d{4}$/u.test(text);
}
