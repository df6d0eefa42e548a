/** How much a sign tells: little when many stories share it. */
import { BACKGROUND_SHARES } from './background-shares.ts';

/** Stories that the background counts for, beside the recent ones. */
const BACKGROUND_STORIES = 400;
/** Share of stories that has a sign of which the background knows nothing, by its kind. */
const DEFAULT_SHARES: Readonly<Record<string, number>> = {
  c: 0.008,
  k: 0.03,
  p: 0.01,
  n: 0.004,
  '#': 0.006,
  w: 0.01,
};

export interface SignWeights {
  /** 0.02 to 1. */
  weight(sign: string): number;
}

/** @param signsOf the signs of a recent story; a sign counts once a story. */
export function weighSigns<S>(recent: readonly S[], signsOf: (story: S) => Iterable<string>): SignWeights {
  const counts = new Map<string, number>();
  for (const story of recent)
    for (const sign of signsOf(story)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  const all = BACKGROUND_STORIES + recent.length;
  const known = new Map<string, number>();
  return {
    weight(sign) {
      const found = known.get(sign);
      if (found !== undefined) return found;
      const share = BACKGROUND_SHARES[sign] ?? DEFAULT_SHARES[sign.charAt(0)] ?? 0.01;
      const stories = share * BACKGROUND_STORIES + (counts.get(sign) ?? 0);
      const weight = Math.max(0.02, Math.log(all / stories) / Math.log(all));
      known.set(sign, weight);
      return weight;
    },
  };
}
