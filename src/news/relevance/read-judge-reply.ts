/** The JSON in which a model answers when it is asked to sort a news item. */
import { z } from 'zod';
import { NEWS_KINDS, type NewsKind } from '../../core/news-kind.ts';

/** More than this is no list but a transcript. */
const MAX_LIST = 20;
const list = z.array(z.unknown()).max(MAX_LIST).catch([]);
const reply = z.object({
  relevant: z.boolean(),
  kinds: list,
  speakers: list,
  accused: list,
  quote: z.string().trim().max(600).nullish(),
});

export interface JudgeReply {
  readonly relevant: boolean;
  readonly kinds: readonly NewsKind[];
  /** Codes of two letters, upper-case. */
  readonly speakers: readonly string[];
  readonly accused: readonly string[];
  /** Words of the item, as the model gives them; empty when it gives none. */
  readonly quote: string;
}

/**
 * Reads the reply; a fence around the JSON and a model's thinking before it are passed over.
 *
 * @throws Error when there is no such JSON in it.
 */
export function readJudgeReply(text: string): JudgeReply {
  const spoken = text.replace(/<think>[\s\S]*?(?:<\/think>|$)/u, '');
  const from = spoken.indexOf('{');
  const to = spoken.lastIndexOf('}');
  if (from === -1 || to < from) throw new Error('the model wrote no JSON');
  const { relevant, kinds, speakers, accused, quote } = reply.parse(JSON.parse(spoken.slice(from, to + 1)));
  return {
    relevant,
    kinds: [...new Set(NEWS_KINDS.filter((kind) => kinds.includes(kind)))].sort(
      (a, b) => kinds.indexOf(a) - kinds.indexOf(b),
    ),
    speakers: codes(speakers),
    accused: codes(accused),
    quote: quote ?? '',
  };
}

function codes(values: readonly unknown[]): string[] {
  const found = values.flatMap((value) =>
    typeof value === 'string' && /^[A-Za-z]{2}$/.test(value) ? value.toUpperCase() : [],
  );
  return [...new Set(found)];
}
