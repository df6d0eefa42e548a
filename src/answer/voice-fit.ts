/** Whether the one whose word is asked for speaks in a sentence. */
import { isName } from '../lexicon/concept.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { ReadSentence, Vocabulary } from '../reading/read-text.ts';
import { matchTerm } from './match-term.ts';
import type { Question } from './question.ts';
import type { Term } from './question-term.ts';

/** A term that the speaker's name has, although the sentence only says «il». */
export function spoken(term: Term, sentence: ReadSentence, lexicon: Lexicon): number {
  return sentence.speaker === null ? 0 : 0.9 * matchTerm(term, sentence.speaker.vocabulary, lexicon);
}

/** Of a sentence that accuses nobody, where an accusation is asked for. */
const NO_ACCUSATION = 0.6;
/** Of an accusation of somebody's, in others' words. */
const TOLD_BY_OTHERS = 0.75;

/** 0 to 1; 1 where nobody's word is asked for. */
export function voiceFit(question: Question, sentence: ReadSentence, lexicon: Lexicon): number {
  const speaking = sentence.speaker?.vocabulary;
  if (speaking !== undefined && question.target.some((term) => matchTerm(term, speaking, lexicon) >= 0.7))
    return 0.3;
  if (question.speaker.length === 0) {
    const [accuser] = question.accuser;
    if (accuser === undefined) return 1;
    // Others may tell whom he accuses; he tells it best, and no reply does.
    if (sentence.kind !== 'accusation' && sentence.kind !== 'measure') return NO_ACCUSATION;
    return speaking === undefined
      ? TOLD_BY_OTHERS
      : Math.max(TOLD_BY_OTHERS, matchTerm(accuser, speaking, lexicon));
  }
  const share = (vocabulary: Vocabulary): number =>
    question.speaker.reduce((sum, term) => sum + matchTerm(term, vocabulary, lexicon), 0) /
    question.speaker.length;
  const speaks =
    sentence.speaker === null ? 0 : share(sentence.speaker.vocabulary) * alone(question, sentence, lexicon);
  // Speaker finding is fallible: a sentence that at least names the speaker keeps half the chance.
  return Math.max(speaks, 0.5 * share(sentence.vocabulary));
}

/** One who speaks for himself is a better witness of his position than one of seven in a list. */
function alone(question: Question, sentence: ReadSentence, lexicon: Lexicon): number {
  const named = [...(sentence.speaker?.vocabulary.concepts ?? [])].filter((id) => {
    const concept = lexicon.concept(id);
    return concept !== undefined && isName(concept) && concept.kind !== 'place';
  });
  return named.length <= question.speaker.length + 1 ? 1 : 0.8;
}
