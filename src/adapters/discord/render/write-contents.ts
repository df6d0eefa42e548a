/** Sentences and notices as the contents of messages: packed in order, cut between sentences where that is possible. */
import type { AnswerLang, AnswerSentence, Citation } from '../../../core/answer.ts';
import { LABELS } from '../../../core/labels.ts';
import { CONTENT_LIMIT } from './discord-message.ts';
import { kindSign } from './kind-marks.ts';
import { citationMarker } from './source-link.ts';
import { fixed, foreignLine, foreignText, laySpans, type Span } from './spans.ts';

/** What stays together where it can. */
export interface Block {
  readonly spans: readonly Span[];
  /** What leads the block when it does not follow its forerunner within the same message. */
  readonly head: readonly Span[];
  /** True when the block goes on with what its forerunner began, and needs no head after it. */
  readonly continues: boolean;
}

/** Below this room, a block that must be cut anyway begins in the next message. */
const WORTH_FILLING = 300;

/** A block that stands for itself. */
export function block(...spans: readonly Span[]): Block {
  return { spans, head: [], continues: false };
}

/** A block a sentence: who says what, with the numbers of the sources. One speaker's further words need no new head. */
export function sentenceBlocks(
  sentences: readonly AnswerSentence[],
  citations: readonly Citation[],
  lang: AnswerLang,
): Block[] {
  const byNumber = new Map(citations.map((citation) => [citation.n, citation]));
  return sentences.map((sentence, i) => {
    const before = sentences[i - 1];
    return {
      head: headOf(sentence, lang),
      spans: [
        foreignText(sentence.text),
        ...sentence.citations.map((n) => citationMarker(n, byNumber.get(n))),
      ],
      continues: before?.kind === sentence.kind && before.speaker === sentence.speaker,
    };
  });
}

function headOf({ kind, speaker }: AnswerSentence, lang: AnswerLang): Span[] {
  if (kind === 'context')
    return speaker === null ? [] : [fixed(`${kindSign(kind)} `), foreignLine(speaker), fixed('\n')];
  const label = fixed(`${kindSign(kind)} **${LABELS[lang].kind[kind]}**`);
  return [label, ...(speaker === null ? [] : [fixed(' · '), foreignLine(speaker)]), fixed('\n')];
}

/**
 * Packs blocks into contents. What a block becomes depends on those before it alone: the contents of the first
 * sentences are the beginning of the contents of all.
 *
 * @param limit of a content in UTF-16 units; less than Discord's where something is to follow.
 */
export function packBlocks(blocks: readonly Block[], limit = CONTENT_LIMIT): string[] {
  const contents: string[] = [];
  for (const { head, spans, continues } of blocks) {
    const current = contents.at(-1);
    const whole = [...head, ...spans];
    if (current !== undefined) {
      const gap = continues ? '\n' : '\n\n';
      const room = limit - current.length - gap.length;
      const [first = '', ...more] = laySpans(continues ? spans : whole, Math.max(room, 0), limit);
      const cut = laySpans(whole, limit, limit).length > 1;
      if (first !== '' && (more.length === 0 || (cut && room >= WORTH_FILLING))) {
        contents[contents.length - 1] = `${current}${gap}${first}`;
        contents.push(...more);
        continue;
      }
    }
    contents.push(...laySpans(whole, limit, limit).filter((piece) => piece !== ''));
  }
  return contents;
}
