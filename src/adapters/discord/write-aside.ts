/** Fills in the answer to an interaction that was announced to one person alone. */
import type { BaseInteraction } from 'discord.js';
import { ADAPTER_PHRASES } from './adapter-phrases.ts';
import { createInteractionOutlet } from './interaction-outlet.ts';
import { langOfLocale } from './locale.ts';
import { readOrigin } from './origin.ts';
import { originOf } from './parse-interaction.ts';
import type { ReceiveDeps } from './receive-deps.ts';
import type { DiscordMessage } from './render/discord-message.ts';
import { renderFailure } from './render/render-text.ts';
import type { RestChannels } from './rest-channels.ts';

export interface AsideDeps extends ReceiveDeps {
  readonly channels: RestChannels;
}

export async function writeAside(
  interaction: BaseInteraction,
  { interactions, channels, now }: AsideDeps,
  messages: readonly DiscordMessage[],
): Promise<void> {
  const origin = readOrigin({
    id: interaction.id,
    origin: originOf(interaction, { ephemeral: true, receivedAt: now() }),
  });
  if (origin.kind !== 'interaction') return;
  const phrases = ADAPTER_PHRASES[langOfLocale(interaction.locale) ?? 'en'];
  const outlet = createInteractionOutlet({
    interactions,
    channels,
    origin,
    phrases,
    isPrivate: true,
    resumed: false,
  });
  await outlet.write(messages, 'final');
}

/** What the work gives to show, or an apology under whose reference the log has the cause. */
export async function orApology(
  interaction: BaseInteraction,
  { newId, log }: Pick<AsideDeps, 'newId' | 'log'>,
  work: () => Promise<DiscordMessage[]>,
): Promise<DiscordMessage[]> {
  try {
    return await work();
  } catch (error) {
    const lang = langOfLocale(interaction.locale) ?? 'en';
    const referenceId = newId();
    const described = error instanceof Error ? (error.stack ?? error.message) : String(error);
    log.error({ referenceId, interactionId: interaction.id, error: described }, 'a button failed');
    return renderFailure(ADAPTER_PHRASES[lang].broken(referenceId), referenceId, lang);
  }
}
