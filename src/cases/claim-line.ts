/** One claim as a line of a report: who, when, what, how sure, on what basis. */
import type { AnswerLang } from '../core/answer.ts';
import type { Claim } from '../core/case-record.ts';
import { countryName } from '../core/country-name.ts';
import { LABELS } from '../core/labels.ts';
import type { ReportLine } from '../core/report.ts';
import type { Standing } from '../core/source.ts';
import { REPORT_WORDS } from './report-words.ts';
import { standingNote } from './source-standing.ts';

/** What a line needs beside the claim. */
export interface ClaimLineContext {
  readonly lang: AnswerLang;
  /** ISO 639-1 code of the case file's prose: the claim's own words are in it. */
  readonly textLang: string;
  /** Number of a source in the report. */
  readonly number: (sourceId: string) => number;
  /** What became of a source; absent where that is told elsewhere. */
  readonly standing?: (sourceId: string) => Standing | undefined;
}

/** A claim that was read out of an article, by rules or by a model. */
export interface ReadClaim {
  readonly by: 'rules' | 'model';
  /** ISO 639-1 code of its words. */
  readonly wordingLang: string;
}

/** What fits into a line on every platform; UTF-16 code units. */
const LONGEST_QUOTE = 300;

/** @param options.withKind puts the kind before the speaker, where the section does not say it. */
export function claimLine(
  claim: Claim & Partial<ReadClaim>,
  { lang, textLang, number, standing }: ClaimLineContext,
  options: { readonly withKind: boolean },
): ReportLine {
  const words = REPORT_WORDS[lang];
  const { kind, basis, confidenceAsStated } = claim;
  const kindWord = kind === 'context' ? words.context : LABELS[lang].kind[kind];
  const notes: string[] = [];
  if (confidenceAsStated !== null) notes.push(words.certainty(confidenceAsStated));
  else if (kind === 'accusation') notes.push(words.certaintyNotStated);
  const bases = basis.filter((name) => name !== 'unknown').map((name) => words.bases[name]);
  if (bases.length > 0) notes.push(words.basis(bases.join(', ')));
  if (isUnreviewed(claim)) notes.push(words.unreviewed[claim.by]);
  const changed = standing?.(claim.sourceId);
  if (changed !== undefined) notes.push(standingNote(changed, lang));
  return {
    date: claim.eventDate,
    label: options.withKind ? `${kindWord} · ${claim.speaker}` : claim.speaker,
    text: wordsOf(claim, lang) ?? accusedInWords(claim, lang) ?? kindWord,
    lang: claim.wording === null ? lang : (claim.wordingLang ?? textLang),
    notes,
    citations: [number(claim.sourceId)],
  };
}

/** Whether the claim was read out of an article, and nobody has looked at it. */
export function isUnreviewed(claim: Claim & Partial<ReadClaim>): claim is Claim & ReadClaim {
  return claim.by !== undefined;
}

/** An article's own words stand in quotation marks; a digest's are the project's. */
function wordsOf(claim: Claim & Partial<ReadClaim>, lang: AnswerLang): string | null {
  const { wording } = claim;
  if (wording === null || !isUnreviewed(claim)) return wording;
  const [open, close] = LABELS[lang].quotes;
  const shown =
    wording.length > LONGEST_QUOTE ? `${wording.slice(0, LONGEST_QUOTE - 1).trimEnd()}…` : wording;
  return `${open}${shown.replace(/\s+/gu, ' ')}${close}`;
}

/** Whom the claim names: «APT31 (…: Chine)»; null when it is against nobody. */
export function accusedInWords({ against }: Claim, lang: AnswerLang): string | null {
  if (against === null) return null;
  const state = against.state === null ? null : countryName(against.state, lang);
  if (against.actor === null) return state ?? REPORT_WORDS[lang].nobodyNamed;
  return state === null ? against.actor : REPORT_WORDS[lang].actorOf(against.actor, state);
}
