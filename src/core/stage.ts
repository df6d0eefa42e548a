/** The stages of a question's way, as log, metrics and traces name them. */

/**
 * `queue`: waiting for its turn. `understand`: the question is read, made whole, translated. `retrieve`: the index is
 * searched. `read`: the sources found are read and weighed. `generate`: the sentences are made. `verify`: a model's
 * sentences are checked against their passages; part of `generate`. `deliver`: the platform takes the rest of the reply.
 */
export const STAGES = ['queue', 'understand', 'retrieve', 'read', 'generate', 'verify', 'deliver'] as const;
export type StageName = (typeof STAGES)[number];

/** A stage that has just ended. */
export interface EndedStage {
  readonly stage: StageName;
  /** How long it took, in milliseconds. */
  readonly ms: number;
  /** What came of it: counts and codes, never a text of anybody's. */
  readonly facts?: Readonly<Record<string, string | number>>;
}

export type OnStage = (ended: EndedStage) => void;
