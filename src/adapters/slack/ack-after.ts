/** Acknowledges a command or a submission when the bot has taken it, and in any case in time. */
import type { SlackLog } from './slack-log.ts';

/** Milliseconds; Slack waits three seconds. */
const LATEST_ACK = 1_500;

export async function ackAfter(taken: Promise<void>, ack: () => Promise<void>, log: SlackLog): Promise<void> {
  const late = Promise.withResolvers<'late'>();
  const timer = setTimeout(() => late.resolve('late'), LATEST_ACK);
  const outcome = await Promise.race([taken, late.promise]);
  clearTimeout(timer);
  if (outcome === 'late') log.warn({}, 'a command was not taken in time; acknowledged all the same');
  await ack();
  await taken;
}
