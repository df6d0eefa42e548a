/** How an answer came about: what `npm run explain` tells about a reference id. */

/** A stretch of a stored text that was looked at. */
export interface AuditedPassage {
  readonly sourceId: string;
  /** Offsets in UTF-16 code units of the stored text. */
  readonly start: number;
  readonly end: number;
  /** `contentHash` of the source at the time. */
  readonly contentHash: string;
  /** What it was used for. */
  readonly use: 'found' | 'read' | 'cited';
}

/** A sentence that verification kept from the reader, or put right. */
export interface AuditedSentence {
  readonly text: string;
  /** What became of it. */
  readonly outcome: 'dropped' | 'repaired';
  /** Codes with details, such as `number: 41 million`. */
  readonly reasons: readonly string[];
}

export interface AnswerAudit {
  /** The question as it was answered; differs from what was typed for a follow-up. */
  readonly asked: string;
  /** Version of the lexicon and of the rules, by name. */
  readonly versions: Readonly<Record<string, string>>;
  /** Null: the answer is extractive by setting. */
  readonly model: {
    /** `provider:model`. */
    readonly name: string;
    /** SHA-256 (hex) of the prompt file that was used. */
    readonly promptHash: string;
    readonly outcome: 'answered' | 'refused' | 'failed' | 'over-budget' | 'resting';
    /** Why it failed, without secrets; null when it did not. */
    readonly failure: string | null;
    /** As the provider tells, estimated otherwise; null when it was not called. */
    readonly tokens: { readonly input: number; readonly output: number } | null;
  } | null;
  readonly passages: readonly AuditedPassage[];
  readonly sentences: readonly AuditedSentence[];
  /** Milliseconds of each stage, by name. */
  readonly timings: Readonly<Record<string, number>>;
}
