/** «Report an error»: a form that opens at the press of the button, and what is said when it comes back. */
import type { ModalSubmitInteraction } from 'discord.js';
import { ADAPTER_PHRASES } from './adapter-phrases.ts';
import { keptAt, type Pressed } from './ask-by-button.ts';
import { langOfLocale } from './locale.ts';
import { placeOf } from './parse-interaction.ts';
import { readCustomId } from './render/custom-ids.ts';
import { renderText } from './render/render-text.ts';
import { reportForm, WHAT_IS_WRONG } from './render/report-form.ts';
import { type AsideDeps, orApology, writeAside } from './write-aside.ts';

/** A form is the first word to an interaction, so that nothing is looked up before it. */
export async function openReportForm(
  interaction: Pressed,
  { interactions, log }: Pick<AsideDeps, 'interactions' | 'log'>,
): Promise<void> {
  const form = reportForm(interaction.customId, langOfLocale(interaction.locale) ?? 'en');
  if (!(await interactions.openForm(interaction, form)))
    log.warn(
      { interactionId: interaction.id },
      'an interaction was over or taken before its form was opened',
    );
}

/** Rejects when Discord does not take the answer. */
export async function receiveReport(interaction: ModalSubmitInteraction, deps: AsideDeps): Promise<void> {
  const pressed = readCustomId(interaction.customId);
  const place = placeOf(interaction);
  if (place === null || pressed?.action !== 'error') {
    deps.log.info({ customId: interaction.customId }, 'a form came back that is none of ours');
    return;
  }
  if ((await deps.acknowledging.defer(interaction, async () => true)) === null) return;
  const said = await orApology(interaction, deps, async () => {
    const phrases = ADAPTER_PHRASES[langOfLocale(interaction.locale) ?? 'en'];
    const { platform, workspaceId, channelId } = keptAt(pressed, place);
    const kept = await deps.desk.reportError({
      platform,
      workspaceId,
      channelId,
      answerId: pressed.answerId,
      userId: interaction.user.id,
      text: interaction.fields.getTextInputValue(WHAT_IS_WRONG),
    });
    return renderText(kept ? phrases.errorReported : phrases.errorNotKept);
  });
  await writeAside(interaction, deps, said);
}
