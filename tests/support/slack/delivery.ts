/** Brings events and interactions to the app: acknowledgements timed, redelivered where none came, held on demand. */
import type { Json } from './slack-message.ts';

export interface Envelope {
  readonly kind: 'events_api' | 'slash_commands' | 'interactive';
  /** The type of the event or of the interaction, or the command: for tests to tell them apart. */
  readonly name: string;
  readonly payload: Json;
}

/** One delivery that was acknowledged. */
export interface Ack {
  readonly kind: Envelope['kind'];
  readonly name: string;
  /** Milliseconds from sending to acknowledgement. */
  readonly ms: number;
  /** 0 for the first delivery. */
  readonly attempt: number;
  readonly body: unknown;
}

export type SendResult =
  | { readonly acked: true; readonly ms: number; readonly body: unknown }
  | { readonly acked: false; readonly reason: string; readonly final?: boolean };

export interface Transport {
  send(envelope: Envelope, retry: { readonly num: number; readonly reason: string }): Promise<SendResult>;
  close(): Promise<void>;
}

export type Delivered = { readonly acked: boolean; readonly body: unknown };

export interface Delivery {
  readonly acks: Ack[];
  /** Deliveries on their way, redeliveries still to come among them. */
  readonly pending: () => number;
  /** Sends it, and again where it is an event that nobody acknowledges. Never rejects. */
  deliver(envelope: Envelope): Promise<Delivered>;
  /** From now on each event is sent so many times at once, each time over another socket where there are several. */
  copies(count: number): void;
  /** From now on nothing is sent until `release`. */
  hold(): void;
  /** Sends what was held, in the order (and as often) as `arrange` says. */
  release(arrange?: (held: readonly Envelope[]) => readonly Envelope[]): void;
  use(transport: Transport): void;
  close(): Promise<void>;
}

/** Slack redelivers an event at once, after a minute, and after five. Interactions are never redelivered. */
const SLACK_RETRY_DELAYS_MS: readonly number[] = [0, 60_000, 300_000];

export function createDelivery(options: {
  transport: Transport;
  retryDelaysMs?: readonly number[];
}): Delivery {
  const acks: Ack[] = [];
  const delays = options.retryDelaysMs ?? SLACK_RETRY_DELAYS_MS;
  const timers = new Set<NodeJS.Timeout>();
  const waiting = new Map<Envelope, (delivered: Delivered) => void>();
  let transport = options.transport;
  let held: Envelope[] | undefined;
  let copies = 1;
  let pending = 0;
  let closed = false;

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        resolve();
      }, ms);
      timers.add(timer);
    });

  const send = async (envelope: Envelope): Promise<Delivered> => {
    const attempts = envelope.kind === 'events_api' ? delays.length : 0;
    let reason = '';
    for (let num = 0; num <= attempts; num++) {
      if (num > 0) await pause(delays[num - 1] ?? 0);
      if (closed) break;
      const result = await transport.send(envelope, { num, reason });
      if (result.acked) {
        acks.push({
          kind: envelope.kind,
          name: envelope.name,
          ms: result.ms,
          attempt: num,
          body: result.body,
        });
        return { acked: true, body: result.body };
      }
      reason = result.reason;
      if (result.final === true) break;
    }
    return { acked: false, body: undefined };
  };

  const start = async (envelope: Envelope): Promise<void> => {
    pending++;
    try {
      const delivered = await send(envelope);
      waiting.get(envelope)?.(delivered);
      waiting.delete(envelope);
    } finally {
      pending--;
    }
  };

  return {
    acks,
    pending: () => pending,
    deliver: (envelope) =>
      new Promise((resolve) => {
        waiting.set(envelope, resolve);
        const times = envelope.kind === 'events_api' ? copies : 1;
        for (let copy = 0; copy < times; copy++) {
          if (held === undefined) void start(envelope);
          else held.push(envelope);
        }
      }),
    copies: (count) => {
      copies = count;
    },
    hold: () => {
      held ??= [];
    },
    release: (arrange = (envelopes) => envelopes) => {
      const envelopes = held ?? [];
      held = undefined;
      for (const envelope of arrange(envelopes)) void start(envelope);
    },
    use: (next) => {
      transport = next;
    },
    close: async () => {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
      await transport.close();
    },
  };
}
