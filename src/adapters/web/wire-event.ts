/** A reply's events as the page receives them: with texts to copy, and without what is not for the asker. */
import type { Answer, Citation } from '../../core/answer.ts';
import type { ReplyEvent } from '../../core/chat.ts';
import { citationText, sourceText } from '../../core/citation-text.ts';

/** A citation with its text for pasting, in the answer's language. */
export type WireCitation = Citation & { readonly copy: string };

export type WireEvent =
  | Exclude<ReplyEvent, { type: 'sentence' | 'answer' }>
  | (Omit<Extract<ReplyEvent, { type: 'sentence' }>, 'newCitations'> & {
      readonly newCitations: readonly WireCitation[];
    })
  | {
      readonly type: 'answer';
      readonly answer: Omit<Answer, 'citations'> & { readonly citations: readonly WireCitation[] };
      /** The answer with its sources, for pasting. */
      readonly copy: string;
    };

export function toWire(event: ReplyEvent): WireEvent {
  if (event.type === 'sentence')
    return {
      ...event,
      newCitations: event.newCitations.map((c) => ({ ...c, copy: sourceText(c, event.lang) })),
    };
  if (event.type !== 'answer') return event;
  const { answer } = event;
  const { lang } = answer;
  const citations = answer.citations.map((c) => ({ ...c, copy: sourceText(c, lang) }));
  return { type: 'answer', answer: { ...answer, citations }, copy: citationText(answer, lang) };
}
