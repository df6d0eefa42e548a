/** Sums up the lines of a report in a chat model's words, each sentence checked against the lines that it cites. */
import type { SummarySentence, SummedLine, WriteSummary } from '../../cases/written-summary.ts';
import type { AnswerLang } from '../../core/answer.ts';
import { ModelFailure } from '../../core/model-failure.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { findSupport } from '../../verify/find-support.ts';
import type { CitedPassage, VerifySentence } from '../../verify/verify-sentence.ts';
import type { AnswerModel } from './answer-model.ts';
import { statesWhatWasNotFound } from './found-nothing.ts';
import { createLeakCheck } from './leaks-prompt.ts';
import { asData, PROMPT_LANGUAGES } from './prompt-data.ts';
import { SentenceReader } from './read-sentences.ts';
import { withSpeakers, wordingFault } from './sentence-guards.ts';

/** A report is there at once without it; milliseconds. */
const LIMITS = { firstWordMs: 10_000, stallMs: 5_000, totalMs: 20_000 } as const;
/** Characters of lines that the model reads at most. */
const CONTEXT = 3_000;
/** The prompt asks for five. */
const MOST_SENTENCES = 6;
/** Reports that are looked up again. */
const KEPT = 50;

/** Keeps what it wrote while the lines stay the same. */
export function createWriteSummary(
  model: Pick<AnswerModel, 'caller' | 'prompts' | 'verify'>,
  lexicon: Lexicon,
): WriteSummary {
  const kept = new Map<string, readonly SummarySentence[]>();
  const verify = withSpeakers(model.verify, lexicon);
  return async (subject, lines, lang) => {
    const shown = withinContext(lines);
    const prompt = model.prompts.summarise.fill({
      subject: asData(subject),
      lines: shown.map(showLine).join('\n'),
      language: PROMPT_LANGUAGES[lang],
    });
    // The user's part need not name the language: who edits the prompts may leave that to the rules.
    const key = `${lang} ${prompt.user}`;
    const known = kept.get(key);
    if (known !== undefined) return known;
    try {
      const text = await model.caller.complete(prompt, { limits: LIMITS });
      const sentences = readSummary(text, shown, lang, {
        verify,
        lexicon,
        leaks: createLeakCheck(prompt.system),
      });
      if (kept.size >= KEPT) kept.delete(kept.keys().next().value ?? '');
      kept.set(key, sentences);
      return sentences;
    } catch (error) {
      if (error instanceof ModelFailure) return [];
      throw error;
    }
  };
}

function withinContext(lines: readonly SummedLine[]): readonly SummedLine[] {
  let size = 0;
  const end = lines.findIndex(({ text }) => {
    size += text.length;
    return size > CONTEXT;
  });
  return end === -1 ? lines : lines.slice(0, Math.max(1, end));
}

function showLine({ text, source }: SummedLine, index: number): string {
  const publication = [source.publisher, source.date].filter((part) => part !== null).join(', ');
  return `<line number="${index + 1}">${asData(text)} — ${asData(publication)}</line>`;
}

interface SummaryChecks {
  readonly verify: VerifySentence;
  readonly lexicon: Lexicon;
  /** Whether a text repeats the rules that the model was given. */
  readonly leaks: (text: string) => boolean;
}

/** The sentences that their lines bear out, each with the fewest lines that do. */
function readSummary(
  text: string,
  lines: readonly SummedLine[],
  lang: AnswerLang,
  { verify, lexicon, leaks }: SummaryChecks,
): SummarySentence[] {
  const reader = new SentenceReader(lines.length, lang);
  const sentences: SummarySentence[] = [];
  for (const item of [...reader.push(text), ...reader.end(false)]) {
    if (item.type !== 'sentence' || wordingFault(item.text, lang, leaks) !== null) continue;
    const own = item.citations.flatMap((n) => lines[n - 1] ?? []);
    const { supportedBy } = findSupport(verify, { text: item.text, lang }, own.map(asCited));
    const on = supportedBy.flatMap((i) => own[i] ?? []);
    if (on.length === 0 || on.some((line) => statesWhatWasNotFound(item.text, lang, line, lexicon))) continue;
    if (!sentences.some((other) => other.text === item.text))
      sentences.push({ text: item.text, lines: on.map((line) => lines.indexOf(line) + 1) });
  }
  return sentences.slice(0, MOST_SENTENCES);
}

function asCited({ text, lang, source }: SummedLine): CitedPassage {
  const { sourceId: id, title, titleIsDescriptive, publisher, date: publishedAt, authority } = source;
  return {
    text,
    lang,
    source: {
      id,
      title,
      titleIsDescriptive,
      publisher,
      publishedAt,
      authority,
      lang: source.lang,
      textLang: lang,
    },
  };
}
