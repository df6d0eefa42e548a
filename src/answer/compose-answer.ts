/** Chosen sentences to an Answer: excerpts with their publication, numbered sources, notices. */
import type { Answer, AnswerLang, AnswerSentence, Notice, NoticeCode } from '../core/answer.ts';
import { LABELS, sourceLabel } from '../core/labels.ts';
import type { SourceText } from '../core/retrieval.ts';
import type { Passage } from '../core/source.ts';
import type { ReadSentence } from '../reading/read-text.ts';
import { CitationList } from './citation-list.ts';
import { languageName, PHRASES } from './phrases.ts';
import type { Question } from './question.ts';
import { speakerName } from './speaker-name.ts';

export interface AnswerStamp {
  /** Reference id. */
  readonly id: string;
  readonly now: Date;
}

/** An extractive answer of the sentences, in the given order. `texts` holds the sources they are cut from. */
export function composeAnswer(
  question: Question,
  sentences: readonly ReadSentence[],
  codes: readonly NoticeCode[],
  texts: ReadonlyMap<string, SourceText>,
  stamp: AnswerStamp,
): Answer {
  const list = new CitationList();
  const written: AnswerSentence[] = sentences.map((sentence) => ({
    text: excerptText(question, sentence),
    citations: citeSentence(sentence, texts, list),
    kind: sentence.kind,
    speaker: speakerName(sentence),
  }));
  return {
    id: stamp.id,
    status: 'answered',
    method: 'extractive',
    lang: question.answerLang,
    asOf: stamp.now.toISOString(),
    sentences: written,
    citations: list.citations,
    notices: noticesOf(codes, question),
    nearest: [],
    searched: null,
    suggestions: [],
  };
}

export function noticesOf(codes: readonly NoticeCode[], question: Question): Notice[] {
  return codes.map((code) => ({ code, text: PHRASES[question.answerLang].notices[code] }));
}

/** Numbers of the sentence's own source and of those that hold the same sentence. */
function citeSentence(
  sentence: ReadSentence,
  texts: ReadonlyMap<string, SourceText>,
  list: CitationList,
): number[] {
  const own = texts.get(sentence.source.id);
  if (own === undefined) throw new Error(`no text for ${sentence.source.id}, which the answer cites`);
  const numbers = [
    list.add({ source: own.source, text: own.text, start: sentence.start, end: sentence.end }),
  ];
  for (const { source, text, passages } of texts.values())
    for (const shared of passages.flatMap((passage: Passage) => passage.alsoIn)) {
      const length = shared.end - shared.start;
      if (source.id === sentence.source.id && shared.start === sentence.start) {
        const other = texts.get(shared.sourceId);
        if (other === undefined) continue;
        const end = shared.otherStart + length;
        numbers.push(list.add({ source: other.source, text: other.text, start: shared.otherStart, end }));
      } else if (shared.sourceId === sentence.source.id && shared.otherStart === sentence.start) {
        // The sentence is indexed with the other source: it is cited all the same.
        numbers.push(list.add({ source, text, start: shared.start, end: shared.end }));
      }
    }
  return [...new Set(numbers)];
}

/** «…, citant *le* ministère»: within a phrase, an article that began its sentence is small. */
const ARTICLE = /^(?:Les?|La|L['’]|Une?|Des|The|An?)(?=[\s\p{L}])/u;
const lowerCase = (word: string): string => word.toLowerCase();

/**
 * The excerpt under the publication's name: quoted when it was read in the publication itself, plain when it is a digest
 * or what a feed announced, which need not be the publisher's wording.
 */
function excerptText(question: Question, sentence: ReadSentence): string {
  const { source, text, speaker } = sentence;
  const lang = question.answerLang;
  const phrases = PHRASES[lang];
  const foreign = source.textLang !== lang;
  const language = languageName(source.textLang, lang);
  if (source.textKind === 'digest') return foreign ? `${phrases.digestLead(language)}${text}` : text;
  const name =
    source.publisher === null
      ? titleLabel(question, source)
      : sourceLabel({ publisher: source.publisher, date: source.publishedAt }, lang);
  const announced = source.textKind === 'teaser';
  const label = announced ? LABELS[lang].excerpt.teaser.replace('{source}', () => name) : name;
  const publication = foreign ? phrases.inLanguage(label, language) : label;
  const carried =
    speaker?.carried === true ? (speakerName(sentence)?.replace(ARTICLE, lowerCase) ?? null) : null;
  return `${phrases.lead(publication, carried)}${announced ? text : quote(text, question)}`;
}

/** A publication that names no publisher goes by its title. */
function titleLabel(question: Question, source: ReadSentence['source']): string {
  const { comma, dateUnknown } = LABELS[question.answerLang];
  const label = sourceLabel({ publisher: source.title, date: source.publishedAt }, question.answerLang);
  return source.publishedAt === null ? label.replace(`${comma}${dateUnknown}`, () => '') : label;
}

type Marks = readonly [string, string];
/** For an excerpt that uses the marks of the answer's language itself. */
const OTHER_QUOTES: Readonly<Record<AnswerLang, readonly Marks[]>> = {
  fr: [
    ['“', '”'],
    ['‹ ', ' ›'],
  ],
  en: [
    ['«', '»'],
    ['‹', '›'],
  ],
  zh: [
    ['「', '」'],
    ['《', '》'],
  ],
};

/** Quotation marks that the excerpt does not use itself. */
function quote(text: string, question: Question): string {
  const own = LABELS[question.answerLang].quotes;
  const [open, close] =
    [own, ...OTHER_QUOTES[question.answerLang]].find(
      (marks) => !marks.some((mark) => text.includes(mark.trim())),
    ) ?? own;
  return `${open}${text}${close}`;
}
