/** What replying to a message takes, as the bot keeps it: the process that replies may be another one. */
import { fields, text } from './fields.ts';

export interface Origin {
  /** Timestamp of the thread's root; absent where the reply stands in the channel itself. */
  readonly thread?: string;
  /** Whether the message that is answered was itself said in a thread. */
  readonly inThread?: boolean;
  /** When it was asked, as a timestamp of Slack: the reply is later. */
  readonly since: string;
  /** The team of the asker, which streaming wants to know outside of direct messages. */
  readonly team?: string;
  /** Where Slack takes up to five replies within thirty minutes, even where the app is no member. */
  readonly responseUrl?: string;
  /** What was asked, where others do not see it. */
  readonly quote?: string;
}

export function writeOrigin(origin: Origin): string {
  return JSON.stringify(origin);
}

/** @param written by `writeOrigin`; anything else gives an origin that still lets one reply in the channel. */
export function readOrigin(written: string | undefined): Origin {
  let read: unknown;
  try {
    read = JSON.parse(written ?? '{}');
  } catch {
    read = {};
  }
  const origin = fields(read);
  const optional = Object.fromEntries(
    ['thread', 'team', 'responseUrl', 'quote'].flatMap((name) => {
      const value = text(origin[name]);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  return { ...optional, since: text(origin.since) ?? '0', inThread: origin.inThread === true };
}
