/** `/summary` of the conversation it is asked in: its questions, what was answered, the sources under one numbering. */
import type { AnswerLang, Citation } from '../core/answer.ts';
import type { Report, ReportSection, ReportSource } from '../core/report.ts';
import type { Turn } from '../core/thread.ts';
import { THREAD_PHRASES } from './thread-phrases.ts';

const THIS_THREAD =
  /^(?:(?:this |the |our )?(?:thread|conversation|discussion)|(?:(?:ce|cet|cette|le|la|l['’]|notre)\s*)?(?:fil|conversation|discussion|échange)|(?:本|这个|這個|该|此|这|這)?(?:话题|話題|对话|對話|会话|會話|讨论|討論|帖子))$/iu;

/** «ce fil», "this thread", 本话题. */
export function isThisThread(subject: string): boolean {
  return THIS_THREAD.test(subject.trim());
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
    const none = { date: null, label: null, text: phrases.unanswered, lang, notes: [], citations: [] };
    return {
      heading: answer.asked ?? question,
      tone: 'plain',
      lines: lines.length > 0 ? lines : [none],
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
