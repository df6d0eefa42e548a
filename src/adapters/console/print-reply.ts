/** A reply on a terminal: sentences as they come, then the numbered sources with the words they rest on. */
import { alsoPublishedLine } from '../../core/also-published.ts';
import type { Answer, AnswerLang, AnswerSentence, Citation } from '../../core/answer.ts';
import type { ClaimKind } from '../../core/case-record.ts';
import type { ReplyEvent } from '../../core/chat.ts';
import { formatDate } from '../../core/format-date.ts';
import { excerptLabel, LABELS, shownExcerpt, sourceLabel } from '../../core/labels.ts';
import { CONSOLE_PHRASES } from './console-phrases.ts';
import type { Painter } from './painter.ts';
import { reportLines } from './report-lines.ts';
import { safeText, type WriteText } from './write-text.ts';

export interface ReplyPrinter {
  /** @returns false when nobody reads any more. */
  print(event: ReplyEvent): Promise<boolean>;
}

/** @param lang language of the labels until the answer tells its own. */
export function createReplyPrinter(
  { write, writeFailure }: { readonly write: WriteText; readonly writeFailure: WriteText },
  paint: Painter,
  lang: AnswerLang,
): ReplyPrinter {
  let printed = 0;
  return {
    async print(event) {
      switch (event.type) {
        case 'status':
          return write('');
        case 'sentence':
          printed++;
          return write(sentenceLine(event.sentence, paint));
        case 'answer': {
          const rest = event.answer.sentences.slice(printed).map((s) => sentenceLine(s, paint));
          return write(rest.join('') + answerTail(event.answer, paint));
        }
        case 'report':
          return write(`${reportLines(event.report, paint).join('\n')}\n`);
        case 'text':
        case 'failure':
          return (event.type === 'text' ? write : writeFailure)(
            `${printed > 0 ? '\n' : ''}${safeText(event.text)}\n`,
          );
      }
    },
  };

  function sentenceLine({ text, citations }: AnswerSentence, painter: Painter): string {
    const markers = citations.map((n) => painter.number(`[${n}]`)).join('');
    return `${safeText(text)} ${markers}\n`;
  }

  function answerTail(answer: Answer, painter: Painter): string {
    const language = answer.lang ?? lang;
    const parts = answer.status === 'answered' ? [] : unansweredLines(answer, painter);
    if (answer.citations.length > 0) parts.push('', painter.strong(CONSOLE_PHRASES[language].sources));
    for (const citation of answer.citations) parts.push(...citationLines(citation, answer, painter));
    if (answer.notices.length > 0 || isDated(answer)) parts.push('');
    for (const { text } of answer.notices) parts.push(painter.faint(safeText(text)));
    if (isDated(answer))
      parts.push(painter.faint(safeText(CONSOLE_PHRASES[language].asOf(formatDate(answer.asOf, language)))));
    return parts.length === 0 ? '' : `${parts.join('\n')}\n`;
  }
}

/** A greeting returned rests on nothing that could grow old. */
function isDated({ status, searched }: Answer): boolean {
  return status === 'answered' || searched !== null;
}

const COLON: Record<AnswerLang, string> = { fr: ' : ', en: ': ', zh: '：' };

function citationLines(citation: Citation, answer: Answer, paint: Painter): string[] {
  const { lang } = answer;
  const labels = LABELS[lang];
  const authority =
    citation.authority === null ? labels.authorityUnknown : labels.authority[citation.authority];
  const descriptive = citation.titleIsDescriptive ? ` (${labels.descriptiveTitle})` : '';
  const also = alsoPublishedLine(citation, lang);
  const kinds = kindsOf(citation.n, answer).map((kind) => paintKind(kind, lang, paint));
  const excerpt = safeText(shownExcerpt(citation, lang));
  // An original is introduced by its quotation marks alone: publisher and date stand right above.
  const said =
    citation.excerptKind === 'original'
      ? excerpt
      : `${paint.faint(`${safeText(excerptLabel(citation, lang))}${COLON[lang]}`)}${excerpt}`;
  return [
    `${paint.number(`[${citation.n}]`)} ${paint.strong(safeText(citation.title))}${descriptive}`,
    `    ${[safeText(sourceLabel(citation, lang)), authority, ...kinds].join(' · ')}`,
    ...(citation.url === null ? [] : [`    ${safeText(citation.url)}`]),
    ...(also === null ? [] : [`    ${safeText(also)}`]),
    `    ${said}`,
  ];
}

/** What the sentences that rest first on this source do: accuse, deny, act. */
function kindsOf(n: number, answer: Answer): Exclude<ClaimKind, 'context'>[] {
  const kinds = new Set<Exclude<ClaimKind, 'context'>>();
  for (const { kind, citations } of answer.sentences)
    if (kind !== 'context' && citations[0] === n) kinds.add(kind);
  return [...kinds];
}

function paintKind(kind: Exclude<ClaimKind, 'context'>, lang: AnswerLang, paint: Painter): string {
  const label = LABELS[lang].kind[kind];
  if (kind === 'accusation' || kind === 'counter-accusation') return paint.accusing(label);
  return kind === 'measure' ? paint.acting(label) : paint.denying(label);
}

function unansweredLines(answer: Answer, paint: Painter): string[] {
  const phrases = CONSOLE_PHRASES[answer.lang];
  const lines = [answer.lead === undefined ? phrases.unanswered : safeText(answer.lead)];
  if (answer.searched !== null)
    lines.push(phrases.searched(answer.searched.sources, answer.searched.passages));
  if (answer.nearest.length > 0) lines.push('', paint.strong(phrases.nearest));
  for (const source of answer.nearest) {
    const descriptive = source.titleIsDescriptive ? ` (${LABELS[answer.lang].descriptiveTitle})` : '';
    lines.push(`- ${safeText(source.title)}${descriptive}`);
    lines.push(`  ${safeText(sourceLabel(source, answer.lang))}`);
    if (source.url !== null) lines.push(`  ${safeText(source.url)}`);
  }
  if (answer.suggestions.length > 0) lines.push('', paint.strong(phrases.suggestions));
  for (const suggestion of answer.suggestions) lines.push(`- ${safeText(suggestion)}`);
  return lines;
}
