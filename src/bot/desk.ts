/** What a platform may ask of the bot besides an answer. */
import type { CaseBook } from '../core/case-book.ts';
import type { ChatDesk, IncomingMessage, Receipt } from '../core/chat.ts';
import type { ReadOverview } from '../core/corpus-overview.ts';
import { exampleQuestions } from './example-questions.ts';
import type { Memory } from './memory.ts';

/** Discord takes 25 choices, Slack 100. */
const MAX_SUGGESTIONS = 25;
/** Home pages show a few examples, not a catalogue. */
const MAX_EXAMPLES = 4;

export function createDesk({
  memory,
  cases,
  readOverview,
  take,
}: {
  readonly memory: Memory;
  readonly cases: CaseBook;
  readonly readOverview: ReadOverview;
  readonly take: (message: IncomingMessage) => Promise<Receipt>;
}): ChatDesk {
  return {
    async take(message) {
      try {
        return await take(message);
      } catch (error) {
        memory.report(error, message, 'handling a message failed');
        return { status: 'ignored', done: Promise.resolve() };
      }
    },
    settings: (place) => memory.settings(place),
    recall: async (answerId, place) => (await memory.store?.answers.find(answerId, place)) ?? null,
    rate: async (rating) => (await memory.store?.ratings.rate(rating)) ?? false,
    async suggestCases(typed, lang) {
      const found = await cases.find(typed, lang);
      return found.slice(0, MAX_SUGGESTIONS).map(({ value, label }) => ({ value, label }));
    },
    async about(workspaceId, lang) {
      const [overview, records] = await Promise.all([readOverview(workspaceId), cases.list()]);
      return { ...overview, examples: exampleQuestions(records, lang).slice(0, MAX_EXAMPLES) };
    },
  };
}
