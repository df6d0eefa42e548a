/** `/sources`: what the corpus holds, or the sources of one case. */
import type { Command } from '../command.ts';
import { CASE_ARGUMENT, PRIVATE_ARGUMENT, REPORT_LANGUAGE_ARGUMENT } from '../common-arguments.ts';
import { corpusReport } from '../corpus-report.ts';
import { reportEvent } from '../report-event.ts';
import { whyNoReport } from '../why-no-report.ts';

export const sourcesCommand: Command = {
  name: 'sources',
  names: { fr: 'sources', en: 'sources', zh: '来源' },
  descriptions: {
    fr: 'Ce que contient le corpus, ou les sources d’une affaire',
    en: 'What the corpus holds, or the sources of one case',
    zh: '语料库内容，或某一案件的来源',
  },
  arguments: [CASE_ARGUMENT, REPORT_LANGUAGE_ARGUMENT, PRIVATE_ARGUMENT],
  async *handler(context) {
    const { text, scope, cases, readOverview } = context;
    const lang = context.forcedLang ?? context.lang;
    if (text === '') {
      yield await reportEvent(corpusReport(await readOverview(scope), lang), context);
      return;
    }
    const outcome = await cases.report({ kind: 'sources', text, lang, scope });
    if (outcome.type === 'report') yield await reportEvent(outcome.report, context);
    else yield { type: 'text', text: whyNoReport(outcome, context.lang) };
  },
};
