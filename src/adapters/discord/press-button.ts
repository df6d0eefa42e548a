/** Buttons and menus under an answer: its sources and excerpts, what somebody thinks of it, a question it suggests. */
import type { ButtonInteraction, StringSelectMenuInteraction } from 'discord.js';
import type { Place } from '../../core/chat.ts';
import { ADAPTER_PHRASES } from './adapter-phrases.ts';
import { createInteractionOutlet } from './interaction-outlet.ts';
import { langOfLocale } from './locale.ts';
import { readOrigin } from './origin.ts';
import { frameOf, originOf, placeOf } from './parse-interaction.ts';
import { EPHEMERAL } from './payload.ts';
import { BEFORE_DEFER } from './receive-command.ts';
import type { ReceiveDeps } from './receive-deps.ts';
import { type PressedButton, readCustomId } from './render/custom-ids.ts';
import type { DiscordMessage } from './render/discord-message.ts';
import { renderExcerpts, renderSources } from './render/render-answer.ts';
import { renderFailure, renderText } from './render/render-text.ts';
import type { RestChannels } from './rest-channels.ts';
import { within } from './within.ts';

export interface PressDeps extends ReceiveDeps {
  readonly channels: RestChannels;
}

type Pressed = ButtonInteraction | StringSelectMenuInteraction;

/** Rejects when Discord does not take the answer. */
export async function pressButton(interaction: Pressed, deps: PressDeps): Promise<void> {
  const { interactions, log } = deps;
  const chosen = interaction.isStringSelectMenu() ? interaction.values[0] : interaction.customId;
  const pressed = readCustomId(chosen ?? '');
  const place = placeOf(interaction);
  if (pressed === null || place === null) {
    log.info({ customId: interaction.customId }, 'a button was pressed that is none of ours');
    return;
  }
  if (pressed.action === 'ask') return askSuggestion(interaction, pressed, place, deps);
  if (!(await interactions.defer(interaction, true))) {
    log.warn(
      { interactionId: interaction.id },
      'an interaction was over or taken before it was acknowledged',
    );
    return;
  }
  await writeAside(interaction, deps, await answerOrApology(interaction, pressed, place, deps));
}

async function answerOrApology(
  interaction: Pressed,
  pressed: PressedButton,
  place: Place,
  { desk, newId, log }: PressDeps,
): Promise<DiscordMessage[]> {
  const lang = langOfLocale(interaction.locale) ?? 'en';
  const phrases = ADAPTER_PHRASES[lang];
  const { action, answerId } = pressed;
  try {
    if (action === 'up' || action === 'down') {
      const rating = { platform: place.platform, workspaceId: place.workspaceId, channelId: place.channelId };
      const kept = await desk.rate({ ...rating, answerId, userId: interaction.user.id, verdict: action });
      if (!kept) return renderText(phrases.notKept);
      return renderText(action === 'up' ? phrases.ratedUp : phrases.ratedDown);
    }
    const answer = await desk.recall(answerId, place);
    if (answer === null) return renderText(phrases.notKept);
    return action === 'sources' ? renderSources(answer) : renderExcerpts(answer);
  } catch (error) {
    const referenceId = newId();
    const described = error instanceof Error ? (error.stack ?? error.message) : String(error);
    log.error({ referenceId, interactionId: interaction.id, error: described }, 'a button failed');
    return renderFailure(phrases.broken(referenceId), referenceId, lang);
  }
}

/** Asks one of the questions that an answer suggests, in the name of who pressed the button. */
async function askSuggestion(
  interaction: Pressed,
  { answerId, index }: PressedButton,
  place: Place & { threadId: string },
  deps: PressDeps,
): Promise<void> {
  const { desk, interactions, log, now } = deps;
  const receivedAt = now();
  const answer = await within(desk.recall(answerId, place), BEFORE_DEFER, null);
  const question = answer?.suggestions[index ?? 0];
  // Under an answer that one person sees, the next one is for her alone, too.
  const isPrivate = (interaction.message.flags.bitfield & EPHEMERAL) !== 0;
  const ephemeral = isPrivate || question === undefined;
  if (!(await interactions.defer(interaction, ephemeral))) {
    log.warn(
      { interactionId: interaction.id },
      'an interaction was over or taken before it was acknowledged',
    );
    return;
  }
  if (question === undefined) {
    const { notKept } = ADAPTER_PHRASES[langOfLocale(interaction.locale) ?? 'en'];
    return writeAside(interaction, deps, renderText(notKept));
  }
  const { done } = await desk.take({
    ...frameOf(interaction, place),
    text: question,
    command: null,
    ...(isPrivate ? { private: true } : {}),
    origin: originOf(interaction, { ephemeral, receivedAt }),
  });
  await done;
}

/** Fills in the answer that was announced to one person alone. */
async function writeAside(
  interaction: Pressed,
  { interactions, channels, now }: PressDeps,
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
