/** Questions that a newcomer may click: about cases that the corpus holds. */
import type { AnswerLang } from '../core/answer.ts';
import type { CaseRecord } from '../core/case-record.ts';

const ABOUT_CASE: Record<AnswerLang, (title: string) => string> = {
  fr: (title) => `Qui est accusé, et que répond l’accusé, dans l’affaire « ${title} » ?`,
  en: (title) => `Who is accused in the case “${title}”, and what did the accused answer?`,
  zh: (title) => `“${title}”一案中谁受到指控，被指控方如何回应？`,
};

/** @returns one question for each case, those with a reply on record first, then the newest. */
export function exampleQuestions(cases: readonly CaseRecord[], lang: AnswerLang): string[] {
  const byId = new Map(cases.map((record) => [record.id, record]));
  const hasReply = (record: CaseRecord) =>
    record.claims.some(({ kind }) => kind === 'denial' || kind === 'counter-accusation');
  return [...byId.values()]
    .sort((a, b) => Number(hasReply(b)) - Number(hasReply(a)) || b.id.localeCompare(a.id))
    .map(({ title }) => ABOUT_CASE[lang](title[lang] ?? title.en));
}
