/** Adds a report's picture to what is already there to read, as soon as Slack has it. */
import type { SlackLog } from './slack-log.ts';
import { BAD_BLOCKS, isRefusal } from './slack-trouble.ts';

/**
 * Milliseconds before each try. Slack works on a file for some seconds after it has taken it, and refuses blocks that
 * show it as long; nothing tells when that is over.
 */
const PAUSES = [200, 800, 1_500, 3_000];

/**
 * Resolves when the picture is shown, or will not be, which the log says once. Never rejects.
 *
 * @param uploaded the file's id; null where there is none.
 * @param show shows it, changing nothing else. Throws SlackTrouble.
 */
export async function showPicture(
  uploaded: Promise<string | null>,
  show: (file: string) => Promise<void>,
  { sleep, log }: { readonly sleep: (ms: number) => Promise<unknown>; readonly log: SlackLog },
): Promise<void> {
  const file = await uploaded;
  if (file === null) return;
  let trouble: unknown;
  for (const pause of PAUSES) {
    await sleep(pause);
    try {
      await show(file);
      return;
    } catch (error) {
      trouble = error;
      if (!isRefusal(error, BAD_BLOCKS)) break;
    }
  }
  log.warn({ error: String(trouble) }, 'a report came without its picture: Slack did not show the file');
}
