/** A story: the reports of one event, by whatever publisher and in whatever language. */
import type { Authority } from '../core/source.ts';
import type { Judgement } from './judgement.ts';

/** One publisher's report. */
export interface StoryReport {
  /** `feedId` and the item's key: unique in the installation. */
  readonly feedId: string;
  readonly itemKey: string;
  /** `global`, or the workspace whose feed it came from: others never see it. */
  readonly scope: string;
  readonly title: string;
  readonly teaser: string;
  readonly text: string | null;
  /** ISO 639-1 code. */
  readonly lang: string;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly authority: Authority | null;
  /** ISO 8601 in UTC. */
  readonly publishedAt: string | null;
  readonly seenAt: string;
  readonly judgement: Judgement;
  /** Itself a wire copy or a near-duplicate of the report of this `feedId` and key; null when it is one's own. */
  readonly copyOf: { readonly feedId: string; readonly itemKey: string } | null;
  /** The agency whose wire it prints («AFP»); null when none is named. */
  readonly agency: string | null;
  /**
   * Keys of claims (`claimKey`) that no earlier report of the story held, among those that matter: a denial, a new
   * accuser, another certainty, a measure; then of targets (`target|bank`) and of their countries (`victim|FI`). Empty when
   * it says again what was said.
   */
  readonly newClaims: readonly string[];
}

export interface Story {
  readonly id: string;
  /** ISO 8601 in UTC: when its first report was seen. */
  readonly openedAt: string;
  /** When the last report joined. */
  readonly updatedAt: string;
  /** The case of most reports, if they belong to one. */
  readonly caseId: string | null;
  /** In the order in which they were seen; the first opened the story. */
  readonly reports: readonly StoryReport[];
}

/** Where a new report goes, and why. */
export interface StoryPlacement {
  /** Null opens a story. */
  readonly storyId: string | null;
  /** Likeness to the story that is nearest, 0 to 1, and the bound that decides. */
  readonly score: number;
  readonly threshold: number;
  /** What they share, for `why`; foreign text in parts. */
  readonly reasons: readonly string[];
  readonly copyOf: StoryReport['copyOf'];
  readonly agency: string | null;
  readonly newClaims: readonly string[];
}
