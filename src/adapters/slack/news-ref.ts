/** What the adapter calls a post of news: enough to change it later, whichever process does. */

export interface NewsRef {
  /** What its parts bear in their metadata. */
  readonly mark: string;
  /** Timestamp of the root that it follows up on; null where it stands in the channel itself. */
  readonly thread: string | null;
  /** Timestamps of its parts, in order; at least one. */
  readonly parts: readonly [string, ...string[]];
}

const NONE = '-';
const TIMESTAMP = /^\d+\.\d+$/;

export function writeNewsRef({ mark, thread, parts }: NewsRef): string {
  return [mark, thread ?? NONE, ...parts].join(' ');
}

/** Throws for what `writeNewsRef` has not written. */
export function readNewsRef(ref: string): NewsRef {
  const [mark, thread, first, ...more] = ref.split(' ');
  const known = thread !== undefined && (thread === NONE || TIMESTAMP.test(thread));
  if (
    mark === undefined ||
    !known ||
    first === undefined ||
    ![first, ...more].every((ts) => TIMESTAMP.test(ts))
  )
    throw new Error(`this is no post on Slack: ${ref}`);
  return { mark, thread: thread === NONE ? null : thread, parts: [first, ...more] };
}
