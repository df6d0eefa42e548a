/** The case book over the index: finding cases, and the reports about them. */
import { withRepublications } from '../core/also-published.ts';
import type { CaseBook, ReportOutcome, ReportRequest } from '../core/case-book.ts';
import type { CaseRecord, Claim } from '../core/case-record.ts';
import type { Report } from '../core/report.ts';
import type { CaseTexts, SourceReader, SourceText } from '../core/retrieval.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { type CaseConcepts, createCaseConcepts } from './case-concepts.ts';
import { type CaseFile, toCaseFile } from './case-file.ts';
import { caseReport } from './case-report.ts';
import { caseSourcesReport } from './case-sources-report.ts';
import { chooseCases } from './choose-cases.ts';
import { compareReport } from './compare-report.ts';
import { findCases } from './find-cases.ts';
import { sidesReport } from './sides-report.ts';
import { summaryReport } from './summary-report.ts';
import { timelineReport } from './timeline-report.ts';
import { type WriteSummary, withWrittenSummary } from './written-summary.ts';

export interface CaseBookDeps {
  readonly index: {
    listCases(): Promise<CaseRecord[]>;
    readCase(id: string): Promise<CaseTexts | null>;
    /** Articles that were linked to a case, with what was read out of them. */
    readLinked?(caseId: string): Promise<readonly LinkedTexts[]>;
    /** Who else printed the report of each source; without it, nobody is told to have. */
    readRepublications?: SourceReader['readRepublications'];
  };
  /** Loaded when it is first needed. */
  readonly lexicon: () => Promise<Lexicon>;
  readonly now: () => Date;
  /** Puts a few sentences before a summary; without it, the summary is its lines. */
  readonly writeSummary?: WriteSummary | undefined;
}

export interface LinkedTexts extends SourceText {
  readonly claims: readonly Claim[];
}

function maySee(owner: string, scope: string): boolean {
  return owner === 'global' || owner === scope;
}

/** More would be a catalogue, not a question back. */
const MAX_WHICH = 10;

export function createCaseBook({ index, lexicon, now, writeSummary }: CaseBookDeps): CaseBook {
  let loading: Promise<CaseConcepts> | undefined;
  const concepts = () => {
    loading ??= lexicon().then(createCaseConcepts);
    return loading;
  };

  async function find(typed: string, lang: ReportRequest['lang']) {
    const cases = await index.listCases();
    // Most is found by words; other names of an actor only where the words find nothing.
    const byWords = findCases(cases, typed, lang);
    if (byWords.length > 0 || typed.trim() === '') return byWords;
    const named = await concepts();
    const actors = [...named.ofText(typed)].filter((id) => id.startsWith('actor:'));
    return findCases(cases, typed, lang, (record) => actors.some((id) => named.actors(record).has(id)));
  }

  async function read(id: string, scope: string): Promise<CaseFile | null> {
    const [texts, linked = []] = await Promise.all([index.readCase(id), index.readLinked?.(id)]);
    if (texts === null) return null;
    const sources = [...texts.sources, ...linked].filter(({ source }) => maySee(source.scope, scope));
    const visible = new Set(sources.map(({ source }) => source.id));
    const own = texts.record.claims.filter(({ sourceId }) => visible.has(sourceId));
    const read = linked
      .filter(({ source }) => visible.has(source.id))
      .flatMap(({ source, claims }) => claims.map((claim) => ({ ...claim, wordingLang: source.textLang })));
    return toCaseFile({ record: { ...texts.record, claims: [...own, ...read] }, sources });
  }

  /** The one case that was meant, or why there is none. */
  async function theCase(
    typed: string,
    { lang, scope }: ReportRequest,
  ): Promise<CaseFile | Exclude<ReportOutcome, { type: 'report' }>> {
    const found = typed.trim() === '' ? [] : await find(typed, lang);
    const best = found[0];
    if (best === undefined) return { type: 'unknown', typed };
    const equal = found.filter(({ rank }) => rank === best.rank);
    if (equal.length > 1) return { type: 'which', typed, cases: equal.slice(0, MAX_WHICH) };
    return (await read(best.value, scope)) ?? { type: 'unknown', typed };
  }

  async function aboutOne(
    request: ReportRequest,
    make: (file: CaseFile, lang: ReportRequest['lang']) => Report,
  ): Promise<ReportOutcome> {
    const file = await theCase(request.text, request);
    return 'type' in file ? file : { type: 'report', report: make(file, request.lang) };
  }

  async function compare(request: ReportRequest): Promise<ReportOutcome> {
    const a = await theCase(request.text, request);
    if ('type' in a) return a;
    const b = await theCase(request.other ?? '', request);
    if ('type' in b) return b;
    return { type: 'report', report: compareReport([a, b], request.lang) };
  }

  async function summarize({ text, lang, scope }: ReportRequest): Promise<ReportOutcome> {
    if (text.trim() === '') return { type: 'unknown', typed: text };
    const today = now().toISOString().slice(0, 10);
    const chosen = chooseCases(await index.listCases(), text, lang, { concepts: await concepts(), today });
    const all = await Promise.all(chosen.records.map(({ id }) => read(id, scope)));
    const files = all.filter((file) => file !== null);
    if (files.length === 0) return { type: 'unknown', typed: text };
    const report = summaryReport(text.trim(), files, lang, chosen.matters);
    const written = writeSummary === undefined ? report : await withWrittenSummary(report, writeSummary);
    return { type: 'report', report: written };
  }

  return {
    list: () => index.listCases(),
    find,
    sources: async (caseId, scope) => [...((await read(caseId, scope))?.sources ?? [])],
    async report(request) {
      const outcome = await look(request);
      if (outcome.type !== 'report') return outcome;
      const { report } = outcome;
      const ids = report.sources.map(({ sourceId }) => sourceId);
      const others = (await index.readRepublications?.(ids, request.scope)) ?? new Map();
      return { ...outcome, report: { ...report, sources: withRepublications(report.sources, others) } };
    },
  };

  function look(request: ReportRequest): Promise<ReportOutcome> {
    switch (request.kind) {
      case 'case':
        return aboutOne(request, caseReport);
      case 'timeline':
        return aboutOne(request, timelineReport);
      case 'sides':
        return aboutOne(request, sidesReport);
      case 'sources':
        return aboutOne(request, caseSourcesReport);
      case 'compare':
        return compare(request);
      case 'summary':
        return summarize(request);
    }
  }
}
