/** Shows again what an answer rests on: the excerpts of its sources, read anew from the stored texts. */
import type { Answer, Citation, NearestSource } from '../../core/answer.ts';
import type { SourceReader, SourceText } from '../../core/retrieval.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { type ReadSentence, readText } from '../../reading/read-text.ts';
import { type AnswerStamp, composeAnswer } from '../compose-answer.ts';
import { withStanding } from '../notices.ts';
import type { Question } from '../question.ts';
import { refuse } from '../refuse.ts';
import { FOLLOW_UP_PHRASES } from './follow-up-phrases.ts';

/** Sentences of one source that are shown: an excerpt of a whole digest would fill the screen. */
const MOST_SENTENCES = 6;
/** Sources that are shown at once. */
const MOST_SOURCES = 5;

interface ReciteDeps {
  readonly reader: SourceReader;
  readonly lexicon: Lexicon;
  /** Workspace whose own documents may be shown besides the global ones. */
  readonly scope: string | undefined;
  readonly stamp: AnswerStamp;
}

/** The excerpt of source `n` of an answer (-1: of the last one; null: of all), or why there is none. */
export async function showSource(
  question: Question,
  shown: Answer,
  n: number | null,
  deps: ReciteDeps,
): Promise<Answer> {
  const { citations } = shown;
  const wanted =
    n === null
      ? citations.slice(0, MOST_SOURCES)
      : citations.filter((c) => c.n === (n === -1 ? citations.length : n));
  const phrases = FOLLOW_UP_PHRASES[question.answerLang];
  if (citations.length === 0) return withLead(question, phrases.noSourceAtAll, shown.nearest, deps);
  if (wanted.length === 0)
    return withLead(question, phrases.noSuchSource(citations.length), citations.map(toNearest), deps);
  const cited = await readCited(wanted, deps);
  const each = n === null ? 1 : MOST_SENTENCES;
  const sentences = cited.flatMap((one) => one.sentences.slice(0, each));
  if (sentences.length === 0) return withLead(question, phrases.sourceGone, wanted.map(toNearest), deps);
  return recited(question, sentences, cited, deps.stamp);
}

/** The sentences of an answer that say who speaks; null where none does. */
export async function showSpeakers(
  question: Question,
  shown: Answer,
  deps: ReciteDeps,
): Promise<Answer | null> {
  const cited = await readCited(shown.citations, deps);
  const told = cited
    .flatMap(({ sentences }) => sentences)
    .filter(({ speaker, kind }) => speaker !== null || kind === 'accusation');
  const own = told.filter(({ text }) => shown.sentences.some((sentence) => sentence.text.includes(text)));
  const sentences = (own.length > 0 ? own : told).slice(0, MOST_SENTENCES);
  return sentences.length === 0 ? null : recited(question, sentences, cited, deps.stamp);
}

interface Cited {
  readonly text: SourceText;
  readonly sentences: readonly ReadSentence[];
}

/** What of the citations still stands in the stored texts that the asker may see. */
async function readCited(
  citations: readonly Citation[],
  { reader, lexicon, scope }: ReciteDeps,
): Promise<Cited[]> {
  const texts = await reader.readSources([...new Set(citations.map(({ sourceId }) => sourceId))]);
  return citations.flatMap(({ sourceId, excerpt }) => {
    const text = texts.find(({ source }) => source.id === sourceId);
    if (text === undefined || (text.source.scope !== 'global' && text.source.scope !== scope)) return [];
    const start = text.text.indexOf(excerpt);
    if (start === -1) return [];
    const end = start + excerpt.length;
    const sentences = readText(text, lexicon).sentences.filter((s) => s.start >= start && s.end <= end);
    return [{ text, sentences }];
  });
}

function recited(
  question: Question,
  sentences: readonly ReadSentence[],
  cited: readonly Cited[],
  stamp: AnswerStamp,
): Answer {
  const texts = new Map(cited.map(({ text }) => [text.source.id, text]));
  return withStanding(composeAnswer(question, sentences, [], texts, stamp), texts);
}

/** A refusal that says why in `lead`, with the sources that it speaks of. */
async function withLead(
  question: Question,
  lead: string,
  nearest: readonly NearestSource[],
  { reader, stamp }: Pick<ReciteDeps, 'reader' | 'stamp'>,
): Promise<Answer> {
  const size = await reader.size();
  return { ...refuse(question, { hits: [], size, suggestions: [] }, stamp), lead, nearest };
}

function toNearest({ sourceId, title, titleIsDescriptive, publisher, date, url }: Citation): NearestSource {
  return { sourceId, title, titleIsDescriptive, publisher, date, url };
}
