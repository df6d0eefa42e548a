/** The JSON in which a model answers when it is asked for the claims of an article. */
import { z } from 'zod';
import { CLAIM_KINDS } from '../core/case-record.ts';

const words = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((value) => (value === undefined || value === null || value === '' ? null : value));
const country = words(2).transform((code) =>
  code !== null && /^[A-Za-z]{2}$/.test(code) ? code.toUpperCase() : null,
);

const claim = z.object({
  kind: z.enum(CLAIM_KINDS),
  speaker: z.string().trim().min(1).max(200),
  speakerCountry: country,
  actor: words(200),
  state: country,
  certainty: words(200),
  date: words(10).transform((date) => (date !== null && /^\d{4}(?:-\d{2}){0,2}$/.test(date) ? date : null)),
  support: z.string().trim().min(1).max(1_500),
});
export type WrittenClaim = z.infer<typeof claim>;

/** More than this is no list of claims but a transcript. */
const MAX_CLAIMS = 40;
const reply = z.object({ claims: z.array(z.unknown()).max(MAX_CLAIMS) });

export interface ReadReply {
  readonly claims: readonly WrittenClaim[];
  /** Claims that are not of the form that was asked for. */
  readonly malformed: number;
}

/**
 * Reads the reply; a fence around the JSON and a model's thinking before it are passed over.
 *
 * @throws Error when there is no such JSON in it.
 */
export function readClaimReply(text: string): ReadReply {
  const spoken = text.replace(/<think>[\s\S]*?(?:<\/think>|$)/u, '');
  const from = spoken.indexOf('{');
  const to = spoken.lastIndexOf('}');
  if (from === -1 || to < from) throw new Error('the model wrote no JSON');
  const { claims } = reply.parse(JSON.parse(spoken.slice(from, to + 1)));
  const read = claims.map((one) => claim.safeParse(one));
  const good = read.flatMap(({ success, data }) => (success ? [data] : []));
  return { claims: good, malformed: read.length - good.length };
}
