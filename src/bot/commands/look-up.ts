/** `/case`, `/timeline`, `/sides`, `/summary`, `/compare`: what the case book holds, without a question. */
import type { LookUpKind } from '../../core/report.ts';
import { isTurnedAway } from '../../core/thread.ts';
import type { Command, CommandArgument, Localized } from '../command.ts';
import { CASE_ARGUMENT, PRIVATE_ARGUMENT, REPORT_LANGUAGE_ARGUMENT } from '../common-arguments.ts';
import { usageText } from '../help-text.ts';
import { reportEvent } from '../report-event.ts';
import { THREAD_PHRASES } from '../thread-phrases.ts';
import { isThisThread, threadReport } from '../thread-report.ts';
import { whyNoReport } from '../why-no-report.ts';

const OTHER_ARGUMENT: CommandArgument = {
  ...CASE_ARGUMENT,
  name: 'with',
  names: { fr: 'avec', en: 'with', zh: '对比' },
  descriptions: { fr: 'L’autre affaire', en: 'The other case', zh: '另一案件' },
};

const SUBJECT_ARGUMENT: CommandArgument = {
  name: 'subject',
  names: { fr: 'sujet', en: 'subject', zh: '主题' },
  descriptions: {
    fr: 'Une affaire, un acteur, un pays, une période (« depuis 2024-03 ») ou « ce fil »',
    en: 'A case, an actor, a country, a period (“since 2024-03”) or “this thread”',
    zh: '案件、行为者、国家、时间段（“2024年3月以来”）或“本话题”',
  },
  required: false,
  kind: 'case',
};

export const caseCommand = lookUp('case', {
  names: { fr: 'affaire', en: 'case', zh: '案件' },
  descriptions: {
    fr: 'La fiche d’une affaire : cible, accusations, réponses, mesures, sources',
    en: 'The card of a case: target, accusations, replies, measures, sources',
    zh: '案件卡片：目标、指控、回应、措施、来源',
  },
});

export const timelineCommand = lookUp('timeline', {
  names: { fr: 'chronologie', en: 'timeline', zh: '时间线' },
  descriptions: {
    fr: 'Ce qui a été dit et fait dans une affaire, dans l’ordre',
    en: 'What was said and done in a case, in order',
    zh: '按时间顺序列出一个案件中的言行',
  },
});

export const sidesCommand = lookUp('sides', {
  names: { fr: 'parties', en: 'sides', zh: '双方' },
  descriptions: {
    fr: 'L’accusation face à la réponse, avec leur degré de certitude',
    en: 'Accusation against answer, each with its certainty',
    zh: '指控与回应对照，并注明确定程度',
  },
});

export const summaryCommand = lookUp('summary', {
  names: { fr: 'synthèse', en: 'summary', zh: '概要' },
  descriptions: {
    fr: 'La synthèse d’une affaire, d’un acteur, d’un pays ou d’une période',
    en: 'The summary of a case, an actor, a country or a period',
    zh: '案件、行为者、国家或时间段的概要',
  },
  main: SUBJECT_ARGUMENT,
});

export const compareCommand = lookUp('compare', {
  names: { fr: 'comparer', en: 'compare', zh: '比较' },
  descriptions: {
    fr: 'Deux affaires côte à côte',
    en: 'Two cases beside each other',
    zh: '并列比较两个案件',
  },
  others: [{ ...OTHER_ARGUMENT, required: true }],
});

function lookUp(
  kind: LookUpKind,
  {
    names,
    descriptions,
    main = { ...CASE_ARGUMENT, required: true },
    others = [],
  }: {
    names: Localized;
    descriptions: Localized;
    main?: CommandArgument;
    others?: readonly CommandArgument[];
  },
): Command {
  const command: Command = {
    name: kind,
    names,
    descriptions,
    arguments: [main, ...others, REPORT_LANGUAGE_ARGUMENT, PRIVATE_ARGUMENT],
    async *handler(context) {
      const { text, lang, options, scope, cases } = context;
      if (kind === 'summary' && (text === '' || isThisThread(text))) {
        const turns = (await context.history()).filter((turn) => !isTurnedAway(turn));
        const { nothing } = THREAD_PHRASES[context.forcedLang ?? lang];
        if (turns.length > 0)
          yield { type: 'report', report: threadReport(turns, context.forcedLang ?? lang) };
        else if (text !== '') yield { type: 'text', text: nothing };
        if (turns.length > 0 || text !== '') return;
      }
      const other = options[OTHER_ARGUMENT.name];
      if (text === '' || (kind === 'compare' && other === undefined)) {
        yield { type: 'text', text: usageText(command, null, lang, context.nameOf) };
        return;
      }
      const outcome = await cases.report({
        kind,
        text,
        lang: context.forcedLang ?? lang,
        scope,
        ...(other === undefined ? {} : { other }),
      });
      if (outcome.type === 'report') yield await reportEvent(outcome.report, context);
      else yield { type: 'text', text: whyNoReport(outcome, context.lang) };
    },
  };
  return command;
}
