/** Weighs each sentence as evidence for the question's answer. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { ReadSentence, ReadText } from '../reading/read-text.ts';
import { actFit, matchAct } from './acts.ts';
import { attributionsIn } from './attributions.ts';
import { isCountryName } from './field.ts';
import { matchTerm } from './match-term.ts';
import { isFraming, type Question } from './question.ts';
import type { Term } from './question-term.ts';
import type { Story } from './story.ts';
import { isOfOtherYears, timelyFit } from './timely.ts';
import { typeFit } from './type-fit.ts';
import { spoken, voiceFit } from './voice-fit.ts';
import { type Had, type Language, matchSentences, NAMED, share, type Weighed, weigh } from './weights.ts';

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
  /** Share of the question's weight that the sentence has together with what its story is about, 0 to 1. */
  readonly about: number;
  /** It has every name of the question itself, at least two of them. */
  readonly named: boolean;
  /** How far the best-told of what is asked beyond names stands in the sentence itself, 0 to 1; 1 when nothing is. */
  readonly deed: number;
  /** Names of the question that neither the sentence has nor what it leans on. */
  readonly missing: readonly Term[];
  /**
   * It is none for this question: the title of another case has more of the question than this sentence together with
   * its own case, or the question gives somebody a role that nobody has in this case.
   */
  readonly elsewhere: boolean;
  readonly score: number;
}

/** What a term found beside the sentence counts: in a neighbouring sentence, elsewhere in the story. */
const NEIGHBOUR = 0.6;
const STORY = 0.4;
/** What the topic of a case counts for the accusations on its record. */
const OF_THE_CASE = 0.85;
/** Every sentence of the stories as evidence, best first. */
export function weighEvidence(question: Question, stories: readonly Story[], lexicon: Lexicon): Evidence[] {
  const had = matchSentences(question.terms, stories, lexicon);
  const weighed = weigh(question, had);
  const all: Evidence[] = [];
  const places = stories.map((story) => {
    const inStory = weighed.map(({ term }) =>
      Math.max(0, ...story.texts.map((t) => matchTerm(term, t.vocabulary, lexicon))),
    );
    const { topic } = story;
    const leanedOn = topic === null ? inStory : weighed.map(({ term }) => matchTerm(term, topic, lexicon));
    const accusations = question.type === 'author' ? attributionsIn(question, story) : new Map();
    const otherwise =
      hasWrongRole(question, story, lexicon) ||
      isOfOtherYears(question, story) ||
      lacksFocus(question, weighed, inStory);
    const isParticular = weighed.some(
      ({ term }, i) => term.isName && !isCountryName(term, lexicon) && (leanedOn[i] ?? 0) >= NAMED,
    );
    return { story, inStory, leanedOn, isParticular, otherwise, accusations };
  });
  const cases = places.filter(({ story }) => story.topic !== null);
  const bestTitle = (language: Language): number =>
    Math.max(0, ...cases.map(({ leanedOn }) => share(weighed, leanedOn, language)));
  const entitled = { same: bestTitle('same'), foreign: bestTitle('foreign') };
  for (const place of places)
    for (const text of place.story.texts)
      for (const sentence of text.sentences)
        all.push(weighSentence(question, weighed, { ...place, sentence, text, entitled, had }, lexicon));
  return all.sort((a, b) => b.score - a.score);
}

interface Place {
  readonly sentence: ReadSentence;
  readonly text: ReadText;
  readonly story: Story;
  readonly inStory: readonly number[];
  readonly leanedOn: readonly number[];
  /** The case has a name of the question in its title, beside any country's. */
  readonly isParticular: boolean;
  /** The record, or all that is told, speaks against the question. */
  readonly otherwise: boolean;
  /** The sentences that tell the accusations on record, with how well they answer the question for the attacker. */
  readonly accusations: ReadonlyMap<ReadSentence, number>;
  /** The largest share of the question that the title and the names of one of the cases have by themselves. */
  readonly entitled: Readonly<Record<Language, number>>;
  readonly had: Had;
}

/** Differences of shares below this are rounding. */
const ROUNDING = 0.001;

/** «Qui accuse les États-Unis …»: a case in which nobody accuses them has no answer. */
function hasWrongRole({ target }: Question, { accused }: Story, lexicon: Lexicon): boolean {
  if (accused === null) return false;
  return target.some((term) => term.kind !== 'place' && matchTerm(term, accused, lexicon) === 0);
}

