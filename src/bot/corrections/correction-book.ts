/** The port through which corrections are kept: who cited what, what was seen of it, who is still to be told. */
import type { Answer, AnswerLang } from '../../core/answer.ts';
import type { Place } from '../../core/chat.ts';
import type { CitedChange, SourceChange } from '../../core/correction.ts';

/** What was last seen of a cited source. */
export interface WatchedSource {
  /** Null when it was not in the corpus. */
  readonly contentHash: string | null;
  /** What had been said of the publication by then: JSON of `[kind, date, note]` for each change. */
  readonly standing: string;
}

export interface CitingAnswer extends Pick<Place, 'platform' | 'workspaceId'> {
  readonly answer: Answer;
}

/** What is due in one conversation. */
export interface DueNotice {
  readonly to: Place & { readonly threadId: string };
  /** The answers concerned, oldest first. */
  readonly answers: readonly { readonly id: string; readonly asOf: string; readonly lang: AnswerLang }[];
  readonly changes: readonly CitedChange[];
  /** The same each time that this notice is claimed. */
  readonly key: string;
  /** From 1. */
  readonly attempt: number;
}

export interface CorrectionBook {
  /** Sources cited by answers given at `since` or later, with what was last seen of each; null: never looked at. */
  citedSources(since: Date): Promise<Map<string, WatchedSource | null>>;
  answersCiting(sourceId: string, since: Date): Promise<CitingAnswer[]>;
  /**
   * Takes down what has become of a source that the answer cites.
   *
   * @param holding all that is so now: what was taken down before, was not told yet, and no longer holds, is dropped.
   * @param tell those to be told, each from its time on; once for each answer and change, however often it is said.
   */
  setChanges(
    citing: CitingAnswer,
    sourceId: string,
    holding: readonly SourceChange[],
    tell: readonly { readonly change: CitedChange; readonly from: Date }[],
  ): Promise<void>;
  watch(sourceId: string, seen: WatchedSource): Promise<void>;
  /**
   * The next notice that is due on the platform, in a conversation that others may see: answers that the asker alone saw
   * have none. It is due again some minutes later, unless `sent` or `putOff` is called: a process that is killed
   * meanwhile loses no notice. Given up after a dozen attempts.
   */
  claim(platform: string): Promise<DueNotice | null>;
  sent(notice: DueNotice): Promise<void>;
  /** It could not be posted: due again later, each time after a longer while. */
  putOff(notice: DueNotice): Promise<void>;
  /** What has become of the answer's sources, told or not, as far as it is still so. */
  changesOf(answerId: string, place: Pick<Place, 'platform' | 'workspaceId'>): Promise<CitedChange[]>;
}
