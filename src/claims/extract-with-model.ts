/** Reads the claims of an article with a model: what it writes is checked against the text, and rules stand in for it. */
import type { SourceText } from '../core/retrieval.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { readText } from '../reading/read-text.ts';
import { readClaimReply } from './claim-reply.ts';
import { extractClaims } from './extract-claims.ts';
import type { ExtractedClaim } from './extracted-claim.ts';
import { settleReplies } from './settle-replies.ts';
import { type DropReason, verifyWritten } from './verify-written.ts';

export interface ClaimPrompt {
  readonly system: string;
  readonly user: string;
}

/** Has a model answer. Rejects when it does not. */
export type WriteText = (messages: ClaimPrompt, signal?: AbortSignal) => Promise<string>;

export interface ClaimModel {
  readonly write: WriteText;
  /** The prompt for the article's text. */
  readonly prompt: (article: string) => ClaimPrompt;
}

export interface ModelReading {
  readonly claims: readonly ExtractedClaim[];
  readonly by: 'rules' | 'model';
  /** What the text did not bear out: claims, and parts of claims that were kept without them. */
  readonly dropped: Readonly<Partial<Record<DropReason | 'malformed', number>>>;
  /** Why rules read it instead; null when the model did. */
  readonly failure: string | null;
}

/** What a model is shown of an article; UTF-16 code units. Claims stand in the first pages of a report. */
const MAX_ARTICLE = 12_000;

/** Never rejects, unless the signal aborts: then with its reason. */
export async function extractWithModel(
  stored: SourceText,
  lexicon: Lexicon,
  { write, prompt }: ClaimModel,
  signal?: AbortSignal,
): Promise<ModelReading> {
  const dropped: Partial<Record<DropReason | 'malformed', number>> = {};
  const count = (reason: DropReason | 'malformed', by = 1): void => {
    if (by > 0) dropped[reason] = (dropped[reason] ?? 0) + by;
  };
  try {
    const reply = readClaimReply(await write(prompt(stored.text.slice(0, MAX_ARTICLE)), signal));
    count('malformed', reply.malformed);
    const { sentences } = readText(stored, lexicon);
    const claims: ExtractedClaim[] = [];
    for (const written of reply.claims) {
      const verified = verifyWritten(written, stored.text, sentences, lexicon);
      for (const reason of verified.dropped) count(reason);
      if (verified.claim !== null) claims.push(verified.claim);
    }
    claims.sort((a, b) => a.start - b.start);
    return { claims: settleReplies(claims), by: 'model', dropped, failure: null };
  } catch (error) {
    signal?.throwIfAborted();
    const failure = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return { claims: extractClaims(stored, lexicon), by: 'rules', dropped, failure };
  }
}
