/** `/summary` of the conversation it is asked in: its questions, what was answered, the sources under one numbering. */
import type { Answer, AnswerLang, Citation, NoticeCode } from '../core/answer.ts';
import type { Report, ReportSection, ReportSource } from '../core/report.ts';
import type { Turn } from '../core/thread.ts';
import { THREAD_PHRASES } from './thread-phrases.ts';

const THIS_THREAD =
  /^(?:(?:this |the |our )?(?:thread|conversation|discussion)|(?:(?:ce|cet|cette|le|la|l['’]|notre)\s*)?(?:fil|conversation|discussion|échange)|(?:本|这个|這個|该|此|这|這)?(?:话题|話題|对话|對話|会话|會話|讨论|討論|帖子))$/iu;

/** «ce fil», "this thread", 本话题. */
export function isThisThread(subject: string): boolean {
  return THIS_THREAD.test(subject.trim());
}

/** Of the hour at which the answer was made, and not of what it says. */
const PASSING: ReadonlySet<NoticeCode> = new Set([
  'understood-as',
  'corpus-empty',
  'model-unavailable',
  'model-unsupported',
  'model-over-budget',
]);
/** A citation's number as notices name it. */
const NUMBER = /\[(\d+)\](?= · | \[|$)/gu;

/** What a reader must know of the answer, wherever it is shown again. */
function notesOf({ notices, citations }: Answer, numberOf: (citation: Citation) => number): string[] {
  return notices
    .filter(({ code }) => !PASSING.has(code))
    .map(({ text }) =>
      text.replace(NUMBER, (whole, n) => {
        const citation = citations.find((one) => one.n === Number(n));
        return citation === undefined ? whole : `[${numberOf(citation)}]`;
      }),
    );
}

/** @param turns oldest first, at least one. */
export function threadReport(turns: readonly Turn[], lang: AnswerLang): Report {
  const phrases = THREAD_PHRASES[lang];
  const sources: ReportSource[] = [];
  const numberOf = (citation: Citation): number => {
    const known = sources.find(({ sourceId }) => sourceId === citation.sourceId);
    if (known !== undefined) return known.n;
    const { sourceId, title, titleIsDescriptive, publisher, date, url, authority } = citation;
    const n = sources.length + 1;
    sources.push({
      n,
      sourceId,
      title,
      titleIsDescriptive,
      publisher,
      date,
      url,
      lang: citation.lang,
      authority,
    });
    return n;
  };
  const sections = turns.map(({ question, answer }): ReportSection => {
    const lines = answer.sentences.map(({ text, citations }) => ({
      date: null,
      label: null,
      text,
      lang: answer.lang,
      notes: [],
      citations: [
        ...new Set(
          answer.citations.filter(({ n }) => citations.includes(n)).map((citation) => numberOf(citation)),
        ),
      ],
    }));
    const said =
      answer.lead === undefined
        ? { text: phrases.unanswered, lang }
        : { text: answer.lead, lang: answer.lang };
    const none = { date: null, label: null, ...said, notes: [], citations: [] };
    const shown = lines.length > 0 ? lines : [none];
    const notes = notesOf(answer, numberOf);
    return {
      heading: answer.asked ?? question,
      tone: 'plain',
      lines: shown.map((line, i) => (i === shown.length - 1 ? { ...line, notes } : line)),
    };
  });
  return {
    kind: 'summary',
    lang,
    title: phrases.title,
    cases: [],
    sections,
    sources,
    notices: [phrases.counted(turns.length)],
  };
}
