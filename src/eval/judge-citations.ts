/**
 * Citation recall and precision of an answer, after ALCE (Gao et al. 2023, «Enabling Large Language Models to Generate
 * Text with Citations», section 4.3), with the verifier in the place of its entailment model.
 */
import { type Answer, type AnswerSentence, brokenPromises, type Citation } from '../core/answer.ts';
import { splitSentences } from '../lexicon/sentences.ts';
import type { CitedPassage, VerifySentence } from '../verify/verify-sentence.ts';

export interface CitationJudgement {
  /** Sentences whose citations together bear them out, of all sentences. */
  readonly recall: Tally;
  /** Citations that are needed: they bear the sentence out alone, or the others do not without them. */
  readonly precision: Tally;
  /** Accusing sentences that name who accuses. */
  readonly attributed: Tally;
  /** Sentences that raise no certainty. */
  readonly hedged: Tally;
  /** True when every pointer is valid and every excerpt verbatim. */
  readonly sound: boolean;
}

export interface Tally {
  readonly hits: number;
  readonly of: number;
}

/** @param storedText the stored text of a source id; undefined when there is none. */
export function judgeCitations(
  answer: Answer,
  verify: VerifySentence,
  storedText: (sourceId: string) => string | undefined,
): CitationJudgement {
  const count = () => ({ hits: 0, of: 0 });
  const recall = count();
  const precision = count();
  const attributed = count();
  const hedged = count();
  for (const sentence of answer.sentences) {
    const cited = sentence.citations.flatMap((n) => answer.citations.find((c) => c.n === n) ?? []);
    const bears = (some: readonly Citation[]): boolean => isBorneOut(sentence, some, answer, verify);
    const together = bears(cited);
    add(recall, together);
    for (const citation of cited) {
      const others = cited.filter((other) => other !== citation);
      add(precision, together && (bears([citation]) || others.length === 0 || !bears(others)));
    }
    const faults = wordForWord(sentence, cited)
      ? []
      : verify({ text: sentence.text, lang: answer.lang }, cited.map(toPassage)).faults;
    if (sentence.kind === 'accusation')
      add(attributed, sentence.speaker !== null || !faults.some(({ fault }) => fault === 'no-author'));
    add(hedged, !faults.some(({ fault }) => fault === 'certainty'));
  }
  return { recall, precision, attributed, hedged, sound: brokenPromises(answer, storedText).length === 0 };
}

function add(tally: { hits: number; of: number }, holds: boolean): void {
  tally.of += 1;
  if (holds) tally.hits += 1;
}

function isBorneOut(
  sentence: AnswerSentence,
  cited: readonly Citation[],
  { lang }: Answer,
  verify: VerifySentence,
): boolean {
  if (cited.length === 0) return false;
  return wordForWord(sentence, cited) || verify({ text: sentence.text, lang }, cited.map(toPassage)).holds;
}

/** An extractive sentence holds a sentence of the excerpt as it stands, whatever its language. */
function wordForWord({ text }: AnswerSentence, cited: readonly Citation[]): boolean {
  return cited.some(({ excerpt, excerptLang }) =>
    splitSentences(excerpt, excerptLang).some(({ start, end }) => text.includes(excerpt.slice(start, end))),
  );
}

function toPassage(citation: Citation): CitedPassage {
  const { sourceId: id, title, titleIsDescriptive, publisher, date, authority, lang, excerptLang } = citation;
  return {
    text: citation.excerpt,
    lang: excerptLang,
    source: {
      id,
      title,
      titleIsDescriptive,
      publisher,
      publishedAt: date,
      authority,
      lang,
      textLang: excerptLang,
    },
  };
}
