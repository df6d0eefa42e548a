/** Buttons and menus under an answer: its sources and excerpts, a citation, what somebody thinks of it, a suggestion. */
import type { Place } from '../../core/chat.ts';
import { ADAPTER_PHRASES } from './adapter-phrases.ts';
import { askSuggestion, askView, keptAt, type Pressed } from './ask-by-button.ts';
import { langOfLocale } from './locale.ts';
import { placeOf } from './parse-interaction.ts';
import { type PressedButton, readCustomId, readViewId } from './render/custom-ids.ts';
import type { DiscordMessage } from './render/discord-message.ts';
import { renderExcerpts, renderSources } from './render/render-answer.ts';
import { renderCitation } from './render/render-citation.ts';
import { renderText } from './render/render-text.ts';
import { openReportForm } from './report-by-form.ts';
import { type AsideDeps, orApology, writeAside } from './write-aside.ts';

export type PressDeps = AsideDeps;

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
  if (pressed.action === 'error') return openReportForm(interaction, deps);
  if ((await deps.acknowledging.defer(interaction, async () => true)) === null) return;
  const shown = await orApology(interaction, deps, () => shownTo(interaction, pressed, place, deps));
  await writeAside(interaction, deps, shown);
}

async function shownTo(
  interaction: Pressed,
  pressed: PressedButton,
  place: Place,
  { desk }: PressDeps,
): Promise<DiscordMessage[]> {
  const phrases = ADAPTER_PHRASES[langOfLocale(interaction.locale) ?? 'en'];
  const { action, answerId } = pressed;
  const { platform, workspaceId, channelId } = keptAt(pressed, place);
  if (action === 'up' || action === 'down') {
    const rating = { platform, workspaceId, channelId };
    const kept = await desk.rate({ ...rating, answerId, userId: interaction.user.id, verdict: action });
    if (!kept) return renderText(phrases.notKept);
    return renderText(action === 'up' ? phrases.ratedUp : phrases.ratedDown);
  }
  const answer = await desk.recall(answerId, { platform, workspaceId, channelId });
  if (answer === null) return renderText(phrases.notKept);
  if (action === 'cite') return [renderCitation(answer)];
  return action === 'sources' ? renderSources(answer) : renderExcerpts(answer);
}
