/** Acknowledges events to Slack when they have been taken, not before: what is lost until then is delivered again. */
import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import { errorMessage } from '../../core/errors.ts';
import type { InFlight } from './in-flight.ts';
import type { SlackLog } from './slack-log.ts';

/** Milliseconds; Slack waits three seconds in all. */
const LATEST_ACK = 1_500;

/** The same receiver, but Bolt's own acknowledgement, which comes before anything is done, is held back. */
export function withDurableAck(receiver: Receiver, inFlight: InFlight, log: SlackLog): Receiver {
  return {
    init: (app) => receiver.init(gated(app)),
    start: (...args) => receiver.start(...args),
    stop: (...args) => receiver.stop(...args),
  };

  function gated(app: App): App {
    const processEvent = (event: ReceiverEvent): Promise<void> => {
      const work = process(app, event);
      inFlight.add(work);
      return work;
    };
    return Object.create(app, { processEvent: { value: processEvent } }) as App;
  }

  async function process(app: App, event: ReceiverEvent): Promise<void> {
    const ack = async (response?: unknown): Promise<void> => {
      try {
        await event.ack(response as Parameters<ReceiverEvent['ack']>[0]);
      } catch (error) {
        log.warn({ error: errorMessage(error) }, 'an acknowledgement did not reach Slack');
      }
    };
    if (event.body.type === 'app_rate_limited') {
      log.warn({}, 'Slack holds events back: the workspace sends the app more than 30,000 an hour');
      return ack();
    }
    if (event.body.type !== 'event_callback') return app.processEvent({ ...event, ack });
    const late = setTimeout(() => {
      log.warn(
        { event: event.body.event?.type },
        'an event was not taken in time; acknowledged all the same',
      );
      void once();
    }, LATEST_ACK);
    let acknowledged: Promise<void> | null = null;
    const once = (): Promise<void> => {
      acknowledged ??= ack();
      return acknowledged;
    };
    try {
      await app.processEvent({ ...event, ack: async () => undefined });
    } finally {
      clearTimeout(late);
    }
    await once();
  }
}
