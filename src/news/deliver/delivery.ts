/** Posts what is due: several channels at a time, each post by one process. */
import { type DeliverDeps, deliverOne, type Outcome } from './deliver-one.ts';

export type DeliveryRound = Readonly<Partial<Record<Outcome, number>>>;

export interface NewsDelivery {
  /** Posts until nothing is due. Rejects with errors of the database. */
  round(): Promise<DeliveryRound>;
  /** Lets the posts under way end, begins no other, and gives the rest back. */
  stop(): Promise<void>;
}

/** Channels that are posted to at a time: a platform answers in some hundred milliseconds. */
const AT_A_TIME = 4;
/** Milliseconds: rendering, one post with its look-up, and room. */
const LEASE = 180_000;

export function createDelivery(deps: DeliverDeps): NewsDelivery {
  const { deliveries } = deps.books;
  let stopping = false;
  let underWay: Promise<DeliveryRound> | null = null;

  async function work(counts: Partial<Record<Outcome, number>>): Promise<void> {
    for (;;) {
      const platforms = deps
        .platforms()
        .filter(({ publish }) => publish !== undefined)
        .map(({ platform }) => platform);
      if (stopping || platforms.length === 0) return;
      const delivery = await deliveries.claim(platforms, deps.owner, LEASE);
      if (delivery === null) return;
      const outcome = await deliverOne(delivery, deps);
      counts[outcome] = (counts[outcome] ?? 0) + 1;
      deps.onOutcome?.(delivery.place.platform, outcome);
    }
  }

  async function round(): Promise<DeliveryRound> {
    const counts: Partial<Record<Outcome, number>> = {};
    const workers = await Promise.allSettled(Array.from({ length: AT_A_TIME }, () => work(counts)));
    for (const worker of workers) if (worker.status === 'rejected') throw worker.reason;
    return counts;
  }

  return {
    round() {
      underWay ??= round().finally(() => {
        underWay = null;
      });
      return underWay;
    },
    async stop() {
      stopping = true;
      await underWay?.catch(() => undefined);
      await deliveries.release(deps.owner);
    },
  };
}
