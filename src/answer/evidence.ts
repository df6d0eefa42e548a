/** Weighs each sentence as evidence for the question's answer. */
import { isName } from '../lexicon/concept.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { matchTerm } from './match-term.ts';
import { isFraming, type Question } from './question.ts';
import type { Term } from './question-term.ts';
import type { ReadSentence, ReadText, Vocabulary } from './read-text.ts';
import { typeFit } from './type-fit.ts';

/** Texts that tell one story together: an article, or all sources of a case. */
export interface Story {
  readonly texts: readonly ReadText[];
  /**
   * What every sentence of a case is about without saying so: the words of its title. Null for an article, whose
   * sentences lean on all of its text.
   */
  readonly topic: Vocabulary | null;
  /** Rank of its best passage among the hits, from 0. */
  readonly rank: number;
}

export interface Evidence {
  readonly sentence: ReadSentence;
  readonly story: Story;
  /** Share of the question's weight that the sentence itself has, 0 to 1. */
  readonly direct: number;
  /** The same with its neighbours and its story counted at a discount, 0 to 1. */
  readonly coverage: number;
  /** Whether it holds the kind of thing that is asked for, 0 to 1. */
  readonly fit: number;
  /** Whether the one whose statement is asked for speaks, 0 to 1; 1 when no statement is asked for. */
  readonly voice: number;
  /** Share of the weight of the terms that are no names and do not merely frame the question, 0 to 1. */
  readonly matter: number;
  /** Names of the question that neither the sentence has nor what it leans on. */
  readonly missing: readonly Term[];
  readonly score: number;
}

/** What a term found beside the sentence counts: in a neighbouring sentence, elsewhere in the story. */
const NEIGHBOUR = 0.6;
const STORY = 0.4;
const WEIGHT = { name: 1.1, concept: 1, word: 0.8, foreignWord: 0.35, letter: 0.1, framing: 0.15 } as const;

interface Weighed {
  readonly term: Term;
  readonly weight: number;
}

/** Every sentence of the stories as evidence, best first. */
export function weighEvidence(question: Question, stories: readonly Story[], lexicon: Lexicon): Evidence[] {
  const weighed = weigh(question, stories, lexicon);
  const all: Evidence[] = [];
  for (const story of stories) {
    const inStory = weighed.map(({ term }) =>
      Math.max(0, ...story.texts.map((t) => matchTerm(term, t.vocabulary, lexicon))),
    );
    const { topic } = story;
    const leanedOn = topic === null ? inStory : weighed.map(({ term }) => matchTerm(term, topic, lexicon));
    for (const text of story.texts)
      for (const sentence of text.sentences)
        all.push(weighSentence(question, weighed, { sentence, text, story, inStory, leanedOn }, lexicon));
  }
  return all.sort((a, b) => b.score - a.score);
}

/** Terms with their weights: rare ones count for more, those found in every sentence for little. */
function weigh(question: Question, stories: readonly Story[], lexicon: Lexicon): Weighed[] {
  const sentences = stories.flatMap((story) => story.texts.flatMap((text) => text.sentences));
  const sameLanguage = sentences.some(({ source }) => source.textLang === question.lang);
  return question.terms.map((term) => {
    const having = sentences.filter(
      (sentence) => matchTerm(term, sentence.vocabulary, lexicon) >= 0.7,
    ).length;
    const share = having / Math.max(1, sentences.length);
    const rarity = Math.min(1, Math.max(0.35, -Math.log(share + 0.02) / Math.log(20)));
    return { term, weight: baseWeight(term, sameLanguage) * rarity };
  });
}

function baseWeight(term: Term, sameLanguage: boolean): number {
  if (isFraming(term)) return WEIGHT.framing;
  if (term.isName) return WEIGHT.name;
  if (term.concepts.length > 0) return WEIGHT.concept;
  // A single Han letter that is no concept's is a particle or a piece of a word.
  if (term.text.length === 1) return WEIGHT.letter;
  return sameLanguage ? WEIGHT.word : WEIGHT.foreignWord;
}

interface Place {
  readonly sentence: ReadSentence;
  readonly text: ReadText;
  readonly story: Story;
  readonly inStory: readonly number[];
  readonly leanedOn: readonly number[];
}

function weighSentence(
  question: Question,
  weighed: readonly Weighed[],
  place: Place,
  lexicon: Lexicon,
): Evidence {
  const { sentence, text, story, inStory, leanedOn } = place;
  const missing: Term[] = [];
  const neighbours = [text.sentences[sentence.index - 1], text.sentences[sentence.index + 1]].flatMap((s) =>
    s === undefined ? [] : [s.vocabulary],
  );
  let total = 0;
  let direct = 0;
  let coverage = 0;
  let matterTotal = 0;
  let matter = 0;
  for (const [i, { term, weight }] of weighed.entries()) {
    const own = Math.max(matchTerm(term, sentence.vocabulary, lexicon), spoken(term, sentence, lexicon));
    const near = NEIGHBOUR * Math.max(0, ...neighbours.map((n) => matchTerm(term, n, lexicon)));
    const best = Math.max(own, near, STORY * (inStory[i] ?? 0));
    if (term.isName && own === 0 && leanedOn[i] === 0) missing.push(term);
    total += weight;
    direct += weight * own;
    coverage += weight * best;
    if (!term.isName && !isFraming(term)) {
      matterTotal += weight;
      matter += weight * Math.max(own, near);
    }
  }
  const scale = Math.max(total, 0.001);
  const fit = typeFit(question, sentence, lexicon);
  const voice = voiceFit(question, sentence, lexicon);
  const parts = {
    direct: direct / scale,
    coverage: coverage / scale,
    matter: matterTotal === 0 ? 1 : matter / matterTotal,
  };
  const base = 0.45 * parts.direct + 0.3 * parts.coverage + 0.25 * parts.matter;
  const score =
    base * (0.55 + 0.45 * fit) * (0.4 + 0.6 * voice) * (missing.length > 0 ? 0.5 : 1) +
    0.03 / (story.rank + 1);
  return { sentence, story, ...parts, fit, voice, missing, score };
}

/** A term that the speaker's name has, although the sentence only says «il». */
function spoken(term: Term, sentence: ReadSentence, lexicon: Lexicon): number {
  return sentence.speaker === null ? 0 : 0.9 * matchTerm(term, sentence.speaker.vocabulary, lexicon);
}

function voiceFit(question: Question, sentence: ReadSentence, lexicon: Lexicon): number {
  const speaking = sentence.speaker?.vocabulary;
  if (speaking !== undefined && question.target.some((term) => matchTerm(term, speaking, lexicon) >= 0.7))
    return 0.3;
  if (question.speaker.length === 0) return 1;
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
