/** Says of each source cited who else printed the same report: the reader must not take prints for witnesses. */
import { withRepublications } from '../core/also-published.ts';
import type { Citation } from '../core/answer.ts';
import type { AskEvent, AskQuestion } from '../core/ask.ts';
import type { SourceReader } from '../core/retrieval.ts';
import type { Republication } from '../core/source.ts';

/**
 * Asks as `ask` does, and has each citation tell who else printed its report, of what the asker may see. Where that
 * cannot be read, the answer is given without it: it is there by then, and whole.
 *
 * @param onTrouble told why it could not be read.
 */
export function namingRepublications(
  ask: AskQuestion,
  reader: Pick<SourceReader, 'readRepublications'>,
  onTrouble: (error: unknown) => void = () => undefined,
): AskQuestion {
  return async function* named(request): AsyncGenerator<AskEvent> {
    const known = new Map<string, readonly Republication[]>();
    const name = async (citations: readonly Citation[]): Promise<Citation[]> => {
      const unknown = [...new Set(citations.map(({ sourceId }) => sourceId))].filter((id) => !known.has(id));
      if (unknown.length > 0) {
        const read = await reader.readRepublications(unknown, request.scope).catch((error: unknown) => {
          onTrouble(error);
          return null;
        });
        // Not tried again for the same answer: each try may take seconds.
        for (const id of unknown) known.set(id, read?.get(id) ?? []);
      }
      return withRepublications(citations, known);
    };
    for await (const event of ask(request)) {
      if (event.type === 'sentence') yield { ...event, newCitations: await name(event.newCitations) };
      else if (event.type === 'answer')
        yield { ...event, answer: { ...event.answer, citations: await name(event.answer.citations) } };
      else yield event;
    }
  };
}
