/** Tells of the stages of an answer as they end, one after the other. */
import type { EndedStage, OnStage, StageName } from '../core/stage.ts';
import type { Writing } from './model/writing.ts';

export interface StageClock {
  /** The stage ends now; it began when the one before it ended, or with the clock. */
  ended(stage: StageName, facts?: EndedStage['facts']): void;
  /** A model wrote the answer, and its sentences were checked as they came: the second is a part of the first. */
  wrote(writing: Writing): void;
}

export function createStageClock(now: () => Date, onStage: OnStage | undefined): StageClock {
  let begun = now().getTime();
  const ended: StageClock['ended'] = (stage, facts) => {
    const time = now().getTime();
    onStage?.({ stage, ms: time - begun, ...(facts === undefined ? {} : { facts }) });
    begun = time;
  };
  return {
    ended,
    wrote({ report: { outcome, sentences, dropped, repaired }, checkingMs }) {
      ended('generate', { method: 'model', outcome, sentences });
      onStage?.({
        stage: 'verify',
        ms: Math.round(checkingMs),
        facts: { dropped: total(dropped), repaired: total(repaired) },
      });
    },
  };
}

function total(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
