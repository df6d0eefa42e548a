/** Finds the messages that bear a mark, among those of a channel since a moment. */
import { signedPart } from './render/sign-message.ts';
import type { RestChannels } from './rest-channels.ts';
import type { WireMessage } from './rest-port.ts';

/** Messages of a page, and pages that are looked through: a day in a busy channel. */
const PAGE = 100;
const MAX_PAGES = 40;

/**
 * @param since an id: what is older is none of them.
 * @returns the bot's messages by their places, with gaps for those that are not there; nothing where the bot may not
 *   read the channel's history.
 */
export async function findSigned(
  channels: Pick<RestChannels, 'after'>,
  { channelId, botId }: { readonly channelId: string; readonly botId: string },
  mark: string,
  since: string,
): Promise<(WireMessage | undefined)[]> {
  const own: WireMessage[] = [];
  let from = since;
  for (let page = 0; page < MAX_PAGES; page++) {
    const messages = await channels.after(channelId, from);
    own.push(...messages.filter(({ author }) => author?.id === botId));
    const last = messages.at(-1);
    if (last === undefined || messages.length < PAGE) break;
    from = last.id;
  }
  const found: (WireMessage | undefined)[] = [];
  for (const message of own) {
    const part = signedPart(message.content, mark);
    if (part !== null) found[part.place] ??= message;
  }
  return Array.from(found);
}

/** Whether every part is there of what was written at once. */
export function isWhole(found: readonly (WireMessage | undefined)[], mark: string): boolean {
  const ofs = found.map((message) => signedPart(message?.content, mark)?.of);
  return ofs.length > 0 && ofs.every((of) => of === ofs.length);
}
