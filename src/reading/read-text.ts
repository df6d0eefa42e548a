/** A stored text as the answer reads it: sentences with their concepts, speaker, stance and quantities. */
import type { ClaimKind } from '../core/case-record.ts';
import type { SourceText } from '../core/retrieval.ts';
import type { Source } from '../core/source.ts';
import type { Analysis, Lexicon } from '../lexicon/lexicon.ts';
import { splitSentences } from '../lexicon/sentences.ts';
import { canSpeak, isBodyTerm } from './bodies.ts';
import { mayMean } from './pronoun-agreement.ts';
import { findQuantities, type Quantity } from './quantities.ts';
import { findSpeech } from './speech.ts';
import { stanceOf } from './stance.ts';

/** Everything a question's term can be compared with in a stretch of text. */
export interface Vocabulary {
  /** Concepts named. */
  readonly concepts: ReadonlySet<string>;
  /** Concepts named and all that is more general. */
  readonly general: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
  readonly folded: ReadonlySet<string>;
}

export interface ReadSentence {
  readonly source: Source;
  /** Position among the sentences of its source, from 0. */
  readonly index: number;
  /** Offsets in UTF-16 code units of the stored text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly analysis: Analysis;
  readonly vocabulary: Vocabulary;
  readonly quantities: readonly Quantity[];
  readonly kind: ClaimKind;
  /** Who speaks, as far as the sentence or the ones before it tell. */
  readonly speaker: Speaker | null;
}

export interface Speaker {
  /** As the text names the speaker. */
  readonly name: string;
  readonly vocabulary: Vocabulary;
  /** True when the sentence has a pronoun and the name comes from a sentence before. */
  readonly carried: boolean;
}

export interface ReadText {
  readonly source: Source;
  readonly sentences: readonly ReadSentence[];
  /** Of the title and the whole text. */
  readonly vocabulary: Vocabulary;
}

/**
 * Longest sentence that is read for what it does and who speaks, in code units: the preamble of a resolution has some
 * 3,000. A page can be made one endless sentence, in which each word would be weighed against all others.
 */
export const LONGEST_SENTENCE = 5_000;

/** Speakers whom a pronoun may still mean. */
const SPEAKERS_REMEMBERED = 4;

/** Reads a source's stored text. */
export function readText({ source, text }: SourceText, lexicon: Lexicon): ReadText {
  const sentences: ReadSentence[] = [];
  /** Newest first. */
  const before: Speaker[] = [];
  for (const [index, span] of splitSentences(text, source.textLang).entries()) {
    const words = text.slice(span.start, span.end);
    const analysis = lexicon.analyze(words, source.textLang);
    const readable = words.length <= LONGEST_SENTENCE;
    const speaker = readable ? resolveSpeaker(analysis, before, lexicon) : null;
    if (speaker !== null) before.unshift(speaker);
    before.length = Math.min(before.length, SPEAKERS_REMEMBERED);
    sentences.push({
      source,
      index,
      ...span,
      text: words,
      analysis,
      vocabulary: vocabularyOf([analysis], lexicon),
      quantities: findQuantities(analysis),
      kind: readable ? stanceOf(words) : 'context',
      speaker,
    });
  }
  const title = lexicon.analyze(source.title, source.titleIsDescriptive ? source.textLang : source.lang);
  return {
    source,
    sentences,
    vocabulary: vocabularyOf([title, ...sentences.map((s) => s.analysis)], lexicon),
  };
}

/** The vocabulary of one or more analyses together, or of the part of one between two offsets. */
export function vocabularyOf(
  analyses: readonly Analysis[],
  lexicon: Lexicon,
  part?: { readonly start: number; readonly end: number },
): Vocabulary {
  const concepts = new Set<string>();
  const general = new Set<string>();
  const stems = new Set<string>();
  const folded = new Set<string>();
  const within = (start: number, end: number): boolean =>
    part === undefined || (start >= part.start && end <= part.end);
  for (const { tokens, concepts: matches } of analyses) {
    for (const token of tokens) {
      if (token.stop || !within(token.start, token.end)) continue;
      stems.add(token.stem);
      folded.add(token.folded);
    }
    for (const { concept, start, end } of matches) {
      if (!within(start, end)) continue;
      concepts.add(concept.id);
      general.add(concept.id);
      for (const id of lexicon.broader(concept.id)) general.add(id);
    }
  }
  return { concepts, general, stems, folded };
}

/** What opens a circumstance and no subject: «Face à ces accusations, il a parlé de …». */
const CIRCUMSTANCE =
  /^[\s,]*(?:face à|après|avant|dans|lors|en|contre|malgré|depuis|lorsque|quand|si|after|before|in|during|when|while|despite)\s/iu;

