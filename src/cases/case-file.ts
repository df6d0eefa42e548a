/** A case as reports read it: the record, its sources, and the language of its digest. */
import type { AnswerLang } from '../core/answer.ts';
import type { CaseRecord, Claim, ClaimKind } from '../core/case-record.ts';
import type { CaseTexts } from '../core/retrieval.ts';
import type { Source } from '../core/source.ts';
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

/** Claims of those kinds, oldest first, undated ones last. A year stands before its months, a month before its days. */
export function claimsOf({ claims }: CaseRecord, kinds: readonly ClaimKind[] | null): Claim[] {
  const wanted = claims.filter(({ kind }) => kinds === null || kinds.includes(kind));
  return wanted.sort(
    (a, b) =>
      Number(a.eventDate === null) - Number(b.eventDate === null) ||
      (a.eventDate ?? '').localeCompare(b.eventDate ?? ''),
  );
}

/** What a reader must know of a case's report as a whole. */
export function caseNotices({ record, textLang }: CaseFile, lang: AnswerLang): string[] {
  const words = REPORT_WORDS[lang];
  const has = (kinds: readonly ClaimKind[]) => record.claims.some(({ kind }) => kinds.includes(kind));
  const accuses = has(['accusation']);
  const notices = [words.reportsClaims];
  if (!accuses) notices.unshift(words.noAccusation);
  else if (!has(['denial', 'counter-accusation', 'no-comment', 'acknowledgement', 'self-claim']))
    notices.unshift(words.noReply);
  if (textLang !== lang && textLang !== 'und') {
    const language = new Intl.DisplayNames([lang], { type: 'language' }).of(textLang);
    notices.push(words.digestLanguage(language ?? textLang));
  }
  return notices;
}
