/** A case as reports read it: the record, its sources, and the language of its digest. */
import type { AnswerLang } from '../core/answer.ts';
import type { CaseRecord } from '../core/case-record.ts';
import type { CaseTexts } from '../core/retrieval.ts';
import type { Source } from '../core/source.ts';
import { claimsOnSide } from './claim-sides.ts';
import { REPORT_WORDS } from './report-words.ts';

export interface CaseFile {
  readonly record: CaseRecord;
  readonly sources: readonly Source[];
  /** ISO 639-1 code of the digest's prose. */
  readonly textLang: string;
}

export function toCaseFile({ record, sources }: CaseTexts): CaseFile {
  return {
    record,
    sources: sources.map(({ source }) => source),
    textLang: sources[0]?.source.textLang ?? 'und',
  };
}

export function caseTitle({ title }: Pick<CaseRecord, 'title'>, lang: AnswerLang): string {
  return title[lang] ?? title.en;
}

/** What a reader must know of a case's report as a whole. */
export function caseNotices({ record, textLang }: CaseFile, lang: AnswerLang): string[] {
  const words = REPORT_WORDS[lang];
  const missing = missingSide(record, lang);
  const notices = missing === null ? [words.reportsClaims] : [missing, words.reportsClaims];
  if (textLang !== lang && textLang !== 'und') {
    const language = new Intl.DisplayNames([lang], { type: 'language' }).of(textLang);
    notices.push(words.digestLanguage(language ?? textLang));
  }
  return notices;
}

/** What a reader must know of several cases' report: which of them lacks a side. */
export function sharedNotices(files: readonly CaseFile[], lang: AnswerLang): string[] {
  const words = REPORT_WORDS[lang];
  const missing = files.flatMap(({ record }) => {
    const side = missingSide(record, lang);
    return side === null ? [] : [`${caseTitle(record, lang)}${words.colon}${side}`];
  });
  return [...missing, words.reportsClaims];
}

function missingSide(record: CaseRecord, lang: AnswerLang): string | null {
  const words = REPORT_WORDS[lang];
  if (claimsOnSide(record, 'accusation').length === 0) return words.noAccusation;
  return claimsOnSide(record, 'reply').length === 0 ? words.noReply : null;
}
