/** Messages of a channel or thread, each of them written exactly once, whatever the place does not allow. */
import {
  apiCode,
  MISSING_PERMISSIONS,
  NO_HISTORY_FOR_REPLY,
  refusesFiles,
  THREAD_ARCHIVED,
  UNKNOWN_MESSAGE,
} from './api-errors.ts';
import { type Outlet, sameMessage } from './outlet.ts';
import type { DiscordMessage } from './render/discord-message.ts';
import { showsPicture, withoutPictures } from './render/report-picture.ts';
import type { RestChannels } from './rest-channels.ts';
import type { WireMessage } from './rest-port.ts';
import { withoutEmbeds } from './without-embeds.ts';

export interface PlacedOutletOptions {
  readonly channels: RestChannels;
  readonly channelId: string;
  /** The message that these reply to; null for none. */
  readonly reference: string | null;
  /** At most 25 characters, for the message at a place from 0: a second one with it is the first. */
  nonce(place: number): string;
  /** The messages that are there already, by their places. */
  find(): Promise<readonly (WireMessage | undefined)[]>;
  /** True where an earlier process may have written some: they are found before the first is written. */
  readonly resumed: boolean;
  /** Whether what was found needs nothing more. */
  isComplete?(found: readonly (WireMessage | undefined)[], messages: readonly DiscordMessage[]): boolean;
  /** True where what was found stays as it is, and these messages follow it. */
  readonly keepsFound?: boolean;
  /** The last touch before messages are sent. */
  sign?(message: DiscordMessage, part: { readonly place: number; readonly of: number }): DiscordMessage;
  /** UTF-16 units of contents before that; Discord's own limit where nothing is said. */
  readonly contentLimit?: number;
  /** Ids of messages that are there, in order. */
  readonly there?: readonly string[];
  /** True where messages beyond the final ones are taken away, and none is added to a first one that is gone. */
  readonly exact?: boolean;
}

export interface PlacedOutlet extends Outlet {
  /** Ids of the messages that are there, in order. */
  ids(): string[];
}

/** One for each thing that a place may not allow. */
const MAX_TRIES = 4;

interface Written {
  readonly id: string;
  /** Undefined for what an earlier process wrote. */
  message?: DiscordMessage;
}

export function createPlacedOutlet(options: PlacedOutletOptions): PlacedOutlet {
  const { channels, channelId, exact = false } = options;
  const written: (Written | undefined)[] = (options.there ?? []).map((id) => ({ id }));
  let looked = !options.resumed;
  let complete = false;
  let { reference } = options;
  let showsPictures = true;
  let showsEmbeds = true;
  /** Nothing of ours was taken there a moment ago: embeds are not what is wrong. */
  const closed = channels.isRefused(channelId);
  /** Messages of an earlier process that stay as they are. */
  let kept = 0;

  async function lookForEarlier(messages: readonly DiscordMessage[]): Promise<void> {
    const found = await options.find();
    looked = true;
    complete = options.isComplete?.(found, messages) ?? false;
    for (const [place, message] of found.entries())
      if (message !== undefined) written[place] ??= { id: message.id };
    if (options.keepsFound === true) kept = written.length;
  }

  async function send(message: DiscordMessage, place: number): Promise<void> {
    const nonce = options.nonce(place);
    const look = async () => (await options.find())[place] ?? null;
    const sent = await channels.send(channelId, message, { nonce, replyTo: reference }, look);
    written[place] = { id: sent.id, message };
    // The nonce was known, from a process that got less far.
    if (typeof sent.content === 'string' && sent.content !== message.content.trim())
      await channels.edit(channelId, sent.id, message);
  }

  /** @returns false where there is nothing to change: a moderator took it away, and it stays away. */
  async function edit(message: DiscordMessage, earlier: Written): Promise<boolean> {
    try {
      await channels.edit(channelId, earlier.id, message);
      earlier.message = message;
      return true;
    } catch (error) {
      if (apiCode(error) !== UNKNOWN_MESSAGE) throw error;
      return false;
    }
  }

  /** @returns whether it is there. */
  async function put(message: DiscordMessage, place: number): Promise<boolean> {
    const earlier = written[place];
    if (earlier === undefined) await send(message, place);
    else if (!sameMessage(earlier.message, message)) return edit(message, earlier);
    return true;
  }

  /** Gives way to what the place does not allow. @returns false when there is no other way. */
  async function giveWay(error: unknown, message: DiscordMessage): Promise<boolean> {
    const code = apiCode(error);
    if (code === THREAD_ARCHIVED) await channels.unarchive(channelId);
    else if (code === NO_HISTORY_FOR_REPLY && reference !== null) reference = null;
    // Discord does not say which permission is missing: embeds are worth more than a picture.
    else if (showsPictures && !closed && showsPicture(message) && refusesFiles(error)) showsPictures = false;
    else if (showsEmbeds && !closed && message.embeds.length > 0 && code === MISSING_PERMISSIONS)
      showsEmbeds = false;
    else return false;
    channels.forgive(channelId);
    return true;
  }

  /** The messages as the place takes them. */
  function allowed(messages: readonly DiscordMessage[]): readonly DiscordMessage[] {
    const pictured = showsPictures && showsEmbeds ? messages : withoutPictures(messages);
    const shown = showsEmbeds ? pictured : withoutEmbeds(pictured, options.contentLimit);
    return shown.map((message, place) => options.sign?.(message, { place, of: shown.length }) ?? message);
  }

  async function takeAwayBeyond(count: number): Promise<void> {
    for (const surplus of written.splice(count))
      if (surplus !== undefined) await channels.remove(channelId, surplus.id);
  }

  return {
    ids: () => written.flatMap((message) => message?.id ?? []),
    async write(messages, state) {
      if (!looked) await lookForEarlier(messages);
      if (complete) return;
      for (let tries = 0; ; tries++) {
        const shown = allowed(messages);
        let current: DiscordMessage | undefined;
        try {
          for (const [place, message] of shown.entries()) {
            current = message;
            if (!(await put(message, place + kept)) && exact && place === 0) return;
          }
          if (exact) await takeAwayBeyond(shown.length);
          if (state === 'final') complete = true;
          return;
        } catch (error) {
          if (current === undefined || tries === MAX_TRIES || !(await giveWay(error, current))) throw error;
        }
      }
    },
  };
}
