/** The words of a correction notice, in the language of the answer that it concerns. */
import type { AnswerLang } from '../../core/answer.ts';
import type { ChangeKind, CitedChange } from '../../core/correction.ts';
import { formatDate } from '../../core/format-date.ts';
import { LABELS, sourceLabel } from '../../core/labels.ts';

/** An answer that was given in the conversation. */
export interface NotifiedAnswer {
  readonly id: string;
  /** ISO 8601 in UTC. */
  readonly asOf: string;
}

interface Words {
  readonly answers: (list: string, many: boolean) => string;
  /** @param date in words. */
  readonly answer: (id: string, date: string) => string;
  readonly again: (ask: string) => string;
  /** @param date «, le 1 mai 2024», or empty; `note` is the speaker of a retraction. */
  readonly what: Record<ChangeKind, (date: string, note: string | null) => string>;
  readonly on: (date: string) => string;
  readonly comma: string;
  readonly colon: string;
}

const noted = (what: string, colon: string, note: string | null): string =>
  note === null ? what : `${what}${colon}${note}`;

const WORDS: Record<AnswerLang, Words> = {
  fr: {
    answers: (list, many) =>
      many
        ? `Correction : une source de réponses données ici a changé (${list}).`
        : `Correction : une source d’une réponse donnée ici a changé (${list}).`,
    answer: (id, date) => `référence ${id}, ${date}`,
    again: (ask) => `Pour une réponse à jour, posez la question de nouveau avec ${ask}.`,
    what: {
      corrected: (date, note) => noted(`publication corrigée par son éditeur${date}`, ' : ', note),
      withdrawn: (date, note) => noted(`publication retirée par son éditeur${date}`, ' : ', note),
      retracted: (date, note) => `accusation retirée par celui qui la portait${date} (${note})`,
      rewritten: () => 'le passage cité ne figure plus dans le texte enregistré',
      removed: () => 'la source n’est plus dans le corpus',
    },
    on: (date) => ` (${date})`,
    comma: ' ; ',
    colon: ' : ',
  },
  en: {
    answers: (list, many) =>
      many
        ? `Correction: a source of answers given here has changed (${list}).`
        : `Correction: a source of an answer given here has changed (${list}).`,
    answer: (id, date) => `reference ${id}, ${date}`,
    again: (ask) => `For an up-to-date answer, ask again with ${ask}.`,
    what: {
      corrected: (date, note) => noted(`corrected by its publisher${date}`, ': ', note),
      withdrawn: (date, note) => noted(`withdrawn by its publisher${date}`, ': ', note),
      retracted: (date, note) => `the accusation was retracted by the one who made it${date} (${note})`,
      rewritten: () => 'the passage cited is no longer in the stored text',
      removed: () => 'the source is no longer in the corpus',
    },
    on: (date) => ` (${date})`,
    comma: '; ',
    colon: ': ',
  },
  zh: {
    answers: (list) => `更正：此处所给回答的一个来源有变（${list}）。`,
    answer: (id, date) => `编号 ${id}，${date}`,
    again: (ask) => `如需最新回答，请用 ${ask} 重新提问。`,
    what: {
      corrected: (date, note) => noted(`发布者已更正${date}`, '：', note),
      withdrawn: (date, note) => noted(`发布者已撤回${date}`, '：', note),
      retracted: (date, note) => `指控者已撤回指控${date}（${note}）`,
      rewritten: () => '所引段落已不在所存文本中',
      removed: () => '该来源已不在语料库中',
    },
    on: (date) => `（${date}）`,
    comma: '；',
    colon: '：',
  },
};

/** What happened to one source, in one line without its address. */
export function changeText(change: CitedChange, lang: AnswerLang): string {
  const words = WORDS[lang];
  const [open, close] = LABELS[lang].quotes;
  const title = change.titleIsDescriptive ? change.title : `${open}${change.title}${close}`;
  const date = change.date === null ? '' : words.on(formatDate(change.date, lang));
  const source = sourceLabel({ publisher: change.publisher, date: change.publishedAt }, lang);
  return oneLine(
    `${source}${LABELS[lang].comma}${title}${words.colon}${words.what[change.kind](date, change.note)}`,
  );
}

/**
 * One notice for a conversation: which answers, which sources, what happened to each, where it is published.
 *
 * @param ask how the platform calls the command that asks, with its slash.
 */
export function noticeText(
  answers: readonly NotifiedAnswer[],
  changes: readonly CitedChange[],
  lang: AnswerLang,
  ask: string,
): string {
  const words = WORDS[lang];
  const list = answers.map(({ id, asOf }) => words.answer(id, formatDate(asOf.slice(0, 10), lang)));
  const lines = changes.map(
    (change) => `• ${changeText(change, lang)}${change.url === null ? '' : `\n  ${change.url}`}`,
  );
  return [words.answers(list.join(words.comma), answers.length > 1), ...lines, words.again(ask)].join('\n');
}

/** Foreign text keeps to its line: it must not pass for a line of the notice. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}
