/** A reply as the answers to an interaction: the deferred one, then further ones. */
import type { AdapterPhrases } from './adapter-phrases.ts';
import { apiCode, refusesFiles, UNKNOWN_MESSAGE } from './api-errors.ts';
import { fitMessages } from './fit-messages.ts';
import type { InteractionOrigin } from './origin.ts';
import { type Outlet, sameMessage } from './outlet.ts';
import type { DiscordMessage } from './render/discord-message.ts';
import { showsPicture, withoutPictures } from './render/report-picture.ts';
import type { RestChannels } from './rest-channels.ts';
import type { RestInteractions } from './rest-interactions.ts';
import type { WireMessage } from './rest-port.ts';

/** Further answers where only the person installed the app («Create Followup Message»). */
const USER_INSTALL_FOLLOW_UPS = 5;
const ORIGINAL = '@original';

export interface InteractionOutletOptions {
  readonly interactions: RestInteractions;
  readonly channels: RestChannels;
  readonly origin: InteractionOrigin;
  readonly phrases: AdapterPhrases;
  /** True when the person alone shall see it; what was announced to all is then taken away. */
  readonly isPrivate: boolean;
  readonly resumed: boolean;
}

interface Written {
  readonly id: string;
  message?: DiscordMessage;
}

export function createInteractionOutlet(options: InteractionOutletOptions): Outlet {
  const { interactions, channels, origin, phrases, resumed } = options;
  const ephemeral = options.isPrivate || origin.ephemeral;
  /** The deferred answer is there for all, and the reply is for one. */
  const misplaced = options.isPrivate && !origin.ephemeral;
  const room = origin.userInstall ? USER_INSTALL_FOLLOW_UPS + (misplaced ? 0 : 1) : Number.POSITIVE_INFINITY;
  const written: Written[] = misplaced ? [] : [{ id: ORIGINAL }];
  let prepared = false;

  /** The further answers that all can see and the bot can read; oldest first. */
  async function furtherAnswers(): Promise<WireMessage[]> {
    if (ephemeral || !origin.mayWrite) return [];
    const original = await interactions.read(origin, ORIGINAL);
    const found = await channels.after(origin.channelId, original.id);
    return found.filter((message) => message.interaction_metadata?.id === origin.id);
  }

  async function prepare(): Promise<void> {
    prepared = true;
    if (misplaced) await ignoringUnknown(() => interactions.remove(origin, ORIGINAL));
    else if (resumed) written.push(...(await furtherAnswers().catch(() => [])).map(({ id }) => ({ id })));
  }

  async function put(message: DiscordMessage, place: number): Promise<void> {
    const earlier = written[place];
    if (earlier === undefined) {
      // Where nothing can be read, a doubled part does less harm than a lost one.
      const look = async () => (await furtherAnswers().catch(() => []))[place - 1] ?? null;
      const { id } = await interactions.followUp(origin, message, { ephemeral }, look);
      written[place] = { id, message };
    } else if (!sameMessage(earlier.message, message)) {
      await ignoringUnknown(() => interactions.edit(origin, earlier.id, message));
      earlier.message = message;
    }
  }

  async function putAll(messages: readonly DiscordMessage[]): Promise<void> {
    for (const [place, message] of messages.entries()) await put(message, place);
  }

  return {
    async write(messages, state) {
      if (!prepared) await prepare();
      // A draft leaves the last message for the file that may be needed.
      const fitted = state === 'draft' ? messages.slice(0, room - 1) : fitMessages(messages, room, phrases);
      try {
        await putAll(fitted);
      } catch (error) {
        if (!refusesFiles(error) || !fitted.some(showsPicture)) throw error;
        await putAll(withoutPictures(fitted));
      }
    },
  };
}

/** A message that a person took away stays away. */
async function ignoringUnknown(call: () => Promise<void>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (apiCode(error) !== UNKNOWN_MESSAGE) throw error;
  }
}