/** «What *fine* did … pay»: a story that never speaks of any has no answer. */
function lacksFocus(
  { focus, type }: Question,
  weighed: readonly Weighed[],
  inStory: readonly number[],
): boolean {
  if (focus === null || type === 'author' || focus.concepts.length === 0 || isFraming(focus)) return false;
  return (inStory[weighed.findIndex(({ term }) => term === focus)] ?? 1) === 0;
}

/** What is done, or what it is done to: whoever does it is in every sentence. */
function isDeed({ isName, kind, concepts }: Term): boolean {
  return !isName && concepts.length > 0 && kind !== 'role';
}

/** «Qui a attaqué *le ministère*»: a case in which the ministry accuses somebody of another attack is another. */
const AS_ACCUSER = 0.3;

function speaks(term: Term, { speaker }: ReadSentence, lexicon: Lexicon): boolean {
  return speaker !== null && matchTerm(term, speaker.vocabulary, lexicon) >= NAMED;
}

function weighSentence(
  question: Question,
  weighed: readonly Weighed[],
  place: Place,
  lexicon: Lexicon,
): Evidence {
  const { sentence, text, story, inStory, leanedOn, had } = place;
  const missing: Term[] = [];
  const ofOwn = had.get(sentence) ?? [];
  const neighbours = [text.sentences[sentence.index - 1], text.sentences[sentence.index + 1]].flatMap((s) =>
    s === undefined ? [] : [had.get(s) ?? []],
  );
  const isVictimSought = question.type === 'author' && story.record !== null;
  const takesList = question.form === 'list' && place.isParticular;
  let total = 0;
  let direct = 0;
  let coverage = 0;
  let matterTotal = 0;
  let matter = 0;
  let about = 0;
  let names = 0;
  let unnamed = 0;
  let deed: number | null = null;
  const language = sentence.source.textLang === question.lang ? 'same' : 'foreign';
  const attribution = place.accusations.get(sentence);
  for (const [i, { term, framing, weight: weights }] of weighed.entries()) {
    const weight = weights[language];
    // An accusation on record is about its case: it names the attacker and need not name the attack again.
    const ofAccuser = isVictimSought && (leanedOn[i] ?? 0) === 0 && speaks(term, sentence, lexicon);
    const own =
      (ofAccuser ? AS_ACCUSER : 1) *
      Math.max(
        ofOwn[i] ?? 0,
        spoken(term, sentence, lexicon),
        matchAct(term, sentence.kind, lexicon),
        attribution !== undefined ? OF_THE_CASE * (leanedOn[i] ?? 0) : 0,
      );
    const near = NEIGHBOUR * Math.max(0, ...neighbours.map((terms) => terms[i] ?? 0));
    const best = Math.max(own, near, STORY * (inStory[i] ?? 0));
    // Beside whoever accuses, «quels autres États» wants those that do not name him.
    const isTold = takesList && (inStory[i] ?? 0) > 0;
    // A person is told of where he is named, though the case be about him.
    const isLeanedOn = term.kind === 'person' ? near > 0 : (leanedOn[i] ?? 0) > 0;
    if (term.isName && own === 0 && !isLeanedOn && !isTold) missing.push(term);
    if (term.isName) names += 1;
    if (term.isName && own < NAMED) unnamed += 1;
    if (!framing && isDeed(term)) deed = Math.max(deed ?? 0, own);
    total += weight;
    about += weight * Math.max(own, leanedOn[i] ?? 0);
    direct += weight * own;
    coverage += weight * best;
    if (!term.isName && !framing) {
      matterTotal += weight;
      matter += weight * Math.max(own, near);
    }
  }
  const scale = Math.max(total, 0.001);
  const fit =
    attribution ?? actFit(question, sentence, story, lexicon) * typeFit(question, sentence, lexicon);
  const voice = voiceFit(question, sentence, lexicon);
  const parts = {
    direct: direct / scale,
    coverage: coverage / scale,
    about: about / scale,
    matter: matterTotal === 0 ? 1 : matter / matterTotal,
  };
  // A list may take from many cases what only one of them has in its title.
  const outdone =
    story.topic !== null &&
    parts.about < place.entitled[language] - ROUNDING &&
    !(takesList && unnamed === 0);
  const elsewhere = place.otherwise || outdone;
  const timely = timelyFit(question, sentence, story);
  const base = 0.45 * parts.direct + 0.3 * parts.coverage + 0.25 * parts.matter;
  const score =
    base * timely * (0.55 + 0.45 * fit) * (0.4 + 0.6 * voice) * (missing.length > 0 ? 0.5 : 1) +
    0.03 / (story.rank + 1);
  const named = names > 1 && unnamed === 0;
  return { sentence, story, ...parts, named, deed: deed ?? 1, fit, voice, missing, elsewhere, score };
}
