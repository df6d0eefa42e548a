/** The record of an answer without a search: shown again from its sources, or a few words to what asks nothing. */
import type { AskEvent } from '../core/ask.ts';
import type { SourceReader } from '../core/retrieval.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { auditAnswer } from './audit-answer.ts';

/** Passes the events on and gives the final one its record. */
export async function* recordUnsearched(
  events: Iterable<AskEvent>,
  asked: string,
  { reader, lexicon }: { readonly reader: SourceReader; readonly lexicon: Lexicon },
): AsyncGenerator<AskEvent> {
  for (const event of events) {
    if (event.type !== 'answer') {
      yield event;
      continue;
    }
    const { answer } = event;
    const texts = await reader.readSources([...new Set(answer.citations.map(({ sourceId }) => sourceId))]);
    const input = {
      asked,
      versions: { lexicon: lexicon.version },
      hits: [],
      texts: new Map(texts.map((text) => [text.source.id, text])),
      read: [],
      writing: null,
      timings: {},
    };
    yield { ...event, audit: auditAnswer(input, answer) };
  }
}