/** A speaker is somebody with a name, an office or a country; «il» is whoever spoke before. */
function resolveSpeaker(analysis: Analysis, before: readonly Speaker[], lexicon: Lexicon): Speaker | null {
  const { spans: said, pronoun } = findSpeech(analysis);
  const spans = said.length > 0 ? said : openingSubject(analysis);
  let best: { name: string; vocabulary: Vocabulary; weight: number } | null = null;
  for (const span of spans) {
    if (CIRCUMSTANCE.test(analysis.text.slice(span.start, span.end))) continue;
    const vocabulary = vocabularyOf([analysis], lexicon, span);
    const named = analysis.tokens.filter(
      (t) => t.capitalized && !t.stop && t.start >= span.start && t.end <= span.end,
    );
    const weight = named.length * 2 + vocabulary.concepts.size;
    if (named.length === 0 && ![...vocabulary.concepts].some((id) => isBody(id, lexicon))) continue;
    if (best === null) best = { name: tidy(analysis.text.slice(span.start, span.end)), vocabulary, weight };
    else {
      const name: string = weight > best.weight ? tidy(analysis.text.slice(span.start, span.end)) : best.name;
      best = {
        name,
        vocabulary: joinVocabularies(best.vocabulary, vocabulary),
        weight: Math.max(weight, best.weight),
      };
    }
  }
  const nameless = best === null || (best.weight <= 1 && !isNamed(best.vocabulary, lexicon));
  const [words] = said;
  const stretch = words === undefined ? '' : analysis.text.slice(words.start, words.end);
  const described = best?.vocabulary ?? null;
  const meant = before.find(
    ({ name, vocabulary }) =>
      mayMean(stretch, name) && (described === null || mayBe(described, vocabulary, lexicon)),
  );
  if (nameless && meant !== undefined && (pronoun || best !== null)) {
    const vocabulary = best === null ? meant.vocabulary : joinVocabularies(best.vocabulary, meant.vocabulary);
    return { name: meant.name, vocabulary, carried: true };
  }
  return best === null ? null : { name: best.name, vocabulary: best.vocabulary, carried: false };
}

/** Whether words without a capital are a name: «le contre-espionnage tchèque» is one body, «le porte-parole» anybody's. */
function isNamed({ concepts }: Vocabulary, lexicon: Lexicon): boolean {
  return [...concepts].some((id) => NAMES.has(lexicon.concept(id)?.kind ?? ''));
}

/** «Le porte-parole» may be whoever spoke before; «le ministère» only a ministry, not a person. */
function mayBe(described: Vocabulary, named: Vocabulary, lexicon: Lexicon): boolean {
  return [...described.concepts].some((id) => lexicon.concept(id)?.kind === 'role' || named.general.has(id));
}

const NAMES: ReadonlySet<string> = new Set(['org', 'person', 'country', 'actor']);

/** How far into a sentence its subject may stand: «De son côté, *la ministre* …». */
const OPENING = 70;

/** The clause in which a sentence without a verb of saying names a person or an office first. */
function openingSubject({ text, concepts }: Analysis): { start: number; end: number }[] {
  const first = concepts.find(({ concept, start, inner }) => {
    if (inner) return false;
    const { kind } = concept;
    return start < OPENING && (kind === 'role' || kind === 'person' || kind === 'org' || isBodyTerm(concept));
  });
  if (first === undefined || /[«“"]/u.test(text.slice(0, first.start))) return [];
  const start = text.slice(0, first.start).lastIndexOf(',') + 1;
  const rest = text.slice(first.end);
  const stop = rest.search(/[,;:«“"(]|\s(?:a|ont|avait|est|sont|has|have|had|is|was)\s/u);
  return [{ start, end: first.end + (stop === -1 ? 0 : Math.min(stop, OPENING)) }];
}

function isBody(id: string, lexicon: Lexicon): boolean {
  const concept = lexicon.concept(id);
  return concept !== undefined && canSpeak(concept);
}

/** Everything that one or the other has. */
export function joinVocabularies(a: Vocabulary, b: Vocabulary): Vocabulary {
  const join = (x: ReadonlySet<string>, y: ReadonlySet<string>): Set<string> => new Set([...x, ...y]);
  return {
    concepts: join(a.concepts, b.concepts),
    general: join(a.general, b.general),
    stems: join(a.stems, b.stems),
    folded: join(a.folded, b.folded),
  };
}

/** Cuts the verb's auxiliaries and loose marks off the words around a verb. */
function tidy(words: string): string {
  return words
    .replace(/^[\s,;:«»“”"'’)]+|[\s,;:.«»“”"(]+$/gu, '')
    .replace(/^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier)\s+/iu, '')
    .replace(/^(?:et|and|mais|but)\s+/iu, '')
    .replace(/\s+n[e'’]?$/iu, '')
    .replace(/^(?:a|ont|avait|avaient|has|had|have)\s+/iu, '')
    .replace(/\s+(?:a|ont|avait|avaient|s['’]est|se sont|has|had|have|est|sont)(?:\s+\S+ment)?$/iu, '')
    .trim();
}
