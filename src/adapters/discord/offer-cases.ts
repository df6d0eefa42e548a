/** Autocomplete: the cases that fit what was typed so far. */
import type { AutocompleteInteraction } from 'discord.js';
import { apiCode } from './api-errors.ts';
import { langOfLocale } from './locale.ts';
import { placeOf } from './parse-interaction.ts';
import type { ReceiveDeps } from './receive-deps.ts';
import { cleanForeign } from './render/escape-foreign.ts';
import { takePiece } from './render/take-piece.ts';
import { within } from './within.ts';

/** Discord's limits («Application Command Option Choice»). */
const MAX_CHOICES = 25;
const CHOICE_LIMIT = 100;
/** Milliseconds; what comes later is of no use to a person who types. */
const ANSWER_WITHIN = 2_000;

/** Never rejects: an empty list is an answer. */
export async function offerCases(
  interaction: AutocompleteInteraction,
  { desk, interactions, log }: Pick<ReceiveDeps, 'desk' | 'interactions' | 'log'>,
): Promise<void> {
  try {
    const typed = String(interaction.options.getFocused());
    const workspaceId = placeOf(interaction)?.workspaceId ?? '';
    const found = desk.suggestCases(typed, langOfLocale(interaction.locale) ?? 'en', workspaceId);
    const cases = await within(found, ANSWER_WITHIN, []);
    const choices = cases
      .map(({ label, value }) => ({ name: shorten(cleanForeign(label, 'join')), value }))
      .filter(({ name, value }) => name !== '' && value !== '' && value.length <= CHOICE_LIMIT);
    await interactions.offer(interaction, choices.slice(0, MAX_CHOICES));
  } catch (error) {
    // Whoever types on has sent the next one already.
    log.info({ interactionId: interaction.id, code: apiCode(error) }, 'autocomplete came too late');
  }
}

function shorten(label: string): string {
  if (label.length <= CHOICE_LIMIT) return label;
  return `${takePiece(label, CHOICE_LIMIT - 1, (piece) => piece.length)[0]}…`;
}
