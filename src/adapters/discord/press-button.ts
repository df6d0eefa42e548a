/** Buttons and menus under an answer: its sources and excerpts, what somebody thinks of it, a question it suggests. */
import type { Place } from '../../core/chat.ts';
import { ADAPTER_PHRASES } from './adapter-phrases.ts';
import { askSuggestion, askView, keptAt, type Pressed } from './ask-by-button.ts';
import { createInteractionOutlet } from './interaction-outlet.ts';
import { langOfLocale } from './locale.ts';
import { readOrigin } from './origin.ts';
import { originOf, placeOf } from './parse-interaction.ts';
import type { ReceiveDeps } from './receive-deps.ts';
import { type PressedButton, readCustomId, readViewId } from './render/custom-ids.ts';
import type { DiscordMessage } from './render/discord-message.ts';
import { renderExcerpts, renderSources } from './render/render-answer.ts';
import { renderFailure, renderText } from './render/render-text.ts';
import type { RestChannels } from './rest-channels.ts';

export interface PressDeps extends ReceiveDeps {
  readonly channels: RestChannels;
}

/** Rejects when Discord does not take the answer. */
export async function pressButton(interaction: Pressed, deps: PressDeps): Promise<void> {
  const chosen = interaction.isStringSelectMenu() ? interaction.values[0] : interaction.customId;
  const place = placeOf(interaction);
  const view = readViewId(chosen ?? '');
  if (place !== null && view !== null) return askView(interaction, view, place, deps);
  const pressed = readCustomId(chosen ?? '');
  if (place === null || pressed === null) {
    deps.log.info({ customId: interaction.customId }, 'a button was pressed that is none of ours');
    return;
  }
  if (pressed.action === 'ask') {
    if (await askSuggestion(interaction, pressed, place, deps)) return;
    const { notKept } = ADAPTER_PHRASES[langOfLocale(interaction.locale) ?? 'en'];
    return writeAside(interaction, deps, renderText(notKept));
  }
  if ((await deps.acknowledging.defer(interaction, async () => true)) === null) return;
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
  const { platform, workspaceId, channelId } = keptAt(pressed, place);
  try {
    if (action === 'up' || action === 'down') {
      const rating = { platform, workspaceId, channelId };
      const kept = await desk.rate({ ...rating, answerId, userId: interaction.user.id, verdict: action });
      if (!kept) return renderText(phrases.notKept);
      return renderText(action === 'up' ? phrases.ratedUp : phrases.ratedDown);
    }
    const answer = await desk.recall(answerId, { platform, workspaceId, channelId });
    if (answer === null) return renderText(phrases.notKept);
    return action === 'sources' ? renderSources(answer) : renderExcerpts(answer);
  } catch (error) {
    const referenceId = newId();
    const described = error instanceof Error ? (error.stack ?? error.message) : String(error);
    log.error({ referenceId, interactionId: interaction.id, error: described }, 'a button failed');
    return renderFailure(phrases.broken(referenceId), referenceId, lang);
  }
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
