/** What a platform may ask of the bot besides an answer. */
import type { AnswerLang } from '../core/answer.ts';
import type { CaseBook } from '../core/case-book.ts';
import {
  type CaseSuggestion,
  type ChatDesk,
  type IncomingMessage,
  MAX_ERROR_REPORT,
  type Receipt,
} from '../core/chat.ts';
import type { ReadOverview } from '../core/corpus-overview.ts';
import { corpusReport } from './corpus-report.ts';
import { withCorrections } from './corrections/with-corrections.ts';
import { exampleQuestions } from './example-questions.ts';
import type { Memory } from './memory.ts';
import type { Pictures } from './pictures.ts';

/** Discord takes 25 choices, Slack 100. */
const MAX_SUGGESTIONS = 25;
/** Home pages show a few examples, not a catalogue. */
const MAX_EXAMPLES = 4;

export function createDesk({
  memory,
  cases,
  pictures,
  readOverview,
  take,
}: {
  readonly memory: Memory;
  readonly cases: CaseBook;
  readonly pictures?: Pictures;
  readonly readOverview: ReadOverview;
  readonly take: (message: IncomingMessage) => Promise<Receipt>;
}): ChatDesk {
  const find = async (typed: string, lang: AnswerLang): Promise<CaseSuggestion[]> =>
    (await cases.find(typed, lang)).map(({ value, label }) => ({ value, label }));
  const viewCase: ChatDesk['viewCase'] = async ({ id, view, lang }, workspaceId) => {
    const outcome = await cases.report({ kind: view, text: id, lang, scope: workspaceId });
    // Words that fit one case find it too: an address names a case, it does not search for one.
    const isThis = outcome.type === 'report' && outcome.report.cases[0]?.id === id;
    return isThis ? outcome.report : null;
  };
  const viewSources: ChatDesk['viewSources'] = async (lang, workspaceId) =>
    corpusReport(await readOverview(workspaceId), lang);

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
    async recall(answerId, place) {
      const { store } = memory;
      const answer = (await store?.answers.find(answerId, place)) ?? null;
      if (store === null || answer === null) return null;
      return withCorrections(answer, await store.corrections.changesOf(answerId, place));
    },
    rate: async (rating) => (await memory.store?.ratings.rate(rating)) ?? false,
    async reportError(report) {
      const text = report.text.trim().slice(0, MAX_ERROR_REPORT).toWellFormed();
      if (text === '') return false;
      return (await memory.store?.errors.report({ ...report, text })) ?? false;
    },
    async suggestCases(typed, lang) {
      return (await find(typed, lang)).slice(0, MAX_SUGGESTIONS);
    },
    findCases: find,
    viewCase,
    viewSources,
    describePicture: async (report) => (await pictures?.describe(report)) ?? null,
    async pictureOf({ caseId, lang }, workspaceId) {
      const report =
        caseId === null
          ? await viewSources(lang, workspaceId)
          : await viewCase({ id: caseId, view: 'timeline', lang }, workspaceId);
      return report === null ? null : ((await pictures?.draw(report)) ?? null);
    },
    async about(workspaceId, lang) {
      const [overview, records] = await Promise.all([readOverview(workspaceId), cases.list()]);
      return { ...overview, examples: exampleQuestions(records, lang).slice(0, MAX_EXAMPLES) };
    },
  };
}
